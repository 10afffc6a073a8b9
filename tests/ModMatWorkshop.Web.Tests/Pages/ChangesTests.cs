using System.Text.Json.Nodes;
using Ical.Net;
using Ical.Net.CalendarComponents;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>
/// Changes of the content while the site runs: o4 is cancelled and o5 is moved by half an hour.
/// </summary>
public sealed class ChangesTests(ChangesTests.EditedSite edited) : IClassFixture<ChangesTests.EditedSite>
{
    private readonly HttpClient reader = edited.Site.CreateClient();

    public sealed class EditedSite : IAsyncLifetime, IDisposable
    {
        private readonly ContentCopy content = new();

        public EditedSite() => Site = new() { ContentPath = content.Path };

        public SiteFactory Site { get; }

        /// <summary>The calendar before the changes.</summary>
        public string CalendarBefore { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var reader = Site.CreateClient();
            CalendarBefore = await reader.GetStringAsync("/programme.ics");
            content.Edit("sessions/session-1.md", "contribution: O4 }", "contribution: O4, cancelled: true }");
            content.Edit(
                "sessions/session-1.md",
                """{ start: "16:30", end: "17:00", contribution: O5 }""",
                """{ start: "17:00", end: "17:30", contribution: O5, moved_from: { start: "16:30", end: "17:00" } }"""
            );
            await HtmlReading.EventuallyAsync(
                () => reader.ReadAsync("/programme"),
                page => page.QuerySelectorAll("#o4[data-cancelled], #o5[data-moved]").Length == 2
            );
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            Site.Dispose();
            content.Dispose();
        }
    }

    [Fact]
    public async Task A_cancelled_talk_stays_in_the_programme_and_is_marked()
    {
        var programme = await reader.ReadAsync("/programme");
        var page = await reader.ReadAsync("/en/abstracts/o4");

        Assert.Equal(
            "16 h 00–16 h 30 Algorithme évolutionnaire auto-apprenant pour la prédiction de nouveaux matériaux : USPEX & ses "
                + "applications annulé Gilles Frapper IC2MP, Poitiers",
            programme.Seen("#o4")
        );
        Assert.Equal(["o4"], programme.AttributeOfAll("[data-kind][data-cancelled]", "id"));
        Assert.Equal("Wednesday 22 September, 16:00–16:30 LAAS-CNRS Presented by Gilles Frapper cancelled", page.Seen("[data-part=facts]"));
        Assert.Equal(["o4"], (await reader.ReadAsync("/resumes")).AttributeOfAll("main li[data-cancelled]", "id"));
        Assert.Equal("https://schema.org/EventCancelled", (string?)JsonLd(page)["eventStatus"]);
    }

    [Fact]
    public async Task A_moved_talk_shows_its_previous_time()
    {
        var programme = await reader.ReadAsync("/programme");
        var page = await reader.ReadAsync("/resumes/o5");

        Assert.Equal(("17 h 00–17 h 30", "16 h 30–17 h 00"), (programme.Seen("#o5 :has(> time)"), programme.Seen("#o5 del")));
        Assert.Equal(
            ["2021-09-22T17:00+02:00", "2021-09-22T17:30+02:00", "2021-09-22T16:30+02:00", "2021-09-22T17:00+02:00"],
            programme.AttributeOfAll("#o5 time", "datetime")
        );
        Assert.Equal("16 h 30–17 h 00", page.Seen("[data-part=facts] del"));
        Assert.Equal(
            ("https://schema.org/EventRescheduled", "2021-09-22T16:30:00+02:00"),
            ((string?)JsonLd(page)["eventStatus"], (string?)JsonLd(page)["previousStartDate"])
        );
    }

    [Theory]
    [InlineData("/programme.ics?lang=en")]
    [InlineData("/programme/2021-09-22.ics?lang=en")]
    [InlineData("/resumes/o4.ics?lang=en")]
    [InlineData("/favoris.ics?codes=o4,o5&lang=en")]
    public async Task A_calendar_marks_the_cancelled_talk_as_cancelled(string calendar)
    {
        var cancelled = Event(await reader.GetStringAsync(calendar), "o4");

        Assert.Equal(
            (
                "CANCELLED",
                1,
                "Cancelled: Algorithme évolutionnaire auto-apprenant pour la prédiction "
                    + "de nouveaux matériaux : USPEX & ses applications – Gilles Frapper"
            ),
            (cancelled.Status, cancelled.Sequence, cancelled.Summary)
        );
    }

    [Fact]
    public async Task A_calendar_has_the_new_time_under_the_same_UID_with_a_higher_sequence()
    {
        var before = Event(edited.CalendarBefore, "o5");
        var after = Event(await reader.GetStringAsync("/programme.ics"), "o5");

        Assert.Equal(
            ("CONFIRMED", 0, "2021-09-22T14:30:00Z"),
            (before.Status, before.Sequence, $"{before.DtStart!.AsUtc:yyyy-MM-ddTHH:mm:ssZ}")
        );
        Assert.Equal(
            ("CONFIRMED", 1, "2021-09-22T15:00:00Z"),
            (after.Status, after.Sequence, $"{after.DtStart!.AsUtc:yyyy-MM-ddTHH:mm:ssZ}")
        );
        Assert.True(after.LastModified!.AsUtc >= before.LastModified!.AsUtc);
        Assert.Contains(
            "Déplacé\u00A0: initialement prévu le mercredi 22 septembre 2021 à 16:30",
            after.Description,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Unchanged_events_keep_their_sequence_number()
    {
        var after = Calendar.Load(await reader.GetStringAsync("/programme.ics"))!;

        Assert.Equal(["o4", "o5"], after.Events.Where(e => e.Sequence > 0).Select(e => e.Uid!.Split('@')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Calendar.Load(edited.CalendarBefore)!.Events.Select(e => e.Uid), after.Events.Select(e => e.Uid));
    }

    private static CalendarEvent Event(string calendar, string code) =>
        Calendar.Load(calendar)!.Events.Single(e => e.Uid == $"{code}@modmat-2021.example");

    private static JsonNode JsonLd(AngleSharp.Html.Dom.IHtmlDocument page) =>
        JsonNode.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent)!;
}
