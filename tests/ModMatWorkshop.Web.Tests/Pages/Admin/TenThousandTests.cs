using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>A list of ten thousand. How long each page takes is written into the report of the test and not judged: a machine that is busy would fail it.</summary>
[Trait("Category", "prove")]
public sealed class TenThousandTests(ITestOutputHelper report)
{
    private const int People = 10_000;

    private static readonly (string Address, int Rows)[] Pages =
    [
        ("/admin/attendees", 100),
        ("/admin/attendees?page=100", 100),
        ("/admin/attendees?sort=affiliation&desc=yes", 100),
        ("/admin/attendees?sort=place", 100),
        ("/admin/attendees?sort=registered&desc=yes&page=50", 100),
        ("/admin/attendees?status=confirmed&place=waiting-list", 100),
        ("/admin/attendees?status=pending&needs=yes", 100),
        ("/admin/attendees?half-day=2021-09-23-morning&there=in-person", 47),
        ("/admin/attendees?half-day=2021-09-23-morning&there=remote&sort=position", 100),
        ("/admin/attendees?q=chatelet", 100),
        ("/admin/attendees?q=emilie+chatelet+gottingen", 74),
        ("/admin/attendees?q=9876", 1),
        ("/admin/attendees?q=nobody+of+that+name", 0),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_and_every_export_has_its_rows(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = "2021-09-01T09:00" };
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
            var filling = Stopwatch.StartNew();
            await db.PutInAsync(Hosting.People.Of(People));
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
            Say($"{People} registrations put in: {filling.ElapsedMilliseconds} ms");
        }
        using var browser = await site.SignedInAsync();

        var rows = new List<string>();
        foreach (var (address, _) in Pages)
        {
            rows.Add($"{address}: {(await browser.ReadAsync(address)).QuerySelectorAll("#attendees tbody tr").Length}");
            Say($"{await MedianAsync(() => browser.GetStringAsync(address), 15),7:0.0} ms  {address}");
        }
        Assert.Equal(Pages.Select(p => $"{p.Address}: {p.Rows}"), rows);

        foreach (var format in new[] { "csv", "xlsx" })
            Say($"{await MedianAsync(async () => (await browser.GetByteArrayAsync($"/admin/attendees/export.{format}?with=needs")).Length, 5),7:0.0} ms  export of all as {format}");
        foreach (var paper in new[] { "caterer", "door", "funder" })
            Say($"{await MedianAsync(() => browser.GetStringAsync($"/admin/reports/{paper}"), 5),7:0.0} ms  /admin/reports/{paper}");
        Assert.Equal(People + 1, (await browser.GetStringAsync("/admin/attendees/export.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        void Say(string line) => report.WriteLine($"{engine}: {line}");
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> ask, int times)
    {
        await ask();
        var taken = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await ask();
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        return taken.Order().ElementAt(times / 2);
    }
}
