using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Editing;

/// <summary>How a value of a file is shown in a form.</summary>
public enum FieldControl
{
    Text,

    /// <summary>A text of several lines.</summary>
    LongText,
    Date,

    /// <summary>Year and month.</summary>
    Month,
    Whole,
    Decimal,
    Flag,
    Choice,

    /// <summary>A list of texts, one a line.</summary>
    Lines,

    /// <summary>A list of numbers or keys in one line, with commas between them.</summary>
    List,

    /// <summary>A list of maps, whose keys are <see cref="FormField.Columns"/>.</summary>
    Rows,
}

/// <summary>Where the choices of a field come from, if the field does not list them.</summary>
public enum ChoiceSource
{
    Field,

    /// <summary>The kinds of contributions of the workshop.</summary>
    Kinds,

    /// <summary>The kinds of sessions of the workshop.</summary>
    SessionKinds,

    /// <summary>The rooms of the workshop.</summary>
    Rooms,

    /// <summary>The pictures of <c>images/</c>, which a field of text proposes.</summary>
    Pictures,
}

/// <summary>One value that organisers give in a form.</summary>
/// <param name="Key">Its path in the file or, in a row, in the item of the list: <c>venue.city</c>.</param>
public sealed record FormField(string Key, FieldControl Control, Localized Label)
{
    public Localized? Help { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether there is one text for each language of the workshop.</summary>
    public bool IsBilingual { get; init; }

    /// <summary>A flag that counts as set when it is absent.</summary>
    public bool IsOnByDefault { get; init; }

    /// <summary>In characters.</summary>
    public int MaxLength { get; init; } = 500;

    public ChoiceSource Source { get; init; }

    public IReadOnlyList<(string Value, Localized Name)> Choices { get; init; } = [];

    public IReadOnlyList<FormField> Columns { get; init; } = [];

    /// <summary>Whether the field is seldom needed, so that it is folded away while it is empty.</summary>
    public bool IsRare { get; init; }
}

/// <summary>Fields under one heading.</summary>
/// <param name="Key">Also the name of the section in the page.</param>
public sealed record FileSection(string Key, Localized Title, IReadOnlyList<FormField> Fields);

/// <summary>The fields of one kind of file.</summary>
public sealed record FileForm(IReadOnlyList<FileSection> Sections)
{
    /// <summary>The keys that only the text of the file shows, with the reason, by path. Items of lists have no number.</summary>
    public IReadOnlyDictionary<string, Localized> OnlyInText { get; init; } = new Dictionary<string, Localized>();

    /// <summary>Null for a file without a body.</summary>
    public Localized? BodyLabel { get; init; }

    /// <summary>Whether the body has a translation in a file of its own.</summary>
    public bool HasTranslation { get; init; }

    public IEnumerable<FormField> Fields => Sections.SelectMany(s => s.Fields);
}
