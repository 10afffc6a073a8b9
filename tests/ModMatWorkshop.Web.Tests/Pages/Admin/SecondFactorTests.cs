using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Codes of an authenticator app and recovery codes. The browser tests cover passkeys.</summary>
public sealed class SecondFactorTests(SecondFactorTests.StrictSite site) : IClassFixture<SecondFactorTests.StrictSite>
{
    public sealed class StrictSite : SiteFactory
    {
        public StrictSite() => RequireSecondFactor = true;
    }

    [Fact]
    public async Task An_organiser_sets_up_a_second_factor_first_and_then_continues_to_the_requested_page()
    {
        var email = await site.OrganiserAsync();
        using var grace = await SignInAsync(email, "/admin/organisers");
        Assert.Equal("/admin/account/second-factor?to=%2Fadmin%2Forganisers", grace.Address);
        Assert.Equal(
            "Mettez d’abord en place un second facteur : le mot de passe seul ne donne pas accès à l’organisation.",
            grace.Page.Seen("h1 + p")
        );
        Assert.Empty(grace.Page.QuerySelectorAll("header nav a"));
        Assert.Single(grace.Page.QuerySelectorAll("main svg"));

        await grace.Fill("code", "000000").PressAsync("button[data-action=application]");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Ce code n’est pas le bon, ou il a déjà servi."),
            (grace.Status, grace.Page.Seen("#code-fault"))
        );

        await grace.Fill("code", CodeOf(grace)).PressAsync("button[data-action=application]");
        Assert.Equal(10, grace.Page.QuerySelectorAll("[data-recovery-codes] li").Length);
        Assert.True(grace.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("/admin/organisers", grace.Page.QuerySelector("#go-on")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await grace.OpenAsync("/admin/organisers")).Status);
        var number = (await site.AccountAsync(email)).Number;
        Assert.Contains($"organiser {number}: second factor changed, account {number}, application", await site.LogAsync());
        Assert.Contains("second facteur a changé", await SubjectAsync(email), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_needs_no_second_factor()
    {
        using var helper = await SignInAsync(await site.OrganiserAsync(OrganiserRoles.Helper));

        Assert.Equal("/check-in", helper.Address);
    }

    [Fact]
    public async Task The_password_alone_gives_no_access_and_a_code_works_once()
    {
        var email = await site.OrganiserAsync();
        await site.EnrolAsync(email);
        using var grace = await SignInAsync(email);
        Assert.Equal(("/admin/login/code", 0), (grace.Address, await site.SessionsAsync(email)));
        using (var visitor = await new RegistrationClient(site).OpenAsync("/admin/login/code"))
            Assert.Equal("/admin/login?refused=late", visitor.Address);

        var code = await site.CodeAsync(email);
        await grace.Fill("code", $"{code[..3]} {code[3..]}").PressAsync("#with-code button");
        Assert.Equal("/admin", grace.Address);

        using var watcher = await SignInAsync(email);
        await watcher.Fill("code", code).PressAsync("#with-code button");
        Assert.Equal(
            (HttpStatusCode.BadRequest, "Ce code n’est pas le bon, ou il a déjà servi."),
            (watcher.Status, watcher.Page.Seen("[data-fault]"))
        );
    }

    [Fact]
    public async Task A_code_used_several_times_at_once_works_once()
    {
        var email = await site.OrganiserAsync();
        await site.EnrolAsync(email);
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync(email)));
        var code = await site.CodeAsync(email);
        await Task.WhenAll(visitors.Select(v => v.Fill("code", code).PressAsync("#with-code button")));

        Assert.Equal(
            ["/admin", "/admin/login/code", "/admin/login/code", "/admin/login/code"],
            visitors.Select(v => v.Address).Order(StringComparer.Ordinal)
        );
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_codes_replace_the_old_ones()
    {
        var email = await site.OrganiserAsync();
        using var grace = await SignInAsync(email);
        await grace.Fill("code", CodeOf(grace)).PressAsync("button[data-action=application]");
        var codes = grace.Page.SeenAll("[data-recovery-codes] code");
        Assert.Equal(
            string.Join("\n", codes) + "\n",
            Uri.UnescapeDataString(grace.Page.QuerySelector("a[download]")!.GetAttribute("href")!.Split(',')[1])
        );

        using (var lost = await SignInAsync(email))
            Assert.Equal(
                "/admin",
                (
                    await lost.Fill("code", codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))
                        .PressAsync("#with-code button")
                ).Address
            );
        using (var again = await SignInAsync(email))
            Assert.Equal(HttpStatusCode.BadRequest, (await again.Fill("code", codes[3]).PressAsync("#with-code button")).Status);
        await grace.OpenAsync("/admin/account/second-factor");
        Assert.Equal("9", grace.Page.QuerySelector("[data-recovery-left]")!.GetAttribute("data-recovery-left"));

        await grace.PressAsync("button[data-action=codes]");
        var fresh = grace.Page.SeenAll("[data-recovery-codes] code");
        Assert.Empty(codes.Intersect(fresh));
        using (var late = await SignInAsync(email))
            Assert.Equal(HttpStatusCode.BadRequest, (await late.Fill("code", codes[4]).PressAsync("#with-code button")).Status);
        using var found = await SignInAsync(email);
        Assert.Equal("/admin", (await found.Fill("code", fresh[9]).PressAsync("#with-code button")).Address);
    }

    [Fact]
    public async Task After_too_many_wrong_codes_further_codes_are_refused_unchecked()
    {
        var email = await site.OrganiserAsync();
        await site.EnrolAsync(email);
        using var thief = await SignInAsync(email);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 10; i++)
            statuses.Add((await thief.Fill("code", $"00000{i}").PressAsync("#with-code button")).Status);

        Assert.Equal(
            Enumerable
                .Repeat(HttpStatusCode.BadRequest, SignInThrottle.FreeAttempts)
                .Concat(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 10 - SignInThrottle.FreeAttempts)),
            statuses
        );
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await thief.Fill("code", await site.CodeAsync(email)).PressAsync("#with-code button")).Status
        );
    }

    [Fact]
    public async Task The_last_factor_cannot_be_removed_and_an_old_sign_in_cannot_change_factors()
    {
        var email = await site.OrganiserAsync();
        await site.EnrolAsync(email);
        using var grace = await SignInAsync(email);
        await grace.Fill("code", await site.CodeAsync(email)).PressAsync("#with-code button");
        await grace.OpenAsync("/admin/account/second-factor");
        await grace.PressAsync("button[data-action=remove-application]");
        Assert.Equal(("/admin/account/second-factor?done=kept", true), (grace.Address, (await site.AccountAsync(email)).TwoFactorEnabled));

        await AgeSessionsAsync(email, TimeSpan.FromMinutes(16));
        var form = new FormUrlEncodedContent(
            grace.Fields((AngleSharp.Html.Dom.IHtmlFormElement)grace.Page.QuerySelector("form:has(button[data-action=codes])")!)
        );
        await grace.PostAsync("/admin/account/second-factor?handler=Codes", form);
        Assert.Equal("/admin/login?to=%2Fadmin%2Faccount%2Fsecond-factor", grace.Address);
        Assert.Equal(0, (await site.AccountAsync(email)).RecoveryGeneration);
        Assert.Empty((await grace.OpenAsync("/admin/account/second-factor")).Page.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task Neither_the_secret_nor_recovery_codes_are_stored_in_plain_text()
    {
        var email = await site.OrganiserAsync();
        using var grace = await SignInAsync(email);
        var secret = grace.Page.Seen("[data-totp-secret]").Replace(" ", "", StringComparison.Ordinal);
        await grace.Fill("code", CodeOf(grace)).PressAsync("button[data-action=application]");
        var code = grace.Page.Seen("[data-recovery-codes] code");

        var rows =
            System.Text.Json.JsonSerializer.Serialize(await site.AccountAsync(email))
            + await site.InDbAsync(async db => string.Join(' ', await db.UserTokens.Select(t => t.Value).ToListAsync()));
        Assert.DoesNotContain(secret, rows, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            code.Replace("-", "", StringComparison.Ordinal),
            rows.Replace("-", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
    }

    private async Task<RegistrationClient> SignInAsync(string email, string? to = null)
    {
        var visitor = await new RegistrationClient(site).OpenAsync(to ?? "/admin/login");
        return await visitor.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
    }

    private Task<int> AgeSessionsAsync(string email, TimeSpan age) =>
        site.InDbAsync(async db =>
        {
            var id = await db.Organisers.Where(o => o.Email == email).Select(o => o.Id).SingleAsync();
            foreach (var session in await db.OrganiserSessions.Where(s => s.OrganiserId == id).ToListAsync())
                db.Entry(session).Property(s => s.CreatedAt).CurrentValue -= age;
            return await db.SaveChangesAsync();
        });

    private async Task<string> SubjectAsync(string email)
    {
        await site.LastMailAsync(email);
        var id = (await site.AccountAsync(email)).Id;
        var mail = await site.InDbAsync(db =>
            db.Outbox.Where(m => m.OrganiserId == id && m.Kind == MailKind.SecondFactorChanged).Select(m => m.MessageId).FirstAsync()
        );
        using var message = await MimeKit.MimeMessage.LoadAsync(Path.Combine(site.DataPath, "mail", $"{mail}.eml"));
        return message.Subject!;
    }

    /// <summary>The code that an authenticator app shows for the secret on this page.</summary>
    private static string CodeOf(RegistrationClient visitor) =>
        Totp.Code(Bytes(visitor.Page.Seen("[data-totp-secret]")), Totp.StepAt(DateTimeOffset.UtcNow));

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(
            base32
                .Where(char.IsAsciiLetterOrDigit)
                .Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))
        );
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
