namespace ModMatWorkshop.Application.Data;

/// <summary>What made a version of a content file. The database stores the number.</summary>
public enum ContentChangeKind
{
    /// <summary>Something other than the site wrote the file in the folder: an editor, git, a copy.</summary>
    Found,
    Edited,
    Created,
    Deleted,

    /// <summary>Edited while somebody else changed the file too. The version has both changes.</summary>
    Merged,
    BroughtBack,
}

/// <summary>Where a version of a content file is. The database stores the number.</summary>
public enum ContentVersionState
{
    /// <summary>It is going to be written. After a crash, the next import writes it.</summary>
    Waiting,
    Written,

    /// <summary>The process was killed before it wrote it, and the file changed meanwhile.</summary>
    NeverWritten,

    /// <summary>In the shared draft, which only organisers see. The last one of a file counts.</summary>
    Draft,

    /// <summary>It was in the shared draft, and readers see it since a later version was written.</summary>
    Released,

    /// <summary>It was in the shared draft, and was thrown away.</summary>
    Discarded,
}

/// <summary>
/// One version of a text or a picture of the content; if that lives in the database, also the last version of a material. The last one that
/// was written is the content.
/// </summary>
public sealed class ContentFileVersion
{
    /// <summary>The size of the largest material that a database holds, in bytes.</summary>
    public const int MaxMaterial = 50 << 20;

    public long Id { get; init; }

    /// <summary>Equal for the files that were saved together.</summary>
    public required Guid Save { get; init; }

    /// <summary>The path in the content folder, with forward slashes.</summary>
    public required string Name { get; init; }

    /// <summary>Null once the file is gone.</summary>
    public required byte[]? Content { get; init; }

    /// <summary>SHA-256 of the content; empty once the file is gone.</summary>
    public required string Hash { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As in the audit log: <see cref="AuditEntry.Actor"/>.</summary>
    public required string Actor { get; init; }

    public required ContentChangeKind Kind { get; init; }

    public required ContentVersionState State { get; set; }

    /// <summary>
    /// Of a draft: the written version that it changes; null for a new file. Of another version: the draft that it releases, if any.
    /// </summary>
    public long? BasedOn { get; init; }
}
