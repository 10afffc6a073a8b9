using System.Net;

using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>One person's page, the form behind it, and how people are added, in a browser without script.</summary>
public sealed class PersonTests(OpenSite site) : IClassFixture<OpenSite>
{
    private static int last;

    [Fact]
    public async Task Everything_about_a_person_is_on_one_page_and_their_link_is_not()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        await grace.OpenAsync(await AddressOfAsync(email));

        Assert.Equal(("confirmed", "seat"), grace.Marks);
        Assert.Equal("Ada Lovelace", grace.Page.Seen("h1"));
        Assert.StartsWith("en salle Confirmée : siège", grace.Page.Seen("[data-standing]"), StringComparison.Ordinal);
        Assert.Equal(
            ["email", "link", "position", "country", "language", "attendance", "seat", "half-days", "meals", "diet", "access", "presents", "listed", "photos", "dates"],
            grace.Page.AttributeOfAll("[data-fact]", "data-fact"));
        Assert.StartsWith("O3 –", grace.Page.Seen("[data-fact=presents] a"), StringComparison.Ordinal);
        Assert.Equal("/resumes/o3", grace.Page.QuerySelector("[data-fact=presents] a")!.GetAttribute("href"));
        Assert.Equal(["Confirmed", "ConfirmAddress"], grace.Page.AttributeOfAll("[data-mail]", "data-mail"));
        Assert.DoesNotContain((await site.LinkAsync(email)).Split('/')[^1], await grace.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(grace.Answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_number_that_is_nobody_is_not_found()
    {
        using var grace = await OrganiserAsync();
        foreach (var address in new[] { "/admin/attendees/987654", "/admin/attendees/987654/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await grace.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Each_button_does_what_it_says_and_can_be_undone()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        await grace.OpenAsync(await AddressOfAsync(email));

        await grace.DoAsync("remote");
        Assert.Equal((("confirmed", "remote"), "C’est fait."), (grace.Marks, grace.Page.Seen("[data-said] p")));
        await grace.DoAsync("undo");
        Assert.Equal(("confirmed", "seat"), grace.Marks);
        await grace.DoAsync("cancel");
        Assert.Equal(("cancelled", "none"), grace.Marks);
        Assert.Equal(["État « confirmée » → « annulée »"], grace.Page.SeenAll("#history > ol > li:first-child [data-field=status]"));
        Assert.Equal("Grace Hopper a annulé l’inscription", grace.Page.Seen("#history > ol > li:first-child div > p"));
        await grace.DoAsync("reinstate");
        Assert.Equal(("confirmed", "seat"), grace.Marks);
        await grace.DoAsync("link");
        Assert.Equal("LinkAgain", grace.Page.AttributeOfAll("[data-mail]", "data-mail")[0]);
        Assert.Equal(["undid the last change", "reinstated", "follows remotely", "cancelled"], grace.Page.AttributeOfAll("[data-action]", "data-action").Intersect(["undid the last change", "reinstated", "cancelled", "follows remotely"]).Order().Reverse());

        await grace.DoAsync("erase");
        Assert.Equal(("/admin/attendees", null), (grace.Address, await site.RegistrationAsync(email)));
    }

    [Fact]
    public async Task A_page_that_is_stale_undoes_nothing()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        using var alan = await OrganiserAsync();
        await grace.OpenAsync(await AddressOfAsync(email));
        await alan.OpenAsync(await AddressOfAsync(email));
        await alan.DoAsync("remote");
        await grace.DoAsync("undo");
        Assert.StartsWith("Autre chose a changé", grace.Page.Seen("[data-said]"), StringComparison.Ordinal);
        Assert.Equal(("confirmed", "remote"), grace.Marks);
    }

    [Fact]
    public async Task An_action_that_nobody_knows_is_refused()
    {
        using var grace = await OrganiserAsync();
        await grace.OpenAsync(await AddressOfAsync(await ConfirmedAsync()));
        await grace.Forge("action", "promote").DoAsync("link");
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
    }

    [Fact]
    public async Task Notes_are_kept_as_they_were_typed_with_who_wrote_them()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        await grace.OpenAsync(await AddressOfAsync(email));
        await grace.Fill("text", "Arrive en <b>retard</b>.\nVient de Lyon.").DoAsync("note");
        Assert.Equal("Arrive en <b>retard</b>.\nVient de Lyon.", grace.Page.QuerySelector("#notes .note-text")!.TextContent);
        Assert.StartsWith("Grace Hopper", grace.Page.Seen("#notes li .facts"), StringComparison.Ordinal);

        foreach (var bad in new[] { " \n ", new string('a', 1001), "a\u202Eb" })
        {
            await grace.Fill("text", bad).DoAsync("note");
            Assert.Equal((HttpStatusCode.BadRequest, bad.Trim()), (grace.Status, grace.Page.QuerySelector("#text")!.TextContent));
        }
        await grace.DoAsync("delete-note");
        Assert.Equal("Aucune note.", grace.Page.Seen("#notes > .facts"));
    }

    [Fact]
    public async Task Two_organisers_edit_the_same_person_and_nothing_is_lost()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        using var alan = await OrganiserAsync(Language.English);
        var address = await AddressOfAsync(email);
        await grace.OpenAsync($"{address}/edit");
        await alan.OpenAsync($"{address}/edit");
        await grace.Fill("affiliation", "Lyon").Fill("diet", "sans noix").DoAsync("save");
        Assert.Equal(($"{address}?done=saved", "C’est enregistré."), (grace.Address, grace.Page.Seen("[data-said] p")));

        await alan.Fill("affiliation", "Nice").Fill("given-name", "Augusta").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, alan.Status);
        Assert.Equal(
            ["Affiliation : the other put “Lyon”, you “Nice”. Your answer stands in the form.", "Diet : “nothing” has become “sans noix”, taken over into the form."],
            alan.Page.SeenAll("[data-conflict] li"));
        Assert.Equal([("affiliation", "yes"), ("diet", "no")], alan.Page.QuerySelectorAll("[data-changed]").Select(c => (c.GetAttribute("data-changed"), c.GetAttribute("data-clash"))));
        Assert.Equal(("Lyon", "Ada"), await ToldAsync(email));
        var shown = alan.Shown("form.registration-form");
        Assert.Equal(("Nice", "Augusta", "sans noix"), (shown["affiliation"].Single(), shown["given-name"].Single(), shown["diet"].Single()));

        await alan.DoAsync("save");
        Assert.Equal($"{address}?done=saved", alan.Address);
        Assert.Equal(("Nice", "Augusta"), await ToldAsync(email));
        Assert.Equal("sans noix", (await site.RegistrationAsync(email))!.Details.Diet);
    }

    [Fact]
    public async Task A_participant_and_an_organiser_at_once_lose_nothing_either()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        using var ada = new Visitor(site);
        await ada.FollowLinkAsync(email);
        await grace.OpenAsync($"{await AddressOfAsync(email)}/edit");
        await grace.Fill("affiliation", "Lyon").DoAsync("save");

        await ada.Fill("affiliation", "Nice").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, ada.Status);
        Assert.Equal(["Affiliation : l’autre a mis « Lyon », vous « Nice ». Votre réponse est dans le formulaire."], ada.Page.SeenAll("[data-conflict] li"));
        await ada.DoAsync("save");
        Assert.Equal(("Nice", "Ada"), await ToldAsync(email));
    }

    [Fact]
    public async Task A_change_of_place_meanwhile_is_no_quarrel_about_the_answers()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        await grace.OpenAsync($"{await AddressOfAsync(email)}/edit");
        var id = (await site.RegistrationAsync(email))!.Id;
        await AtDeskAsync(d => d.FollowRemotelyAsync(id, Actor.Participant, CancellationToken.None));
        await AtDeskAsync(d => d.ComeToTheRoomAsync(id, Actor.Participant, CancellationToken.None));
        await grace.Fill("affiliation", "Lyon").DoAsync("save");
        Assert.Equal(("Lyon", "Ada"), await ToldAsync(email));
    }

    [Fact]
    public async Task An_edit_that_is_wrong_comes_back_with_everything_typed()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        await grace.OpenAsync($"{await AddressOfAsync(email)}/edit");
        await grace.Fill("given-name", "<Ada>").Fill("affiliation", "Lyon").DoAsync("save");
        Assert.Equal((HttpStatusCode.BadRequest, 1, "Lyon"), (grace.Status, grace.Faults.Length, grace.Shown("form.registration-form")["affiliation"].Single()));
        await grace.Fill("given-name", "Augusta").Forge(RegistrationEdit.Revision, "many").DoAsync("save");
        Assert.Equal(HttpStatusCode.Conflict, grace.Status);
        Assert.Equal(("LAAS-CNRS", "Ada"), await ToldAsync(email));
    }

    [Fact]
    public async Task A_mistyped_address_is_put_right_and_the_old_link_is_dead()
    {
        var (email, other) = (await ConfirmedAsync(), await ConfirmedAsync());
        var old = await site.LinkAsync(email);
        using var grace = await OrganiserAsync();
        await grace.OpenAsync($"{await AddressOfAsync(email)}/edit");
        foreach (var (typed, fault) in new[] { ("nobody", "Cette adresse"), (other, "Une autre inscription a déjà cette adresse.") })
        {
            await grace.Fill("email", typed).DoAsync("address");
            Assert.Equal(typed, grace.Page.QuerySelector("#email")!.GetAttribute("value"));
            Assert.NotEqual("", grace.Page.Seen("[data-address-fault]"));
        }
        Assert.Equal((await AddressOfAsync(other)), grace.Page.QuerySelector("[data-address-fault] a")!.GetAttribute("href"));

        var right = $"right{Interlocked.Increment(ref last)}@example.org";
        await grace.Fill("email", right).DoAsync("address");
        Assert.Equal(right, grace.Page.Seen("[data-fact=email] a"));
        using var ada = new Visitor(site);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.FollowLinkAsync(right)).Status);
    }

    [Fact]
    public async Task Two_who_correct_an_address_see_each_other()
    {
        var email = await ConfirmedAsync();
        using var grace = await OrganiserAsync();
        using var alan = await OrganiserAsync();
        var address = $"{await AddressOfAsync(email)}/edit";
        await grace.OpenAsync(address);
        await alan.OpenAsync(address);
        var (first, second) = ($"first{Interlocked.Increment(ref last)}@example.org", $"second{Interlocked.Increment(ref last)}@example.org");
        await grace.Fill("email", first).DoAsync("address");
        await alan.Fill("email", second).DoAsync("address");
        Assert.Equal(HttpStatusCode.Conflict, alan.Status);
        Assert.Contains(first, alan.Page.Seen("[data-address-fault]"), StringComparison.Ordinal);
        await alan.DoAsync("address");
        Assert.Equal(second, alan.Page.Seen("[data-fact=email] a"));
    }

    [Fact]
    public async Task The_list_that_one_came_from_leads_to_the_next_and_stays()
    {
        var (first, second) = (await ConfirmedAsync("Zuse"), await ConfirmedAsync("Zuse"));
        using var grace = await OrganiserAsync();
        await grace.OpenAsync($"{await AddressOfAsync(first)}?q=zuse&sort=number");
        var next = grace.Page.QuerySelector("[rel=next]")!.GetAttribute("href")!;
        Assert.Equal($"{await AddressOfAsync(second)}?q=zuse&sort=number", next);
        Assert.Null(grace.Page.QuerySelector("[rel=prev]"));
        await grace.OpenAsync(next);
        await grace.DoAsync("link");
        Assert.Equal($"{next}&done=done", grace.Address);
        Assert.Equal($"{await AddressOfAsync(first)}?q=zuse&sort=number", grace.Page.QuerySelector("[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_is_added_by_hand_confirmed_or_to_be_confirmed()
    {
        using var grace = await OrganiserAsync();
        var email = $"hand{Interlocked.Increment(ref last)}@example.org";
        await grace.OpenAsync("/admin/attendees/new");
        await grace.PressAsync("form.registration-form > p button");
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
        await grace.FillIn(email, "in-person").Fill("confirmed", "yes").Fill("language", "en").PressAsync("form.registration-form > p button");
        Assert.Equal(("confirmed", "seat"), grace.Marks);
        Assert.Equal(Language.English, (await site.RegistrationAsync(email))!.Details.Language);

        await grace.OpenAsync("/admin/attendees/new");
        await grace.FillIn(email).PressAsync("form.registration-form > p button");
        Assert.Equal((HttpStatusCode.Conflict, await AddressOfAsync(email)), (grace.Status, grace.Page.QuerySelector("[data-taken-by]")!.GetAttribute("href")));
        await grace.Fill("email", $"hand{Interlocked.Increment(ref last)}@example.org").PressAsync("form.registration-form > p button");
        Assert.Equal(("pending", "remote"), grace.Marks);
    }

    [Fact]
    public async Task Speakers_who_are_not_here_yet_are_invited_one_by_one()
    {
        using var grace = await OrganiserAsync();
        await grace.OpenAsync("/admin/invitations");
        var speaker = grace.Page.QuerySelector("[data-speaker]")!;
        var name = speaker.GetAttribute("data-speaker")!;
        await grace.OpenAsync(speaker.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(name, grace.Page.QuerySelector("#guest")!.GetAttribute("value"));
        await grace.PressAsync("button[value=invite]");

        var link = grace.Page.Seen("[data-link]");
        Assert.StartsWith("https://modmat.test/inscription?invitation=", link, StringComparison.Ordinal);
        Assert.DoesNotContain(name, grace.Page.AttributeOfAll("[data-speaker]", "data-speaker"));
        await grace.OpenAsync("/admin/invitations");
        Assert.Null(grace.Page.QuerySelector("[data-link]"));
        Assert.DoesNotContain(link.Split('=')[^1], await grace.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var guest = new Visitor(site);
        Assert.Equal(HttpStatusCode.OK, (await guest.OpenAsync(new Uri(link).PathAndQuery)).Status);

        await grace.PressAsync($"[data-invitation='{name}'] button");
        Assert.StartsWith("L’invitation est révoquée", grace.Page.Seen("[data-said]"), StringComparison.Ordinal);
        Assert.Contains(name, grace.Page.AttributeOfAll("[data-speaker]", "data-speaker"));
    }

    [Fact]
    public async Task An_invitation_goes_by_mail_in_the_language_of_the_guest()
    {
        using var grace = await OrganiserAsync();
        await grace.OpenAsync("/admin/invitations");
        await grace.Fill("guest", "Émilie").Fill("email", "not an address").PressAsync("button[value=invite]");
        Assert.Equal((HttpStatusCode.BadRequest, "not an address"), (grace.Status, grace.Page.QuerySelector("#email")!.GetAttribute("value")));
        await grace.Fill("email", "emilie.guest@example.org").Fill("language", "en").PressAsync("button[value=invite]");
        Assert.Null(grace.Page.QuerySelector("[data-link]"));

        var mail = await Reading.EventuallyAsync(
            () => Task.FromResult(Directory.GetFiles(site.DataPath, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText).FirstOrDefault(m => m.Contains("To: emilie.guest@example.org", StringComparison.Ordinal))),
            found => found is not null);
        Assert.Contains("your seat in the room", mail!, StringComparison.Ordinal);
        Assert.Contains("/en/registration?invitation=3D", mail!.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_about_a_person_holds_the_notes_and_the_history()
    {
        var email = await ConfirmedAsync();
        var id = (await site.RegistrationAsync(email))!.Id;
        await AtDeskAsync(d => d.NoteAsync(id, "Arrive en retard.", Organiser1, CancellationToken.None));
        using var ada = new Visitor(site);
        await ada.OpenAsync($"{await site.LinkAsync(email)}?handler=Data");
        var json = await ada.Answer.Content.ReadAsStringAsync();
        Assert.Contains("Arrive en retard.", json, StringComparison.Ordinal);
        Assert.Contains("\"Action\": \"confirmed\"", json, StringComparison.Ordinal);
    }

    private static Actor Organiser1 => new("organiser 1");

    private async Task<Visitor> OrganiserAsync(Language language = Language.French) => new(site, await site.SignedInAsync(language: language));

    private async Task<string> AddressOfAsync(string email) => $"/admin/attendees/{(await site.RegistrationAsync(email))!.Number}";

    private async Task<(string Affiliation, string GivenName)> ToldAsync(string email)
    {
        var details = (await site.RegistrationAsync(email))!.Details;
        return (details.Affiliation, details.GivenName);
    }

    /// <returns>The address of somebody who has registered and confirmed.</returns>
    private async Task<string> ConfirmedAsync(string family = "Lovelace")
    {
        var email = $"ada.person{Interlocked.Increment(ref last)}@example.org";
        using var ada = new Visitor(site);
        await ada.OpenAsync("/inscription");
        await ada.FillIn(email, "in-person").Fill("family-name", family).Fill("presents", "o3").PressAsync();
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("confirm");
        return email;
    }

    private async Task AtDeskAsync(Func<RegistrationDesk, Task> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await ask(scope.ServiceProvider.GetRequiredService<RegistrationDesk>());
    }
}

/// <summary>Somebody who was not registered stands at the desk on the first afternoon.</summary>
public sealed class WalkInTests : IDisposable
{
    private readonly ContentCopy content = new();

    [Fact]
    public async Task A_walk_in_takes_what_is_free_and_is_told_when_the_room_is_full()
    {
        content.Edit("workshop.md", "seats: 50", "seats: 1");
        await using var site = new SiteFactory { RehearseFrom = "2021-09-23T14:10", ContentPath = content.Path };
        using var grace = new Visitor(site, await site.SignedInAsync());
        await grace.OpenAsync("/admin/attendees/walkin");
        Assert.Equal("Il reste une place libre.", grace.Page.Seen("[data-free]"));
        await grace.PressAsync("form.registration-form > p button");
        Assert.Equal((HttpStatusCode.BadRequest, 4), (grace.Status, grace.Faults.Length));
        await FillInAsync("konrad@example.org");
        Assert.Equal(("confirmed", "seat"), grace.Marks);
        Assert.Equal(["2021-09-23-afternoon InPerson", "2021-09-24-morning InPerson"], (await site.RegistrationAsync("konrad@example.org"))!.Details.HalfDays.Select(h => $"{new HalfDayOf(h.Date, h.Half).Key} {h.Attendance}"));

        await grace.OpenAsync("/admin/attendees/walkin");
        Assert.Equal("La salle est pleine : la personne suivra à distance, en file d’attente.", grace.Page.Seen("[data-free]"));
        await FillInAsync("alan@example.org");
        Assert.Equal(("confirmed", "waiting-list"), grace.Marks);
        Assert.StartsWith("Il n’y avait plus de place libre", grace.Page.Seen("[data-said]"), StringComparison.Ordinal);

        await grace.OpenAsync("/admin/attendees/walkin");
        await FillInAsync("alan@example.org");
        Assert.Equal((HttpStatusCode.Conflict, "Une autre inscription a déjà cette adresse."), (grace.Status, grace.Faults.Single()));

        Task FillInAsync(string email) => grace.Fill("given-name", "Konrad").Fill("family-name", "Zuse").Fill("email", email).Fill("affiliation", "Berlin").PressAsync("form.registration-form > p button");
    }

    public void Dispose() => content.Dispose();
}
