using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.MachineReadableEndpoints;

public sealed class SiteMapDatesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_has_the_date_at_which_what_it_shows_has_changed_and_not_that_of_the_import(Engine engine)
    {
        await using var site = new SiteFactory { Engine = engine, RehearseFrom = "2021-09-10T09:00" };
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await db.ContentStates.ExecuteUpdateAsync(s => s.SetProperty(x => x.ImportedAt, On("2021-09-09")));
        foreach (
            var (kind, day) in new[]
            {
                ("workshop", "2021-07-01"),
                ("session", "2021-07-01"),
                ("slot", "2021-07-07"),
                ("contribution", "2021-07-05"),
                ("person", "2021-07-02"),
                ("page", "2021-07-06"),
            }
        )
            await db.ImportedRows.Where(r => r.Kind == kind).ExecuteUpdateAsync(r => r.SetProperty(x => x.LastModified, On(day)));
        foreach (var slot in await db.Slots.ToListAsync())
            slot.Revision = new(1, On(slot.Slug == "o2" ? "2021-07-07" : "2021-07-01"));
        foreach (var contribution in await db.Contributions.ToListAsync())
            contribution.Revision = new(1, On(contribution.Code == "o1" ? "2021-07-05" : "2021-07-03"));
        foreach (var page in await db.Pages.ToListAsync())
            page.Revision = new(1, On(page.Slug == "contact" ? "2021-07-06" : "2021-07-01"));
        foreach (var news in await db.News.ToListAsync())
            news.Revision = new(1, On("2021-07-04"));
        await db.SaveChangesAsync();

        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        using var reader = site.CreateClient();
        var dates = XDocument
            .Parse(await reader.GetStringAsync("/sitemap.xml"))
            .Descendants(map + "url")
            .ToDictionary(u => new Uri(u.Element(map + "loc")!.Value).AbsolutePath, u => u.Element(map + "lastmod")?.Value[..10]);

        (string, string?)[] expected =
        [
            ("/resumes/o1", "2021-07-05"),
            ("/resumes/o2", "2021-07-07"),
            ("/en/abstracts/o3", "2021-07-03"),
            ("/contact", "2021-07-06"),
            ("/en/legal-notice", "2021-07-01"),
            ("/infos-pratiques", "2021-07-01"),
            ("/programme", "2021-07-07"),
            ("/en/book", "2021-07-07"),
            ("/intervenants", "2021-07-05"),
            ("/intervenants/francois-xavier-coudert", "2021-07-05"),
            ("/intervenants/julien-lam", "2021-07-03"),
            // The second item was published on 1 September, at midnight in Paris.
            ("/actualites", "2021-08-31"),
            ("/", "2021-08-31"),
            // Nothing tells when the list of participants has changed.
            ("/participants", null),
        ];
        Assert.Equal(expected, expected.Select(e => (e.Item1, dates[e.Item1])));
    }

    private static DateTimeOffset On(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);
}
