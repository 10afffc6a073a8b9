using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web;

/// <summary>
/// The time of the programme and its deadlines. It is the real time unless a rehearsal shifts it. Registered under its own type: sign-in, cookies,
/// mail and the audit log read the real time (with one clock for both, a cookie was born expired).
/// </summary>
public sealed class SiteClock(TimeProvider realTime) : TimeProvider
{
    private TimeSpan _offset;

    public bool IsRehearsal { get; private set; }

    public override DateTimeOffset GetUtcNow() => realTime.GetUtcNow() + _offset;

    /// <summary>Sets the clock as the setting says. The offset is kept, so that restarts and other instances go on with the same rehearsal.</summary>
    public async Task SetAsync(string? rehearseFrom, TimeZoneInfo zone, WorkshopDb db, CancellationToken cancel)
    {
        var kept = await db.Rehearsals.SingleOrDefaultAsync(cancel);
        if (rehearseFrom is null)
        {
            if (kept is not null)
                await db.Rehearsals.ExecuteDeleteAsync(cancel);
            (IsRehearsal, _offset) = (false, TimeSpan.Zero);
            return;
        }
        if (kept?.From != rehearseFrom)
        {
            var offset = InstantOf(rehearseFrom, zone) - realTime.GetUtcNow();
            if (kept is null)
                db.Rehearsals.Add(kept = new() { From = rehearseFrom, Offset = offset });
            (kept.From, kept.Offset) = (rehearseFrom, offset);
            await db.SaveChangesAsync(cancel);
        }
        (IsRehearsal, _offset) = (true, kept.Offset);
    }

    private static DateTimeOffset InstantOf(string text, TimeZoneInfo zone)
    {
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        return local.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
