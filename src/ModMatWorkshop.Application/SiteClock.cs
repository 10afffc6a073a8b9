using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application;

/// <summary>
/// The time of the programme and its deadlines. It is the real time unless a rehearsal shifts it. Registered under its own type: sign-in,
/// cookies,
/// mail and the audit log read the real time (with one clock for both, a cookie was born expired).
/// </summary>
public sealed class SiteClock(TimeProvider realTime) : TimeProvider
{
    public bool IsRehearsal { get; private set; }

    /// <summary>By how much the site is ahead of the real time.</summary>
    public TimeSpan Shift { get; private set; }

    public override DateTimeOffset GetUtcNow() => realTime.GetUtcNow() + Shift;

    /// <summary>By how much an instant is ahead of the real time.</summary>
    public TimeSpan ShiftTo(DateTimeOffset instant) => instant - realTime.GetUtcNow();

    /// <summary>No rehearsal, and not before an instant: what is written down for good is written as it will stay.</summary>
    public void KeepRealTimeFrom(DateTimeOffset earliest) =>
        (IsRehearsal, Shift) = (false, ShiftTo(earliest) is var ahead && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);

    /// <summary>
    /// Sets the clock as the setting says. The offset is kept, so that restarts and other instances go on with the same rehearsal.
    /// </summary>
    public async Task SetAsync(string? rehearseFrom, TimeZoneInfo zone, WorkshopDb db, CancellationToken cancel)
    {
        var kept = await db.Rehearsals.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (kept?.From != rehearseFrom)
            kept = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => StartAsync(rehearseFrom, zone, db, cancel));
        (IsRehearsal, Shift) = (kept is not null, kept?.Offset ?? TimeSpan.Zero);
    }

    /// <summary>Begins the rehearsal of the setting, or ends the one that is kept, unless another instance has just done it.</summary>
    private async Task<Rehearsal?> StartAsync(string? rehearseFrom, TimeZoneInfo zone, WorkshopDb db, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockForWriteAsync(cancel);
        var kept = await db.Rehearsals.SingleOrDefaultAsync(cancel);
        if (kept is not null && kept.From != rehearseFrom)
        {
            db.Rehearsals.Remove(kept);
            await db.SaveChangesAsync(cancel);
            kept = null;
        }
        if (kept is null && rehearseFrom is not null)
        {
            db.Rehearsals.Add(kept = new() { From = rehearseFrom, Offset = InstantOf(rehearseFrom, zone) - realTime.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return kept;
    }

    private static DateTimeOffset InstantOf(string text, TimeZoneInfo zone)
    {
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (local.Kind != DateTimeKind.Unspecified)
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        return LocalHours.TryToInstant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone, out var instant)
            ? instant
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
