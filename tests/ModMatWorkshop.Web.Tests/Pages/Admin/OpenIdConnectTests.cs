using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Sign-in with an institution, against a provider that speaks the real protocol.</summary>
public sealed class OpenIdConnectTests(OpenIdConnectTests.OpenIdConnectSite campus) : IClassFixture<OpenIdConnectTests.OpenIdConnectSite>
{
    public sealed class OpenIdConnectSite : IAsyncLifetime
    {
        public FakeOpenIdProvider Provider { get; private set; } = null!;

        public SiteFactory Site { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Provider = await FakeOpenIdProvider.StartAsync();
            Site = new() { More = Provider.Settings, RequireSecondFactor = true };
        }

        public async Task DisposeAsync()
        {
            await Site.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }

    private SiteFactory Site => campus.Site;

    [Fact]
    public async Task Who_was_invited_comes_in_and_is_known_by_their_subject_from_then_on()
    {
        var email = await Site.OrganiserAsync();
        await Site.ChangeAsync(email, organiser => organiser.PasswordHash = null);
        Person(email, "subject of grace", hasSecondFactor: true);
        Assert.Equal("/admin/organisers", await ArriveAsync("/admin/organisers"));

        // A new address there does not matter, nor does somebody else who is given the old one.
        Person("grace.hopper@example.org", "subject of grace", hasSecondFactor: true);
        Assert.Equal("/admin", await ArriveAsync());
        Person(email, "somebody else", hasSecondFactor: true);
        Assert.Equal("/admin/login?refused=institution", await ArriveAsync());
        Assert.Equal(1, await Site.InDbAsync(db => db.UserLogins.CountAsync(l => l.ProviderKey == "subject of grace")));
    }

    [Fact]
    public async Task Whoever_was_not_invited_stays_out_and_no_account_is_made()
    {
        var before = await Site.InDbAsync(db => db.Organisers.CountAsync());
        Person("eve@example.org", "eve");
        Assert.Equal("/admin/login?refused=institution", await ArriveAsync());

        Assert.Equal(before, await Site.InDbAsync(db => db.Organisers.CountAsync()));
        Assert.Contains("stranger: sign-in refused, nobody's account, institution, not invited", await Site.LogAsync());
    }

    [Fact]
    public async Task An_address_that_the_institution_has_not_verified_opens_nothing()
    {
        var email = await Site.OrganiserAsync();
        Person(email, "impostor", isVerified: false);

        Assert.Equal("/admin/login?refused=institution", await ArriveAsync());
        Assert.Equal(0, await Site.SessionsAsync(email));
    }

    [Fact]
    public async Task A_disabled_account_stays_closed()
    {
        var email = await Site.OrganiserAsync();
        await Site.ChangeAsync(email, organiser => organiser.DisabledAt = DateTimeOffset.UtcNow);
        Person(email, "disabled");

        Assert.Equal("/admin/login?refused=institution", await ArriveAsync());
    }

    [Fact]
    public async Task Without_a_second_factor_there_ours_is_asked_for()
    {
        var email = await Site.OrganiserAsync();
        await Site.EnrolAsync(email);
        Person(email, "one factor");
        Assert.Equal("/admin/login/code", await ArriveAsync());
        Assert.Equal(0, await Site.SessionsAsync(email));

        var without = await Site.OrganiserAsync();
        Person(without, "no factor");
        using var browser = Browser();
        Assert.Equal("/admin", await ArriveAsync(browser: browser));
        Assert.Equal("/admin/account/second-factor", (await browser.GetAsync("/admin")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_that_this_browser_has_not_asked_for_opens_nothing()
    {
        Person(await Site.OrganiserAsync(), "forged", hasSecondFactor: true);
        using var victim = Browser();
        using var attacker = Browser();
        var answer = await AnswerAsync(attacker, null);
        // Login CSRF: the attacker's answer, followed by the victim.
        Assert.Equal("/admin/login?refused=institution", (await victim.GetAsync(answer)).Headers.Location?.OriginalString);

        campus.Provider.MixesUpNonces = true;
        try
        {
            Assert.Equal("/admin/login?refused=institution", await ArriveAsync());
        }
        finally
        {
            campus.Provider.MixesUpNonces = false;
        }
        using var stranger = Browser();
        Assert.Equal(
            "/admin/login?refused=institution",
            (await stranger.GetAsync("/admin/login/institution/return?error=access_denied&state=x")).Headers.Location?.OriginalString
        );
    }

    [Fact]
    public async Task The_way_there_is_by_GET_with_PKCE_and_cookies_of_this_site_alone()
    {
        using var browser = Browser();
        var page = await browser.ReadAsync("/admin/login?to=%2Fadmin%2Fmail");
        Assert.Equal(
            ("Se connecter avec LAAS", "/admin/login/institution?to=%2Fadmin%2Fmail"),
            (page.Seen("#with-institution"), page.QuerySelector("#with-institution")!.GetAttribute("href"))
        );
        using var going = await browser.GetAsync("/admin/login/institution");
        var query = System.Web.HttpUtility.ParseQueryString(going.Headers.Location!.Query);

        Assert.Equal(
            ("code", "S256", null, "https://modmat.test/admin/login/institution/return", "openid email"),
            (
                query["response_type"],
                query["code_challenge_method"],
                query["response_mode"] is "query" ? null : query["response_mode"],
                query["redirect_uri"],
                query["scope"]
            )
        );
        Assert.All(going.Headers.GetValues("Set-Cookie"), cookie =>
            Assert.Matches("^__Host-.*; path=/; secure; samesite=lax; httponly$", cookie)
        );
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_on_the_login_page_and_a_site_without_one_has_no_such_door()
    {
        await using var alone = new SiteFactory
        {
            More = new Dictionary<string, string?>(campus.Provider.Settings) { ["Admin:OpenIdConnect:Authority"] = "http://127.0.0.1:9" },
        };
        using var browser = alone.CreateClient();
        Assert.Equal("/admin/login?refused=away", (await browser.GetAsync("/admin/login/institution")).Headers.Location?.OriginalString);
        Assert.Equal(
            "Votre établissement ne répond pas. Connectez-vous avec un mot de passe, ou réessayez plus tard.",
            (await browser.ReadAsync("/admin/login?refused=away")).Seen("[data-fault]")
        );

        await using var without = new SiteFactory();
        Assert.Equal(HttpStatusCode.NotFound, (await without.CreateClient().GetAsync("/admin/login/institution")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await without.CreateClient().GetAsync("/admin/login/institution/return")).StatusCode);
    }

    private void Person(string email, string subject, bool isVerified = true, bool hasSecondFactor = false) =>
        (campus.Provider.Email, campus.Provider.Subject, campus.Provider.IsVerified, campus.Provider.HasSecondFactor) = (
            email,
            subject,
            isVerified,
            hasSecondFactor
        );

    private HttpClient Browser() => Site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });

    /// <summary>The way of a browser: to the provider, and back with its answer.</summary>
    /// <returns>Where the answer led.</returns>
    private async Task<string?> ArriveAsync(string? to = null, HttpClient? browser = null)
    {
        using var own = browser is null ? Browser() : null;
        var back = await (browser ?? own!).GetAsync(await AnswerAsync(browser ?? own!, to));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location?.OriginalString;
    }

    private static async Task<string> AnswerAsync(HttpClient browser, string? to)
    {
        using var going = await browser.GetAsync("/admin/login/institution" + (to is null ? "" : $"?to={Uri.EscapeDataString(to)}"));
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(going.Headers.Location);
        return answer.Headers.Location!.PathAndQuery;
    }
}
