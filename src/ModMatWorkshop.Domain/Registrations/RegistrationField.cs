using System.Linq.Expressions;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Domain.Registrations;

public enum FieldKind
{
    /// <summary>A single line.</summary>
    Text,
    LongText,
    Email,

    /// <summary>One of <see cref="RegistrationField.Options"/>.</summary>
    Choice,

    /// <summary>A country code.</summary>
    Country,

    /// <summary>One or several contributions of the programme.</summary>
    Contribution,
    YesNo,
    Attendance,
    HalfDays,
    Meals,

    /// <summary>Any number of <see cref="RegistrationField.Options"/>.</summary>
    Choices,
    Number,
    Date,

    /// <summary>The text form of a <see cref="FileAnswer"/>.</summary>
    File,
}

/// <summary>The places where a field appears. The import reads every field with headings.</summary>
[Flags]
public enum FieldUse
{
    None = 0,

    /// <summary>The form for participants and organisers, and its privacy notice.</summary>
    Form = 1,
    WalkInForm = 2,

    /// <summary>The participant's own page, above the form.</summary>
    OwnPage = 4,

    /// <summary>The organisers' page of one registration.</summary>
    PersonPage = 8,

    /// <summary>The table of participants, as CSV and XLSX.</summary>
    Export = 16,

    /// <summary>A column of the organisers' list.</summary>
    List = 32,
    Badge = 64,

    /// <summary>The page on which helpers check a person in, and the list for the desk.</summary>
    Door = 128,

    /// <summary>The caterer's sheet, without names.</summary>
    Caterer = 256,
}

public enum FieldRetention
{
    /// <summary>Erased together with the registration.</summary>
    WithRegistration,

    /// <summary>Erased everywhere, the history included, as soon as the answer is withdrawn or replaced.</summary>
    UntilWithdrawn,

    /// <summary>The same, and erased when the workshop is over; exported only on request.</summary>
    UntilWorkshopEnds,

    /// <summary>Erased as soon as the answer is withdrawn or replaced, and on <see cref="RegistrationField.ErasedOn"/>.</summary>
    UntilDate,
}

/// <summary>A group of fields in the form.</summary>
/// <param name="Legend">Null for a group without a legend.</param>
/// <param name="IsInPersonOnly">Hidden from people who attend remotely.</param>
public sealed record FormSection(string Name, Localized? Legend = null, bool IsInPersonOnly = false);

/// <summary>The purpose of a question. The privacy notice has one line for each purpose.</summary>
/// <param name="Heading">Null to list the labels of the fields instead.</param>
public sealed record FieldPurpose(Localized Text, Localized? Heading = null);

/// <param name="Value">The submitted value.</param>
/// <param name="ImportNames">The accepted texts in an imported file, folded, separated by commas.</param>
public sealed record FieldOption(string Value, Localized Label, string ImportNames);

/// <summary>The result of parsing a typed text.</summary>
/// <param name="Value">The stored form, or the typed text if there is an error.</param>
public readonly record struct FieldReading(string Value, Localized? Error = null);

/// <summary>
/// One question of the registration form, described once for all uses: form, validation, merge of concurrent edits, pages, import, exports,
/// history and privacy notice. Every value has a text form; "" means no answer.
/// </summary>
public sealed class RegistrationField
{
    /// <summary>The name in forms, exports and addresses.</summary>
    public required string Key { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>The question as the participant reads it.</summary>
    public required Localized Label { get; init; }

    /// <summary>The label on the organisers' pages; null to use <see cref="Label"/>.</summary>
    public Localized? ShortLabel { get; init; }

    /// <summary><c>{end}</c> is replaced by the last day of the workshop.</summary>
    public Localized? Help { get; init; }

    public required FormSection Section { get; init; }

    /// <summary>Two such fields share a row of the form.</summary>
    public bool IsHalfWidth { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>
    /// An import may leave the answer open, although the form requires it. The person's own page then asks for it.
    /// </summary>
    public bool MayBeLeftOpen { get; init; }

    /// <summary>A person may have only one of the parts. <see cref="FieldRules.WholeName"/> requires one of them.</summary>
    public bool IsPartOfName { get; init; }

    public string Autocomplete { get; init; } = "off";

    public int MaxLength { get; init; }

    /// <summary>The lines of the box for a long text; 0 for a single line.</summary>
    public int Rows { get; init; }

    /// <summary>The question of the workshop that this field asks; null for a built-in field.</summary>
    public Question? Question { get; init; }

    /// <summary>The option of the workshop that this field asks about; null for another field.</summary>
    public WorkshopOption? Option { get; init; }

    /// <summary>A question that is no longer asked.</summary>
    public bool IsFormer { get; init; }

    /// <summary>When the field is asked for; null for always.</summary>
    public FieldCondition? Condition { get; init; }

    /// <summary>The only role of organisers that sees the answer; none for everybody who sees registrations.</summary>
    public OrganiserRoles OnlyFor { get; init; }

    /// <summary>The day of <see cref="FieldRetention.UntilDate"/>.</summary>
    public DateOnly? ErasedOn { get; init; }

    /// <summary>The heading of its column in exports; null for the key.</summary>
    public string? Heading { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The option that stands for every text that an import does not recognise; null for none.</summary>
    public string? OtherValue { get; init; }

    /// <summary>The text of the empty option of a choice.</summary>
    public Localized? NoAnswer { get; init; }

    /// <summary>Validates a text. Not called without an answer for an optional field or a part of a name.</summary>
    public Func<RegistrationField, string, FieldReading> Rule { get; init; } = (_, text) => new(text);

    /// <summary>Gives the address that a value links to; null for plain text.</summary>
    public Func<string, string>? Link { get; init; }

    public required FieldPurpose Purpose { get; init; }

    public FieldRetention Retention { get; init; }

    public required FieldUse Use { get; init; }

    public int ColumnWidth { get; init; }

    /// <summary>The accepted column headings in an imported file, folded, separated by commas.</summary>
    public required string ImportHeadings { get; init; }

    public required Func<RegistrationState, string> Get { get; init; }

    /// <summary>
    /// The column of the value, for a database query. Set for the fields that are erased when the workshop is over; null for the others.
    /// </summary>
    public Expression<Func<RegistrationDetails, string?>>? Column { get; init; }

    /// <summary>Stores a valid text. Null for the address and the attendance, which have their own commands.</summary>
    public Func<RegistrationDetails, string, RegistrationDetails>? Set { get; init; }

    /// <summary>The value of the option that an imported text means; null for an unknown text.</summary>
    public string? OptionIn(string text)
    {
        var folded = Folding.Fold(text);
        return Options.FirstOrDefault(o => o.ImportNames.Split(", ").Contains(folded))?.Value;
    }

    public bool IsUsedIn(FieldUse use) => (Use & use) != 0;

    /// <param name="typed">The raw text from a form or a file.</param>
    public FieldReading Read(string typed)
    {
        var text =
            Rows > 0 ? UserInput.CleanText(typed)
            : Kind == FieldKind.LongText ? UserInput.Clean(typed)
            : UserInput.CleanLine(typed);
        var reading = Check(text);
        return reading.Error is null ? reading : reading with { Value = text };
    }

    /// <param name="text">Text without surrounding or repeated spaces.</param>
    public FieldReading Check(string text) => text.Length == 0 && (IsOptional || IsPartOfName) ? new("") : Rule(this, text);

    public bool Differs(RegistrationState one, RegistrationState other) =>
        Kind is FieldKind.HalfDays or FieldKind.Meals or FieldKind.Contribution or FieldKind.Choices
            ? !Get(one).Split(' ').ToHashSet().SetEquals(Get(other).Split(' '))
            : Get(one) != Get(other);

    /// <summary>Copies an answer as it is. That to a question keeps what it remembers of the question.</summary>
    public RegistrationDetails Copy(RegistrationState from, RegistrationDetails to) =>
        !QuestionAnswer.IsId(Key) ? Set!(to, Get(from))
        : from.Details.Answers.Find(Key) is { } answer ? to with { Answers = to.Answers.With(answer) }
        : Set!(to, "");

    public override string ToString() => Key;
}
