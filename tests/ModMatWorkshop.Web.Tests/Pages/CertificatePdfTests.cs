using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The certificate as a page and as a PDF, on the evening of the last day.</summary>
public sealed class CertificatePdfTests(ITestOutputHelper report)
{
    private const string Evening = "2021-09-24T18:00";
    private const string ContributionWithLongTitle = "i1";

    [QrCodeFact]
    public async Task The_PDF_states_the_recorded_presence_and_its_QR_code_leads_to_the_verification()
    {
        await using var site = await SiteAsync(
            [
                People.Person(
                    1,
                    People.Details("Émilie", "du Châtelet"),
                    People.Seat(1),
                    People.Confirmed,
                    People.WithRole(ContributionWithLongTitle)
                ),
            ],
            present: 1
        );
        using var reader = site.CreateClient();
        var own = await OwnPageAsync(site, 1);

        var page = await reader.ReadAsync(own);
        var link = page.QuerySelector("a[data-certificate]")!.GetAttribute("href")!;
        Assert.Null(page.QuerySelector("#h-ticket"));
        var pdf = new PrintedPdf(await reader.GetByteArrayAsync($"{link}.pdf"));
        Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "pictures"));
        await File.WriteAllBytesAsync(Path.Combine(Repository.Artifacts, "pictures", "certificate.pdf"), pdf.Bytes);

        var number = (await reader.ReadAsync(link)).QuerySelector("[data-certificate]")!.GetAttribute("data-certificate")!;
        Assert.Equal([(210, 297)], await pdf.SheetsAsync());
        var info = await pdf.InfoAsync();
        Assert.Equal(
            ("yes", "fr", true),
            (info["Tagged"], pdf.Language, info["Title"].EndsWith(" – ModMat 2021", StringComparison.Ordinal))
        );
        Assert.Contains("H1", await pdf.StructureAsync());
        Assert.Equal([$"https://modmat.test/verification/{number}"], await pdf.CodesAsync());
        var text = await pdf.TextAsync();
        var title = await DbAsync(site, db =>
            db.Contributions.Where(c => c.Code == ContributionWithLongTitle).Select(c => c.Title).SingleAsync()
        );
        foreach (
            var expected in new[]
            {
                "Attestation de présence",
                "Émilie du Châtelet",
                "Conférence invitée",
                title,
                "mercredi 22 septembre, après-midi en salle 4 h",
                "jeudi 23 septembre, matin à distance",
                number,
            }
        )
            Assert.Contains(PrintedPdf.Letters(expected), PrintedPdf.Letters(text), StringComparison.Ordinal);
        var verified = await reader.ReadAsync($"/verification/{number}");
        Assert.Equal("Émilie du Châtelet", verified.QuerySelector("[data-fact=name]")?.TextContent);
    }

    [Fact]
    public async Task A_person_without_presence_gets_no_certificate_and_the_reason()
    {
        await using var site = await SiteAsync(
            [People.Person(1, People.Details("Grace", "Hopper"), People.Seat(1), People.Confirmed)],
            present: 0
        );
        using var reader = site.CreateClient();
        var own = await OwnPageAsync(site, 1);
        var page = await reader.ReadAsync(own);
        Assert.Null(page.QuerySelector("a[data-certificate]"));
        Assert.Contains(
            "Aucune présence n’a été relevée à votre nom",
            page.QuerySelector("section:has(> #h-certificate)")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{own}/attestation")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{own}/attestation.pdf")).StatusCode);
    }

    [Fact]
    public async Task An_organiser_revokes_a_certificate()
    {
        await using var site = await SiteAsync(
            [People.Person(1, People.Details("Ada", "Lovelace"), People.Seat(1), People.Confirmed)],
            present: 1
        );
        using var organiser = await site.SignedInAsync();
        var number = (await organiser.ReadAsync("/admin/printables/certificates"))
            .QuerySelector("[data-certificate]")!
            .GetAttribute("data-certificate");
        var page = await organiser.ReadAsync("/admin/attendees/1");
        Assert.Equal("genuine", page.QuerySelector("#certificate")?.GetAttribute("data-certificate"));

        using var pressed = await organiser.PostAsync(
            "/admin/attendees/1?handler=Revoke",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    [FormToken.Field] = page.QuerySelector($"#certificate input[name={FormToken.Field}]")!.GetAttribute("value")!,
                }
            )
        );

        Assert.Equal("/admin/attendees/1?done=done", pressed.Headers.Location?.OriginalString);
        Assert.Equal(
            "revoked",
            (await organiser.ReadAsync("/admin/attendees/1")).QuerySelector("#certificate")?.GetAttribute("data-certificate")
        );
        Assert.Equal(
            "revoked",
            (await organiser.ReadAsync($"/verification/{number}")).QuerySelector("[data-verification]")?.GetAttribute("data-verification")
        );
    }

    [PdfFact]
    public async Task A_very_long_name_and_title_fit_on_the_page()
    {
        var family = string.Join('-', Enumerable.Repeat("Hohenlohe", 5));
        await using var site = await SiteAsync(
            [
                People.Person(
                    1,
                    People.Details("Wilhelmina-Alexandra Constanza Maria Theresia", family),
                    People.Seat(1),
                    People.Confirmed,
                    People.WithRole("p3")
                ),
            ],
            present: 1
        );
        using var organiser = await site.SignedInAsync();
        var pdf = new PrintedPdf(await organiser.GetByteArrayAsync("/admin/printables/certificates.pdf?lang=en"));
        Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "pictures"));
        await File.WriteAllBytesAsync(Path.Combine(Repository.Artifacts, "pictures", "certificate-long.pdf"), pdf.Bytes);
        var words = await pdf.WordsAsync();
        Assert.Equal(1, words.Max(w => w.Page));
        Assert.Equal([], words.Where(w => w.Left < 5 || w.Right > 205 || w.Top < 5 || w.Bottom > 292).Select(w => w.Text));
        Assert.Contains(PrintedPdf.Letters(family), PrintedPdf.Letters(await pdf.TextAsync()), StringComparison.Ordinal);
    }

    [Trait("Category", "prove")]
    [QrCodeFact]
    public async Task Sixty_certificates_are_printed_each_with_its_own_code()
    {
        await using var site = await SiteAsync(
            Enumerable.Range(1, 60).Select(n => People.Person(n, People.Details("Ada", $"Lovelace {n}"), People.Seat(n), People.Confirmed)),
            present: 60
        );
        using var organiser = await site.SignedInAsync();
        await organiser.GetByteArrayAsync("/programme.pdf");
        var watch = Stopwatch.StartNew();
        var pdf = new PrintedPdf(await organiser.GetByteArrayAsync("/admin/printables/certificates.pdf"));
        report.WriteLine($"60 certificates: {watch.ElapsedMilliseconds} ms, {pdf.Bytes.Length / 1024} kB");
        Assert.Equal(60, (await pdf.PagesAsync()).Length);
        var codes = await pdf.CodesAsync();
        Assert.Equal(60, codes.Distinct().Count());
        foreach (var code in codes.Take(3))
            Assert.Equal(
                "genuine",
                (await organiser.ReadAsync(new Uri(code).PathAndQuery))
                    .QuerySelector("[data-verification]")
                    ?.GetAttribute("data-verification")
            );
    }

    /// <param name="present">The number of the last person who has a check-in on Wednesday and a heartbeat on Thursday morning.</param>
    private static async Task<SiteFactory> SiteAsync(IEnumerable<Registration> people, int present)
    {
        var site = new SiteFactory { RehearseFrom = Evening };
        await DbAsync(site, async db =>
        {
            await db.WorkshopStates.ExecuteUpdateAsync(state => state.SetProperty(r => r.Capacity, 100));
            await db.PutInAsync(people);
            foreach (var id in await db.Registrations.Where(r => r.Number <= present).Select(r => r.Id).ToListAsync())
            {
                var presence = new Presence
                {
                    RegistrationId = id,
                    Date = People.Wednesday,
                    Half = Domain.Programme.HalfDay.Afternoon,
                };
                presence.CheckIn(new(2021, 9, 22, 10, 50, 0, TimeSpan.Zero), "organiser 2");
                db.Presences.AddRange(presence, Presence.StartedOnStream(id, People.HalfDays[1], new(2021, 9, 23, 7, 0, 0, TimeSpan.Zero)));
            }
            await db.SaveChangesAsync();
            return true;
        });
        return site;
    }

    private static async Task<string> OwnPageAsync(SiteFactory site, int number)
    {
        var person = await DbAsync(site, db => db.Registrations.AsNoTracking().SingleAsync(r => r.Number == number));
        return $"/mon-inscription/{site.Services.GetRequiredService<SecretLinks>().Of(person)}";
    }

    private static async Task<T> DbAsync<T>(SiteFactory site, Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }
}
