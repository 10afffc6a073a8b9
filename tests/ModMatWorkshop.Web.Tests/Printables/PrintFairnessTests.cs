using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Printables;

/// <summary>Measures how much the requests of one participant delay the PDFs of others.</summary>
[Trait("Category", "prove")]
[Collection(nameof(MeasuredAlone))]
public sealed class PrintFairnessTests(ITestOutputHelper report)
{
    private const int Rounds = 5;
    private const int Requests = 40;

    [PdfFact]
    public async Task Forty_letters_of_one_participant_hardly_delay_the_letter_of_another_and_the_badges_of_an_organiser()
    {
        await using var site = new OpenSite();
        await site.InDbAsync(async db =>
        {
            await db.PutInAsync(People.Of(50));
            return true;
        });
        var links = site.Services.GetRequiredService<SecretLinks>();
        var people = await site.InDbAsync(db =>
            db.Registrations.AsNoTracking()
                .Where(r => r.Status == RegistrationStatus.Confirmed)
                .OrderBy(r => r.Number)
                .Take(2)
                .ToListAsync()
        );
        var (letters, others) = (LettersOf(people[0]), LettersOf(people[1]));
        using var reader = site.CreateClient();
        using var organiser = await site.SignedInAsync();

        var letter = await SlowdownAsync(reader, others[0]);
        var badges = await SlowdownAsync(organiser, "/admin/printables/badges.pdf");
        report.WriteLine($"{Requests} letters of one participant at once, compared with a quiet site:");
        report.WriteLine($"the letter of another takes {letter:0.00} times as long (at most 2)");
        report.WriteLine($"the badges of an organiser take {badges:0.00} times as long (at most 1.5)");
        Assert.True(letter <= 2, $"{letter:0.00}");
        Assert.True(badges <= 1.5, $"{badges:0.00}");

        string[] LettersOf(Registration person) =>
            [
                .. from letter in PrintableList.Letters
                // The others are due after the workshop, or where it has fees.
                where letter is not (CertificateOfAttendance or ProformaInvoice or ReceiptOfFee)
                from language in Enum.GetValues<Language>()
                select letter.Route.Path(WorkshopLanguages.Default, language, links.Of(person)) + ".pdf",
            ];

        async Task<double> SlowdownAsync(HttpClient client, string address)
        {
            await TimeAsync(client, address);
            var (quiet, busy) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                quiet.Add(await TimeAsync(client, address));
                var flood = Enumerable.Range(0, Requests).Select(i => TimeAsync(reader, letters[i % letters.Length])).ToList();
                busy.Add(await TimeAsync(client, address));
                await Task.WhenAll(flood);
            }
            return Median(busy) / Median(quiet);
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(address);
        await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return watch.Elapsed.TotalMilliseconds;
    }
}
