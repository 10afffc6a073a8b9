using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Organisers answer claims, on their page and on the page of a person.</summary>
public sealed class ClaimsTests
{
    [Fact]
    public async Task Without_claims_the_page_says_so()
    {
        await using var site = await SiteAsync();
        using var organiser = await site.SignedInAsync();

        Assert.Equal("Aucun rôle n’attend votre accord.", (await organiser.ReadAsync("/admin/attendees/claims")).Seen("#no-claims"));
        Assert.Equal("0", (await organiser.ReadAsync("/admin")).Seen("[data-figure=claims] dd"));
    }

    [Fact]
    public async Task Each_claim_is_listed_with_the_reasons_to_look_closer_and_answered_with_one_press()
    {
        await using var site = await SiteAsync(
            People.Person(1, People.Details("François-Xavier", "Coudert"), People.Seat(1), People.Confirmed),
            People.Person(2, People.Details("Eve", "Stranger") with { Presents = "p3 o2" }, People.Seat(2), People.Confirmed),
            People.Person(3, People.Details("Ada", "Lovelace") with { Presents = "p3" }, People.Seat(3))
        );
        using var organiser = new RegistrationClient(site, await site.SignedInAsync());
        await organiser.OpenAsync("/admin/attendees/claims");
        Assert.Equal(
            ["1 o1: ", "2 o2: othername", "3 p3: unconfirmed othername contested", "2 p3: othername contested"],
            organiser
                .Page.QuerySelectorAll("[data-claim]")
                .Select(row => $"{row.GetAttribute("data-claim")}: {string.Join(' ', row.AttributeOfAll("[data-doubt]", "data-doubt"))}")
        );
        // What is not confirmed yet by its owner can only be refused.
        Assert.Null(organiser.Page.QuerySelector("[data-claim='3 p3'] [data-action=confirm-role]"));
        Assert.Equal(["/admin/attendees/3"], organiser.Page.AttributeOfAll("[data-claim='2 p3'] [data-doubt=contested] a", "href"));

        await organiser.PressAsync("[data-claim='2 p3'] [data-action=confirm-role]");
        Assert.Equal("Le rôle est confirmé.", organiser.Page.Seen("[data-notice] p"));
        await organiser.PressAsync("[data-claim='2 o2'] [data-action=refuse-role]");
        Assert.Equal("/admin/attendees/claims?done=refused&number=2", organiser.Address);

        Assert.Equal(["1 o1", "3 p3"], organiser.Page.AttributeOfAll("[data-claim]", "data-claim"));
        Assert.Equal("2", (await organiser.OpenAsync("/admin")).Page.Seen("[data-figure=claims] dd"));
        await organiser.OpenAsync("/admin/attendees?role=confirmed");
        Assert.Equal(["2"], organiser.Page.AttributeOfAll("[data-number]", "data-number"));
        Assert.Equal(["refused", "confirmed"], organiser.Page.AttributeOfAll("[data-number='2'] [data-role-state]", "data-role-state"));
        Assert.Equal(
            ["2 confirmed a role p3", "2 refused a role o2"],
            await DbAsync(site, async db =>
                await db
                    .AuditLog.Where(e => e.Action.EndsWith(" a role"))
                    .OrderBy(e => e.Id)
                    .Select(e => $"{e.Registration} {e.Action} {e.Result}")
                    .ToListAsync()
            )
        );
    }

    [Fact]
    public async Task The_obvious_claims_are_confirmed_in_one_press_and_their_owners_see_it()
    {
        await using var site = await SiteAsync(
            People.Person(1, People.Details("François-Xavier", "Coudert"), People.Seat(1), People.Confirmed),
            People.Person(2, People.Details("Eve", "Stranger") with { Presents = "p3" }, People.Seat(2), People.Confirmed)
        );
        using var reader = site.CreateClient();
        var (coudert, eve) = (await OwnPageAsync(site, 1), await OwnPageAsync(site, 2));
        Assert.StartsWith(
            "Le programme annonce sous votre nom : O1 – ",
            (await reader.ReadAsync(coudert)).Seen("[data-role-state=claimed]"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Vous nous avez dit présenter : P3 – ",
            (await reader.ReadAsync(eve)).Seen("[data-role-state=claimed]"),
            StringComparison.Ordinal
        );

        using var organiser = new RegistrationClient(site, await site.SignedInAsync());
        await organiser.OpenAsync("/admin/attendees/claims");
        Assert.Equal("Confirmer le seul évident", organiser.Page.Seen("[data-action=obvious]"));
        await organiser.DoAsync("obvious");

        Assert.Equal("1 rôle confirmé.", organiser.Page.Seen("[data-notice] p"));
        Assert.Equal(["2 p3"], organiser.Page.AttributeOfAll("[data-claim]", "data-claim"));
        Assert.Null(organiser.Page.QuerySelector("[data-action=obvious]"));
        Assert.StartsWith(
            "Vous donnez un exposé : O1 – ",
            (await reader.ReadAsync(coudert)).Seen("[data-role-state=confirmed]"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Vous y donnez un exposé",
            (await reader.ReadAsync($"{coudert}/invitation")).Seen("article.letter"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_claim_of_somebody_who_takes_another_name_meanwhile_is_not_confirmed()
    {
        await using var site = await SiteAsync(
            People.Person(1, People.Details("François-Xavier", "Coudert"), People.Seat(1), People.Confirmed)
        );
        using var organiser = new RegistrationClient(site, await site.SignedInAsync());
        await organiser.OpenAsync("/admin/attendees/claims");
        using var owner = await new RegistrationClient(site).OpenAsync(await OwnPageAsync(site, 1));
        await owner.Fill("given-name", "Eve").DoAsync("save");

        await organiser.DoAsync("confirm-role");

        Assert.StartsWith("Le nom a changé entre-temps", organiser.Page.Seen("[data-notice] p"), StringComparison.Ordinal);
        Assert.Equal(0, await DbAsync(site, async db => (await db.Registrations.SingleAsync()).RoleDecisions.Count));
    }

    [Fact]
    public async Task On_the_page_of_a_person_a_role_is_given_withdrawn_and_undone()
    {
        await using var site = await SiteAsync(People.Person(1, People.Details("Eve", "Stranger"), People.Seat(1), People.Confirmed));
        using var organiser = new RegistrationClient(site, await site.SignedInAsync());
        await organiser.OpenAsync("/admin/attendees/1");
        await organiser.Fill("part", "committee").DoAsync("give-role");
        Assert.Equal(["confirmed"], organiser.Page.AttributeOfAll("#roles [data-role=committee]", "data-role-state"));
        Assert.Equal(
            "Rôles – « rien » → « Comité d’organisation confirmé »".Replace(" – ", " ", StringComparison.Ordinal),
            organiser.Page.Seen("#history [data-field=roles]").Replace('\u00a0', ' ').Replace('\u202f', ' ')
        );

        await organiser.DoAsync("refuse-role");
        Assert.Equal(["refused"], organiser.Page.AttributeOfAll("#roles [data-role=committee]", "data-role-state"));
        await organiser.PressAsync("[data-notice] button[data-action=undo]");
        Assert.Equal(["confirmed"], organiser.Page.AttributeOfAll("#roles [data-role=committee]", "data-role-state"));
    }

    [Fact]
    public async Task Once_present_the_own_form_leaves_out_name_and_claims_says_so_and_saves_the_rest()
    {
        await using var site = await SiteAsync(People.Person(1, People.Details("Eve", "Stranger"), People.Seat(1), People.Confirmed));
        await DbAsync(site, async db =>
        {
            var presence = new Presence
            {
                RegistrationId = await db.Registrations.Select(r => r.Id).SingleAsync(),
                Date = People.Wednesday,
                Half = Domain.Programme.HalfDay.Afternoon,
            };
            presence.CheckIn(new(2021, 9, 22, 10, 50, 0, TimeSpan.Zero), "organiser 2");
            db.Presences.Add(presence);
            return await db.SaveChangesAsync();
        });
        using var owner = await new RegistrationClient(site).OpenAsync(await OwnPageAsync(site, 1));
        Assert.Empty(owner.Page.QuerySelectorAll("[name=given-name], [name=family-name], [name=presents]"));
        Assert.StartsWith(
            "Votre nom et ce que vous présentez ne changent plus",
            owner.Page.Seen("[data-identity-fixed]"),
            StringComparison.Ordinal
        );

        await owner.Fill("affiliation", "Elsewhere").DoAsync("save");
        Assert.Equal("C’est fait.", owner.Page.Seen("[role=status]"));
        await owner.Forge("given-name", "Ada").Fill("affiliation", "Nowhere").DoAsync("save");

        Assert.StartsWith("C’est enregistré, sauf votre nom", owner.Page.Seen("[role=status]"), StringComparison.Ordinal);
        var saved = await DbAsync(site, async db => (await db.Registrations.AsNoTracking().SingleAsync()).Details);
        Assert.Equal(("Eve Stranger", "Nowhere"), (saved.Name, saved.Affiliation));
    }

    [Fact]
    public async Task An_invitation_names_the_role_of_the_guest()
    {
        await using var site = await SiteAsync();
        using var organiser = new RegistrationClient(site, await site.SignedInAsync());
        await organiser.OpenAsync("/admin/invitations");
        var speaker = organiser.Page.QuerySelector("[data-speaker='François-Xavier Coudert'] a")!;
        await organiser.OpenAsync(speaker.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(["o1", ""], organiser.Shown("#invite")["part"]);
        await organiser.DoAsync("invite");
        Assert.Equal(["o1"], organiser.Page.AttributeOfAll("[data-parts]", "data-parts"));

        using var guest = await new RegistrationClient(site).OpenAsync(new Uri(organiser.Page.Seen("[data-link]")).PathAndQuery);
        await guest.FillIn("fx@example.org", "in-person").Fill("given-name", "François-Xavier").Fill("family-name", "Coudert").PressAsync();
        await guest.FollowLinkAsync("fx@example.org");
        await guest.DoAsync("confirm");

        Assert.Equal(["o1"], guest.Page.AttributeOfAll("[data-role-state=confirmed]", "data-role"));
        Assert.NotNull((await organiser.OpenAsync("/admin/attendees/claims")).Page.QuerySelector("#no-claims"));
    }

    [Fact]
    public async Task Somebody_with_several_contributions_chooses_each_in_a_select_of_its_own()
    {
        await using var site = await SiteAsync(People.Person(1, People.Details("Eve", "Stranger"), People.Seat(1), People.Confirmed));
        using var owner = await new RegistrationClient(site).OpenAsync(await OwnPageAsync(site, 1));
        await owner.Fill("presents", "p3").Fill("presents-more", "", "o2", "p3").DoAsync("save");

        Assert.Equal("p3 o2", await DbAsync(site, async db => (await db.Registrations.SingleAsync()).Details.Presents));
        Assert.Equal(["o2", "p3"], owner.Page.AttributeOfAll("[data-role]", "data-role"));
        var form = owner.Shown("form:has([name=presents])");
        Assert.Equal(["p3"], form["presents"]);
        Assert.Equal(["o2", ""], form["presents-more"]);
    }

    private static async Task<SiteFactory> SiteAsync(params Registration[] people)
    {
        var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await DbAsync(site, async db =>
        {
            await db.PutInAsync(people);
            return await db.WorkshopStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.LastNumber, 100));
        });
        return site;
    }

    private static async Task<string> OwnPageAsync(SiteFactory site, int number)
    {
        var person = await DbAsync(site, db => db.Registrations.AsNoTracking().SingleAsync(r => r.Number == number));
        return $"/mon-inscription/{site.Services.GetRequiredService<SecretLinks>().Of(person)}";
    }

    private static async Task<T> DbAsync<T>(SiteFactory site, Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
