using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <content>The rows of each kind of content, the rows derived from them, and the fields that a calendar shows.</content>
public sealed partial class ContentImportTransaction
{
    private async Task SaveAsync(WorkshopContent content, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await SaveWorkshopAsync(content, cancel);
        await SaveSessionsAsync(content, cancel);
        await SaveBroadcastsAsync(content, cancel);
        await SaveSlotsAsync(content, cancel);
        await SaveContributionsAsync(content, cancel);
        await SaveKeywordsAsync(content, cancel);
        await SavePersonsAsync(content, cancel);
        await SavePagesAsync(content, cancel);
        await SaveNewsAsync(content, cancel);
        await SaveTextsAsync(content.Texts, cancel);
    }

    private Task SaveWorkshopAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "workshop",
            [content.Workshop!],
            w => w.Slug,
            w => new
            {
                w.Title,
                w.Venue,
                w.Contact,
            },
            (w, r) => w.Revision = r,
            keys => db.Workshops.Where(w => keys.Contains(w.Slug)).ExecuteDeleteAsync(cancel),
            cancel
        );

    private Task SaveSessionsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "session",
            content.Sessions,
            s => $"{s.Number}",
            _ => null,
            (_, _) => { },
            keys =>
            {
                var numbers = keys.Select(int.Parse).ToList();
                return db.Sessions.Where(s => numbers.Contains(s.Number)).ExecuteDeleteAsync(cancel);
            },
            cancel
        );

    private Task SaveBroadcastsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "broadcast",
            content.Broadcasts,
            b => $"{b.SessionNumber}",
            _ => null,
            (_, _) => { },
            keys =>
            {
                var numbers = keys.Select(int.Parse).ToList();
                return db.Broadcasts.Where(b => numbers.Contains(b.SessionNumber)).ExecuteDeleteAsync(cancel);
            },
            cancel
        );

    private Task SaveSlotsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "slot",
            content.Slots,
            s => s.Slug,
            s => CalendarFields(s, content.Workshop!),
            (s, r) => s.Revision = r,
            async keys =>
            {
                await ForgetAsync(SearchKind.Slot, keys, cancel);
                await db.Slots.Where(s => keys.Contains(s.Slug)).ExecuteDeleteAsync(cancel);
            },
            cancel,
            // A slot that is moved or cancelled at its first import was published with other data before.
            first: s => s.IsMoved || s.Cancelled ? 1 : 0,
            also: s => SearchDocuments.Of(s, content.Workshop!.Languages)
        );

    private Task SaveContributionsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "contribution",
            content.Contributions,
            c => c.Code,
            CalendarFields,
            (c, r) => c.Revision = r,
            async keys =>
            {
                await _programme.KeepAbstractsAsync(keys, cancel);
                await db.Authorships.Where(a => keys.Contains(a.ContributionCode)).ExecuteDeleteAsync(cancel);
                await db.KeywordUses.Where(k => keys.Contains(k.ContributionCode)).ExecuteDeleteAsync(cancel);
                await ForgetAsync(SearchKind.Contribution, keys, cancel);
                await db.Contributions.Where(c => keys.Contains(c.Code)).ExecuteDeleteAsync(cancel);
            },
            cancel,
            also: c => [.. AuthorshipsOf(c), .. KeywordsOf(c), SearchDocuments.Of(c)]
        );

    private Task SaveKeywordsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "keyword",
            KeywordFacet.Of(content.Contributions),
            k => k.Facet,
            _ => null,
            (_, _) => { },
            keys => db.KeywordFacets.Where(k => keys.Contains(k.Facet)).ExecuteDeleteAsync(cancel),
            cancel
        );

    private Task SavePersonsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "person",
            content.Persons,
            p => p.Slug,
            _ => null,
            (_, _) => { },
            async keys =>
            {
                await ForgetAsync(SearchKind.Person, keys, cancel);
                await db.Persons.Where(p => keys.Contains(p.Slug)).ExecuteDeleteAsync(cancel);
            },
            cancel,
            also: p => [SearchDocuments.Of(p, content.Workshop!.Languages)]
        );

    private Task SavePagesAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "page",
            content.Pages,
            p => p.Slug,
            _ => null,
            (p, r) => p.Revision = r,
            async keys =>
            {
                await ForgetAsync(SearchKind.Page, keys, cancel);
                await db.Pages.Where(p => keys.Contains(p.Slug)).ExecuteDeleteAsync(cancel);
            },
            cancel,
            also: p => SearchDocuments.Of(p, content.Workshop!.Languages)
        );

    private Task SaveNewsAsync(WorkshopContent content, CancellationToken cancel) =>
        SyncAsync(
            "news",
            content.News,
            n => n.Slug,
            _ => null,
            (n, r) => n.Revision = r,
            keys => db.News.Where(n => keys.Contains(n.Slug)).ExecuteDeleteAsync(cancel),
            cancel
        );

    /// <summary>Saves the last good version of each file. Readers do not see it, so it does not count as a change.</summary>
    private async Task SaveTextsAsync(IReadOnlyDictionary<string, string> texts, CancellationToken cancel)
    {
        var known = await db.LastGoodFiles.ToDictionaryAsync(f => f.Name, cancel);
        foreach (var (name, text) in texts)
            if (known.Remove(name, out var file))
                file.Text = text;
            else
                db.LastGoodFiles.Add(new() { Name = name, Text = text });
        db.LastGoodFiles.RemoveRange(known.Values);
        await WriteAsync([], cancel);
    }

    /// <summary>
    /// Saves the files of the pictures. They do not count as changes: a page that shows another picture has another address of it.
    /// </summary>
    /// <param name="encoded">Those that were missing a moment ago.</param>
    /// <returns>False if another instance has meanwhile removed some of the others.</returns>
    private async Task<bool> SaveImagesAsync(IReadOnlyList<PictureFile> files, IReadOnlyList<ImageFile> encoded, CancellationToken cancel)
    {
        var kept = await ImagesAsync(cancel);
        var wanted = files.ToDictionary(f => f.Name, f => f.Fingerprint);
        var gone = kept.Where(k => wanted.GetValueOrDefault(k.Key) != k.Value).Select(k => k.Key).ToList();
        foreach (var chunk in gone.Chunk(Batch))
            await db.Images.Where(i => chunk.Contains(i.Name)).ExecuteDeleteAsync(cancel);
        var added = encoded.Where(i => kept.GetValueOrDefault(i.Name) != i.Fingerprint).ToList();
        if (kept.Count - gone.Count + added.Count < files.Count)
            return false;
        await WriteAsync(added, cancel);
        return true;
    }

    /// <summary>The fingerprint of each file of a picture that the site serves, by name.</summary>
    private Task<Dictionary<string, string>> ImagesAsync(CancellationToken cancel) =>
        db.Images.AsNoTracking().Select(i => new { i.Name, i.Fingerprint }).ToDictionaryAsync(i => i.Name, i => i.Fingerprint, cancel);

    /// <summary>
    /// Keeps the formulas of the content, so that a later import need not render them, even where KaTeX is not installed. They do not
    /// count as changes: the text that has them does.
    /// </summary>
    private async Task SaveFormulasAsync(IReadOnlyList<Formula> used, CancellationToken cancel)
    {
        var kept = (await db.Formulas.Select(f => new { f.Key, f.Version }).ToListAsync(cancel)).ToHashSet();
        var added = used.Where(f => !kept.Remove(new { f.Key, f.Version })).ToList();
        foreach (var chunk in kept.Select(k => k.Key).Chunk(Batch))
            await db.Formulas.Where(f => chunk.Contains(f.Key)).ExecuteDeleteAsync(cancel);
        await WriteAsync(added, cancel);
    }

    private Task<int> ForgetAsync(SearchKind kind, IReadOnlyList<string> keys, CancellationToken cancel) =>
        db.SearchDocuments.Where(d => d.Kind == kind && keys.Contains(d.Key)).ExecuteDeleteAsync(cancel);

    /// <summary>
    /// What a calendar shows of a slot. Facts that few slots have are added only where they are present, so that the sequence numbers of
    /// the others stay the same.
    /// </summary>
    private static object CalendarFields(Slot s, Workshop workshop)
    {
        object always = new
        {
            s.Start,
            s.End,
            s.Title,
            s.Cancelled,
            workshop.Venue,
        };
        var isTentative = s.ToBeConfirmed || s.HoursToBeConfirmed;
        if (s.CancelledBecause is not null)
            always = new { always, s.CancelledBecause };
        var room = workshop.RoomOf(s.Room);
        if (room is null && !isTentative && s.MoreSpeakers.Count == 0)
            return always;
        return new
        {
            always,
            room,
            isTentative,
            s.MoreSpeakers,
        };
    }

    private static object CalendarFields(Contribution c)
    {
        var always = new
        {
            c.Title,
            c.SpeakerName,
            c.Cancelled,
            c.Remote,
        };
        return c is { MoreSpeakers: [], ToBeConfirmed: false }
            ? always
            : new
            {
                always,
                c.MoreSpeakers,
                c.ToBeConfirmed,
            };
    }

    private static IEnumerable<Authorship> AuthorshipsOf(Contribution contribution) =>
        contribution.Authors.Select(
            (author, index) =>
                new Authorship
                {
                    ContributionCode = contribution.Code,
                    PersonSlug = author.Slug,
                    Position = index + 1,
                    Presents = contribution.IsPresentedBy(author),
                }
        );

    private static IEnumerable<KeywordUse> KeywordsOf(Contribution contribution) =>
        contribution
            .Keywords.DistinctBy(k => k.Facet)
            .Select(k => new KeywordUse
            {
                ContributionCode = contribution.Code,
                Facet = k.Facet,
                Text = k.Text,
            });
}
