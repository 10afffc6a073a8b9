using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What a reader sees instead of a page: not found, not understood, not possible. Also answers posts, whatever failed.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public int Status { get; private set; }

    public IActionResult OnGet(int code)
    {
        var inOtherPage = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = inOtherPage ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        return Page();
    }

    public IActionResult OnPost(int code) => OnGet(code);
}
