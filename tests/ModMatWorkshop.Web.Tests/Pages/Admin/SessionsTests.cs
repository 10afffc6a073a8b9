using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Sessions and how they end: on the server, so that copies of the cookie are invalid too.</summary>
public sealed class SessionsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Signing_out_also_ends_copies_of_the_cookie()
    {
        var (browser, cookie) = await SignedInAsync(await site.OrganiserAsync());
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));
        await browser.PressAsync("form[action='/admin/logout'] button", "header");
        Assert.Equal(("/admin/login?done=out", "Vous êtes déconnecté."), (browser.Address, browser.Page.Seen("[role=status]")));

        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        browser.Dispose();
    }

    [Fact]
    public async Task A_forged_or_shortened_cookie_is_refused()
    {
        var (browser, cookie) = await SignedInAsync(await site.OrganiserAsync());
        foreach (var forged in new[] { cookie[..^1], cookie + "A", "", new string('A', 43), new string('A', 4000) })
            Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(forged));
        // The database stores a hash, which is no valid cookie.
        var stored = await site.InDbAsync(db => db.OrganiserSessions.Select(s => s.Key).ToListAsync());
        Assert.DoesNotContain(cookie, stored);
        foreach (var key in stored)
            Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(key));
        browser.Dispose();
    }

    [Theory]
    [InlineData(0, 119, true)]
    [InlineData(0, 121, false)]
    [InlineData(12 * 60 - 1, 0, true)]
    [InlineData(12 * 60 + 1, 0, false)]
    public async Task A_session_ends_after_two_idle_hours_and_at_the_latest_after_twelve(int old, int idle, bool isOpen)
    {
        var email = await site.OrganiserAsync();
        var (browser, cookie) = await SignedInAsync(email);
        var id = (await site.AccountAsync(email)).Id;
        await site.InDbAsync(async db =>
        {
            var session = await db.OrganiserSessions.SingleAsync(s => s.OrganiserId == id);
            db.Entry(session).Property(s => s.EndsAt).CurrentValue -= TimeSpan.FromMinutes(old);
            session.SeenAt -= TimeSpan.FromMinutes(idle);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        // A request renews the session.
        if (isOpen)
            Assert.InRange(
                await site.InDbAsync(db => db.OrganiserSessions.Where(s => s.OrganiserId == id).Select(s => s.SeenAt).SingleAsync()),
                DateTimeOffset.UtcNow.AddMinutes(-1),
                DateTimeOffset.UtcNow
            );
        browser.Dispose();
    }

    [Fact]
    public async Task The_account_page_lists_the_sessions_and_ends_one_or_all_others()
    {
        var email = await site.OrganiserAsync();
        var (here, _) = await SignedInAsync(email);
        var others = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var (other, cookie) = await SignedInAsync(email);
            others.Add(cookie);
            other.Dispose();
        }
        await here.OpenAsync("/admin/account");
        Assert.Equal(
            (4, 1),
            (here.Page.QuerySelectorAll("[data-session]").Length, here.Page.QuerySelectorAll("[data-this-session]").Length)
        );
        Assert.Equal(["Firefox, Linux"], here.Page.SeenAll("[data-session] b").Distinct());

        await here.PressAsync("button[data-action=end]");
        Assert.Equal(3, here.Page.QuerySelectorAll("[data-session]").Length);
        await here.PressAsync("button[data-action=end-others]");
        Assert.Equal(1, here.Page.QuerySelectorAll("[data-session]").Length);
        foreach (var cookie in others)
            Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
        here.Dispose();
    }

    [Fact]
    public async Task A_session_of_somebody_else_cannot_be_ended()
    {
        var victim = await site.OrganiserAsync();
        var (other, cookie) = await SignedInAsync(victim);
        var id = (await site.AccountAsync(victim)).Id;
        var session = await site.InDbAsync(db => db.OrganiserSessions.Where(s => s.OrganiserId == id).Select(s => s.Id).SingleAsync());
        var (attacker, _) = await SignedInAsync(await site.OrganiserAsync(OrganiserRoles.Helper));
        await attacker.OpenAsync("/admin/account");
        var details = (AngleSharp.Html.Dom.IHtmlFormElement)attacker.Page.QuerySelector("#details")!;
        await attacker.PostAsync(
            "/admin/account?handler=End",
            new FormUrlEncodedContent(attacker.Forge("session", $"{session}").Fields(details))
        );

        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));
        other.Dispose();
        attacker.Dispose();
    }

    [Fact]
    public async Task A_new_password_requires_the_old_one_and_ends_all_other_sessions()
    {
        var email = await site.OrganiserAsync();
        var (here, mine) = await SignedInAsync(email);
        var (other, theirs) = await SignedInAsync(email);
        await here.OpenAsync("/admin/account/password");
        await here.Fill("current", "not the password").Fill("password", "quatre oxydes et un gel").PressAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Le mot de passe actuel est incorrect."), (here.Status, here.Page.Seen("#current-fault")));
        await here.Fill("current", OrganiserAccounts.Password).Fill("password", "motdepasse1234").PressAsync();
        Assert.Equal(
            (HttpStatusCode.BadRequest, true),
            (here.Status, here.Page.Seen("#password-fault").StartsWith("Ce mot de passe est de ceux", StringComparison.Ordinal))
        );
        await here.Fill("current", OrganiserAccounts.Password).Fill("password", "quatre oxydes et un gel").PressAsync();

        Assert.Equal("/admin/account?done=password", here.Address);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (await StatusWithAsync(mine), await StatusWithAsync(theirs)));
        other.Dispose();
        here.Dispose();
    }

    [Fact]
    public async Task An_organiser_changes_the_name_and_language_of_their_account()
    {
        var email = await site.OrganiserAsync();
        var (grace, _) = await SignedInAsync(email);
        await grace.OpenAsync("/admin/account");
        await grace.Fill("name", "  ").PressAsync("#details button");
        Assert.Equal((HttpStatusCode.BadRequest, "Indiquez votre nom."), (grace.Status, grace.Page.Seen("#name-fault")));
        await grace.Fill("name", "Rear Admiral Hopper").Fill("language", "en").Forge("Role", "Helper").PressAsync("#details button");

        Assert.Equal(("My account", "Saved."), (grace.Page.Seen("h1"), grace.Page.Seen("[role=status]")));
        var account = await site.AccountAsync(email);
        Assert.Equal(("Rear Admiral Hopper", OrganiserRoles.Organiser), (account.Name, account.Roles));
        grace.Dispose();
    }

    private async Task<(RegistrationClient Browser, string Cookie)> SignedInAsync(string email)
    {
        var visitor = new RegistrationClient(site);
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await visitor.OpenAsync("/admin/login");
        await visitor.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
        // The client does not expose its cookies; the last request has them.
        return (
            visitor,
            visitor
                .Answer.RequestMessage!.Headers.GetValues("Cookie")
                .SelectMany(c => c.Split("; "))
                .Last(c => c.StartsWith(OrganiserSessions.Cookie, StringComparison.Ordinal))
                .Split('=')[1]
        );
    }

    private async Task<HttpStatusCode> StatusWithAsync(string cookie)
    {
        using var copy = site.CreateClient(
            new()
            {
                BaseAddress = SiteFactory.BaseUrl,
                AllowAutoRedirect = false,
                HandleCookies = false,
            }
        );
        copy.DefaultRequestHeaders.Add("Cookie", $"{OrganiserSessions.Cookie}={cookie}");
        return (await copy.GetAsync("/admin/account")).StatusCode;
    }
}
