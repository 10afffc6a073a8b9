using System.Diagnostics;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>The PDF of the badges: names and their positions, QR codes.</summary>
[Collection(nameof(PrintTestSite))]
public sealed class BadgeTests(PrintTestSite printer, ITestOutputHelper report)
{
    [PdfFact]
    public async Task Every_confirmed_person_with_a_seat_has_a_badge_four_on_a_sheet()
    {
        var seated = await printer.SeatedAsync();
        var badges = await printer.PdfAsync("/admin/printables/badges.pdf");
        var pages = await badges.PagesAsync();

        Assert.Equal(50, seated.Count);
        Assert.Equal(Enumerable.Repeat((297, 210), 13), await badges.SheetsAsync());
        Assert.Equal(
            [],
            seated
                .Select(
                    (r, i) => (Name: PrintedPdf.Letters(r.Details.GivenName + r.Details.FamilyName), Page: PrintedPdf.Letters(pages[i / 4]))
                )
                .Where(b => !b.Page.Contains(b.Name, StringComparison.Ordinal))
                .Select(b => b.Name)
        );
        foreach (var absent in new[] { "Remotely", "Pending", "Waiting" })
            Assert.DoesNotContain(absent, string.Concat(pages), StringComparison.Ordinal);
    }

    [Trait("Category", "prove")]
    [PdfTheory]
    [InlineData(101, "Organisation", "Organiser")]
    [InlineData(105, "Exposé", "Talk")]
    [InlineData(106, "Poster", "Poster")]
    [InlineData(102, "Participation", "Participant")]
    public async Task A_badge_states_the_role_in_either_language_and_can_be_printed_alone(int number, string french, string english)
    {
        foreach (var (language, role) in new[] { ("fr", french), ("en", english) })
        {
            var one = await printer.PdfAsync($"/admin/printables/badges.pdf?number={number}&lang={language}");
            Assert.Equal([(297, 210)], await one.SheetsAsync());
            Assert.Equal([role], (await one.TextAsync()).Split('\n').Where(line => line == role));
        }
    }

    [PdfFact]
    public async Task Every_name_is_complete_and_inside_its_badge()
    {
        var words = await (await printer.PdfAsync("/admin/printables/badges.pdf")).WordsAsync();

        Assert.Equal(
            [],
            words.Where(w =>
                w.Left < 5
                || w.Right > 292
                || w.Top < 5
                || w.Bottom > 205
                || w.Left < 148.5 && w.Right > 144
                || w.Left > 148.5 && w.Left < 153
                || w.Top < 105 && w.Bottom > 101.5
                || w.Top > 105 && w.Top < 108
            )
        );
        var texts = await (await printer.PdfAsync("/admin/printables/badges.pdf?number=104")).TextAsync();
        Assert.Equal(
            (100, 200),
            (texts.Count(c => c == 'Ž'), texts.Split('\n').Where(line => line.Trim('M').Length == 0).Sum(line => line.Length))
        );
    }

    [QrCodeFact]
    public async Task The_QR_code_of_a_badge_is_that_of_the_ticket()
    {
        var codes = await (await printer.PdfAsync("/admin/printables/badges.pdf")).CodesAsync();

        Assert.Equal(
            (await printer.SeatedAsync()).Select(r => $"QR-Code:https://modmat.test/check-in/{r.Ticket}").Order(StringComparer.Ordinal),
            codes.Select(c => "QR-Code:" + c).Order(StringComparer.Ordinal)
        );
    }

    [PdfFact]
    public async Task The_digits_for_check_in_are_below_the_QR_code()
    {
        var pdf = await printer.PdfAsync("/admin/printables/badges.pdf?number=105");

        // In millimetres, on the first badge of the sheet: the QR code is at the right, between 67.5 and 96.5 from the top.
        Assert.Equal(["20", "21", "01", "05"], (await pdf.WordsAsync()).Where(w => w.Left > 105 && w.Top > 90).Select(w => w.Text));
    }

    [Trait("Category", "prove")]
    [QrCodeFact]
    public async Task Each_of_120_badges_has_its_own_QR_code()
    {
        await using var site = new SiteFactory { RehearseFrom = "2021-09-22T08:00" };
        await site.InDatabaseAsync(async db =>
        {
            await db.PutInAsync(
                Enumerable
                    .Range(1, 120)
                    .Select(n =>
                        People.Person(
                            n,
                            People.Details("Émilie", $"du Châtelet {n}") with
                            {
                                Affiliation = "Laboratoire de chimie et physique quantiques, Toulouse",
                            },
                            People.Seat(n),
                            People.Confirmed
                        )
                    )
            );
            return true;
        });
        using var organiser = await site.SignedInAsync();
        await organiser.GetByteArrayAsync("/programme.pdf");
        var watch = Stopwatch.StartNew();
        var pdf = new PrintedPdf(await organiser.GetByteArrayAsync("/admin/printables/badges.pdf"));
        report.WriteLine($"120 badges: {watch.ElapsedMilliseconds} ms, {pdf.Bytes.Length / 1024} kB");

        Assert.Equal(30, (await pdf.PagesAsync()).Length);
        Assert.Equal(120, (await pdf.CodesAsync()).Distinct().Count());
    }

    [PdfFact]
    public async Task Blank_badges_have_only_the_name_of_the_workshop()
    {
        var blank = await printer.PdfAsync("/admin/printables/badges.pdf?blank=6");
        var both = await printer.PdfAsync("/admin/printables/badges.pdf?blank=6&number=105");

        Assert.Equal(2, (await blank.SheetsAsync()).Length);
        Assert.Equal(6, (await blank.TextAsync()).Split("ModMat").Length - 1);
        Assert.DoesNotContain("Participation", await blank.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            (2, 7, true),
            (
                (await both.SheetsAsync()).Length,
                (await both.TextAsync()).Split("ModMat").Length - 1,
                (await both.TextAsync()).Contains("Coudert", StringComparison.Ordinal)
            )
        );
    }
}
