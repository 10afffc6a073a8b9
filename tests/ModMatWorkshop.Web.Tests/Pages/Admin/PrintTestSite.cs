using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>A site for the tests of printables: generated registrations, and a few with long names or a special status.</summary>
[CollectionDefinition(nameof(PrintTestSite))]
public sealed class PrintTestSite : ICollectionFixture<PrintTestSite>, IAsyncLifetime
{
    private const string LongGiven = "Wilhelmina-Alexandra Constanza Maria Theresia";
    private const string LongFamily = "von und zu Hohenlohe-Waldenburg-Schillingsfürst-Wallerstein";
    private static readonly string LongAffiliation = "Rheinisch-Westfälische Technische Hochschule Aachen, " + new string('x', 147);

    private readonly Dictionary<string, Task<byte[]>> printed = [];

    public OpenSite Site { get; } = new();

    public HttpClient French { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await db.WorkshopStates.ExecuteUpdateAsync(state => state.SetProperty(r => r.Capacity, 60));
        await db.PutInAsync([.. People.Of(44), .. SpecialCases()]);
        French = await Site.SignedInAsync();
    }

    public async Task DisposeAsync()
    {
        French.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Requests each PDF once for all tests.</summary>
    internal async Task<PrintedPdf> PdfAsync(string address)
    {
        if (!printed.TryGetValue(address, out var pdf))
            printed[address] = pdf = GetAsync(address);
        return new(await pdf);
    }

    public async Task<T> DbAsync<T>(Func<WorkshopDb, Task<T>> use)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<WorkshopDb>());
    }

    public Task<List<Registration>> SeatedAsync() =>
        DbAsync(db =>
            db.Registrations.AsNoTracking()
                .Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat)
                .OrderBy(r => r.SortKey)
                .ThenBy(r => r.Number)
                .ToListAsync()
        );

    private async Task<byte[]> GetAsync(string address)
    {
        using var answer = await French.GetAsync(address);
        Assert.Equal(
            (address, HttpStatusCode.OK, "application/pdf"),
            (address, answer.StatusCode, answer.Content.Headers.ContentType?.ToString())
        );
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static IEnumerable<Registration> SpecialCases() =>
        [
            People.Person(101, People.Details("Anne", "HEMERYCK"), People.Seat(101), People.Confirmed, People.WithRole("committee")),
            LongName(102, People.Details(LongGiven, LongFamily) with { Affiliation = LongAffiliation }),
            LongName(103, People.Details(new('W', 20), new('M', 80))),
            LongName(
                104,
                People.Details(string.Join(' ', Enumerable.Repeat("Marie", 16)), new('Ž', 100)) with
                {
                    Affiliation = new('M', 200),
                }
            ),
            People.Person(105, People.Details("François-Xavier", "Coudert"), People.Seat(105), People.Confirmed, People.WithRole("o1")),
            People.Person(106, People.Details("Grace", "Noname"), People.Seat(106), People.Confirmed, People.WithRole("p3")),
            People.Person(107, People.Details("Ada", "Remotely"), People.Remote, People.Confirmed),
            People.Person(108, People.Details("Emmy", "Pending"), People.Seat(107)),
            People.Person(109, People.Details("Sofia", "Waiting"), People.Waiting(1), People.Confirmed),
        ];

    /// <summary>Sets the name afterwards: the helper makes an e-mail address from the name, and this one is too long for that.</summary>
    private static Registration LongName(int number, RegistrationDetails details) =>
        People.Person(number, People.Details("A", "B"), People.Seat(number), People.Confirmed, r => r.UpdateDetails(details, r.CreatedAt));
}
