using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Starter;

/// <summary>All that a new folder says about the languages of its workshop.</summary>
internal static class StarterLanguages
{
    /// <summary>The languages that a workshop can have.</summary>
    public static IReadOnlyList<IReadOnlyList<Language>> Offered { get; } =
    [
        [Language.French, Language.English],
        [Language.English, Language.French],
        [Language.French],
        [Language.English],
    ];

    public static string OfferedTexts => string.Join("; ", Offered.Select(languages => string.Join(' ', languages.Select(l => l.Tag()))));

    /// <summary>The line of <c>workshop.md</c>.</summary>
    public static string Line(WorkshopAnswers answers) => $"languages: [{string.Join(", ", answers.Languages.Select(l => l.Tag()))}]\n";

    /// <summary>The value of a text in the languages of the workshop: a text, or a mapping.</summary>
    public static string Value(WorkshopAnswers answers, Localized text) =>
        answers.Languages is [var only]
            ? StarterFolder.Quote(text.In(only))
            : $"{{ {string.Join(", ", answers.Languages.Select(l => $"{l.Tag()}: {StarterFolder.Quote(text.In(l))}"))} }}";

    /// <summary>The file of a body: <c>pages/contact.md</c>, or <c>pages/contact.en.md</c> for a second language.</summary>
    public static string FileOf(WorkshopAnswers answers, string name, Language language) =>
        language == answers.Languages[0] ? $"{name}.md" : TranslatedBodies.NameOf(name, language);
}
