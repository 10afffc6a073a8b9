using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Invitations, one-time links, roles, and the last organiser.</summary>
public sealed class AccountsTests(SiteOnEachDatabase sites) : IClassFixture<SiteOnEachDatabase>
{
    private const string Password = "quatre oxydes et un gel";

    [Fact]
    public async Task An_invited_person_sets_a_password_with_a_link_that_works_once()
    {
        var site = sites[Engine.Sqlite];
        using var grace = await SignedInAsync(site, await site.OrganiserAsync());
        await grace.OpenAsync("/admin/organisers");
        await grace
            .Fill("name", "Ada Lovelace")
            .Fill("email", "Ada@Example.org")
            .Fill("role", "helper")
            .Fill("language", "en")
            .PressAsync();
        Assert.Equal(
            ("/admin/organisers?done=invited", "L’invitation part par courriel."),
            (grace.Address, grace.Page.Seen("[role=status]"))
        );
        Assert.Equal(
            "invited",
            grace
                .Page.QuerySelector($"[data-account='{(await site.AccountAsync("ada@example.org")).Number}'] [data-state]")!
                .GetAttribute("data-state")
        );
        var link = AccountTestHelpers.LinkIn(await site.LastMailAsync("ada@example.org"));

        // Opening the link changes nothing, because mail scanners open links too.
        using (var scanner = await new RegistrationClient(site).OpenAsync(link))
            Assert.Equal(HttpStatusCode.OK, scanner.Status);
        using var ada = await new RegistrationClient(site).OpenAsync(link);
        Assert.Equal(
            (true, "no-referrer"),
            (ada.Answer.Headers.CacheControl!.NoStore, ada.Answer.Headers.GetValues("Referrer-Policy").Single())
        );
        await ada.Fill("password", "Ada Lovelace 1815").PressAsync();
        Assert.Equal(HttpStatusCode.BadRequest, ada.Status);
        await ada.Fill("password", Password).PressAsync();
        Assert.Equal(("/check-in", "Check-in"), (ada.Address, ada.Page.Seen("h1")));

        using var second = await new RegistrationClient(site).OpenAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, "Ce lien n’est plus valable"), (second.Status, second.Page.Seen("h1")));
        var (number, by) = (
            (await site.AccountAsync("ada@example.org")).Number,
            (await site.LogAsync()).Where(l => l.Contains("account invited", StringComparison.Ordinal))
        );
        Assert.Contains(by, line => line.EndsWith($": account invited, account {number}, helper", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_used_by_several_people_at_once_sets_one_password()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        var link = await RequestPasswordResetAsync(site, email);
        var clients = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async i => (await new RegistrationClient(site).OpenAsync(link)).Fill("password", $"quatre oxydes et un gel {i}"))
        );
        await Task.WhenAll(clients.Select(client => client.PressAsync()));

        Assert.Single(clients, client => client.Address == "/admin");
        Assert.Equal(2, clients.Count(client => client.Status == HttpStatusCode.NotFound));
        foreach (var client in clients)
            client.Dispose();
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_and_every_session_ends()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        using var elsewhere = await SignedInAsync(site, email);
        using var grace = await new RegistrationClient(site).OpenAsync("/admin/login/forgotten");
        await grace.Fill("email", $" {email.ToUpperInvariant()}").PressAsync();
        Assert.Equal(
            "Si cette adresse a un compte, un lien vient d’y être envoyé. Il sert une seule fois, pendant deux heures.",
            grace.Page.Seen("h1 + p")
        );
        await grace.OpenAsync(AccountTestHelpers.LinkIn(await site.LastMailAsync(email)));
        await grace.Fill("password", Password).PressAsync();
        Assert.Equal("/admin", grace.Address);

        Assert.Equal("/admin/login?to=%2Fadmin", (await elsewhere.OpenAsync("/admin")).Address);
        Assert.Contains("a été changé", await site.LastMailAsync(email, MailKind.PasswordChanged), StringComparison.Ordinal);
        await elsewhere.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
    }

    [Fact]
    public async Task A_forgotten_password_of_an_unknown_or_disabled_account_gives_the_same_answer_and_no_mail()
    {
        var site = sites[Engine.Sqlite];
        var disabled = await site.OrganiserAsync();
        await site.ChangeAsync(disabled, organiser => organiser.DisabledAt = DateTimeOffset.UtcNow);
        var before = await site.InDbAsync(db => db.Outbox.CountAsync());
        var answers = new HashSet<string>();
        foreach (var email in new[] { disabled, "nobody@example.org" })
        {
            using var visitor = await new RegistrationClient(site).OpenAsync("/admin/login/forgotten");
            await visitor.Fill("email", email).PressAsync();
            answers.Add($"{visitor.Status} {visitor.Page.Seen("main").Replace(email, "", StringComparison.Ordinal)}");
        }

        Assert.Single(answers);
        Assert.Equal(before, await site.InDbAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_new_link_makes_the_previous_one_invalid()
    {
        var site = sites[Engine.Sqlite];
        using var grace = await SignedInAsync(site, await site.OrganiserAsync());
        await InviteAsync(grace, "emmy@example.org");
        var first = AccountTestHelpers.LinkIn(await site.LastMailAsync("emmy@example.org"));
        await grace.OpenAsync($"/admin/organisers/{(await site.AccountAsync("emmy@example.org")).Number}");
        await grace.PressAsync("button[data-action=link]");
        var second = AccountTestHelpers.LinkIn(await site.LastMailAsync("emmy@example.org"));

        using var emmy = await new RegistrationClient(site).OpenAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, emmy.Status);
        Assert.Equal(HttpStatusCode.OK, (await emmy.OpenAsync(second)).Status);
        // Expired, shortened and forged links are invalid too.
        var account = await site.AccountAsync("emmy@example.org");
        var links = site.Services.GetRequiredService<OrganiserLinks>();
        foreach (
            var bad in new[]
            {
                links.PasswordPath(account, DateTimeOffset.UtcNow.AddSeconds(-1)),
                second[..^1],
                second + "A",
                "/admin/password",
                "/admin/password?token=" + new string('A', 48),
            }
        )
            Assert.Equal((bad, HttpStatusCode.NotFound), (bad, (await emmy.OpenAsync(bad)).Status));
    }

    [Fact]
    public async Task An_address_is_invited_only_once_and_a_refused_form_keeps_its_values()
    {
        var site = sites[Engine.Sqlite];
        var email = await site.OrganiserAsync();
        using var grace = await SignedInAsync(site, email);
        await (await grace.OpenAsync("/admin/organisers"))
            .Fill("name", "Grace again")
            .Fill("email", email.ToUpperInvariant())
            .Fill("role", "helper")
            .PressAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Cette adresse a déjà un compte."), (grace.Status, grace.Page.Seen("#email-fault")));
        Assert.Equal(["Grace again", email.ToUpperInvariant()], grace.Page.AttributeOfAll("main div:has(> label) > input", "value"));
        Assert.Equal("helper", grace.Page.QuerySelector("[name=role][checked]")!.GetAttribute("value"));

        await grace.Fill("name", "a\u0000b").Fill("email", "x@example.org, y@example.org").Forge("role", "admin").PressAsync();
        Assert.Equal("Choisissez au moins un rôle.", grace.Page.Seen("fieldset .field-error"));
        Assert.Equal((HttpStatusCode.BadRequest, 2), (grace.Status, grace.Page.QuerySelectorAll("main [id$='-fault']").Length));
    }

    [Fact]
    public async Task A_changed_role_and_a_disabled_or_deleted_account_end_the_session_at_once()
    {
        var site = sites[Engine.Sqlite];
        using var grace = await SignedInAsync(site, await site.OrganiserAsync());
        foreach (var (button, afterwards) in new[] { ("roles", "/check-in"), ("disable", null), ("forget", "/admin"), ("delete", null) })
        {
            var email = await site.OrganiserAsync();
            await site.EnrolAsync(email);
            var number = (await site.AccountAsync(email)).Number;
            using var ada = await SignedInAsync(site, email);
            await ada.Fill("code", await site.CodeAsync(email)).PressAsync("#with-code button");
            Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync("/admin")).Status);

            await grace.OpenAsync($"/admin/organisers/{number}");
            if (button == "delete")
                grace.Fill("sure", "yes");
            if (button == "roles")
                grace.Fill("role", "helper");
            await grace.PressAsync($"button[data-action={button}]");

            Assert.Equal("/admin/login?to=%2Fadmin", (await ada.OpenAsync("/admin")).Address);
            await ada.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
            if (ada.Address.StartsWith("/admin/login/code", StringComparison.Ordinal))
                await ada.Fill("code", await site.CodeAsync(email)).PressAsync("#with-code button");
            Assert.Equal((button, afterwards), (button, ada.Status == HttpStatusCode.OK ? ada.Address : null));
        }
    }

    [Fact]
    public async Task The_number_of_a_deleted_account_is_not_used_again()
    {
        await using var site = new SiteFactory();
        var email = await site.OrganiserAsync();
        await site.ChangeAsync(email, _ => { });
        using var grace = await SignedInAsync(site, email);
        var numbers = new List<int>();
        for (var i = 0; i < 2; i++)
        {
            await InviteAsync(grace, $"ada{i}@example.org");
            numbers.Add((await site.AccountAsync($"ada{i}@example.org")).Number);
            await grace.OpenAsync($"/admin/organisers/{numbers[i]}");
            await grace.Fill("sure", "yes").PressAsync("button[data-action=delete]");
        }

        Assert.Equal(numbers[0] + 1, numbers[1]);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("disable")]
    [InlineData("delete")]
    public async Task The_last_organiser_cannot_be_demoted_disabled_or_deleted(string button)
    {
        await using var site = new SiteFactory();
        var email = await site.OrganiserAsync();
        using var grace = await SignedInAsync(site, email);
        // An invited person, a disabled organiser and a helper do not count: none of them can administer the site.
        await InviteAsync(grace, "ada@example.org", "organiser");
        await site.ChangeAsync(await site.OrganiserAsync(), organiser => organiser.DisabledAt = DateTimeOffset.UtcNow);
        await site.OrganiserAsync(OrganiserRoles.Helper);

        await grace.OpenAsync($"/admin/organisers/{(await site.AccountAsync(email)).Number}");
        if (button == "delete")
            grace.Fill("sure", "yes");
        if (button == "roles")
            grace.Fill("role", "helper");
        await grace.PressAsync($"button[data-action={button}]");

        Assert.Equal("C’est le dernier compte d’organisation : invitez d’abord quelqu’un d’autre.", grace.Page.Seen("[role=status]"));
        var account = await site.AccountAsync(email);
        Assert.Equal((OrganiserRoles.Organiser, null), (account.Roles, account.DisabledAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_organisers_cannot_be_demoted_at_the_same_time(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine };
        var numbers = new List<int>();
        for (var i = 0; i < 2; i++)
            numbers.Add((await site.AccountAsync(await site.OrganiserAsync())).Number);
        var answers = await Task.WhenAll(
            numbers.Select(number =>
                site.InAsync(services =>
                    services
                        .GetRequiredService<OrganiserService>()
                        .ChangeRolesAsync(number, OrganiserRoles.Helper, Actor.CommandLine, CancellationToken.None)
                )
            )
        );

        Assert.Equal([AccountResult.Done, AccountResult.LastOrganiser], answers.Order());
        Assert.Equal(1, await site.InDbAsync(db => db.Organisers.CountAsync(o => o.Roles == OrganiserRoles.Organiser)));
    }

    [Fact]
    public async Task The_page_of_an_unknown_account_is_not_found()
    {
        using var grace = await SignedInAsync(sites[Engine.Sqlite], await sites[Engine.Sqlite].OrganiserAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await grace.OpenAsync("/admin/organisers/987654")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await grace.OpenAsync("/admin/organisers/99999999999")).Status);
        await grace.OpenAsync("/admin/organisers");
        await grace.PostAsync(
            "/admin/organisers/987654?handler=Disable",
            new FormUrlEncodedContent(grace.Fields((AngleSharp.Html.Dom.IHtmlFormElement)grace.Page.QuerySelector("main form")!))
        );
        Assert.Equal("/admin/organisers?done=unknown", grace.Address);
    }

    private static async Task InviteAsync(RegistrationClient by, string email, string role = "helper") =>
        await (await by.OpenAsync("/admin/organisers")).Fill("name", "Ada").Fill("email", email).Fill("role", role).PressAsync();

    private static async Task<string> RequestPasswordResetAsync(SiteFactory site, string email)
    {
        using var visitor = await new RegistrationClient(site).OpenAsync("/admin/login/forgotten");
        await visitor.Fill("email", email).PressAsync();
        return AccountTestHelpers.LinkIn(await site.LastMailAsync(email));
    }

    private static async Task<RegistrationClient> SignedInAsync(SiteFactory site, string email)
    {
        var visitor = await new RegistrationClient(site).OpenAsync("/admin/login");
        return await visitor.Fill("email", email).Fill("password", OrganiserAccounts.Password).PressAsync("#with-password button");
    }
}
