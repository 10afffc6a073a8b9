using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.WebUtilities;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// Maps each page to its addresses in <see cref="Routes"/>, one for each language. <see cref="LanguageRouting"/> maps the addresses of a
/// workshop with other languages to these.
/// </summary>
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
                AttributeRouteModel = new() { Template = route.Template(WorkshopLanguages.Default, language).TrimStart('/') },
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
        var query = Languages.Find(
            failed is null ? context.Request.Query["lang"] : QueryHelpers.ParseQuery(failed.OriginalQueryString).GetValueOrDefault("lang")
        );
        var languages = context.Languages();
        if (!NeutralRouteConvention.Contains(path))
            return languages.OrFirst(AddressTarget.PrefixOf(path.Value ?? "/") ?? query);
        // A printable is in a language of its readers. The pages of an account are in any that its owner has chosen.
        var own = OrganiserSignIn.LanguageOf(context.User);
        return query is not null || path.StartsWithSegments(Printable.Folder, out var printable) && printable.HasValue
            ? languages.OrFirst(query ?? own)
            : own ?? Preferred(context, languages);
    }

    /// <summary>The language of the workshop that the browser prefers, for addresses without a language.</summary>
    private static Language Preferred(HttpContext context, WorkshopLanguages languages) =>
        languages.OrFirst(
            context
                .Request.GetTypedHeaders()
                .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
                .Select(l => Languages.Find((l.Value.Value ?? "").Split('-')[0].ToLowerInvariant()))
                .FirstOrDefault(l => l is not null)
        );
}
