using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <summary>Writes a version of the programme, in the transaction of the import that changes it.</summary>
/// <param name="before">The programme before the import; null at the first import.</param>
public sealed class ProgrammeVersionWriter(WorkshopDb db, ProgrammeSnapshot? before)
{
    /// <summary>An action in the audit log, followed by the number of the version.</summary>
    public const string Action = "published the programme, version";

    private readonly Dictionary<string, string> _oldAbstracts = [];

    /// <summary>Reads the programme. Call it before the import changes it.</summary>
    public static async Task<ProgrammeVersionWriter> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        if (await db.Workshops.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } workshop)
            return new(db, null);
        var contributions = await db
            .Contributions.Select(c => new ProgrammeContribution(
                c.Code,
                c.Title,
                c.SpeakerName,
                c.MoreSpeakers,
                c.Cancelled,
                c.ToBeConfirmed
            ))
            .ToListAsync(cancel);
        return new(
            db,
            ProgrammeSnapshot.Of(
                workshop,
                await db.Sessions.AsNoTracking().ToListAsync(cancel),
                await db.Slots.AsNoTracking().ToListAsync(cancel),
                contributions
            )
        );
    }

    /// <summary>What readers would be told if the content were imported; null if it cannot be.</summary>
    public static async Task<ProgrammeChanges?> ChangesToAsync(WorkshopDb db, WorkshopContent content, CancellationToken cancel)
    {
        if (!content.CanBeImported)
            return null;
        var writer = await ReadAsync(db, cancel);
        await writer.KeepAbstractsAsync([.. content.Contributions.Select(c => c.Code)], cancel);
        return writer.ChangesTo(content);
    }

    /// <summary>Keeps the abstracts of contributions that the import is about to replace.</summary>
    public async Task KeepAbstractsAsync(IReadOnlyList<string> codes, CancellationToken cancel)
    {
        if (before is null)
            return;
        foreach (
            var old in await db.Contributions.Where(c => codes.Contains(c.Code)).Select(c => new { c.Code, c.BodyText }).ToListAsync(cancel)
        )
            _oldAbstracts[old.Code] = old.BodyText;
    }

    /// <summary>Call it once everything else is saved.</summary>
    public async Task SaveAsync(WorkshopContent content, DateTimeOffset realNow, CancellationToken cancel)
    {
        var changes = ChangesTo(content);
        if (!changes.Any)
            return;
        await PublishAsync(changes, realNow, cancel);
        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private ProgrammeChanges ChangesTo(WorkshopContent content)
    {
        if (before is null)
            return ProgrammeChanges.None;
        var after = ProgrammeSnapshot.Of(
            content.Workshop!,
            [.. content.Sessions],
            [.. content.Slots],
            content.Contributions.Select(ProgrammeContribution.Of)
        );
        var newAbstracts = content
            .Contributions.Where(c =>
                _oldAbstracts.TryGetValue(c.Code, out var old) && old != c.BodyText && !Correction.IsCorrection(old, c.BodyText)
            )
            .Select(c => c.Code)
            .ToHashSet();
        return ProgrammeChanges.Between(before, after, newAbstracts);
    }

    private async Task PublishAsync(ProgrammeChanges changes, DateTimeOffset realNow, CancellationToken cancel)
    {
        var last = await db.ProgrammeVersions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        var isJoined =
            last is not null
            && realNow - last.At < ProgrammeVersion.JoinedWithin
            && !await db.Messages.AnyAsync(m => m.UpToVersion >= last.Number, cancel);
        var number = isJoined ? last!.Number : (last?.Number ?? 0) + 1;
        if (!isJoined)
            db.ProgrammeVersions.Add(
                new()
                {
                    Number = number,
                    At = realNow,
                    Changes = changes,
                }
            );
        else if (ProgrammeChanges.Join(last!.Changes, changes) is { Any: true } joined)
            (last.Changes, last.At) = (joined, realNow);
        else
            db.ProgrammeVersions.Remove(last);
        db.AuditLog.Add(AuditEntry.Of(Actor.Site, realNow, string.Create(CultureInfo.InvariantCulture, $"{Action} {number}"), null, null));
    }
}
