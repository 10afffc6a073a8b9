using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.WebUtilities;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Maps each page to its addresses in <see cref="Routes"/>, one for each language.</summary>
public sealed class LocalizedRouteConvention : IPageRouteModelConvention
{
    private static readonly ILookup<string, PageRoute> ByPage = Routes.All.ToLookup(r => r.Page);

    // Without this, Razor Pages answers every method, and renders the page without the data that its handler loads.
    internal static readonly HttpMethodMetadata GetAndHead = new([HttpMethods.Get, HttpMethods.Head]);
    internal static readonly HttpMethodMetadata GetHeadAndPost = new([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]);

    public void Apply(PageRouteModel model)
    {
        if (!ByPage.Contains(model.ViewEnginePath))
            return;
        model.Selectors.Clear();
        foreach (var route in ByPage[model.ViewEnginePath])
            Add(model, route);
    }

    private static void Add(PageRouteModel model, PageRoute route)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var selector = new SelectorModel
            {
                AttributeRouteModel = new() { Template = route.Template(language).TrimStart('/') },
                EndpointMetadata =
                {
                    new PageLanguage(route, language),
                    new AllowAnonymousAttribute(),
                    route.Posts ? GetHeadAndPost : GetAndHead,
                },
            };
            if (route.IsCacheable)
                selector.EndpointMetadata.Add(new PageCacheMetadata(route.DependsOnRegistrations));
            model.Selectors.Add(selector);
        }
    }
}

/// <summary>Endpoint metadata: the page and its language.</summary>
public sealed record PageLanguage(PageRoute Route, Language Language);

public static class PageLanguages
{
    /// <summary>
    /// Sets the culture of the request to the language of its page. Other responses, for example errors, use the language of the address.
    /// </summary>
    public static IApplicationBuilder UsePageLanguage(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = context.PageLanguage().Culture();
                return next(context);
            }
        );

    public static Language PageLanguage(this HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageLanguage>() is { } page)
            return page.Language;
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>();
        PathString path = failed?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path.Value;
        var query = failed is null
            ? context.Request.Query["lang"]
            : QueryHelpers.ParseQuery(failed.OriginalQueryString).GetValueOrDefault("lang");
        // These pages take the language of the account. In a printable the query states the language of its readers.
        if (NeutralRouteConvention.Contains(path))
            return query == "en" ? Language.English
                : query == "fr" ? Language.French
                : OrganiserSignIn.LanguageOf(context.User) ?? Preferred(context);
        return path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) || query == "en" ? Language.English : Language.French;
    }

    /// <summary>The language that the browser prefers, for addresses without a language.</summary>
    private static Language Preferred(HttpContext context)
    {
        var wanted = context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "");
        return
            wanted.FirstOrDefault(l =>
                l.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            )
                is { } tag
            && tag.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            ? Language.English
            : Language.French;
    }
}
