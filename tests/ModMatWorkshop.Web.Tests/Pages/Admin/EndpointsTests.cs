using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>
/// Every route of the program, from its endpoint list. Anonymous visitors and helpers are refused all routes except those named here,
/// for every method and handler.
/// </summary>
public sealed class EndpointsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    /// <summary>The language-neutral routes for anonymous visitors: signing in and out, the refusal, verifying a certificate.</summary>
    internal static readonly string[] Anonymous =
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

    private static readonly string[] Own = ["/admin/account", "/admin/account/password", "/admin/account/second-factor", "/admin/help"];

    private static readonly string[] Door = ["/check-in", "/check-in/walk-in", "/check-in/{ticket}"];

    private static readonly string[] Figures = ["/admin", "/admin/preview"];

    private static readonly string[] Content =
    [
        "/admin/content",
        "/admin/content/draft",
        "/admin/content/history",
        "/admin/content/history/{id:long}",
        "/admin/content/history/{id:long}/picture",
        "/admin/content/images",
        "/admin/content/images/{name}",
        "/admin/content/images/{name}/file",
        "/admin/content/people",
        "/admin/content/people/{slug}",
        "/admin/content/timetable",
        "/admin/content/unsaved",
        "/admin/content/unsaved/discard",
        "/admin/content/{folder}/new",
        "/admin/content/{folder}/{slug?}",
        "/admin/today",
    ];

    private static readonly string[] Reading =
    [
        "/admin/call/review",
        "/admin/call/review/{number:int}",
        "/admin/call/review/{number:int}/figure/{n:int}",
    ];

    private static readonly string[] Committee =
    [
        .. Reading,
        "/admin/call",
        "/admin/call/assign",
        "/admin/call/corrections",
        "/admin/call/decide",
        "/admin/call/export.csv",
        "/admin/call/export.xlsx",
        "/admin/call/files",
        "/admin/call/letters",
        "/admin/call/{number:int}",
        "/admin/call/{number:int}/file/{use}/{n:int}",
        "/admin/reports/call.csv",
        "/admin/reports/call.xlsx",
    ];

    private static readonly string[] Entry = ["/admin/call/programme", "/admin/call/programme/leave"];

    private static readonly string[] News = ["/admin/content/chairs", "/admin/content/changes", "/admin/content/programme"];

    private static readonly string[] Participants =
    [
        "/admin/attendees",
        "/admin/batches",
        "/admin/fees",
        "/admin/invitations",
        "/admin/mail",
        "/admin/messages",
        "/admin/options",
        "/admin/presence",
        "/admin/printables",
        "/admin/reports",
        "/admin/settings",
    ];

    /// <summary>What each role may see and, of that, change. A route of <see cref="Participants"/> stands for those below it.</summary>
    public static TheoryData<OrganiserRoles, string[], string[]> Rights =>
        new()
        {
            { OrganiserRoles.Programme, [.. Own, .. Figures, .. Content, .. News], [.. Own, .. Figures, .. Content, .. News] },
            {
                OrganiserRoles.Registration,
                [.. Own, .. Figures, .. Content, .. News, .. Participants, .. Door],
                [.. Own, .. Figures, .. News, .. Participants, .. Door]
            },
            { OrganiserRoles.Chair, [.. Own, .. Figures, .. Content, .. Committee], [.. Own, .. Figures, .. Committee] },
            {
                OrganiserRoles.Chair | OrganiserRoles.Programme,
                [.. Own, .. Figures, .. Content, .. News, .. Committee, .. Entry],
                [.. Own, .. Figures, .. Content, .. News, .. Committee, .. Entry]
            },
            { OrganiserRoles.Reviewer, [.. Own, .. Reading], [.. Own, .. Reading] },
            { OrganiserRoles.Helper, [.. Own, .. Door], [.. Own, .. Door] },
            { OrganiserRoles.Reader, [.. Own, .. Figures, .. Content], [.. Own, .. Figures] },
            { OrganiserRoles.Reader | OrganiserRoles.Helper, [.. Own, .. Figures, .. Content, .. Door], [.. Own, .. Figures, .. Door] },
        };

    [Fact]
    public void The_list_of_anonymous_routes_is_complete()
    {
        var open = EndpointList
            .All(site)
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(EndpointList.RouteOf)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(Anonymous, open.Where(route => NeutralRouteConvention.Contains(route)));
        // The others are the public addresses, which AddressesTests lists.
        Assert.Equal(
            open.Where(route => !NeutralRouteConvention.Contains(route)),
            EndpointList
                .All(site)
                .Select(EndpointList.RouteOf)
                .Where(route => !NeutralRouteConvention.Contains(route))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_anonymous_visitor_is_sent_to_the_login_by_every_other_route()
    {
        using var visitor = site.CreateClient();
        var token = await TokenAsync(visitor, "/admin/login");
        var requests = 0;
        foreach (var (method, route, address) in Closed())
        foreach (var content in Contents(method, token))
        {
            using var answer = await visitor.SendAsync(new(method, address) { Content = content });
            Assert.Equal(
                (method, route, HttpStatusCode.Redirect, "/admin/login"),
                (method, route, answer.StatusCode, answer.Headers.Location?.AbsolutePath)
            );
            requests++;
        }

        Assert.True(requests > 12, $"Only {requests} requests were made.");
    }

    [Theory, MemberData(nameof(Rights))]
    public async Task A_role_sees_and_changes_what_its_name_says(OrganiserRoles roles, string[] seen, string[] changed)
    {
        using var somebody = await site.SignedInAsync(roles);
        var token = await TokenAsync(somebody, "/admin/account");
        foreach (var (method, route, address) in Closed())
        foreach (var content in Contents(method, token))
        {
            using var answer = await somebody.SendAsync(new(method, address) { Content = content });
            var may = (method == HttpMethod.Get ? seen : changed).Any(r => r == route || Participants.Contains(r) && IsBelow(route, r));
            var isRefused = answer.Headers.Location is { IsAbsoluteUri: true, AbsolutePath: "/admin/denied" };
            Assert.Equal((method, route, may), (method, route, !isRefused));
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await somebody.GetAsync("/admin/denied")).StatusCode);
    }

    [Theory]
    [InlineData(OrganiserRoles.Reader, true)]
    [InlineData(OrganiserRoles.Programme, false)]
    public async Task Who_may_not_change_a_page_is_told_so(OrganiserRoles roles, bool expected)
    {
        using var somebody = await site.SignedInAsync(roles);
        var page = await new HtmlParser().ParseDocumentAsync(await somebody.GetStringAsync("/admin/content/timetable"));

        Assert.Equal(expected, page.QuerySelector("[data-only-sees]") is not null);
    }

    private static bool IsBelow(string route, string start) =>
        route.StartsWith(start + "/", StringComparison.Ordinal) || route.StartsWith(start + ".", StringComparison.Ordinal);

    /// <summary>The positive control: the refused pages exist and open for an organiser.</summary>
    [Fact]
    public async Task An_organiser_is_refused_nothing()
    {
        using var organiser = await site.SignedInAsync();
        foreach (var (method, route, address) in Closed().Where(endpoint => endpoint.Method == HttpMethod.Get))
        {
            using var answer = await organiser.GetAsync(address);
            Assert.DoesNotContain(answer.Headers.Location?.OriginalString, new[] { "/admin/login", "/admin/denied" });
            if (!route.Contains('{', StringComparison.Ordinal) && answer.StatusCode != HttpStatusCode.Redirect)
                // A page may answer 400 because its parameters are missing.
                Assert.Equal((route, true), (route, answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest));
        }
    }

    [Fact]
    public async Task An_organiser_without_the_required_second_factor_can_only_set_it_up()
    {
        await using var strict = new SiteFactory { RequireSecondFactor = true };
        using var grace = await strict.SignedInAsync();
        var token = await TokenAsync(grace, "/admin/account/second-factor");
        foreach (var (method, route, address) in Closed().Where(endpoint => endpoint.Route != "/admin/account/second-factor"))
        foreach (var content in Contents(method, token))
        {
            using var answer = await grace.SendAsync(new(method, address) { Content = content });
            Assert.Equal(
                (method, route, HttpStatusCode.Redirect, "/admin/account/second-factor"),
                (method, route, answer.StatusCode, answer.Headers.Location?.AbsolutePath)
            );
        }
    }

    private List<(HttpMethod Method, string Route, string Address)> Closed() => EndpointList.Closed(site);

    private static IEnumerable<HttpContent?> Contents(HttpMethod method, string token) =>
        method == HttpMethod.Get
            ? [null]
            : [new FormUrlEncodedContent([]), new FormUrlEncodedContent([new(FormToken.Field, token), new("sure", "yes")])];

    private static async Task<string> TokenAsync(HttpClient browser, string address) =>
        (await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(address)))
            .QuerySelector($"input[name={FormToken.Field}]")!
            .GetAttribute("value")!;
}
