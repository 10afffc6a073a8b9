using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Domain.Registrations;

public enum QuestionKind
{
    /// <summary>A single line.</summary>
    Text,
    LongText,

    /// <summary>One of <see cref="Question.Choices"/>.</summary>
    Choice,

    /// <summary>Any number of <see cref="Question.Choices"/>.</summary>
    Choices,
    YesNo,
    Number,
    Date,
    Country,

    /// <summary>A text that the person agrees to, in a version.</summary>
    Consent,

    /// <summary>A PDF.</summary>
    File,
}

/// <param name="Key">What the database stores.</param>
public sealed record QuestionChoice(string Key, Localized Name);

/// <summary>When a question is asked. Every part that is given must hold.</summary>
public sealed record QuestionCondition
{
    public Attendance? Attendance { get; init; }

    /// <summary>The values of the field <see cref="PersonFields.Position"/>; none for any position.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>The key of an option that the person must have chosen; null for none.</summary>
    public string? Option { get; init; }

    /// <summary>The key of an earlier question; null for none.</summary>
    public string? Question { get; init; }

    /// <summary>The answers to <see cref="Question"/>, one of which must be given; none for any answer.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}

/// <summary>A question that the workshop asks in its registration form, as its content describes it.</summary>
/// <param name="Key">Names the question for ever: another question has another key.</param>
public sealed record Question(string Key, QuestionKind Kind, Localized Label)
{
    /// <summary>In a workshop.</summary>
    public const int Most = 40;

    /// <summary>In a question.</summary>
    public const int MostChoices = 60;

    /// <summary>The version of a consent whose content names none.</summary>
    public const string FirstVersion = "1";

    /// <summary>The value of a question that is answered with yes; it is also that of a consent.</summary>
    public const string Yes = "yes";

    public const string No = "no";

    /// <summary>The name of each kind in the content.</summary>
    public static readonly IReadOnlyDictionary<string, QuestionKind> Kinds = new Dictionary<string, QuestionKind>
    {
        ["text"] = QuestionKind.Text,
        ["long-text"] = QuestionKind.LongText,
        ["choice"] = QuestionKind.Choice,
        ["choices"] = QuestionKind.Choices,
        ["yes-no"] = QuestionKind.YesNo,
        ["number"] = QuestionKind.Number,
        ["date"] = QuestionKind.Date,
        ["country"] = QuestionKind.Country,
        ["consent"] = QuestionKind.Consent,
        ["file"] = QuestionKind.File,
    };

    /// <summary>The places where an answer may appear besides the page of the person.</summary>
    public static readonly IReadOnlyDictionary<string, FieldUse> Places = new Dictionary<string, FieldUse>
    {
        ["list"] = FieldUse.List,
        ["badge"] = FieldUse.Badge,
        ["door"] = FieldUse.Door,
        ["caterer"] = FieldUse.Caterer,
        ["export"] = FieldUse.Export,
    };

    /// <summary>For tables; null to use the label.</summary>
    public Localized? ShortLabel { get; init; }

    public Localized? Help { get; init; }

    /// <summary>Why the question is asked; null for the organisation of the workshop.</summary>
    public Localized? Purpose { get; init; }

    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    public bool IsRequired { get; init; }

    public QuestionCondition? When { get; init; }

    /// <summary>The smallest number that is an answer; null for any.</summary>
    public decimal? AtLeast { get; init; }

    public decimal? AtMost { get; init; }

    /// <summary>The last day on which participants answer it or change their answer; null for any. Organisers may later.</summary>
    public DateOnly? AskedUntil { get; init; }

    /// <summary>The largest size of a file, in megabytes. Only a file has one.</summary>
    public int Megabytes { get; init; } = AnswerFileRules.DefaultMegabytes;

    /// <summary>In bytes.</summary>
    public int MaxFile => Megabytes << 20;

    /// <summary>The version of the text that people agree to. Only a consent has one.</summary>
    public string Version { get; init; } = FirstVersion;

    /// <summary>Whether the answers are erased when the workshop is over.</summary>
    public bool IsErasedAfterWorkshop { get; init; }

    /// <summary>The day on which the answers are erased; null for none.</summary>
    public DateOnly? ErasedOn { get; init; }

    public FieldUse Shown { get; init; } = FieldUse.Export;

    /// <summary>The only role that sees the answers; none for everybody who sees registrations.</summary>
    public OrganiserRoles OnlyFor { get; init; }

    /// <summary>
    /// What an answer belongs to: the question, its kind and the version of a consent. So an answer never appears under a question that
    /// took the key of another one. No key of a built-in field contains an underscore.
    /// </summary>
    public string Id => Kind == QuestionKind.Consent ? $"{Key}_{NameOf(Kind)}_{Version}" : $"{Key}_{NameOf(Kind)}";

    public static string NameOf(QuestionKind kind) => Kinds.First(k => k.Value == kind).Key;
}
