using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>A change of a file that an organiser asks for.</summary>
/// <param name="Content">Null deletes the file.</param>
/// <param name="BasedOn">See <see cref="FileChange.BasedOn"/>.</param>
/// <param name="Live">See <see cref="FileChange.Live"/>.</param>
/// <param name="IsFromFolder">True if the name need not be one that the site gives: somebody has chosen it in a folder.</param>
internal sealed record PendingChange(string Name, byte[]? Content, long? BasedOn, long? Live, bool IsFromFolder = false);

/// <summary>A change that is merged with what others have saved.</summary>
/// <param name="Now">The version on the disk.</param>
/// <param name="Draft">The version in the shared draft whose changes it has; null for none.</param>
/// <param name="BasedOn">The written version whose changes it has; null for none.</param>
internal sealed record NextVersion(
    string Name,
    byte[]? Content,
    ContentFileVersion? Now,
    ContentFileVersion? Draft,
    long? BasedOn,
    ContentChangeKind Kind
)
{
    /// <summary>The hash on the disk.</summary>
    public string HashBefore => Now?.Hash ?? ContentFiles.NoFile;

    public bool IsOnDisk => ContentFiles.HashOf(Content) == HashBefore;
}

/// <summary>Checks the whole folder with changes in it, before they are saved.</summary>
public sealed class ContentChangeCheck(ContributionMemory memory, SiteSettings settings)
{
    /// <summary>An error that is there already, in whatever line, refuses nothing.</summary>
    /// <param name="before">The files that are not as on the disk before the change, by name.</param>
    /// <returns><see cref="EditResult.Refused"/> or <see cref="EditResult.Saved"/>, with what the check says.</returns>
    internal EditOutcome Of(IReadOnlyDictionary<string, byte[]?> before, IReadOnlyList<NextVersion> files)
    {
        var changed = files.ToDictionary(f => f.Name, f => f.Content);
        var whole = new Dictionary<string, byte[]?>(before);
        foreach (var (name, content) in changed)
            whole[name] = content;
        var after = ContentFolder.ReadWith(settings.ContentPath, whole, memory).Problems;
        var errors = after.Where(p => p.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            var known = ContentFolder
                .ReadWith(settings.ContentPath, before, memory)
                .Problems.Where(p => p.Severity == Severity.Error)
                .ToLookup(WhatIsWrong);
            errors = [.. errors.GroupBy(WhatIsWrong).SelectMany(same => same.Skip(known[same.Key].Count()))];
        }
        return errors.Count > 0
            ? new(EditResult.Refused, errors, [])
            : new(EditResult.Saved, [.. after.Where(p => changed.ContainsKey(p.File))], [])
            {
                Merged = files.Any(f => f.Kind == ContentChangeKind.Merged),
            };

        static (string, string) WhatIsWrong(Problem problem) => (problem.File, problem.Message.ToString());
    }

    /// <summary>The folder as it would be with other versions of some files.</summary>
    public WorkshopContent Read(IReadOnlyDictionary<string, byte[]?> files) => ContentFolder.ReadWith(settings.ContentPath, files, memory);
}
