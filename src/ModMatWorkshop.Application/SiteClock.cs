using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application;

/// <summary>
/// Site time, for the programme and its deadlines: real time, or shifted time during a rehearsal. It is registered as SiteClock, not as
/// TimeProvider, because sign-in, cookies, mail and the audit log need real time: a cookie set in shifted time can expire at once.
/// </summary>
public sealed class SiteClock(TimeProvider realTime) : TimeProvider
{
    public bool IsRehearsal { get; private set; }

    /// <summary>Site time minus real time.</summary>
    public TimeSpan Shift { get; private set; }

    public override DateTimeOffset GetUtcNow() => realTime.GetUtcNow() + Shift;

    /// <summary>The shift that makes site time equal to this instant now.</summary>
    public TimeSpan ShiftTo(DateTimeOffset instant) => instant - realTime.GetUtcNow();

    /// <summary>
    /// Ends a rehearsal. If the instant is in the future, site time starts there, so that the archive shows the site as after the workshop.
    /// </summary>
    public void KeepRealTimeFrom(DateTimeOffset earliest) =>
        (IsRehearsal, Shift) = (false, ShiftTo(earliest) is var ahead && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero);

    /// <summary>
    /// Sets the clock from the setting. The offset is stored, so that restarts and other instances continue the same rehearsal.
    /// </summary>
    public async Task SetAsync(string? rehearseFrom, TimeZoneInfo zone, WorkshopDb db, CancellationToken cancel)
    {
        var stored = await db.Rehearsals.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (stored?.From != rehearseFrom)
            stored = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => StartAsync(rehearseFrom, zone, db, cancel));
        (IsRehearsal, Shift) = (stored is not null, stored?.Offset ?? TimeSpan.Zero);
    }

    /// <summary>Starts the rehearsal of the setting or ends the stored one, unless another instance has just done so.</summary>
    private async Task<Rehearsal?> StartAsync(string? rehearseFrom, TimeZoneInfo zone, WorkshopDb db, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockForWriteAsync(cancel);
        var stored = await db.Rehearsals.SingleOrDefaultAsync(cancel);
        if (stored is not null && stored.From != rehearseFrom)
        {
            db.Rehearsals.Remove(stored);
            await db.SaveChangesAsync(cancel);
            stored = null;
        }
        if (stored is null && rehearseFrom is not null)
        {
            db.Rehearsals.Add(stored = new() { From = rehearseFrom, Offset = InstantOf(rehearseFrom, zone) - realTime.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
        return stored;
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
