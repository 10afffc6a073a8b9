using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Starter;

/// <summary>What a person says about a new workshop. <see cref="WorkshopQuestions"/> has the rules of each answer.</summary>
public sealed record WorkshopAnswers
{
    public string Acronym { get; init; } = "";

    public string Title { get; init; } = "";

    public string Venue { get; init; } = "";

    public string City { get; init; } = "";

    /// <summary>ISO 3166 code of two capitals.</summary>
    public string Country { get; init; } = "";

    public DateOnly Start { get; init; }

    public DateOnly End { get; init; }

    public string TimeZone { get; init; } = "";

    /// <summary>The first one has addresses without a prefix.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    public int Seats { get; init; }

    public bool Remote { get; init; }

    public string Contact { get; init; } = "";
}

/// <summary>Reads what was typed into the answers.</summary>
/// <returns>What is wrong with it; null if it is an answer.</returns>
public delegate Localized? AnswerRule(string typed, ref WorkshopAnswers answers);

/// <param name="Key">The name of the flag and of the field of a form: <c>acronym</c>.</param>
/// <param name="Default">The answer of somebody who types nothing; null if there is none.</param>
public sealed record WorkshopQuestion(string Key, Localized Text, Localized? Default, AnswerRule Rule)
{
    /// <inheritdoc cref="AnswerRule"/>
    public Localized? Answer(string? typed, ref WorkshopAnswers answers)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0)
            text = Default?.Fr ?? "";
        return text.Length == 0 ? new("Il manque une réponse.", "An answer is missing.") : Rule(text, ref answers);
    }
}
