using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Signing in with a password.</summary>
public sealed class SignInTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task A_signed_in_organiser_sees_the_dashboard()
    {
        using var browser = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task A_very_long_address_is_not_repeated_in_that_of_the_sign_in_page()
    {
        using var visitor = await new RegistrationClient(site).OpenAsync($"/admin/attendees?q={new string('+', 50_000)}");
        Assert.Equal("/admin/login", visitor.Address);
    }

    [Fact]
    public async Task An_anonymous_visitor_signs_in_and_continues_to_the_requested_page()
    {
        var email = await site.OrganiserAsync();
        using var visitor = await new RegistrationClient(site).OpenAsync("/admin/organisers?done=saved");
        Assert.Equal("/admin/login?to=%2Fadmin%2Forganisers%3Fdone%3Dsaved", visitor.Address);

        await SignInAsync(visitor, email);

        Assert.Equal("/admin/organisers?done=saved", visitor.Address);
    }

    [Fact]
    public async Task A_helper_opens_their_account_but_not_the_dashboard()
    {
        using var browser = await site.SignedInAsync(OrganiserRoles.Helper);

        Assert.Equal("/admin/denied?to=%2Fadmin", (await browser.GetAsync("/admin")).Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/account")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("\\\\evil.test")]
    [InlineData("/admin/../..//evil.test\r\nX: y")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/é")]
    [InlineData("/admin/logout")]
    [InlineData("")]
    public async Task Signing_in_does_not_redirect_to_another_site(string to)
    {
        using var grace = await new RegistrationClient(site).OpenAsync($"/admin/login?to={Uri.EscapeDataString(to)}");
        await SignInAsync(grace, await site.OrganiserAsync());

        Assert.Equal("/admin", grace.Address);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_disabled_account_get_the_same_answer()
    {
        var (known, disabled, invited) = (await site.OrganiserAsync(), await site.OrganiserAsync(), await site.OrganiserAsync());
        await site.ChangeAsync(disabled, organiser => organiser.DisabledAt = DateTimeOffset.UtcNow);
        await site.ChangeAsync(invited, organiser => organiser.PasswordHash = null);
        var answers = new List<string>();
        foreach (
            var (email, password) in new[]
            {
                (known, "not the password"),
                ("nobody@example.org", "not the password"),
                (disabled, OrganiserAccounts.Password),
                (invited, ""),
                ("no address", "\uD800"),
                (known, new string('x', 100_000)),
            }
        )
        {
            using var visitor = await new RegistrationClient(site).OpenAsync("/admin/login");
            await SignInAsync(visitor, email, password);
            Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
            answers.Add(
                visitor.Page.Seen("main")
                    + string.Join(
                        ' ',
                        visitor.Answer.Headers.Where(h => h.Key != "Set-Cookie").Select(h => $"{h.Key}: {string.Join(' ', h.Value)}")
                    )
            );
            Assert.Equal(email, visitor.Page.QuerySelector("#email")!.GetAttribute("value"));
        }

        Assert.Single(answers.Distinct());
        Assert.Contains("Adresse ou mot de passe incorrect.", answers[0], StringComparison.Ordinal);
        // The audit log has the reason, and no e-mail address.
        var log = await site.LogAsync();
        Assert.Contains("stranger: sign-in refused, nobody's account, password", log);
        Assert.Contains($"stranger: sign-in refused, account {(await site.AccountAsync(disabled)).Number}, disabled", log);
        Assert.DoesNotContain(log, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_need_the_same_number_of_password_hashes()
    {
        // Counts the comparisons, because measured times vary.
        await using var counted = new CountedSite();
        foreach (var email in new[] { await counted.OrganiserAsync(), "nobody@example.org", "no address" })
        {
            counted.Hasher.Comparisons = 0;
            using var visitor = await new RegistrationClient(counted).OpenAsync("/admin/login");
            await SignInAsync(visitor, email, "not the password");
            Assert.Equal((email, 1), (email, counted.Hasher.Comparisons));
        }
    }

    [Fact]
    public async Task The_session_cookie_is_host_only_and_new_at_every_sign_in()
    {
        var email = await site.OrganiserAsync();
        using var grace = site.CreateClient(new() { BaseAddress = SiteFactory.BaseUrl, AllowAutoRedirect = false });
        var first = await CookieOfLoginAsync(grace, email);
        var second = await CookieOfLoginAsync(grace, email);

        Assert.Matches("^__Host-organiser=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", first);
        Assert.NotEqual(first.Split(';')[0], second.Split(';')[0]);
        // The previous session of this browser has ended on the server.
        Assert.Equal(1, await site.SessionsAsync(email));
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var forger = site.CreateClient();
        var answer = await forger.PostAsync(
            "/admin/login",
            new FormUrlEncodedContent(
                new Dictionary<string, string> { ["email"] = await site.OrganiserAsync(), ["password"] = OrganiserAccounts.Password }
            )
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie =>
            cookie.StartsWith("__Host-organiser=", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pages_use_the_language_of_the_account_and_the_login_that_of_the_browser()
    {
        using var grace = await site.SignedInAsync(language: Language.English);
        Assert.Equal("en", (await grace.ReadAsync("/admin/account")).DocumentElement.GetAttribute("lang"));

        using var visitor = site.CreateClient();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, fr;q=0.5");
        Assert.Equal("Sign in", (await visitor.ReadAsync("/admin/login")).Seen("h1"));
    }

    [Fact]
    public async Task A_sign_in_from_a_new_browser_sends_a_mail()
    {
        var email = await site.OrganiserAsync(language: Language.English);
        using var usual = await new RegistrationClient(site).OpenAsync("/admin/login");
        await SignInAsync(usual, email);
        await (await usual.OpenAsync("/admin/account")).PressAsync("#details button");
        using var other = await new RegistrationClient(site).OpenAsync("/admin/login");
        await SignInAsync(other, email);

        Assert.Contains("from a browser that this account had not used before", await site.LastMailAsync(email), StringComparison.Ordinal);
        var id = (await site.AccountAsync(email)).Id;
        Assert.Equal(1, await site.InDbAsync(db => Task.FromResult(db.Outbox.Count(m => m.OrganiserId == id))));
        using var again = await usual.Http.PostAsync("/admin/login", await FormAsync(usual.Http, email));
        Assert.Equal(1, await site.InDbAsync(db => Task.FromResult(db.Outbox.Count(m => m.OrganiserId == id))));
    }

    private static async Task<string> CookieOfLoginAsync(HttpClient http, string email)
    {
        using var answer = await http.PostAsync("/admin/login", await FormAsync(http, email));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Last(cookie => cookie.StartsWith("__Host-organiser=", StringComparison.Ordinal));
    }

    private static async Task<FormUrlEncodedContent> FormAsync(HttpClient http, string email)
    {
        // Every page with a form has the token, even for a signed-in organiser.
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync("/admin/login/forgotten"));
        return new(
            new Dictionary<string, string>
            {
                ["email"] = email,
                ["password"] = OrganiserAccounts.Password,
                [FormToken.Field] = page.QuerySelector($"main input[name={FormToken.Field}]")!.GetAttribute("value")!,
            }
        );
    }

    private static Task<RegistrationClient> SignInAsync(
        RegistrationClient visitor,
        string email,
        string password = OrganiserAccounts.Password
    ) => visitor.Fill("email", email).Fill("password", password).PressAsync("#with-password button");

    private sealed class CountedSite : SiteFactory
    {
        public CountingHasher Hasher { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<IPasswordHasher<Organiser>>(Hasher));
        }
    }

    private sealed class CountingHasher : PasswordHasher<Organiser>
    {
        public int Comparisons { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Organiser user, string hashedPassword, string providedPassword)
        {
            Comparisons++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
