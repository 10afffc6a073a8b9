using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Routes addresses by the languages of the workshop, which an import can change while the site runs. The routes of pages are those of a
/// workshop in French and English, so routing sees a request under that path, and everything after it the path that was requested.
/// </summary>
public static class LanguageRouting
{
    private static readonly object Key = new();

    public static IApplicationBuilder UseLanguageRouting(this IApplicationBuilder app)
    {
        var versions = app.ApplicationServices.GetRequiredService<DataVersions>();
        app.Use(
            (context, next) =>
            {
                var content = versions.ContentVersion;
                context.Items[Key] = new Requested(content, context.Request.Path);
                var target = AddressTarget.Find(content.Languages, context.Request.Path.Value ?? "/");
                if (target.MovedTo is { } address)
                    return RedirectAsync(context, new PathString(address));
                context.Request.Path = target.Routed;
                return next(context);
            }
        );
        app.UseRouting();
        return app.Use(
            (context, next) =>
            {
                context.Request.Path = ((Requested)context.Items[Key]!).Path;
                return next(context);
            }
        );
    }

    /// <summary>The version of the content by which the request was routed; the current one before routing.</summary>
    public static ContentVersion RoutedContent(this HttpContext context) =>
        (context.Items[Key] as Requested)?.Content ?? context.RequestServices.GetRequiredService<DataVersions>().ContentVersion;

    public static WorkshopLanguages Languages(this HttpContext context) => context.RoutedContent().Languages;

    /// <summary>Nothing stores the answer: the languages may change again, and the address may be somebody's secret link.</summary>
    private static Task RedirectAsync(HttpContext context, PathString address)
    {
        var (request, response) = (context.Request, context.Response);
        response.StatusCode =
            HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                ? StatusCodes.Status301MovedPermanently
                : StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = address.ToUriComponent() + request.QueryString.ToUriComponent();
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private sealed record Requested(ContentVersion Content, PathString Path);
}
