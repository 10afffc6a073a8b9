using System.Net;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>One person's page: what it tells and what its buttons do, in a browser without script.</summary>
public sealed class PersonTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers office = new(site);

    [Fact]
    public async Task Everything_about_a_person_is_on_one_page_and_their_link_is_not()
    {
        var email = await office.ConfirmedAsync();
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync(await office.AddressOfAsync(email));

        Assert.Equal(("confirmed", "seat"), grace.StatusAndPlace);
        Assert.Equal("Ada Lovelace", grace.Page.Seen("h1"));
        Assert.StartsWith("en salle Confirmée : siège", grace.Page.Seen("[data-standing]"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "email",
                "link",
                "position",
                "country",
                "language",
                "attendance",
                "seat",
                "half-days",
                "meals",
                "diet",
                "access",
                "presents",
                "listed",
                "photos",
                "dates",
            ],
            grace.Page.AttributeOfAll("[data-fact]", "data-fact")
        );
        Assert.StartsWith("O3 –", grace.Page.Seen("[data-fact=presents] a"), StringComparison.Ordinal);
        Assert.Equal("/resumes/o3", grace.Page.QuerySelector("[data-fact=presents] a")!.GetAttribute("href"));
        Assert.Equal(["Confirmed", "ConfirmAddress"], grace.Page.AttributeOfAll("[data-mail]", "data-mail"));
        Assert.DoesNotContain(
            (await site.LinkAsync(email)).Split('/')[^1],
            await grace.Answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.True(grace.Answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_number_that_is_nobody_is_not_found()
    {
        using var grace = await office.OrganiserAsync();
        foreach (var address in new[] { "/admin/attendees/987654", "/admin/attendees/987654/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await grace.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task Each_button_does_what_it_says_and_can_be_undone()
    {
        var email = await office.ConfirmedAsync();
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync(await office.AddressOfAsync(email));

        await grace.DoAsync("remote");
        Assert.Equal((("confirmed", "remote"), "C’est fait."), (grace.StatusAndPlace, grace.Page.Seen("[data-notice] p")));
        await grace.DoAsync("undo");
        Assert.Equal(("confirmed", "seat"), grace.StatusAndPlace);
        await grace.DoAsync("cancel");
        Assert.Equal(("cancelled", "none"), grace.StatusAndPlace);
        Assert.Equal(["État « confirmée » → « annulée »"], grace.Page.SeenAll("#history > ol > li:first-child [data-field=status]"));
        Assert.Equal("Grace Hopper a annulé l’inscription", grace.Page.Seen("#history > ol > li:first-child div > p"));
        await grace.DoAsync("reinstate");
        Assert.Equal(("confirmed", "seat"), grace.StatusAndPlace);
        await grace.DoAsync("link");
        Assert.Equal("LinkAgain", grace.Page.AttributeOfAll("[data-mail]", "data-mail")[0]);
        Assert.Equal(
            ["undid the last change", "reinstated", "switched to remote", "cancelled"],
            grace
                .Page.AttributeOfAll("[data-action]", "data-action")
                .Intersect(["undid the last change", "reinstated", "cancelled", "switched to remote"])
                .Order()
                .Reverse()
        );

        await grace.DoAsync("erase");
        Assert.Equal(("/admin/attendees", null), (grace.Address, await site.RegistrationAsync(email)));
    }

    [Fact]
    public async Task A_page_that_is_stale_undoes_nothing()
    {
        var email = await office.ConfirmedAsync();
        using var grace = await office.OrganiserAsync();
        using var alan = await office.OrganiserAsync();
        await grace.OpenAsync(await office.AddressOfAsync(email));
        await alan.OpenAsync(await office.AddressOfAsync(email));
        await alan.DoAsync("remote");
        await grace.DoAsync("undo");
        Assert.StartsWith("Autre chose a changé", grace.Page.Seen("[data-notice]"), StringComparison.Ordinal);
        Assert.Equal(("confirmed", "remote"), grace.StatusAndPlace);
    }

    [Fact]
    public async Task An_action_that_nobody_knows_is_refused()
    {
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync(await office.AddressOfAsync(await office.ConfirmedAsync()));
        var fields = grace.Fields((AngleSharp.Html.Dom.IHtmlFormElement)grace.Page.QuerySelector("#actions form")!);
        await grace.PostAsync($"{grace.Address}?handler=Promote", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
    }

    [Fact]
    public async Task Notes_are_kept_as_they_were_typed_with_who_wrote_them()
    {
        var email = await office.ConfirmedAsync();
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync(await office.AddressOfAsync(email));
        await grace.Fill("text", "Arrive en <b>retard</b>.\nVient de Lyon.").DoAsync("note");
        Assert.Equal("Arrive en <b>retard</b>.\nVient de Lyon.", grace.Page.QuerySelector("#notes [data-note] > p")!.TextContent);
        Assert.StartsWith("Grace Hopper", grace.Page.Seen("#notes [data-note] div p"), StringComparison.Ordinal);

        foreach (var bad in new[] { " \n ", new string('a', 1001), "a\u202Eb" })
        {
            await grace.Fill("text", bad).DoAsync("note");
            Assert.Equal((HttpStatusCode.BadRequest, bad.Trim()), (grace.Status, grace.Page.QuerySelector("#text")!.TextContent));
        }
        await grace.DoAsync("delete-note");
        Assert.Equal("Aucune note.", grace.Page.Seen("#notes > p"));
    }

    [Fact]
    public async Task The_list_that_one_came_from_leads_to_the_next_and_stays()
    {
        var (first, second) = (await office.ConfirmedAsync("Zuse"), await office.ConfirmedAsync("Zuse"));
        using var grace = await office.OrganiserAsync();
        await grace.OpenAsync($"{await office.AddressOfAsync(first)}?q=zuse&sort=number");
        var next = grace.Page.QuerySelector("[rel=next]")!.GetAttribute("href")!;
        Assert.Equal($"{await office.AddressOfAsync(second)}?q=zuse&sort=number", next);
        Assert.Null(grace.Page.QuerySelector("[rel=prev]"));
        await grace.OpenAsync(next);
        await grace.DoAsync("link");
        Assert.Equal($"{next}&done=done", grace.Address);
        Assert.Equal(
            $"{await office.AddressOfAsync(first)}?q=zuse&sort=number",
            grace.Page.QuerySelector("[rel=prev]")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task What_is_held_about_a_person_holds_the_notes_and_the_history()
    {
        var email = await office.ConfirmedAsync();
        var id = (await site.RegistrationAsync(email))!.Id;
        await office.WithServiceAsync(d => d.NoteAsync(id, "Arrive en retard.", Organiser1, CancellationToken.None));
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync($"{await site.LinkAsync(email)}?handler=Data");
        var json = await ada.Answer.Content.ReadAsStringAsync();
        Assert.Contains("Arrive en retard.", json, StringComparison.Ordinal);
        Assert.Contains("\"Action\": \"confirmed\"", json, StringComparison.Ordinal);
    }

    private static Actor Organiser1 => new("organiser 1");
}
