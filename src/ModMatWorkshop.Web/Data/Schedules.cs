using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Data;

/// <summary>Loads as much of the schedule as an export needs.</summary>
public static class Schedules
{
    private const int MostSlotsAtAGlance = 100;

    public static Task<Schedule> WholeScheduleAsync(this WorkshopDb db, CancellationToken cancel) => LoadAsync(db, db.Slots, db.Contributions, cancel);

    /// <summary>What a first page shows: the timetable with its talks, without the posters. Of a programme beyond any workshop, today and its beginning.</summary>
    public static Task<Schedule> ScheduleAtAGlanceAsync(this WorkshopDb db, DateOnly today, CancellationToken cancel)
    {
        var slots = db.Slots.OrderBy(s => s.Date != today).ThenBy(s => s.Start).ThenBy(s => s.Slug).Take(MostSlotsAtAGlance);
        return LoadAsync(db, slots, TalksOf(db, slots), cancel);
    }

    public static Task<Schedule> ScheduleOfDayAsync(this WorkshopDb db, DateOnly day, CancellationToken cancel)
    {
        var slots = db.Slots.Where(s => s.Date == day);
        return LoadAsync(db, slots, TalksOf(db, slots), cancel);
    }

    /// <summary>These contributions with their slots, and, for posters, the slots during which they hang.</summary>
    public static Task<Schedule> ScheduleOfAsync(this WorkshopDb db, IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        LoadAsync(
            db,
            db.Slots.Where(s => codes.Contains(s.Slug) || s.Posters || s.Kind == SlotKind.PosterSession),
            db.Contributions.Where(c => codes.Contains(c.Code)),
            cancel);

    /// <summary>By membership: asked contribution by contribution, the same would be counted through ten thousand times.</summary>
    private static IQueryable<Contribution> TalksOf(WorkshopDb db, IQueryable<Slot> slots) =>
        db.Contributions.Where(c => slots.Select(s => s.ContributionCode).Contains(c.Code));

    private static async Task<Schedule> LoadAsync(WorkshopDb db, IQueryable<Slot> slots, IQueryable<Contribution> contributions, CancellationToken cancel) => new(
        await db.Workshops.AsNoTracking().SingleAsync(cancel),
        await db.Sessions.AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancel),
        await slots.AsNoTracking().OrderBy(s => s.Start).ThenBy(s => s.Slug).ToListAsync(cancel),
        await contributions.AsNoTracking().OrderBy(c => c.Kind).ThenBy(c => c.Number).ToDictionaryAsync(c => c.Code, cancel));
}
