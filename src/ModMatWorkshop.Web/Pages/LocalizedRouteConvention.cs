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

/// <summary>Gives each page its addresses in <see cref="Routes"/>, and each address its language.</summary>
public sealed class LocalizedRouteConvention : IPageRouteModelConvention
{
    private static readonly ILookup<string, PageRoute> ByPage = Routes.All.ToLookup(r => r.Page);

    // Without it a page has an answer for every method, and renders without what its handler would have loaded.
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

/// <summary>Which page an endpoint is, and in which language.</summary>
public sealed record PageLanguage(PageRoute Route, Language Language);

public static class PageLanguages
{
    /// <summary>
    /// Sets the culture of the request to the language of its page. Whatever has no page, an error say, speaks the language of its address.
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
        // A paper is printed in the language of who reads it, not of who prints it.
        if (NeutralRouteConvention.Contains(path))
            return query == "en" ? Language.English
                : query == "fr" ? Language.French
                : OrganiserSignIn.LanguageOf(context.User) ?? Preferred(context);
        return path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) || query == "en" ? Language.English : Language.French;
    }

    /// <summary>What the browser asks for, where an address has no language of its own.</summary>
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
