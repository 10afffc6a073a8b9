using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What a reader sees instead of a page: not found, not understood, not possible. Also answers posts, whatever failed.</summary>
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class StatusModel : PageModel
{
    public int Status { get; private set; }

    // Not OnGet: a request of any method may fail, and for most there is no handler.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var inOtherPage = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = inOtherPage ? int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture) : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
