namespace ModMatWorkshop.Domain.Call;

public enum SubmissionFieldKind
{
    /// <summary>A single line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>One of the kinds, or of the languages, of the call.</summary>
    Choice,

    /// <summary>Any number of the topics of the call.</summary>
    Topics,
    YesNo,

    /// <summary>The authors with their affiliations.</summary>
    People,
}

/// <summary>A part of the form. Its fields stand under one heading.</summary>
public sealed record SubmissionSection(string Name, Localized Legend);

/// <summary>
/// One question of the form of the call, described once: form, rules, merge of two devices, pages, mails and exports read it. Every value
/// has a text form; "" means no answer.
/// </summary>
public sealed class SubmissionField
{
    /// <summary>The name in forms and exports.</summary>
    public required string Key { get; init; }

    public required SubmissionFieldKind Kind { get; init; }

    public required Localized Label { get; init; }

    public Localized? Help { get; init; }

    public required SubmissionSection Section { get; init; }

    /// <summary>An abstract without an answer cannot be submitted; it can be kept as a draft.</summary>
    public bool IsRequired { get; init; }

    /// <summary>In characters as typed. A longer text cannot even be kept.</summary>
    public int MaxLength { get; init; }

    public required Func<SubmissionText, string> Get { get; init; }

    /// <summary>Null for people, which have several inputs.</summary>
    public Func<SubmissionText, string, SubmissionText>? Set { get; init; }

    /// <summary>Whether a call asks this question.</summary>
    public Func<CallForAbstracts, bool> IsAsked { get; init; } = _ => true;

    public bool IsChoice => Kind is SubmissionFieldKind.Choice or SubmissionFieldKind.Topics or SubmissionFieldKind.YesNo;

    /// <summary>The text with the value of another text for this field.</summary>
    public SubmissionText Take(SubmissionText to, SubmissionText from) =>
        Set is { } set
            ? set(to, Get(from))
            : to with
            {
                Authors = from.Authors,
                Affiliations = from.Affiliations,
                Presenter = from.Presenter,
            };
}
