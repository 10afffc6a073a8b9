namespace ModMatWorkshop.Application.Data;

/// <summary>The one row that says which content is in the database. Whoever imports bumps it first, so that only one does.</summary>
public sealed class ContentState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Grows by one with each import that changed something; 0 while nothing was ever imported.</summary>
    public int Version { get; set; }

    /// <summary>Of the folder's files and of the program that read them.</summary>
    public string Hash { get; set; } = "";

    public DateTimeOffset ImportedAt { get; set; }
}

/// <summary>
/// What was imported under a name, so that a second import changes nothing and a changed row knows how often it has changed.
/// </summary>
public sealed class ImportedRow
{
    public required string Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>Null once the thing is gone from the folder; the sequence goes on should it come back.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Of what a calendar shows of it.</summary>
    public string? CalendarFingerprint { get; set; }

    public int Sequence { get; set; }

    public DateTimeOffset LastModified { get; set; }
}

/// <summary>
/// The rehearsal clock: which instant was asked for, and by how much the site's time therefore differs from the real one.
/// </summary>
public sealed class Rehearsal
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The value of the setting; another value starts another rehearsal.</summary>
    public required string From { get; set; }

    public required TimeSpan Offset { get; set; }
}
