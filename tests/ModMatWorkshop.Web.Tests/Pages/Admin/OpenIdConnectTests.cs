using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Sign-in with an institution, against a fake provider that implements OpenID Connect.</summary>
public sealed class OpenIdConnectTests(OpenIdConnectTests.OpenIdConnectSite provided) : IClassFixture<OpenIdConnectTests.OpenIdConnectSite>
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

    private SiteFactory Site => provided.Site;

    [Fact]
    public async Task An_invited_person_signs_in_and_is_recognised_by_their_subject_afterwards()
    {
        var email = await Site.OrganiserAsync();
        await Site.ChangeAsync(email, organiser => organiser.PasswordHash = null);
        SetPerson(email, "subject of grace", hasSecondFactor: true);
        Assert.Equal("/admin/organisers", await SignInAsync("/admin/organisers"));

        // The account stays with the subject: a new address still works, and another subject with the old address is refused.
        SetPerson("grace.hopper@example.org", "subject of grace", hasSecondFactor: true);
        Assert.Equal("/admin", await SignInAsync());
        SetPerson(email, "somebody else", hasSecondFactor: true);
        Assert.Equal("/admin/login?refused=institution", await SignInAsync());
        Assert.Equal(1, await Site.InDbAsync(db => db.UserLogins.CountAsync(l => l.ProviderKey == "subject of grace")));
    }

    [Fact]
    public async Task A_person_who_was_not_invited_is_refused_and_gets_no_account()
    {
        var before = await Site.InDbAsync(db => db.Organisers.CountAsync());
        SetPerson("eve@example.org", "eve");
        Assert.Equal("/admin/login?refused=institution", await SignInAsync());

        Assert.Equal(before, await Site.InDbAsync(db => db.Organisers.CountAsync()));
        Assert.Contains("stranger: sign-in refused, nobody's account, institution, not invited", await Site.LogAsync());
    }

    [Fact]
    public async Task An_address_that_the_institution_has_not_verified_is_refused()
    {
        var email = await Site.OrganiserAsync();
        SetPerson(email, "impostor", isVerified: false);

        Assert.Equal("/admin/login?refused=institution", await SignInAsync());
        Assert.Equal(0, await Site.SessionsAsync(email));
    }

    [Fact]
    public async Task An_unverified_address_is_accepted_where_the_setting_trusts_the_institution()
    {
        await using var trusting = new SiteFactory
        {
            More = new Dictionary<string, string?>(provided.Provider.Settings) { ["Admin:OpenIdConnect:TrustUnverifiedEmail"] = "true" },
        };
        var email = await trusting.OrganiserAsync();
        SetPerson(email, "trusted", isVerified: false, hasSecondFactor: true);
        using var browser = trusting.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });

        Assert.Equal("/admin", await SignInAsync(browser: browser));
        Assert.Equal(1, await trusting.SessionsAsync(email));
    }

    [Fact]
    public async Task A_disabled_account_is_refused()
    {
        var email = await Site.OrganiserAsync();
        await Site.ChangeAsync(email, organiser => organiser.DisabledAt = DateTimeOffset.UtcNow);
        SetPerson(email, "disabled");

        Assert.Equal("/admin/login?refused=institution", await SignInAsync());
    }

    [Fact]
    public async Task If_the_institution_used_no_second_factor_the_site_requires_one()
    {
        var email = await Site.OrganiserAsync();
        await Site.EnrolAsync(email);
        SetPerson(email, "one factor");
        Assert.Equal("/admin/login/code", await SignInAsync());
        Assert.Equal(0, await Site.SessionsAsync(email));

        var without = await Site.OrganiserAsync();
        SetPerson(without, "no factor");
        using var browser = Browser();
        Assert.Equal("/admin", await SignInAsync(browser: browser));
        Assert.Equal("/admin/account/second-factor", (await browser.GetAsync("/admin")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_response_that_this_browser_did_not_request_is_refused()
    {
        SetPerson(await Site.OrganiserAsync(), "forged", hasSecondFactor: true);
        using var victim = Browser();
        using var attacker = Browser();
        var answer = await ResponseAsync(attacker, null);
        // Login CSRF: the victim follows the attacker's response.
        Assert.Equal("/admin/login?refused=institution", (await victim.GetAsync(answer)).Headers.Location?.OriginalString);

        provided.Provider.MixesUpNonces = true;
        try
        {
            Assert.Equal("/admin/login?refused=institution", await SignInAsync());
        }
        finally
        {
            provided.Provider.MixesUpNonces = false;
        }
        using var visitor = Browser();
        Assert.Equal(
            "/admin/login?refused=institution",
            (await visitor.GetAsync("/admin/login/institution/return?error=access_denied&state=x")).Headers.Location?.OriginalString
        );
    }

    [Fact]
    public async Task The_request_to_the_provider_uses_PKCE_and_host_only_cookies()
    {
        using var browser = Browser();
        var page = await browser.ReadAsync("/admin/login?to=%2Fadmin%2Fmail");
        Assert.Equal(
            ("Se connecter avec LAAS", "/admin/login/institution?to=%2Fadmin%2Fmail"),
            (page.Seen("#with-institution"), page.QuerySelector("#with-institution")!.GetAttribute("href"))
        );
        using var redirect = await browser.GetAsync("/admin/login/institution");
        var query = System.Web.HttpUtility.ParseQueryString(redirect.Headers.Location!.Query);

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
        Assert.All(redirect.Headers.GetValues("Set-Cookie"), cookie =>
            Assert.Matches("^__Host-.*; path=/; secure; samesite=lax; httponly$", cookie)
        );
    }

    [Fact]
    public async Task An_unreachable_provider_is_reported_and_a_site_without_provider_has_no_such_route()
    {
        await using var unreachable = new SiteFactory
        {
            More = new Dictionary<string, string?>(provided.Provider.Settings) { ["Admin:OpenIdConnect:Authority"] = "http://127.0.0.1:9" },
        };
        using var browser = unreachable.CreateClient();
        Assert.Equal("/admin/login?refused=away", (await browser.GetAsync("/admin/login/institution")).Headers.Location?.OriginalString);
        Assert.Equal(
            "Votre établissement ne répond pas. Connectez-vous avec un mot de passe, ou réessayez plus tard.",
            (await browser.ReadAsync("/admin/login?refused=away")).Seen("[data-fault]")
        );

        await using var without = new SiteFactory();
        Assert.Equal(HttpStatusCode.NotFound, (await without.CreateClient().GetAsync("/admin/login/institution")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await without.CreateClient().GetAsync("/admin/login/institution/return")).StatusCode);
    }

    private void SetPerson(string email, string subject, bool isVerified = true, bool hasSecondFactor = false) =>
        (provided.Provider.Email, provided.Provider.Subject, provided.Provider.IsVerified, provided.Provider.HasSecondFactor) = (
            email,
            subject,
            isVerified,
            hasSecondFactor
        );

    private HttpClient Browser() => Site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });

    /// <summary>Sends a browser to the provider and back with its response.</summary>
    /// <returns>The address of the redirect that follows.</returns>
    private async Task<string?> SignInAsync(string? to = null, HttpClient? browser = null)
    {
        using var own = browser is null ? Browser() : null;
        var back = await (browser ?? own!).GetAsync(await ResponseAsync(browser ?? own!, to));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location?.OriginalString;
    }

    private static async Task<string> ResponseAsync(HttpClient browser, string? to)
    {
        using var redirect = await browser.GetAsync("/admin/login/institution" + (to is null ? "" : $"?to={Uri.EscapeDataString(to)}"));
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(redirect.Headers.Location);
        return answer.Headers.Location!.PathAndQuery;
    }
}
