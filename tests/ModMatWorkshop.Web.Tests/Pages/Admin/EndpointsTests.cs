using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>
/// Every address that the program answers, found by asking the program. What is not named here as open is refused to strangers and to
/// helpers, however they ask.
/// </summary>
public sealed class EndpointsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    /// <summary>
    /// Of the addresses for all languages, what a stranger may ask for: the ways in, the way out, the page that says no, and whether a
    /// certificate is genuine.
    /// </summary>
    private static readonly string[] Doors =
    [
        "/admin/denied",
        "/admin/login",
        "/admin/login/code",
        "/admin/login/forgotten",
        "/admin/login/institution",
        "/admin/login/passkey",
        "/admin/logout",
        "/admin/password",
        "/admin/setup",
        "/verification/{number?}",
    ];

    /// <summary>What a helper may ask for besides.</summary>
    private static readonly string[] Helpers =
    [
        "/admin/account",
        "/admin/account/password",
        "/admin/account/second-factor",
        "/check-in",
        "/check-in/walk-in",
        "/check-in/{ticket}",
    ];

    /// <summary>A run that is not published looks for static files that the build did not know.</summary>
    private const string LateFiles = "/{**path:file}";

    [Fact]
    public void What_is_open_to_strangers_is_named()
    {
        var open = Endpoints()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(RouteOf)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(Doors, open.Where(route => NeutralRouteConvention.Contains(route)));
        // The others are the public addresses, of which AddressesTests has the whole list.
        Assert.Equal(
            open.Where(route => !NeutralRouteConvention.Contains(route)),
            Endpoints().Select(RouteOf).Where(route => !NeutralRouteConvention.Contains(route)).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Everything_else_is_refused_to_strangers()
    {
        using var stranger = site.CreateClient();
        var token = await TokenAsync(stranger, "/admin/login");
        var asked = 0;
        foreach (var (method, route, address) in Closed())
        foreach (var content in Contents(method, token))
        {
            using var answer = await stranger.SendAsync(new(method, address) { Content = content });
            Assert.Equal(
                (method, route, HttpStatusCode.Redirect, "/admin/login"),
                (method, route, answer.StatusCode, answer.Headers.Location?.AbsolutePath)
            );
            asked++;
        }

        Assert.True(asked > 12, $"Only {asked} requests were made.");
    }

    [Fact]
    public async Task A_helper_is_refused_all_of_it_but_the_door_and_their_account()
    {
        using var helper = await site.SignedInAsync(OrganiserRole.Helper);
        var token = await TokenAsync(helper, "/admin/account");
        foreach (var (method, route, address) in Closed())
        foreach (var content in Contents(method, token))
        {
            using var answer = await helper.SendAsync(new(method, address) { Content = content });
            if (Helpers.Contains(route))
                Assert.NotEqual("/admin/denied", answer.Headers.Location?.OriginalString);
            else
                Assert.Equal(
                    (method, route, HttpStatusCode.Redirect, "/admin/denied"),
                    (method, route, answer.StatusCode, answer.Headers.Location?.AbsolutePath)
                );
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync("/admin/denied")).StatusCode);
    }

    /// <summary>The positive control: what strangers were refused is there, for who may have it.</summary>
    [Fact]
    public async Task An_organiser_is_refused_nothing()
    {
        using var organiser = await site.SignedInAsync();
        foreach (var (method, route, address) in Closed().Where(asked => asked.Method == HttpMethod.Get))
        {
            using var answer = await organiser.GetAsync(address);
            Assert.DoesNotContain(answer.Headers.Location?.OriginalString, new[] { "/admin/login", "/admin/denied" });
            if (!route.Contains('{', StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.Redirect)
                // A page that was asked for nothing in particular may say so.
                Assert.Equal((route, true), (route, answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest));
        }
    }

    [Fact]
    public async Task Who_owes_a_second_factor_is_let_in_nowhere_but_where_it_is_set_up()
    {
        await using var strict = new SiteFactory { RequireSecondFactor = true };
        using var grace = await strict.SignedInAsync();
        var token = await TokenAsync(grace, "/admin/account/second-factor");
        foreach (var (method, route, address) in Closed().Where(asked => asked.Route != "/admin/account/second-factor"))
        foreach (var content in Contents(method, token))
        {
            using var answer = await grace.SendAsync(new(method, address) { Content = content });
            Assert.Equal(
                (method, route, HttpStatusCode.Redirect, "/admin/account/second-factor"),
                (method, route, answer.StatusCode, answer.Headers.Location?.AbsolutePath)
            );
        }
    }

    private List<(HttpMethod Method, string Route, string Address)> Closed() =>
        [
            .. from endpoint in Endpoints()
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            from method in new[] { HttpMethod.Get, HttpMethod.Post }
            where
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods
                || methods.HttpMethods.Contains(method.Method)
            from query in method == HttpMethod.Post ? PostQueriesOf(endpoint) : [""]
            select (method, RouteOf(endpoint), AddressOf(endpoint.RoutePattern) + query),
        ];

    /// <summary>One for each handler of a page that answers a form, and one without a handler.</summary>
    private IEnumerable<string> PostQueriesOf(RouteEndpoint endpoint) =>
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

    private IEnumerable<RouteEndpoint> Endpoints() =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && RouteOf(e) != LateFiles);

    private static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    /// <summary>With something in the place of each parameter that its rule lets pass.</summary>
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

    private static IEnumerable<HttpContent?> Contents(HttpMethod method, string token) =>
        method == HttpMethod.Get
            ? [null]
            : [new FormUrlEncodedContent([]), new FormUrlEncodedContent([new(FormToken.Field, token), new("sure", "yes")])];

    private static async Task<string> TokenAsync(HttpClient browser, string address) =>
        (await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address)))
            .QuerySelector($"input[name={FormToken.Field}]")!
            .GetAttribute("value")!;
}
