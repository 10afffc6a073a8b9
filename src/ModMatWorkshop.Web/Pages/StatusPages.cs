using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What answers instead of a page when there is none to answer.</summary>
public static class StatusPages
{
    public const string Template = "/status/{0}";

    public static string Path(int status) => string.Create(CultureInfo.InvariantCulture, $"/status/{status}");

    /// <summary>Of two who change the same row at once the slower one is told so; nothing of it is saved, and it is no fault of the site.</summary>
    public static IApplicationBuilder UseConflicts(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    });
}
