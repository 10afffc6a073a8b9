using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data;

/// <summary>The workshop and its sessions, which most queries of the programme need.</summary>
public sealed record Outline(Workshop Workshop, IReadOnlyList<Session> Sessions)
{
    public required WorkshopPeriod Period { get; init; }

    /// <summary>The text pages, sorted by the names of their files.</summary>
    public required IReadOnlyList<PageLink> Pages { get; init; }

    /// <inheritdoc cref="Schedule.Version"/>
    public PublishedVersion? Version { get; init; }

    /// <summary>Whether a page shows something that the content does not have.</summary>
    public bool IsMissing(PageRoute route) =>
        route == Routes.Call && Workshop.Call is null || Routes.TextPages.Contains(route) && Pages.All(p => p.Route != route);
}

/// <summary>Loads parts of the schedule. A cached outline saves five queries.</summary>
public static class ScheduleQueries
{
    private const int MaxSlotsInOverview = 100;

    public static async Task<Outline> OutlineAsync(this WorkshopDb db, CancellationToken cancel)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        var lastEnd = await db.Slots.Where(s => !s.Cancelled).MaxAsync(s => (DateTimeOffset?)s.End, cancel);
        return new(workshop, await db.Sessions.AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancel))
        {
            Period = WorkshopPeriod.Of(workshop.Start, workshop.End, workshop.TimeZone, lastEnd),
            Pages = await db.PageLinksAsync(cancel),
            Version = await db
                .ProgrammeVersions.OrderByDescending(v => v.Number)
                .Select(v => new PublishedVersion(v.Number, v.At))
                .FirstOrDefaultAsync(cancel),
        };
    }

    public static async Task<IReadOnlyList<PageLink>> PageLinksAsync(this WorkshopDb db, CancellationToken cancel) =>
        await db
            .Pages.AsNoTracking()
            .OrderBy(p => p.Slug)
            .Select(p => new PageLink(p.Slug, p.Title, p.Addresses, p.Place))
            .ToListAsync(cancel);

    public static Task<Schedule> WholeScheduleAsync(this WorkshopDb db, CancellationToken cancel, Outline? outline = null) =>
        LoadAsync(db, outline, db.Slots, db.Contributions, cancel);

    /// <summary>
    /// The timetable with talks and without posters, for the home page. A very long programme is cut to today and its first slots.
    /// </summary>
    public static Task<Schedule> OverviewScheduleAsync(this WorkshopDb db, DateOnly today, Outline outline, CancellationToken cancel) =>
        LoadWithTalksAsync(
            db,
            outline,
            db.Slots.OrderBy(s => s.Date != today).ThenBy(s => s.Start).ThenBy(s => s.Slug).Take(MaxSlotsInOverview),
            cancel
        );

    /// <summary>The timetable with talks and without posters.</summary>
    /// <param name="day">Null for all days.</param>
    public static Task<Schedule> TimetableAsync(this WorkshopDb db, DateOnly? day, Outline outline, CancellationToken cancel) =>
        LoadWithTalksAsync(db, outline, day is null ? db.Slots : db.Slots.Where(s => s.Date == day), cancel);

    /// <summary>The given contributions with their slots; for posters, the slots in which posters are shown.</summary>
    public static Task<Schedule> ScheduleOfAsync(
        this WorkshopDb db,
        IReadOnlyCollection<string> codes,
        Outline outline,
        CancellationToken cancel
    ) =>
        LoadAsync(
            db,
            outline,
            db.Slots.Where(s => codes.Contains(s.Slug) || s.Posters || s.Kind == SlotKind.PosterSession),
            db.Contributions.Where(c => codes.Contains(c.Code)),
            cancel
        );

    private static async Task<Schedule> LoadWithTalksAsync(WorkshopDb db, Outline outline, IQueryable<Slot> slots, CancellationToken cancel)
    {
        var rows = await (
            from slot in slots.AsNoTracking()
            join contribution in db.Contributions on slot.ContributionCode equals contribution.Code into talks
            from talk in talks.DefaultIfEmpty()
            orderby slot.Start, slot.Slug
            select new { Slot = slot, Talk = talk }
        ).ToListAsync(cancel);
        return new(
            outline.Workshop,
            outline.Sessions,
            [.. rows.Select(r => r.Slot)],
            rows.Where(r => r.Talk is not null).Select(r => r.Talk!).DistinctBy(t => t.Code).ToDictionary(t => t.Code)
        );
    }

    private static async Task<Schedule> LoadAsync(
        WorkshopDb db,
        Outline? outline,
        IQueryable<Slot> slots,
        IQueryable<Contribution> contributions,
        CancellationToken cancel
    )
    {
        outline ??= await db.OutlineAsync(cancel);
        return new(
            outline.Workshop,
            outline.Sessions,
            await slots.AsNoTracking().OrderBy(s => s.Start).ThenBy(s => s.Slug).ToListAsync(cancel),
            await contributions
                .AsNoTracking()
                .OrderBy(c => c.Kind)
                .ThenBy(c => c.Letters)
                .ThenBy(c => c.Number)
                .ToDictionaryAsync(c => c.Code, cancel)
        )
        {
            Version = outline.Version,
        };
    }
}
