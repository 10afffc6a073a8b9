namespace ModMatWorkshop.Application.Data;

/// <summary>The single row that identifies the imported content. An import updates it first, which locks out other imports.</summary>
public sealed class ContentState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Increases by one with each import that changed something and with each announcement; 0 before the first import.</summary>
    public int Version { get; set; }

    /// <summary>A hash of the files in the content folder and of the build that imported them; empty if one of them has an error.</summary>
    public string Hash { get; set; } = "";

    public DateTimeOffset ImportedAt { get; set; }
}

/// <summary>
/// The fingerprint and the sequence number of one imported item, so that an import writes only changed items and calendars show updates.
/// </summary>
public sealed class ImportedRow
{
    public required string Kind { get; init; }

    public required string Key { get; init; }

    /// <summary>Null once the item has left the folder. If it returns, the sequence number continues.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>The fingerprint of the fields that a calendar shows.</summary>
    public string? CalendarFingerprint { get; set; }

    public int Sequence { get; set; }

    public DateTimeOffset LastModified { get; set; }
}

/// <summary>The last version of a Markdown file of the content folder that had no error. Readers see it while the file has one.</summary>
public sealed class LastGoodFile
{
    /// <summary>The path in the content folder, with forward slashes.</summary>
    public required string Name { get; init; }

    public required string Text { get; set; }
}

/// <summary>The current rehearsal: the requested start and the resulting offset of the site's time from real time.</summary>
public sealed class Rehearsal
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The value of the setting. Another value starts a new rehearsal.</summary>
    public required string From { get; set; }

    public required TimeSpan Offset { get; set; }
}
