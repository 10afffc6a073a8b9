using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Starter;

/// <summary>The questions about a new workshop, in the order in which they are asked, with the rules of their answers.</summary>
public static class WorkshopQuestions
{
    private const int MaxAcronym = 30;
    private const int MaxTitle = 200;
    private const int MaxSeats = 100_000;

    public static IReadOnlyList<WorkshopQuestion> All { get; } =
    [
        new("acronym", new("Sigle de l’atelier, par exemple MATML", "Acronym of the workshop, such as MATML"), null, Acronym),
        new("title", new("Titre", "Title"), null, Title),
        new(
            "place",
            new("Lieu, ville, pays : Maison des sciences, Grenoble, FR", "Venue, town, country: Maple Hall, Montreal, CA"),
            null,
            Place
        ),
        new("start", new("Premier jour : 2027-06-08", "First day: 2027-06-08"), null, Start),
        new("end", new("Dernier jour : 2027-06-10", "Last day: 2027-06-10"), null, End),
        new("zone", new("Fuseau horaire", "Time zone"), Localized.Same("Europe/Paris"), Zone),
        new("languages", new("Langues, la principale d’abord", "Languages, the main one first"), Localized.Same("fr en"), InLanguages),
        new(
            "seats",
            new("Places dans la salle ; 0 pour un atelier à distance", "Seats in the room; 0 for an online workshop"),
            Localized.Same("50"),
            Seats
        ),
        new("remote", new("Peut-on suivre à distance ? oui ou non", "Can people follow online? yes or no"), new("oui", "yes"), Remote),
        new("contact", new("Adresse électronique des organisateurs", "Email address of the organisers"), null, Contact),
    ];

    /// <summary>All answers at once, as flags or a form give them.</summary>
    /// <param name="typed">By the key of the question.</param>
    /// <returns>What is wrong, by the key of the question. The answers count only if nothing is.</returns>
    public static (WorkshopAnswers Answers, IReadOnlyList<(string Key, Localized Problem)> Problems) Read(Func<string, string?> typed)
    {
        var answers = new WorkshopAnswers();
        var problems = new List<(string, Localized)>();
        foreach (var question in All)
            if (question.Answer(typed(question.Key), ref answers) is { } problem)
                problems.Add((question.Key, problem));
        return (answers, problems);
    }

    private static Localized? Acronym(string typed, ref WorkshopAnswers answers)
    {
        answers = answers with { Acronym = typed };
        return typed.Length > MaxAcronym || Slug.From(typed).Length == 0
            ? new("Il faut un nom court, avec des lettres ou des chiffres.", "It must be a short name with letters or digits.")
            : null;
    }

    private static Localized? Title(string typed, ref WorkshopAnswers answers)
    {
        answers = answers with { Title = typed };
        return typed.Length > MaxTitle ? new("Le titre est trop long.", "The title is too long.") : null;
    }

    private static Localized? Place(string typed, ref WorkshopAnswers answers)
    {
        var parts = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3)
            return new(
                "Il faut le lieu, la ville et le pays, séparés par des virgules : Maison des sciences, Grenoble, FR",
                "Give the venue, the town and the country, with commas between them: Maple Hall, Montreal, CA"
            );
        answers = answers with { Venue = string.Join(", ", parts[..^2]), City = parts[^2], Country = parts[^1].ToUpperInvariant() };
        return WorkshopReader.IsCountry(answers.Country)
            ? null
            : new(
                $"`{parts[^1]}` n’est pas le code d’un pays. Deux lettres, par exemple FR.",
                $"`{parts[^1]}` is not the code of a country. Two letters, for example CA."
            );
    }

    private static Localized? Start(string typed, ref WorkshopAnswers answers)
    {
        var problem = ReadDay(typed, out var day);
        answers = answers with { Start = day };
        return problem;
    }

    private static Localized? End(string typed, ref WorkshopAnswers answers)
    {
        if (ReadDay(typed, out var day) is { } problem)
            return problem;
        answers = answers with { End = day };
        if (answers.Start == default)
            return null;
        if (day < answers.Start)
            return new("L’atelier finit avant de commencer.", "The workshop ends before it starts.");
        return day > answers.Start.AddDays(Workshop.MostDays)
            ? new("L’atelier dure plus d’un mois.", "The workshop lasts more than a month.")
            : null;
    }

    /// <summary>A day as people type it for the workshop or its next edition: <c>2027-06-08</c>.</summary>
    public static Localized? ReadDay(string? typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is > 1900 and < 3000
            ? null
            : new(
                $"`{typed}` n’est pas une date. Année, mois, jour, par exemple 2027-06-08.",
                $"`{typed}` is not a date. Year, month, day, for example 2027-06-08."
            );

    private static Localized? Zone(string typed, ref WorkshopAnswers answers)
    {
        answers = answers with { TimeZone = typed };
        return TimeZones.TryFind(typed, out _)
            ? null
            : new(
                $"`{typed}` n’est pas un fuseau horaire connu. Par exemple Europe/Paris ou America/Montreal.",
                $"`{typed}` is not a known time zone. For example Europe/Paris or America/Montreal."
            );
    }

    private static Localized? InLanguages(string typed, ref WorkshopAnswers answers)
    {
        var tags = typed.ToLowerInvariant().Split([' ', ',', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        List<Language> languages = [.. tags.Select(Languages.Find).OfType<Language>()];
        answers = answers with { Languages = languages };
        return languages.Count == tags.Length && StarterLanguages.Offered.Any(offered => offered.SequenceEqual(languages))
            ? null
            : new(
                $"Les langues possibles sont : {StarterLanguages.OfferedTexts}.",
                $"The possible languages are: {StarterLanguages.OfferedTexts}."
            );
    }

    private static Localized? Seats(string typed, ref WorkshopAnswers answers)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) || seats > MaxSeats)
            return new($"`{typed}` n’est pas un nombre de places, comme 50.", $"`{typed}` is not a number of seats, such as 50.");
        answers = answers with { Seats = seats };
        return null;
    }

    private static Localized? Remote(string typed, ref WorkshopAnswers answers)
    {
        bool? remote = typed.ToLowerInvariant() switch
        {
            "yes" or "y" or "oui" or "o" or "true" => true,
            "no" or "n" or "non" or "false" => false,
            _ => null,
        };
        if (remote is null)
            return new("Répondez par oui ou par non.", "Answer yes or no.");
        answers = answers with { Remote = remote.Value };
        return answers is { Remote: false, Seats: 0 }
            ? new(
                "Sans place dans la salle ni à distance, personne ne pourrait participer.",
                "Without seats and without remote places, nobody could take part."
            )
            : null;
    }

    private static Localized? Contact(string typed, ref WorkshopAnswers answers)
    {
        answers = answers with { Contact = typed };
        return WorkshopReader.IsEmail(typed)
            ? null
            : new($"`{typed}` n’est pas une adresse électronique.", $"`{typed}` is not an email address.");
    }
}
