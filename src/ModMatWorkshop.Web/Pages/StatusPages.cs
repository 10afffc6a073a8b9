using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What answers instead of a page when there is none to answer.</summary>
public static partial class StatusPages
{
    public const string Template = "/status/{0}";

    public static string Path(int status) => string.Create(CultureInfo.InvariantCulture, $"/status/{status}");

    private const string RetryAfterSeconds = "10";

    /// <summary>
    /// What is no fault of the site. Of two who change the same row at once the slower one is told so, and nothing of it is saved. While
    /// the database is away everybody is told so, and that
    /// nothing is saved.
    /// </summary>
    public static IApplicationBuilder UseExpectedFailures(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
                {
                    Answer(context, StatusCodes.Status409Conflict);
                }
                catch (Exception failure) when (!context.Response.HasStarted && DatabaseUnavailable.IsCauseOf(failure))
                {
                    LogUnavailable(context.RequestServices.GetRequiredService<ILogger<StatusModel>>(), failure.GetBaseException().Message);
                    Answer(context, StatusCodes.Status503ServiceUnavailable);
                    context.Response.Headers.RetryAfter = RetryAfterSeconds;
                }
            }
        );

    private static void Answer(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    [LoggerMessage(LogLevel.Warning, "The database is unavailable, and a reader was told so: {Message}")]
    private static partial void LogUnavailable(ILogger log, string message);
}
