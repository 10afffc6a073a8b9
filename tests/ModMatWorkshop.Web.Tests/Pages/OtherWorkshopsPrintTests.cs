using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Badges, sheets, certificates and all other printables of the workshops with two rooms and of ten lines, read back.</summary>
[Trait("Category", "prove")]
public sealed class OtherWorkshopsPrintTests
{
    private static readonly string[] Names = ["Grace Hopper", "Émilie du Châtelet", "Ada Lovelace"];

    public static TheoryData<string, string, string> Workshops =>
        new() { { Repository.TwoRooms, "2026-06-11T18:00", "Interfaces 2026" }, { Repository.Minimal, "2027-03-18T18:00", "Grains 2027" } };

    [PdfTheory, MemberData(nameof(Workshops))]
    public async Task Every_printable_is_a_PDF_with_its_people_and_the_rows_of_its_programme(string folder, string evening, string name)
    {
        await using var site = new SiteFactory
        {
            ContentPath = folder,
            RehearseFrom = evening,
            Address = new("https://taiga.test"),
        };
        using var organiser = await site.SignedInAsync(language: Language.English);
        var days = await PutPeopleInAsync(site);
        var addresses = (await organiser.ReadAsync("/admin/printables"))
            .AttributeOfAll("[data-printable] a", "href")
            .Where(a => a.Contains(".pdf", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.NotEmpty(addresses);
        var texts = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            using var answer = await organiser.GetAsync(address);
            Assert.Equal(
                (address, HttpStatusCode.OK, "application/pdf"),
                (address, answer.StatusCode, $"{answer.Content.Headers.ContentType}")
            );
            var pdf = new PrintedPdf(await answer.Content.ReadAsByteArrayAsync());
            await KeepAsync(pdf, Path.GetFileName(folder), address);
            texts[address] = PrintedPdf.Letters(await pdf.TextAsync());
            await AssertInsideSheetsAsync(pdf, address);
            // Nothing of the workshop in the content folder.
            foreach (var other in new[] { "ModMat", "LAAS", "Toulouse" })
                Assert.DoesNotContain(PrintedPdf.Letters(other), texts[address], StringComparison.OrdinalIgnoreCase);
        }
        foreach (var printable in new[] { "badges", "certificates", "sign-in" })
        {
            var text = string.Concat(texts.Where(t => t.Key.Contains(printable, StringComparison.Ordinal)).Select(t => t.Value));
            var names = printable == "sign-in" ? Names.Select(FamilyNameFirst) : Names;
            Assert.Equal(
                (printable, []),
                (printable, names.Where(n => !text.Contains(PrintedPdf.Letters(n), StringComparison.Ordinal)).ToArray())
            );
        }
        var rows = (await organiser.ReadAsync("/programme")).SeenAll(
            "[data-part=title], [data-part=speaker], [data-part=role], [data-part=chairs]"
        );
        var programme = string.Concat(texts.Where(t => t.Key.Contains("programme", StringComparison.Ordinal)).Select(t => t.Value));
        Assert.Equal([], rows.Where(row => !programme.Contains(PrintedPdf.Letters(row), StringComparison.Ordinal)));
        Assert.Contains(texts.Values, text => text.Contains(PrintedPdf.Letters(name), StringComparison.Ordinal));
        Assert.NotEqual(0, days);
    }

    private static string FamilyNameFirst(string name) => string.Join(' ', name.Split(' ', 2).Reverse());

    /// <summary>Somebody looks at the pictures of a release.</summary>
    private static async Task KeepAsync(PrintedPdf pdf, string workshop, string address)
    {
        var pictures = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "pictures")).FullName;
        var name = address.Split('/')[^1].Replace('?', '-').Replace("pdf-", "", StringComparison.Ordinal);
        var file = $"{workshop}-{name}";
        await File.WriteAllBytesAsync(
            Path.Combine(pictures, file.EndsWith(".pdf", StringComparison.Ordinal) ? file : file + ".pdf"),
            pdf.Bytes
        );
    }

    private static async Task AssertInsideSheetsAsync(PrintedPdf pdf, string address)
    {
        var sheets = await pdf.SheetsAsync();
        Assert.NotEmpty(sheets);
        Assert.Equal(
            [],
            (await pdf.WordsAsync())
                .Where(w => w.Left < 3 || w.Top < 3 || w.Right > sheets[w.Page - 1].Width - 3 || w.Bottom > sheets[w.Page - 1].Height - 3)
                .Select(w => $"{address}: {w.Text} on page {w.Page}")
        );
    }

    /// <summary>Three people with seats, who were there in every half-day.</summary>
    /// <returns>The number of half-days.</returns>
    private static Task<int> PutPeopleInAsync(SiteFactory site) =>
        site.InDatabaseAsync(async db =>
        {
            var sessions = await db.Sessions.AsNoTracking().ToListAsync();
            var halfDays = sessions.Select(s => new HalfDayId(s.Date, s.HalfDay)).Distinct().ToList();
            await db.PutInAsync([
                .. Names.Select(
                    (name, i) =>
                        People.Person(
                            i + 1,
                            People.Details(name.Split(' ', 2)[0], name.Split(' ', 2)[1]) with
                            {
                                Affiliation = "Taiga Lab",
                                HalfDays = [.. halfDays.Select(h => new HalfDayChoice(h.Date, h.Half, Attendance.InPerson))],
                            },
                            People.Seat(i + 1),
                            People.Confirmed
                        )
                ),
            ]);
            foreach (var id in await db.Registrations.Select(r => r.Id).ToListAsync())
            foreach (var half in halfDays)
            {
                var presence = new Presence
                {
                    RegistrationId = id,
                    Date = half.Date,
                    Half = half.Half,
                };
                presence.CheckIn(new(half.Date, new(10, 0), TimeSpan.Zero), "organiser 2");
                db.Presences.Add(presence);
            }
            await db.SaveChangesAsync();
            return halfDays.Count;
        });
}
