using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ModMatWorkshop.Web.Pages.Admin;

internal static class ThrottledPage
{
    /// <summary>Shows the page again with status 429 and the time to wait.</summary>
    public static PageResult Wait(this PageModel page, TimeSpan wait, Action<int> say)
    {
        say((int)Math.Ceiling(wait.TotalMinutes));
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return page.Page();
    }
}
