using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>Phrases that several exports share.</summary>
internal static class Phrases
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Localized Invited = new("Conférence invitée", "Invited talk");
    private static readonly Localized Oral = new("Exposé oral", "Contributed talk");

    public static Localized Kind(ContributionKind kind) =>
        kind switch
        {
            ContributionKind.Invited => Invited,
            ContributionKind.Oral => Oral,
            _ => Localized.Same("Poster"),
        };

    public static Localized Kind(SlotKind kind) =>
        kind switch
        {
            SlotKind.Opening => new("Ouverture", "Opening"),
            SlotKind.Invited => Invited,
            SlotKind.Oral => Oral,
            SlotKind.Intervention => new("Intervention", "Talk"),
            SlotKind.PosterSession => new("Session posters", "Poster session"),
            SlotKind.Break => new("Pause", "Break"),
            SlotKind.Tutorial => new("Tutoriel", "Tutorial"),
            SlotKind.Panel => new("Table ronde", "Panel"),
            SlotKind.Social => new("Moment convivial", "Social event"),
            _ => new("Repas", "Meal"),
        };

    public static string SessionName(Session session, Language language) =>
        session.SubjectIn(language) is { } subject ? $"Session {Number(session.Number)} – {subject}" : $"Session {Number(session.Number)}";

    /// <summary><c>vendredi 29 octobre 2021</c>, <c>Friday 29 October 2021</c>.</summary>
    public static string Day(DateOnly date, Language language) =>
        language == Language.English
            ? date.ToString("dddd d MMMM yyyy", English)
            : date.ToString(date.Day == 1 ? "dddd d'er' MMMM yyyy" : "dddd d MMMM yyyy", French);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Fill(string sentence, params string[] words) => string.Format(CultureInfo.InvariantCulture, sentence, words);
}
