using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>The options of a workshop, from the form to the lists. Each test has a site of its own, because places are few.</summary>
public sealed class OptionTests : IDisposable
{
    private readonly OptionSite _sites = new();

    private SiteFactory Site => _sites.Open;

    public void Dispose() => _sites.Dispose();

    [Fact]
    public async Task The_form_offers_the_options_with_their_facts_and_conditions()
    {
        using var ada = new RegistrationClient(Site);
        await ada.OpenAsync("/en/registration");

        Assert.Equal(
            ["dinner", "tour", "tutorial", "walk"],
            ada.Page.QuerySelectorAll("[data-option]").Select(o => o.GetAttribute("data-option"))
        );
        Assert.Equal(
            [
                "Only if you attend in person:",
                "Thursday 23 September, 19:30–0:30 · By the canal · €40 each, paid there · choose by 15 September 2021 · "
                    + "Few places are left.",
            ],
            ada.Page.SeenAll("[data-option=dinner] .hint")
        );
        Assert.Equal(["No", "Yes", "Yes, with 1 companion", "Yes, with 2 companions"], ada.Page.SeenAll("#dinner_option option"));
        Assert.Equal("checkbox", ada.Page.QuerySelector("#tour_option")!.GetAttribute("type"));
        Assert.Equal(["Only if you choose “Gala dinner”:"], ada.Page.SeenAll("[data-question=dishes] .hint"));
    }

    [Fact]
    public async Task Somebody_chooses_waits_is_offered_accepts_and_gives_up()
    {
        var ada = await ConfirmedAsync("3");
        var ben = await ConfirmedAsync("2");
        Assert.Equal("Vous attendez 2 places, au 1er rang de la liste d’attente.", await StandingAsync(ben));
        Assert.Equal("Vous avez 3 places.", await StandingAsync(ada));

        using var client = new RegistrationClient(Site);
        await client.FollowLinkAsync(ada);
        await client.Fill(OptionSite.Dinner, "1").DoAsync("save");
        Assert.Equal((HttpStatusCode.OK, "Vous avez 1 place."), (client.Status, await StandingAsync(ada)));
        Assert.StartsWith("2 places vous sont proposées jusqu’au ", await StandingAsync(ben), StringComparison.Ordinal);
        await client.FollowLinkAsync(ben);
        await client.DoAsync("accept-option");
        Assert.Equal("Vous avez 2 places.", await StandingAsync(ben));

        await client.Fill(OptionSite.Dinner, "").DoAsync("save");
        Assert.Null((await Site.RegistrationAsync(ben))!.OptionPlace("dinner"));
    }

    [Fact]
    public async Task The_answer_that_depends_on_an_option_is_kept_only_with_it()
    {
        var email = await ConfirmedAsync("1", ("dishes_choices", "fish"));
        Assert.Equal("fish", (await Site.RegistrationAsync(email))!.Details.Answers.Find("dishes_choices")!.Value);

        using var ada = new RegistrationClient(Site);
        await ada.FollowLinkAsync(email);
        await ada.Fill(OptionSite.Dinner, "").DoAsync("save");
        Assert.Null((await Site.RegistrationAsync(email))!.Details.Answers.Find("dishes_choices"));
    }

    [Fact]
    public async Task After_the_deadline_the_own_page_shows_the_choice_and_keeps_it()
    {
        var email = await ConfirmedAsync("2", ("dishes_choices", "fish"));
        await ChangeAsync("until: 2021-09-15", "until: 2021-08-31");
        using var ada = new RegistrationClient(Site);
        await ada.FollowLinkAsync(email);
        Assert.Equal(["Dîner de gala Oui, avec 1 accompagnant"], ada.Page.SeenAll("[data-option=dinner] [data-closed]"));
        await ada.Fill("hotel_text", "Le Grand Hôtel").Forge(OptionSite.Dinner, "1").DoAsync("save");
        var stored = (await Site.RegistrationAsync(email))!;

        var answers = stored.Details.Answers;
        Assert.Equal(
            ("2", "fish", 2),
            (answers.Find(OptionSite.Dinner)!.Value, answers.Find("dishes_choices")!.Value, stored.OptionPlace("dinner")!.Held)
        );
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("=1+1")]
    [InlineData("999999999999")]
    public async Task A_hostile_number_of_places_is_refused_with_a_sentence(string places)
    {
        using var ada = new RegistrationClient(Site);
        await ada.OpenAsync("/inscription");
        ada.FillIn("hostile@example.org", "in-person").Fill("conduct_consent_1", "yes").Fill(OptionSite.Dinner, places);
        await ada.PressAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Dîner de gala : choisissez une réponse."), (ada.Status, Assert.Single(ada.Faults)));
    }

    [Fact]
    public async Task Options_appear_on_the_board_the_list_the_sheet_the_door_the_badge_and_the_calendar()
    {
        var ada = await ConfirmedAsync("3");
        var ben = await ConfirmedAsync("2");
        using var grace = await OrganiserClient.SignInAsync(Site);
        await grace.OpenAsync("/admin");
        Assert.Equal("3", grace.Seen("#options [data-option=dinner] [data-held]").Single());
        Assert.Equal("2", grace.Seen("#options [data-option=dinner] [data-waiting]").Single());
        Assert.Equal("1", grace.Seen("#options [data-option=dinner] [data-free]").Single());

        await grace.OpenAsync("/admin/options/dinner");
        Assert.Equal(
            ["held", "waiting"],
            grace.Page.QuerySelectorAll("#people [data-option-state]").Select(r => r.GetAttribute("data-option-state"))
        );
        await grace.OpenAsync("/admin/options/nothing");
        Assert.Equal(HttpStatusCode.NotFound, grace.Status);

        await grace.OpenAsync("/admin/reports/caterer");
        Assert.Equal(
            ["Dîner de gala Sans fruits à coque", "1", "2", "3", "aucun régime indiqué"],
            grace.Seen("[data-option=dinner] > :not(:first-child)")
        );
        await grace.OpenAsync("/admin/reports/funder");
        Assert.Equal(["Dîner de gala", "1", "0", "1"], grace.Seen("#by-option tbody tr:first-child > *").Take(4));
        await grace.OpenAsync($"/check-in/{(await Site.RegistrationAsync(ada))!.Ticket}");
        Assert.Equal(["Options : Dîner de gala + 2"], grace.Seen(".check-in-notes [data-options]"));
        await grace.OpenAsync($"/check-in/{(await Site.RegistrationAsync(ben))!.Ticket}");
        Assert.Empty(grace.Seen(".check-in-notes [data-options]"));

        var fields = (await grace.DbAsync(RegistrationChoices.ReadAsync)).Fields;
        var number = (await Site.RegistrationAsync(ada))!.Number;
        var badge = Assert.Single(await grace.DbAsync(db => Badge.ReadAsync(db, fields, new Words(Language.French), number, default)));
        Assert.Equal(["Dîner de gala + 2"], badge.Answers);

        using var client = new RegistrationClient(Site);
        await client.FollowLinkAsync(ada);
        var calendar = await client.Http.GetStringAsync(client.Page.QuerySelector("[data-calendar]")!.GetAttribute("href"));
        Assert.Contains(
            "DTSTART;TZID=Europe/Paris:20210923T193000\r\nDTEND;TZID=Europe/Paris:20210924T003000",
            calendar,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_list_of_an_option_is_a_file_and_the_list_of_people_goes_through_an_import()
    {
        var ada = await ConfirmedAsync("3");
        await ConfirmedAsync("2");
        using var http = await Site.SignedInAsync(language: Language.English);
        var lines = (await http.GetStringAsync("/admin/options/dinner/export.csv")).Split("\r\n");
        Assert.Equal(
            "number,given-name,family-name,affiliation,status,state,places,companions,held,rank,offered-until",
            lines[0].TrimStart('\uFEFF')
        );
        Assert.EndsWith(",confirmed,held,3,2,3,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",confirmed,waiting,2,1,0,1,", lines[2], StringComparison.Ordinal);
        using var workbook = await http.GetAsync("/admin/options/dinner/export.xlsx");
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = await http.GetByteArrayAsync($"/admin/attendees/export.{format}?q={Uri.EscapeDataString(ada)}");
            using var other = _sites.New();
            using var grace = await OrganiserClient.SignInAsync(other);
            await grace.OpenAsync("/admin/attendees/import");
            await grace.UploadAsync(file, ("how", "ConfirmedWithoutMail"), ("action", "check"));
            Assert.Equal([], grace.Seen("#unknown tbody tr"));
            await grace.PressAsync("#run");
            await grace.WaitForAsync("#progress[data-state=finished]");
            Assert.Equal(3, (await other.RegistrationAsync(ada))!.OptionPlace("dinner")!.Held);
        }
    }

    [Fact]
    public async Task A_person_reads_the_places_in_the_data_and_nothing_of_them_before_the_confirmation()
    {
        var email = await ConfirmedAsync("3");
        using var ada = new RegistrationClient(Site);
        using var data = JsonDocument.Parse(await ada.Http.GetStringAsync($"{await Site.LinkAsync(email)}?handler=Data"));
        var place = Assert.Single(data.RootElement.GetProperty("registration").GetProperty("OptionPlaces").EnumerateArray());
        Assert.Equal(("dinner", 3), (place.GetProperty("Key").GetString(), place.GetProperty("Held").GetInt32()));

        var pending = await RegisteredAsync("2");
        var json = await ada.Http.GetStringAsync($"{await Site.LinkAsync(pending)}?handler=Data");
        Assert.DoesNotContain("\"Line\"", json, StringComparison.Ordinal);
        Assert.Equal("Vous êtes sur la liste d’attente, pour 2 places.", await StandingAsync(pending));
    }

    [Fact]
    public async Task An_organiser_changes_a_choice_undoes_it_and_sees_it_in_the_history()
    {
        var email = await ConfirmedAsync("3");
        var person = $"/admin/attendees/{(await Site.RegistrationAsync(email))!.Number}";
        using var grace = await OrganiserClient.SignInAsync(Site);
        await grace.OpenAsync($"{person}/edit");
        await grace.PressAsync("[data-action=save]", (OptionSite.Dinner, ""));
        Assert.Null((await Site.RegistrationAsync(email))!.OptionPlace("dinner"));
        await grace.OpenAsync(person);
        Assert.Contains("Dîner de gala, places", grace.Page.Body!.TextContent, StringComparison.Ordinal);

        await grace.PressAsync("[data-action=undo]");
        Assert.Equal(3, (await Site.RegistrationAsync(email))!.OptionPlace("dinner")!.Held);
    }

    [Fact]
    public async Task A_remote_person_is_told_until_when_the_options_are_held()
    {
        using var ada = new RegistrationClient(Site);
        await ada.OpenAsync("/inscription");
        ada.FillIn("remote@example.org").Fill("conduct_consent_1", "yes").Fill("tour_option", "1");
        await ada.PressAsync();

        var stored = (await Site.RegistrationAsync("remote@example.org"))!;
        Assert.Equal((1, true), (stored.OptionPlace("tour")!.Held, stored.HoldUntil is not null));
    }

    private async Task ChangeAsync(string before, string after)
    {
        _sites.Content.Edit("workshop.md", before, after);
        await Site.Services.GetRequiredService<ContentImporter>().ImportAsync(CancellationToken.None);
    }

    private async Task<string> StandingAsync(string email)
    {
        using var client = new RegistrationClient(Site);
        await client.FollowLinkAsync(email);
        return client.Page.QuerySelector("[data-options] [data-option=dinner] > p:not(.hint)")!.TextContent.Trim().Replace('\u00A0', ' ');
    }

    private async Task<string> ConfirmedAsync(string places, params (string Name, string Value)[] answers)
    {
        var email = await RegisteredAsync(places, answers);
        using var ada = new RegistrationClient(Site);
        await ada.FollowLinkAsync(email);
        await ada.DoAsync("confirm");
        return email;
    }

    private async Task<string> RegisteredAsync(string places, params (string Name, string Value)[] answers)
    {
        var email = OrganiserTestHelpers.NewAddress("ada.option");
        using var ada = new RegistrationClient(Site);
        await ada.OpenAsync("/inscription");
        ada.FillIn(email, "in-person").Fill("conduct_consent_1", "yes").Fill(OptionSite.Dinner, places);
        foreach (var (name, value) in answers)
            ada.Fill(name, value);
        await ada.PressAsync();
        Assert.Equal([], ada.Faults);
        return email;
    }
}
