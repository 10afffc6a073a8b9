using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The pages that search engines may index.</summary>
public static class SiteMapPages
{
    public static async Task<IReadOnlyList<SiteMapPage>> AllAsync(WorkshopDb db, CancellationToken cancel)
    {
        var imported = await db.ContentStates.AsNoTracking().Select(s => s.ImportedAt).SingleAsync(cancel);
        var contributions = await db
            .Contributions.AsNoTracking()
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Number)
            .Select(c => new { c.Code, c.Revision })
            .ToListAsync(cancel);
        var persons = await db.Persons.AsNoTracking().OrderBy(p => p.SortKey).Select(p => p.Slug).ToListAsync(cancel);
        return
        [
            .. Routes
                .All.Where(r => r != Routes.Search && !r.Private && !r.French.Contains('{', StringComparison.Ordinal))
                .Select(r => new SiteMapPage(r, null, imported)),
            .. contributions.Select(c => new SiteMapPage(Routes.Abstract, c.Code, c.Revision.LastModified)),
            .. persons.Select(p => new SiteMapPage(Routes.Speaker, p, imported)),
        ];
    }
}
