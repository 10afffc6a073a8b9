namespace ModMatWorkshop.Domain.Registrations;

public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,
    LongText,
    Email,

    /// <summary>One of <see cref="RegistrationField.Options"/>.</summary>
    Choice,

    /// <summary>One of the countries of the world.</summary>
    Country,

    /// <summary>One of the contributions of the programme.</summary>
    Contribution,
    YesNo,
    Attendance,
    HalfDays,
    Meals,
}

/// <summary>Where a field appears. The import reads every field that has headings.</summary>
[Flags]
public enum FieldUse
{
    None = 0,

    /// <summary>The form of participants and organisers, and the privacy notice beside it.</summary>
    Form = 1,
    WalkInForm = 2,

    /// <summary>The participant's own page, above the form.</summary>
    OwnPage = 4,

    /// <summary>The organisers' page about one person.</summary>
    PersonPage = 8,

    /// <summary>The table of participants, as CSV and XLSX.</summary>
    Export = 16,
}

public enum FieldRetention
{
    /// <summary>Erased with the whole registration.</summary>
    WithRegistration,

    /// <summary>Erased as soon as the workshop is over; exported only on request.</summary>
    UntilWorkshopEnds,
}

/// <summary>A group of fields in the form.</summary>
/// <param name="Legend">Null for fields that stand alone.</param>
/// <param name="IsInPersonOnly">Hidden from people who attend remotely.</param>
public sealed record FormSection(string Name, Localized? Legend = null, bool IsInPersonOnly = false);

/// <summary>Why the workshop asks. The privacy notice has one line for each purpose.</summary>
/// <param name="Heading">Null for the labels of the fields.</param>
public sealed record FieldPurpose(Localized Text, Localized? Heading = null);

/// <param name="Value">As the form sends it.</param>
/// <param name="ImportNames">What an imported file may say for it, folded, separated by commas.</param>
public sealed record FieldOption(string Value, Localized Label, string ImportNames);

/// <summary>A text as it was understood.</summary>
/// <param name="Value">In the form in which it is stored; the typed text when there is an error.</param>
public readonly record struct FieldReading(string Value, Localized? Error = null);

/// <summary>
/// One answer of a registration, described once. The form and its rules, the merge of two edits, the pages, the import, the exports, the
/// history and
/// the privacy notice read this description. Every value has a text form: "" means no answer.
/// </summary>
public sealed class RegistrationField
{
    /// <summary>The name in forms, exports and addresses.</summary>
    public required string Key { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>Speaks to the participant.</summary>
    public required Localized Label { get; init; }

    /// <summary>Speaks about the participant, on the organisers' pages; null for <see cref="Label"/>.</summary>
    public Localized? ShortLabel { get; init; }

    /// <summary><c>{end}</c> stands for the last day of the workshop.</summary>
    public Localized? Help { get; init; }

    public required FormSection Section { get; init; }

    /// <summary>Two such fields share a line of the form.</summary>
    public bool IsHalfWidth { get; init; }

    public bool IsOptional { get; init; }

    public string Autocomplete { get; init; } = "off";

    public int MaxLength { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>What a choice shows for no answer.</summary>
    public Localized? NoAnswer { get; init; }

    /// <summary>Not asked for an optional field without an answer.</summary>
    public Func<RegistrationField, string, FieldReading> Rule { get; init; } = (_, text) => new(text);

    /// <summary>The address that a value links to; null for plain text.</summary>
    public Func<string, string>? Link { get; init; }

    public required FieldPurpose Purpose { get; init; }

    public FieldRetention Retention { get; init; }

    public required FieldUse Use { get; init; }

    public int ColumnWidth { get; init; }

    /// <summary>The headings under which an imported file may have it, folded, separated by commas.</summary>
    public required string ImportHeadings { get; init; }

    public required Func<RegistrationState, string> Get { get; init; }

    /// <summary>
    /// Takes a text without error. Null for what is not part of the details: address and attendance have commands of their own.
    /// </summary>
    public Func<RegistrationDetails, string, RegistrationDetails>? Set { get; init; }

    public bool IsUsedIn(FieldUse use) => (Use & use) != 0;

    /// <param name="typed">As it came from a form or a file.</param>
    public FieldReading Read(string typed)
    {
        var text = Kind == FieldKind.LongText ? UserInput.Clean(typed) : UserInput.CleanLine(typed);
        var reading = Check(text);
        return reading.Error is null ? reading : reading with { Value = text };
    }

    /// <param name="text">Without surrounding or repeated spaces.</param>
    public FieldReading Check(string text) => text.Length == 0 && IsOptional ? new("") : Rule(this, text);

    public bool Differs(RegistrationState one, RegistrationState other) =>
        Kind is FieldKind.HalfDays or FieldKind.Meals
            ? !Get(one).Split(' ').ToHashSet().SetEquals(Get(other).Split(' '))
            : Get(one) != Get(other);

    public override string ToString() => Key;
}
