using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Answers requests that fail.</summary>
public static partial class StatusPages
{
    public const string Template = "/status/{0}";

    public static string Path(int status) => string.Create(CultureInfo.InvariantCulture, $"/status/{status}");

    private const string RetryAfterSeconds = "10";

    /// <summary>
    /// Answers failures that are not errors of the site. When two people change the same row, the second gets 409. While the database is
    /// unavailable or damaged, everybody gets 503. Nothing is saved in any case.
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
                    WriteStatus(context, StatusCodes.Status409Conflict);
                }
                catch (Exception failure) when (!context.Response.HasStarted && DatabaseDamage.IsCauseOf(failure))
                {
                    WriteStatus(context, StatusCodes.Status503ServiceUnavailable);
                }
                catch (Exception failure) when (!context.Response.HasStarted && DatabaseUnavailable.IsCauseOf(failure))
                {
                    LogUnavailable(context.RequestServices.GetRequiredService<ILogger<StatusModel>>(), failure.GetBaseException().Message);
                    WriteUnavailable(context);
                }
            }
        );

    /// <summary>Answers 503 until the site is prepared, except for what needs no database.</summary>
    public static IApplicationBuilder UsePreparation(this IApplicationBuilder app)
    {
        var preparation = app.ApplicationServices.GetRequiredService<SitePreparation>();
        return app.Use(
            (context, next) =>
            {
                if (preparation.IsComplete || NeedsNoDatabase(context))
                    return next(context);
                WriteUnavailable(context);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>The page of an error, a static file, or the answer that the process is alive.</summary>
    private static bool NeedsNoDatabase(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path == Routes.Alive.Template;

    private static void WriteUnavailable(HttpContext context)
    {
        WriteStatus(context, StatusCodes.Status503ServiceUnavailable);
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
    }

    private static void WriteStatus(HttpContext context, int status)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    [LoggerMessage(LogLevel.Warning, "The database is unavailable, and a reader was told so: {Message}")]
    private static partial void LogUnavailable(ILogger log, string message);
}
