using System.Globalization;
using Ical.Net.CalendarComponents;
using ModMatWorkshop.Web.Tests.Hosting;
using Calendar = Ical.Net.Calendar;

namespace ModMatWorkshop.Web.Tests.Pages.MachineReadableEndpoints;

/// <summary>The calendars, read with the Ical.Net library and compared with the page.</summary>
[Collection(nameof(Archive))]
public sealed class CalendarTests(SiteFactory site)
{
    [Theory]
    [InlineData("/programme", "/programme.ics")]
    [InlineData("/en/programme", "/programme.ics?lang=en")]
    public async Task The_calendar_has_the_same_times_and_titles_as_the_programme(string page, string calendar)
    {
        var rows = (await site.CreateClient().ReadAsync(page))
            .QuerySelectorAll("[data-kind]")
            .Select(row =>
            {
                var times = row.AttributeOfAll("time", "datetime")
                    .Select(t => DateTimeOffset.Parse(t, CultureInfo.InvariantCulture).UtcDateTime)
                    .ToList();
                var speaker = row.QuerySelector("[data-part=speaker]") is { } s ? $" – {s.Seen()}" : "";
                return ($"{row.Id}@modmat-2021.example", times[0], times[1], Plain(row.Seen("[data-part=title]") + speaker));
            });

        Assert.Equal(rows, (await EventsAsync(calendar)).Select(e => (e.Uid!, e.DtStart!.AsUtc, e.DtEnd!.AsUtc, Plain(e.Summary!))));
    }

    [Theory]
    [InlineData("/programme/2021-09-22.ics", "introduction i1 o1 o2 coffee-wednesday o3 o4 o5")]
    [InlineData(
        "/programme/2021-09-23.ics",
        "i2 o6 o7 coffee-thursday-morning o8 o9 idris flash-posters buffet i3 o10 coffee-thursday-afternoon o11 o12 o13"
    )]
    [InlineData("/programme/2021-09-24.ics?lang=en", "i4 o14 o15 coffee-friday o16 o17 o18")]
    [InlineData("/resumes/o6.ics", "o6")]
    [InlineData("/resumes/O6.ics", "o6")]
    [InlineData("/resumes/p3.ics", "p3-buffet p3-coffee-thursday-afternoon")]
    [InlineData("/favoris.ics?codes=o1,p3,o18", "o1 p3-buffet p3-coffee-thursday-afternoon o18")]
    [InlineData("/favoris.ics?codes=O18,o1,O1,idris", "o1 idris o18")]
    [InlineData("/favoris.ics?codes=o99,x,../o1,%2c%2c,o1%00,%F0%9F%98%80", "")]
    [InlineData("/favoris.ics?codes=o1&codes=o2", "o1 o2")]
    [InlineData("/favoris.ics?codes=", "")]
    [InlineData("/favoris.ics", "")]
    public async Task The_calendar_of_a_day_an_abstract_or_favourites_has_the_requested_events(string address, string names) =>
        Assert.Equal(names, string.Join(' ', (await EventsAsync(address)).Select(e => e.Uid!.Split('@')[0])));

    [Theory]
    [InlineData("/en", "/programme.ics?lang=en")]
    [InlineData("/programme", "/programme/2021-09-22.ics", "/programme/2021-09-23.ics", "/programme/2021-09-24.ics", "/programme.ics")]
    public async Task A_page_links_to_the_subscription_of_its_calendars(string address, params string[] calendars) =>
        Assert.Equal(
            calendars.Select(calendar => $"webcal://modmat.test{calendar}"),
            (await site.CreateClient().ReadAsync(address)).AttributeOfAll("a[href^='webcal:']", "href")
        );

    [Theory]
    [InlineData("/programme.ics", "ModMat 2021", "https://modmat.test/programme.ics", "Conférence invitée")]
    [InlineData(
        "/programme/2021-09-22.ics?lang=en",
        "ModMat 2021 – Wednesday 22 September 2021",
        "https://modmat.test/programme/2021-09-22.ics?lang=en",
        "Invited talk"
    )]
    [InlineData("/resumes/i1.ics", "ModMat 2021 – I1", "https://modmat.test/resumes/i1.ics", "Conférence invitée")]
    [InlineData(
        "/favoris.ics?codes=i1&lang=en",
        "ModMat 2021 – my favourites",
        "https://modmat.test/favoris.ics?codes=i1&lang=en",
        "Invited talk"
    )]
    public async Task A_calendar_has_a_name_a_source_and_a_refresh_interval(string address, string name, string source, string category)
    {
        var calendar = await CalendarAsync(address);
        string Of(string property) => calendar.Properties.Single(p => p.Name == property).Value!.ToString()!;
        var invited = calendar.Events.Single(e => e.Uid == "i1@modmat-2021.example");

        Assert.Equal(
            (name, name, source, "PT1H", (string?)null),
            (Of("NAME"), Of("X-WR-CALNAME"), Of("SOURCE"), Of("REFRESH-INTERVAL"), calendar.Method)
        );
        Assert.Equal(["Europe/Paris"], calendar.TimeZones.Select(z => z.TzId));
        Assert.Equal(
            ("CONFIRMED", 0, category, "Europe/Paris"),
            (invited.Status, invited.Sequence, string.Join(", ", invited.Categories), invited.DtStart!.TzId)
        );
    }

    [Fact]
    public async Task A_calendar_has_a_file_name_and_opens_inline()
    {
        using var answer = await site.CreateClient().GetAsync("/resumes/O6.ics");

        Assert.Equal("inline; filename=\"o6.ics\"", answer.Content.Headers.ContentDisposition?.ToString());
    }

    [Theory]
    [InlineData("de")]
    [InlineData("EN")]
    [InlineData("")]
    [InlineData("en,fr")]
    public async Task An_unknown_language_gives_French(string language)
    {
        var reader = site.CreateClient();

        Assert.Equal(await reader.GetByteArrayAsync("/programme.ics"), await reader.GetByteArrayAsync($"/programme.ics?lang={language}"));
    }

    [Fact]
    public async Task Two_requests_give_the_same_bytes()
    {
        var reader = site.CreateClient();

        Assert.Equal(await reader.GetByteArrayAsync("/programme.ics"), await reader.GetByteArrayAsync("/programme.ics"));
    }

    [Fact]
    public async Task No_line_is_longer_than_75_octets_and_each_ends_with_CRLF()
    {
        var text = await site.CreateClient().GetStringAsync("/programme.ics");

        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal([], text.Split("\r\n").Where(line => System.Text.Encoding.UTF8.GetByteCount(line) > 75));
    }

    /// <summary>Removes differences in typography: the page has curly apostrophes, subscripts and no-break spaces.</summary>
    private static string Plain(string text) => string.Join(' ', Domain.Folding.Words(text));

    private async Task<IEnumerable<CalendarEvent>> EventsAsync(string address) => (await CalendarAsync(address)).Events;

    private async Task<Calendar> CalendarAsync(string address) => Calendar.Load(await site.CreateClient().GetStringAsync(address))!;
}
