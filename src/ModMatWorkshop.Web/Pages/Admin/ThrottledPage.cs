using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ModMatWorkshop.Web.Pages.Admin;

internal static class ThrottledPage
{
    /// <summary>The page again, as 429, which says when to come back.</summary>
    public static PageResult Wait(this PageModel page, TimeSpan wait, Action<int> say)
    {
        say((int)Math.Ceiling(wait.TotalMinutes));
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return page.Page();
    }
}
