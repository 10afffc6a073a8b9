namespace ModMatWorkshop.Domain.Call;

/// <summary>What the content says about the call for abstracts.</summary>
public sealed record CallForAbstracts
{
    public const int DefaultLength = 2500;
    public const int MaxLength = 20_000;
    public const int MaxFigures = 10;
    public const int DefaultReminders = 2;

    public required DateTimeOffset Opens { get; init; }

    /// <summary>The deadline: what the site has received before this instant counts.</summary>
    public required DateTimeOffset Closes { get; init; }

    /// <summary>The names in content files of the kinds that authors may ask for, in the order of the form: <c>oral</c>.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Empty for a call that asks for no topic.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The most characters of an abstract as printed.</summary>
    public int Length { get; init; } = DefaultLength;

    /// <summary>The most figures of an abstract; 0 if authors send none.</summary>
    public int Figures { get; init; }

    /// <summary>The languages in which an abstract may be written; one at least.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>Whether reviewers see neither names nor affiliations.</summary>
    public bool IsBlind { get; init; }

    /// <summary>The day by which authors hear about the decision; null while it is not announced.</summary>
    public DateOnly? AnsweredBy { get; init; }

    /// <summary>Who has not answered the acceptance is reminded after so many days, and again; null if nobody is.</summary>
    public int? RemindAfter { get; init; }

    /// <summary>The most reminders that an author gets.</summary>
    public int Reminders { get; init; } = DefaultReminders;

    /// <summary>The day on which all submissions are erased.</summary>
    public required DateOnly ErasedOn { get; init; }

    /// <summary>The last day on which authors send slides and posters; null for any day until the submissions are erased.</summary>
    public DateOnly? SlidesBy { get; init; }

    /// <summary>Whether a file of an accepted author is public at once, without an organiser's press.</summary>
    public bool PublishesAtOnce { get; init; }

    /// <summary>Whether an author's correction of a typo is live at once. See <see cref="CorrectionRules.IsTypo"/>.</summary>
    public bool TyposAtOnce { get; init; }

    /// <summary>What the organisers say about the call, as HTML; null for nothing.</summary>
    public Localized? TextHtml { get; init; }

    public CallPhase PhaseAt(DateTimeOffset instant) =>
        instant < Opens ? CallPhase.Before
        : instant < Closes ? CallPhase.Open
        : CallPhase.Closed;

    public bool IsOpenAt(DateTimeOffset instant) => PhaseAt(instant) == CallPhase.Open;

    /// <summary>The topics with these keys, in the order of the call. An unknown key is ignored.</summary>
    public IReadOnlyList<Topic> TopicsOf(IEnumerable<string> keys) => [.. Topics.Where(t => keys.Contains(t.Key))];
}

/// <param name="Key">A slug, which forms, filters and exports use.</param>
public sealed record Topic(string Key, Localized Name);

public enum CallPhase
{
    Before,
    Open,
    Closed,
}
