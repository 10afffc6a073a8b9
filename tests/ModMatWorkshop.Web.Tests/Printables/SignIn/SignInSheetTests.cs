using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The sign-in sheets, one or more for each half-day.</summary>
[Collection(nameof(PrintTestSite))]
public sealed class SignInSheetTests(PrintTestSite printer)
{
    [Trait("Category", "prove")]
    [PdfFact]
    public async Task Each_half_day_has_sheets_with_its_times_and_a_line_for_everybody_expected()
    {
        var sheets = await printer.PdfAsync("/admin/printables/sign-in.pdf");
        var pages = await sheets.PagesAsync();
        var seated = await printer.SeatedAsync();
        var page = await printer.French.ReadAsync("/admin/printables/sign-in");

        Assert.Equal(page.QuerySelectorAll("section[data-half-day]").Length, pages.Length);
        foreach (
            var (half, hours, day) in new[]
            {
                ("2021-09-22-afternoon", "13 h 00 – 17 h 00", "mercredi 22 septembre 2021, après-midi"),
                ("2021-09-23-morning", "9 h 00 – 12 h 30", "jeudi 23 septembre 2021, matin"),
                ("2021-09-23-afternoon", "14 h 00 – 17 h 00", "jeudi 23 septembre 2021, après-midi"),
                ("2021-09-24-morning", "9 h 00 – 12 h 30", "vendredi 24 septembre 2021, matin"),
            }
        )
        {
            var sections = page.QuerySelectorAll($"section[data-half-day='{half}']").ToList();
            var key = HalfDayId.FromKey(half)!;
            var expected = seated.Where(r => r.AttendanceAt(key.Date, key.Half) == Attendance.InPerson).Select(r => $"{r.Number}").ToList();
            Assert.Equal(expected, sections.SelectMany(s => s.AttributeOfAll("tbody tr", "data-number")).Where(n => n.Length > 0));
            Assert.InRange(
                sections.SelectMany(s => s.AttributeOfAll("tbody tr", "data-number")).Count(n => n.Length == 0),
                SignInSheet.EmptyLines,
                25
            );
            Assert.Equal(
                Enumerable.Range(1, sections.Count).Select(n => $"Page {n} sur {sections.Count}"),
                sections.Select(s => s.Seen("footer span:last-child"))
            );
            foreach (var text in pages.Where(p => p.Contains(day, StringComparison.Ordinal)).Select(NormalizeSpaces))
                Assert.Equal(
                    (true, true, true, true),
                    (
                        text.Contains(hours, StringComparison.Ordinal),
                        text.Contains("LAAS-CNRS, Toulouse", StringComparison.Ordinal),
                        text.Contains("Organisation Anne Hémeryck, Julien Lam, ", StringComparison.Ordinal),
                        text.Contains("Ruggero Lot", StringComparison.Ordinal)
                    )
                );
            Assert.Equal(sections.Count, pages.Count(p => p.Contains(day, StringComparison.Ordinal)));
        }
        Assert.Equal([], (await sheets.WordsAsync()).Where(w => w.Left < 10 || w.Right > 200 || w.Bottom > 292));
        // No line overlaps the footer.
        Assert.Equal([], (await sheets.WordsAsync()).Where(w => w.Bottom is > 281 and < 284));
    }

    [PdfFact]
    public async Task One_half_day_can_be_printed_alone_in_English()
    {
        var text = NormalizeSpaces(
            await (await printer.PdfAsync("/admin/printables/sign-in.pdf?half-day=2021-09-24-morning&lang=en")).TextAsync()
        );

        Assert.Contains("Friday 24 September 2021, morning", text, StringComparison.Ordinal);
        Assert.Contains("9:00 – 12:30", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wednesday", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_of_remote_participants_has_first_and_last_heartbeat_and_the_time_zone()
    {
        await using var scope = printer.Site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (http.Request.Path, http.Request.QueryString) = ("/admin/printables/sign-in", new("?lang=en"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var ada = await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == 107);
        var schedule = await db.WholeScheduleAsync(default);
        var from = new DateTimeOffset(2021, 9, 23, 7, 2, 0, TimeSpan.Zero);

        var sheets = await SignInSheet.ReadAsync(
            db,
            schedule,
            new(People.Thursday, Domain.Programme.HalfDay.Morning),
            _ => [new(ada, from, from.AddHours(3), 37)],
            default
        );
        var html = await ViewRenderer.RenderAsync(
            http,
            "/Printables/SignIn/SignInSheets.cshtml",
            new SignInSheets(schedule.Workshop, sheets)
        );

        var page = await new HtmlParser().ParseDocumentAsync(html);
        Assert.Equal(["Remotely Ada", "LAAS-CNRS", "9:02", "12:02", "37", "UTC+02:00"], page.SeenAll("section[data-remote] tbody td"));
        Assert.Equal("Page 1 of 1", page.Seen("section[data-remote] footer span:last-child"));
        Assert.Equal(
            ["Anne Hémeryck, Julien Lam, Céline Merlet, Magali Benoit, Marie Brut, Romuald Poteau, Ruggero Lot"],
            page.QuerySelectorAll("dt").Where(name => name.Seen() == "Organiser").Select(name => name.NextElementSibling.Seen()).Distinct()
        );
    }

    /// <summary>The text with single ordinary spaces.</summary>
    private static string NormalizeSpaces(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('\u202F', ' ').Replace('\u00A0', ' ');
}
