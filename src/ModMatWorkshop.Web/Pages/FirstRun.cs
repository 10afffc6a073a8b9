using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// A site without content has organisers but no workshop. Readers learn that it is being set up; organisers are led to the page that asks
/// about the workshop.
/// </summary>
public static class FirstRun
{
    public const string StartPage = "/admin/start";

    private const string RetryAfterSeconds = "60";

    /// <summary>The pages for organisers that need no workshop, with those below them.</summary>
    private static readonly PathString[] Pages =
    [
        StartPage,
        "/admin/setup",
        "/admin/login",
        "/admin/logout",
        "/admin/password",
        "/admin/account",
        "/admin/denied",
    ];

    public static IApplicationBuilder UseFirstRun(this IApplicationBuilder app)
    {
        var preparation = app.ApplicationServices.GetRequiredService<SitePreparation>();
        return app.Use(
            (context, next) =>
            {
                if (preparation.HasContent || NeedsNoContent(context))
                    return next(context);
                if (IsForOrganisers(context.Request.Path))
                    context.Response.Redirect(StartPage);
                else
                {
                    context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    context.Response.Headers.RetryAfter = RetryAfterSeconds;
                }
                return Task.CompletedTask;
            }
        );
    }

    private static bool NeedsNoContent(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path == Routes.Alive.Template
        || context.Request.Path == Routes.Ready.Template
        || Pages.Any(page => context.Request.Path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase));

    private static bool IsForOrganisers(PathString path) =>
        path.StartsWithSegments(Routes.Admin, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(Routes.CheckIn, StringComparison.OrdinalIgnoreCase);
}
