using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Every route of the program, from its endpoint list.</summary>
internal static class EndpointList
{
    /// <summary>The route of an unpublished build for static files that the build did not know.</summary>
    private const string LateFiles = "/{**path:file}";

    /// <summary>What is not for anonymous visitors, with each handler of a page.</summary>
    public static List<(HttpMethod Method, string Route, string Address)> Closed(SiteFactory site) =>
        [
            .. from endpoint in All(site)
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            from method in new[] { HttpMethod.Get, HttpMethod.Post }
            where
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
                || methods.HttpMethods.Contains(method.Method)
            from query in method == HttpMethod.Post ? PostQueriesOf(site, endpoint) : [""]
            select (method, RouteOf(endpoint), AddressOf(endpoint.RoutePattern) + query),
        ];

    /// <summary>One query string for each POST handler of a page, and an empty one.</summary>
    private static IEnumerable<string> PostQueriesOf(SiteFactory site, RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page
            ? [""]
            : site
                .Services.GetRequiredService<PageLoader>()
                .LoadAsync(page, endpoint.Metadata)
                .GetAwaiter()
                .GetResult()
                .HandlerMethods.Where(handler => HttpMethods.IsPost(handler.HttpMethod) && handler.Name is not null)
                .Select(handler => $"?handler={handler.Name}")
                .Prepend("");

    public static IEnumerable<RouteEndpoint> All(SiteFactory site) =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && RouteOf(e) != LateFiles);

    public static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    /// <summary>The route with a valid value for each parameter.</summary>
    private static string AddressOf(RoutePattern pattern) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(p => p.Content == "guid")
                                ? Guid.Empty.ToString()
                                : "1",
                            _ => "",
                        }
                    )
                )
            )
        );
}
