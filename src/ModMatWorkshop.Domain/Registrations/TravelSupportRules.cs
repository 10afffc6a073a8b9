namespace ModMatWorkshop.Domain.Registrations;

/// <summary>What the organisers have answered to somebody who asks for travel support.</summary>
public enum TravelSupportDecision
{
    /// <summary>Nobody has decided, or nobody has asked.</summary>
    None,
    Granted,
    Declined,
}

/// <summary>Grants the travel support that a person asks for.</summary>
/// <param name="Words">What is granted, as the person reads it.</param>
/// <param name="Seen">What the organiser saw: a decision that somebody else has taken meanwhile stays.</param>
public sealed record GrantTravelSupport(string Words, TravelSupportDecision Seen) : RegistrationCommand("granted travel support");

/// <param name="Words">What the person is told about it; empty for nothing.</param>
/// <inheritdoc cref="GrantTravelSupport"/>
public sealed record DeclineTravelSupport(string Words, TravelSupportDecision Seen) : RegistrationCommand("declined travel support");

/// <summary>People ask for travel support in the registration form, and organisers grant or decline it. The site pays nobody.</summary>
public static class TravelSupportRules
{
    /// <summary>Of the words of a decision.</summary>
    public const int MaxWords = 200;

    /// <summary>The key of the question; the content has none with it.</summary>
    public const string Key = "travel-support";

    private const string WhyKey = "travel-support-why";

    private static readonly Localized Purpose = new("l’aide au voyage", "travel support");

    /// <summary>The <see cref="Question.Id"/> of the answer that asks for support.</summary>
    public static readonly string Id = new Question(Key, QuestionKind.Text, Purpose).Id;

    /// <summary>The questions of a workshop that supports travel.</summary>
    /// <param name="until">The last day on which people ask; null for any.</param>
    /// <param name="whom">For whom it is, in words; null for everybody.</param>
    public static IReadOnlyList<Question> Questions(DateOnly? until, Localized? whom) =>
        [
            new(Key, QuestionKind.Text, new("De quelle aide au voyage avez-vous besoin ?", "Which travel support do you need?"))
            {
                ShortLabel = new("Aide au voyage", "Travel support"),
                Help = HelpFor(whom),
                Purpose = Purpose,
                AskedUntil = until,
            },
            new(WhyKey, QuestionKind.LongText, new("Pourquoi en avez-vous besoin ?", "Why do you need it?"))
            {
                ShortLabel = new("Motif de l’aide", "Reason for the support"),
                Purpose = Purpose,
                IsRequired = true,
                AskedUntil = until,
                When = new() { Question = Key },
            },
        ];

    /// <summary>Whether a question with this key is one of them.</summary>
    public static bool HasKey(string key) => key is Key or WhyKey;

    public static bool IsAskedBy(RegistrationDetails details) => details.Answers.Find(Id) is not null;

    /// <summary>Whether the words of a decision can be shown and sent.</summary>
    public static bool AreFit(TravelSupportDecision decision, string words) =>
        words.Length <= MaxWords && !words.Any(UserInput.IsInvisible) && (decision == TravelSupportDecision.Declined || words.Length > 0);

    internal static ChangeResult Decide(Change change, TravelSupportDecision decision, string words, TravelSupportDecision seen)
    {
        var registration = change.Registration;
        if (
            !AreFit(decision, words)
            || !IsAskedBy(registration.Details)
            || registration.Status is not (RegistrationStatus.Confirmed or RegistrationStatus.Applied)
        )
            return ChangeResult.InvalidState;
        if (registration.TravelSupport == decision && (registration.TravelSupportWords ?? "") == words)
            return ChangeResult.NoChange;
        if (registration.TravelSupport != seen)
            return ChangeResult.Conflict;
        registration.DecideTravelSupport(decision, words, change.Now);
        change.Mail(MailOf(decision));
        return ChangeResult.Done;
    }

    /// <summary>The mail about a decision, or about one that was taken back.</summary>
    internal static MailKind MailOf(TravelSupportDecision decision) =>
        decision switch
        {
            TravelSupportDecision.Granted => MailKind.TravelSupportGranted,
            TravelSupportDecision.Declined => MailKind.TravelSupportDeclined,
            _ => MailKind.TravelSupportReopened,
        };

    private static Localized HelpFor(Localized? whom)
    {
        const string Fr = "Un montant ou ce qu’il vous faut, en quelques mots. Vide : aucune.";
        const string En = "An amount or what you need, in a few words. Empty: none.";
        return whom is null ? new(Fr, En) : new($"Pour : {whom.In(Language.French)}. {Fr}", $"For: {whom.In(Language.English)}. {En}");
    }
}
