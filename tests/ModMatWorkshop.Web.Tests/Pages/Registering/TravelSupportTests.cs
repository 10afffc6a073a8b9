using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Travel support: asked for in the form, granted or declined on the page of the person.</summary>
public sealed class TravelSupportTests : IDisposable
{
    private const string What = "travel-support_text";
    private const string Why = "travel-support-why_long-text";

    private readonly ContentCopy _content = new();
    private readonly List<SiteFactory> _sites = [];

    public TravelSupportTests() =>
        _content.Edit(
            "workshop.md",
            "  closes: 2021-09-20\n",
            "  closes: 2021-09-20\n  travel_support: true\n  travel_support_until: 2021-09-05\n"
                + "  travel_support_for: { fr: \"doctorants\", en: \"PhD students\" }\n"
        );

    [Fact]
    public async Task A_request_is_granted_shown_exported_taken_back_and_erased()
    {
        var site = At("2021-09-01T09:00");
        using var ada = await new RegistrationClient(site).OpenAsync("/en/registration");
        Assert.Equal(
            ["For: PhD students. An amount or what you need, in a few words. Empty: none. You can answer until Sunday 5 September 2021."],
            ada.Page.SeenAll($"#{What}-hint")
        );
        await ada.FillIn("ada@example.org").Fill(What, "=300+€").PressAsync();
        Assert.Equal(["Please answer this question: Why do you need it?"], ada.Faults);
        await ada.Fill(Why, "No funding").PressAsync();
        await ada.FollowLinkAsync("ada@example.org");
        await ada.DoAsync("confirm");
        Assert.Equal(["The organisers are considering your request for travel support."], ada.Page.SeenAll("[data-travel-support=none]"));
        await RegisterAsync(site, "ben@example.org");

        using var grace = await OrganiserClient.SignInAsync(site, Language.English);
        await grace.OpenAsync("/admin/attendees?support=none");
        Assert.Single(grace.Seen("#attendees tbody tr"));
        var person = $"/admin/attendees/{(await site.RegistrationAsync("ada@example.org"))!.Number}";
        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=grant-support]", ("support", ""));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (grace.Status, grace.Seen("#support-fault").Length));
        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=grant-support]", ("support", "  €300,  <b>train</b> "));
        Assert.Equal(["€300, <b>train</b>"], grace.Seen("[data-support]"));

        await ada.FollowLinkAsync("ada@example.org");
        Assert.Equal(["Your travel support is granted: €300, <b>train</b>"], ada.Page.SeenAll("[data-travel-support=granted]"));
        var json = await ada.Http.GetStringAsync($"{await site.LinkAsync("ada@example.org")}?handler=Data");
        Assert.Contains("\"TravelSupportWords\": \"€300, <b>train</b>\"", json, StringComparison.Ordinal);
        var csv = await grace.TextAsync("/admin/attendees/export.csv?support=granted");
        Assert.Contains(",question-travel-support,", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(",granted,\"€300, <b>train</b>\",", csv, StringComparison.Ordinal);
        await grace.OpenAsync("/admin/reports/funder");
        Assert.Equal(["asked for 0 1 1 50%", "granted 0 1 1 50%"], grace.Seen("#by-travel-support tbody tr"));

        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=undo]");
        Assert.Equal(1, await grace.CountAsync<Registration>(r => r.Email == "ada@example.org" && r.TravelSupportWords == null));
        await grace.OpenAsync(person);
        await grace.PressAsync("[data-action=decline-support]", ("support", ""));
        await ada.FollowLinkAsync("ada@example.org");
        Assert.Equal(["The organisers cannot grant you travel support."], ada.Page.SeenAll("[data-travel-support=declined]"));
        Assert.Equal(
            ["TravelSupportGranted", "TravelSupportReopened", "TravelSupportDeclined"],
            (await grace.DbAsync(db => db.Outbox.OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync()))
                .Select(k => k.ToString())
                .Where(k => k.StartsWith("Travel", StringComparison.Ordinal))
        );

        await ada.DoAsync("erase");
        Assert.Equal(0, await grace.CountAsync<RegistrationChange>(c => c.Action.Contains("travel")));
    }

    [Fact]
    public async Task After_the_last_day_nobody_asks_and_what_was_asked_stays()
    {
        var early = At("2021-09-05T12:00");
        await RegisterAsync(early, "ada@example.org", "The train");
        Assert.Equal("The train", (await early.RegistrationAsync("ada@example.org"))!.Details.Answers.Find(What)?.Value);

        var late = At("2021-09-06T00:30");
        using var ben = await new RegistrationClient(late).OpenAsync("/en/registration");
        Assert.Null(ben.Page.QuerySelector($"[name={What}]"));
        await ben.FillIn("ben@example.org").Forge(What, "A flight").Forge(Why, "Far").PressAsync();
        Assert.Equal([], (await late.RegistrationAsync("ben@example.org"))!.Details.Answers);
        // An organiser may still write it down; the person reads it and cannot change it.
        using var grace = await OrganiserClient.SignInAsync(late);
        var number = (await late.RegistrationAsync("ben@example.org"))!.Number;
        await grace.OpenAsync($"/admin/attendees/{number}/edit");
        await grace.PressAsync("[data-action=save]", (What, "A flight"), (Why, "Far"));
        await ben.FollowLinkAsync("ben@example.org");
        await ben.DoAsync("confirm");
        Assert.Equal(["Travel support A flight", "Reason for the support Far"], ben.Page.SeenAll("[data-closed]"));
        await ben.Fill("affiliation", "Elsewhere").DoAsync("save");
        Assert.Equal("A flight", (await late.RegistrationAsync("ben@example.org"))!.Details.Answers.Find(What)?.Value);
        // Somebody who sends the form again takes nothing back.
        await RegisterAgainAsync(late, "ben@example.org");
        Assert.Equal([], (await grace.DbAsync(db => db.AnswerProposals.ToListAsync())).SelectMany(p => p.Details.Answers));
    }

    public void Dispose()
    {
        foreach (var site in _sites)
            site.Dispose();
        _content.Dispose();
    }

    private static async Task RegisterAsync(SiteFactory site, string email, string? asked = null)
    {
        using var person = await new RegistrationClient(site).OpenAsync("/en/registration");
        person.FillIn(email);
        if (asked is not null)
            person.Fill(What, asked).Fill(Why, "No funding");
        await person.PressAsync();
        await person.FollowLinkAsync(email);
        await person.DoAsync("confirm");
    }

    private static async Task RegisterAgainAsync(SiteFactory site, string email)
    {
        using var person = await new RegistrationClient(site).OpenAsync("/en/registration");
        await person.FillIn(email).PressAsync();
    }

    private SiteFactory At(string start)
    {
        _sites.Add(new() { ContentPath = _content.Path, RehearseFrom = start });
        return _sites[^1];
    }
}
