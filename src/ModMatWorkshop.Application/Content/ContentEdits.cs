using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>A file as a form was opened with it.</summary>
/// <param name="Name">The path in the content folder, with forward slashes.</param>
/// <param name="Text">Empty for a file that is gone.</param>
/// <param name="Version">The number of the version, for <see cref="FileChange.BasedOn"/>.</param>
/// <param name="Live">Of a draft: the written version whose changes the text has too, for <see cref="FileChange.Live"/>.</param>
public sealed record OpenedFile(string Name, string Text, long Version, long? Live = null)
{
    /// <summary>The draft, if the file is in the shared draft.</summary>
    public DraftFile? Draft { get; init; }
}

/// <summary>A picture as a form was opened with it.</summary>
/// <param name="Version">See <see cref="OpenedFile.Version"/>.</param>
/// <param name="Live">The version that readers see; null for none.</param>
public sealed record OpenedPicture(byte[] Content, long Version, long? Live)
{
    /// <summary>The draft, if the picture is in the shared draft.</summary>
    public ContentFileVersion? Draft { get; init; }

    /// <summary>True while another picture has become live since the draft was kept.</summary>
    public bool HasConflict => Draft is not null && Draft.BasedOn != Live;
}

/// <summary>A new text for a file.</summary>
/// <param name="Text">Null deletes the file.</param>
/// <param name="BasedOn">The version that the form was opened with; null for a new file.</param>
/// <param name="Live">The written version whose changes a form that was opened with a draft has too.</param>
public sealed record FileChange(string Name, string? Text, long? BasedOn, long? Live = null);

/// <summary>Where a change is saved.</summary>
public enum SaveTarget
{
    /// <summary>In the folder: readers see it at once.</summary>
    Live,

    /// <summary>In the shared draft, which only organisers see.</summary>
    Draft,
}

public enum EditResult
{
    Saved,

    /// <summary>The files are so already.</summary>
    Unchanged,

    /// <summary>The content check finds errors that were not there before. Nothing is written.</summary>
    Refused,

    /// <summary>Somebody else has changed the same lines meanwhile. Nothing is written.</summary>
    Conflict,

    /// <summary>The site may not write into the content folder, or its disk is full. Nothing is written.</summary>
    ReadOnlyFolder,
}

/// <summary>A file that somebody else has changed in the same lines.</summary>
/// <param name="Theirs">The file as it is now. A save that is based on it wins.</param>
/// <param name="Merged">Both changes; where they touch, the lines of both, one after the other.</param>
public sealed record FileConflict(string Name, OpenedFile Theirs, string Merged);

/// <summary>What became of a change.</summary>
/// <param name="Problems">The errors that the change would bring, or what the check says about the saved files.</param>
public sealed record EditOutcome(EditResult Result, IReadOnlyList<Problem> Problems, IReadOnlyList<FileConflict> Conflicts)
{
    /// <summary>True if the timetable is saved, but readers see it only when an organiser agrees, because it concerns answers.</summary>
    public bool TimetableWaits { get; init; }

    /// <summary>True if somebody else had changed other lines of a file, so that it now has both changes.</summary>
    public bool Merged { get; init; }

    internal static EditOutcome Of(EditResult result) => new(result, [], []);
}
