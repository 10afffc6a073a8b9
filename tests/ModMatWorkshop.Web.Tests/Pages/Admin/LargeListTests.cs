using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>
/// The list of attendees with ten thousand registrations. The test reports how long each page takes but sets no limit, because a busy
/// machine would exceed it.
/// </summary>
[Trait("Category", "prove")]
public sealed class LargeListTests(ITestOutputHelper report)
{
    private const int Registrations = 10_000;

    private const int PageSize = 100;

    private static readonly (string Address, Func<Registration, bool> IsShown)[] Pages =
    [
        ("/admin/attendees", _ => true),
        ("/admin/attendees?page=100", _ => true),
        ("/admin/attendees?sort=affiliation&desc=yes", _ => true),
        ("/admin/attendees?sort=place", _ => true),
        ("/admin/attendees?sort=registered&desc=yes&page=50", _ => true),
        ("/admin/attendees?status=confirmed&place=waiting-list", r =>
            r is { Status: RegistrationStatus.Confirmed, Place: Place.WaitingList }
        ),
        ("/admin/attendees?status=pending&needs=yes", r =>
            r.Status == RegistrationStatus.Pending && r.Details is { Diet: not null } or { AccessNeeds: not null }
        ),
        ("/admin/attendees?half-day=2021-09-23-morning&there=in-person", r =>
            r.Place == Place.Seat && OnThursdayMorning(r) == Attendance.InPerson
        ),
        ("/admin/attendees?half-day=2021-09-23-morning&there=remote&sort=position", r =>
            r.Place != Place.None && (r.Place == Place.Seat ? OnThursdayMorning(r) == Attendance.Remote : OnThursdayMorning(r) is not null)
        ),
        ("/admin/attendees?q=chatelet", r => r.Details.FamilyName == "du Châtelet"),
        ("/admin/attendees?q=emilie+chatelet+gottingen", r =>
            r.Details is { GivenName: "Émilie", FamilyName: "du Châtelet", Affiliation: "Universität Göttingen" }
        ),
        ("/admin/attendees?q=9876", r => r.Number == 9876),
        ("/admin/attendees?q=nobody+of+that+name", _ => false),
    ];

    private static Attendance? OnThursdayMorning(Registration registration) =>
        registration
            .Details.HalfDays.Where(h => h.Date == People.Thursday && h.Half == HalfDay.Morning)
            .Select(h => (Attendance?)h.Attendance)
            .SingleOrDefault();

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_and_export_has_all_its_rows(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = "2021-09-01T09:00" };
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            var filling = Stopwatch.StartNew();
            await db.PutInAsync(People.Of(Registrations));
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
            Write($"{Registrations} registrations added: {filling.ElapsedMilliseconds} ms");
        }
        using var browser = await site.SignedInAsync();

        var rows = new List<string>();
        foreach (var (address, _) in Pages)
        {
            rows.Add($"{address}: {(await browser.ReadAsync(address)).QuerySelectorAll("#attendees tbody tr").Length}");
            Write($"{await MedianAsync(() => browser.GetStringAsync(address), 15), 7:0.0} ms  {address}");
        }
        var people = People.Of(Registrations).ToList();
        Assert.Equal(
            string.Join('\n', Pages.Select(p => $"{p.Address}: {Math.Min(PageSize, people.Count(p.IsShown))}")),
            string.Join('\n', rows)
        );

        foreach (var format in new[] { "csv", "xlsx" })
        {
            var export = $"/admin/attendees/export.{format}?with=needs";
            Write($"{await MedianAsync(() => browser.GetByteArrayAsync(export), 5), 7:0.0} ms  export of all as {format}");
        }
        foreach (var name in new[] { "caterer", "reception", "funder" })
            Write($"{await MedianAsync(() => browser.GetStringAsync($"/admin/reports/{name}"), 5), 7:0.0} ms  /admin/reports/{name}");
        Assert.Equal(
            Registrations + 1,
            (await browser.GetStringAsync("/admin/attendees/export.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length
        );

        void Write(string line) => report.WriteLine($"{engine}: {line}");
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> request, int times)
    {
        await request();
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await request();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return taken.Order().ElementAt(times / 2);
    }
}
