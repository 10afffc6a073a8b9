using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// What a change of content files would change in the programme, compared with what readers see. A change of the programme is proposed for
/// the shared draft, a correction to be published at once.
/// </summary>
public sealed class ChangeProposals(WorkshopDb db, ContentChangeCheck check)
{
    /// <summary>Whether files of this name can change the programme at all.</summary>
    public static bool IsOfProgramme(string name) =>
        ContentFolder.IsTimetable(name) || name.StartsWith("contributions/", StringComparison.Ordinal);

    /// <summary>Of one talk or poster, without reading the other files.</summary>
    public async Task<ProgrammeChanges> OfContributionAsync(Workshop workshop, Contribution after, CancellationToken cancel)
    {
        var slots = await db.Slots.AsNoTracking().Where(s => s.ContributionCode == after.Code).ToListAsync(cancel);
        var before = await db.Contributions.AsNoTracking().SingleOrDefaultAsync(c => c.Code == after.Code, cancel);
        return ProgrammeChanges.OfContribution(workshop, slots, before, after);
    }

    /// <summary>Of files of any kind. Reads the folder.</summary>
    /// <returns>Null if the files have errors.</returns>
    public Task<ProgrammeChanges?> OfFilesAsync(IReadOnlyDictionary<string, byte[]?> files, CancellationToken cancel) =>
        ProgrammeVersionWriter.ChangesToAsync(db, check.Read(files), cancel);
}
