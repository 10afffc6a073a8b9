using System.Net;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The page of one registration and its buttons, in a browser without script.</summary>
public sealed class PersonTests(OpenSite site) : IClassFixture<OpenSite>
{
    private readonly OrganiserTestHelpers setup = new(site);

    [Fact]
    public async Task The_page_shows_all_answers_and_mails_but_not_the_secret_link()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync(await setup.AddressOfAsync(email));

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
    public async Task The_history_says_that_a_withdrawn_answer_is_not_kept_and_that_undo_does_not_restore_it()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        var address = await setup.AddressOfAsync(email);
        await SaveAsync("ni-arachides-ni-lupin");
        Assert.Contains("ni-arachides-ni-lupin", grace.Page.Body!.TextContent, StringComparison.Ordinal);
        await SaveAsync("");

        Assert.DoesNotContain("ni-arachides-ni-lupin", grace.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Régime alimentaire « réponse retirée, non conservée » → « rien »",
                "Régime alimentaire « rien » → « réponse retirée, non conservée »",
            ],
            grace.Page.SeenAll("#history [data-field=diet]")
        );
        Assert.Equal("Ce qui a été retiré n’est pas conservé et ne revient pas : Régime alimentaire.", grace.Page.Seen("#undo-lost"));
        await grace.DoAsync("undo");
        Assert.Equal("rien", grace.Page.Seen("[data-fact=diet] dd"));

        async Task SaveAsync(string diet)
        {
            await grace.OpenAsync($"{address}/edit");
            await grace.Fill("diet", diet).DoAsync("save");
        }
    }

    [Fact]
    public async Task An_unknown_number_is_not_found()
    {
        using var grace = await setup.OrganiserAsync();
        foreach (var address in new[] { "/admin/attendees/987654", "/admin/attendees/987654/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await grace.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task The_buttons_change_undo_cancel_reinstate_and_erase_a_registration()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync(await setup.AddressOfAsync(email));

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
            ["undid the last change", "switched to remote", "reinstated", "cancelled"],
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
    public async Task An_undo_from_an_outdated_page_is_refused()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        using var alan = await setup.OrganiserAsync();
        await grace.OpenAsync(await setup.AddressOfAsync(email));
        await alan.OpenAsync(await setup.AddressOfAsync(email));
        await alan.DoAsync("remote");
        await grace.DoAsync("undo");
        Assert.StartsWith("Autre chose a changé", grace.Page.Seen("[data-notice]"), StringComparison.Ordinal);
        Assert.Equal(("confirmed", "remote"), grace.StatusAndPlace);
    }

    [Fact]
    public async Task An_unknown_action_is_refused()
    {
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync(await setup.AddressOfAsync(await setup.ConfirmedAsync()));
        var fields = grace.Fields((AngleSharp.Html.Dom.IHtmlFormElement)grace.Page.QuerySelector("#actions form")!);
        await grace.PostAsync($"{grace.Address}?handler=Promote", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.BadRequest, grace.Status);
    }

    [Fact]
    public async Task Notes_keep_their_text_and_show_their_author()
    {
        var email = await setup.ConfirmedAsync();
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync(await setup.AddressOfAsync(email));
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
    public async Task Previous_and_next_follow_the_list_that_the_page_was_opened_from()
    {
        var (first, second) = (await setup.ConfirmedAsync("Zuse"), await setup.ConfirmedAsync("Zuse"));
        using var grace = await setup.OrganiserAsync();
        await grace.OpenAsync($"{await setup.AddressOfAsync(first)}?q=zuse&sort=number");
        var next = grace.Page.QuerySelector("[rel=next]")!.GetAttribute("href")!;
        Assert.Equal($"{await setup.AddressOfAsync(second)}?q=zuse&sort=number", next);
        Assert.Null(grace.Page.QuerySelector("[rel=prev]"));
        await grace.OpenAsync(next);
        await grace.DoAsync("link");
        Assert.Equal($"{next}&done=done", grace.Address);
        Assert.Equal(
            $"{await setup.AddressOfAsync(first)}?q=zuse&sort=number",
            grace.Page.QuerySelector("[rel=prev]")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task The_data_export_of_a_participant_includes_notes_and_history()
    {
        var email = await setup.ConfirmedAsync();
        var id = (await site.RegistrationAsync(email))!.Id;
        await setup.WithServiceAsync(s => s.NoteAsync(id, "Arrive en retard.", Organiser1, CancellationToken.None));
        using var ada = new RegistrationClient(site);
        await ada.OpenAsync($"{await site.LinkAsync(email)}?handler=Data");
        var json = await ada.Answer.Content.ReadAsStringAsync();
        Assert.Contains("Arrive en retard.", json, StringComparison.Ordinal);
        Assert.Contains("\"Action\": \"confirmed\"", json, StringComparison.Ordinal);
    }

    private static Actor Organiser1 => new("organiser 1");
}
