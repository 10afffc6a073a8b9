using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The error page for every status. Also answers posts, because any request can fail.</summary>
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class StatusModel(SitePreparation preparation, DatabaseDamage damage) : PageModel
{
    public bool IsPrepared => preparation.IsComplete;

    /// <summary>True while the site has no content.</summary>
    public bool IsBeingSetUp => preparation is { IsComplete: true, HasContent: false };

    public int Status { get; private set; }

    public bool IsDatabaseDamaged => damage.IsFound;

    /// <summary>The address that was requested.</summary>
    public string Address { get; private set; } = "";

    /// <summary>
    /// The form that was posted while the database was unavailable, so that it can be sent again. Null when there is none, or when it
    /// contains something that must not be in a page.
    /// </summary>
    public IReadOnlyList<(string Name, string Value)>? Form { get; private set; }

    // Not OnGet: a request of any method may fail, and most methods have no handler.
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var inOtherPage = asked is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = inOtherPage ? int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture) : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
        if (asked is not null && Status == StatusCodes.Status503ServiceUnavailable && HttpMethods.IsPost(Request.Method))
        {
            Response.Headers.CacheControl = "no-store";
            if (await FormReading.FindFormErrorStatusAsync(HttpContext) is null)
                (Address, Form) = (asked.OriginalPath + asked.OriginalQueryString, ToSendAgain(Request.Form));
        }
        await next();
    }

    private static IReadOnlyList<(string Name, string Value)>? ToSendAgain(IFormCollection form) =>
        form.Files.Count > 0 || form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase))
            ? null
            : [.. form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")))];
}
