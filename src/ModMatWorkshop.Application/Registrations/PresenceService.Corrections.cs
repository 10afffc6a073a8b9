using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

// Corrections by organisers, of one person and in batches.
public sealed partial class PresenceService
{
    /// <summary>The result of a removed correction in the audit log.</summary>
    public const string AsRecorded = "as recorded";

    /// <summary>Sets an organiser's correction. The recorded presence is kept.</summary>
    /// <param name="correction">Null removes the correction, so that the recorded presence counts.</param>
    public Task<PresenceResult> CorrectAsync(
        Guid id,
        HalfDayId half,
        PresenceCorrection? correction,
        Actor actor,
        CancellationToken cancel
    ) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                var by = new Corrector(actor, clock.GetUtcNow(), realTime.GetUtcNow());
                var (result, _) = await CorrectAsync(db, id, half, correction, by, cancel);
                if (result == PresenceResult.Done)
                    await db.SaveChangesAsync(cancel);
                return result;
            },
            cancel
        );

    /// <summary>Sets a correction in the caller's transaction. The caller saves it.</summary>
    /// <returns>The result, and the correction that was there before.</returns>
    internal static async Task<(PresenceResult Result, PresenceCorrection? Before)> CorrectAsync(
        WorkshopDb db,
        Guid id,
        HalfDayId half,
        PresenceCorrection? correction,
        Corrector by,
        CancellationToken cancel
    )
    {
        PresenceCorrection? before = null;
        var result = await ChangeAsync(
            db,
            id,
            half,
            by.Now,
            (registration, presence) =>
            {
                before = presence.Correction;
                if (before == correction)
                    return PresenceResult.NoChange;
                presence.Correct(correction, by.Actor.Name, by.RealNow);
                db.AuditLog.Add(
                    AuditEntry.Of(
                        by.Actor,
                        by.RealNow,
                        "corrected a presence",
                        registration.Number,
                        $"{half.Key} {correction?.ToString() ?? AsRecorded}"
                    )
                );
                return PresenceResult.Done;
            },
            cancel
        );
        return (result, before);
    }

    /// <summary>Who corrects, and when: on the site's clock and in real time.</summary>
    internal readonly record struct Corrector(Actor Actor, DateTimeOffset Now, DateTimeOffset RealNow);
}
