using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// The pages that search engines may index, each with the last change of what it shows: of the content, not the time of its import.
/// </summary>
/// <param name="now">The time on the site's clock, at which an item of news is published or not.</param>
public sealed class SiteMapPages(WorkshopDb db, DateTimeOffset now)
{
    public async Task<IReadOnlyList<SiteMapPage>> AllAsync(CancellationToken cancel)
    {
        // Includes rows that have left the folder, because a list without them has changed too.
        var kinds = await db
            .ImportedRows.AsNoTracking()
            .GroupBy(r => r.Kind)
            .Select(g => new { g.Key, Last = g.Max(r => r.LastModified) })
            .ToDictionaryAsync(k => k.Key, k => k.Last, cancel);
        var pages = (
            await db
                .Pages.AsNoTracking()
                .OrderBy(p => p.Slug)
                .Select(p => new { Link = new PageLink(p.Slug, p.Title, p.Addresses, p.Place), p.Revision })
                .ToListAsync(cancel)
        ).ToDictionary(p => p.Link.Route, p => p.Revision.LastModified);
        var news = await LastNewsAsync(cancel);
        var contributions = await ContributionsAsync(cancel);
        var hasCall = await db.Workshops.Select(w => w.Call).SingleOrDefaultAsync(cancel) is not null;
        var changes = await db.ProgrammeVersions.MaxAsync(v => (DateTimeOffset?)v.At, cancel);
        return
        [
            .. Routes
                .All.Where(r => r != Routes.Search && !r.Private && !r.French.Contains('{', StringComparison.Ordinal))
                .Where(r => !Routes.TextPages.Contains(r) || pages.ContainsKey(r))
                .Where(r => r != Routes.Call || hasCall)
                // Without changes, nothing links to their page.
                .Where(r => r != Routes.Changes || changes is not null)
                .Concat(pages.Keys.Except(Routes.TextPages))
                .Select(r => new SiteMapPage(r, null, LastModified(r))),
            .. contributions.Select(c => new SiteMapPage(Routes.Abstract, c.Key, c.Value)),
            .. await PersonsAsync(contributions, cancel),
        ];

        DateTimeOffset? LastModified(PageRoute route) =>
            // Nothing records when a participant joined or left the public list.
            route == Routes.Participants
                ? null
            : route == Routes.News ? news
            : route == Routes.Changes ? changes
            : route == Routes.Home ? Latest(news, Of("workshop", "session", "slot", "contribution"))
            : route == Routes.PracticalInfo ? Latest(pages.GetValueOrDefault(route), Of("workshop"))
            : pages.TryGetValue(route, out var page) ? page
            : route == Routes.Speakers ? Of("person", "contribution")
            : route == Routes.Call ? Of("workshop")
            : route == Routes.Register ? Of("workshop", "session")
            : Of("workshop", "session", "slot", "contribution", "page");

        DateTimeOffset? Of(params string[] shown) =>
            shown.Max(kind => kinds.TryGetValue(kind, out var last) ? last : (DateTimeOffset?)null);
    }

    /// <summary>An item that was written in advance appears on its date.</summary>
    private async Task<DateTimeOffset?> LastNewsAsync(CancellationToken cancel)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var published = await NewsQueries.Published(db, now, workshop).ToListAsync(cancel);
        return published.Max(n => Latest(n.Revision.LastModified, LocalHours.StartOfDay(n.Date, workshop.TimeZone)));
    }

    /// <summary>The contributions in the order of the map, each with the last change of itself or of its slots.</summary>
    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> ContributionsAsync(CancellationToken cancel)
    {
        var slots = (
            await db
                .Slots.AsNoTracking()
                .Where(s => s.ContributionCode != null)
                .Select(s => new { s.ContributionCode, s.Revision })
                .ToListAsync(cancel)
        ).ToLookup(s => s.ContributionCode!, s => s.Revision.LastModified);
        var contributions = await db
            .Contributions.AsNoTracking()
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Letters)
            .ThenBy(c => c.Number)
            .Select(c => new { c.Code, c.Revision })
            .ToListAsync(cancel);
        return contributions.ToDictionary(c => c.Code, c => slots[c.Code].Append(c.Revision.LastModified).Max());
    }

    private async Task<IEnumerable<SiteMapPage>> PersonsAsync(
        IReadOnlyDictionary<string, DateTimeOffset> contributions,
        CancellationToken cancel
    )
    {
        var works = (
            await db.Authorships.AsNoTracking().Select(a => new { a.PersonSlug, a.ContributionCode }).ToListAsync(cancel)
        ).ToLookup(a => a.PersonSlug, a => contributions.GetValueOrDefault(a.ContributionCode));
        var persons = await (
            from person in db.Persons.AsNoTracking()
            join row in db.ImportedRows on new { Kind = "person", Key = person.Slug } equals new { row.Kind, row.Key }
            orderby person.SortKey, person.Slug
            select new { person.Slug, row.LastModified }
        ).ToListAsync(cancel);
        return persons.Select(p => new SiteMapPage(Routes.Speaker, p.Slug, works[p.Slug].Append(p.LastModified).Max()));
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
