namespace ModMatWorkshop.Domain;

/// <summary>A language of the interface. A workshop has one or both: <see cref="WorkshopLanguages"/>.</summary>
public enum Language
{
    French,
    English,
}

public static class Languages
{
    /// <summary>The BCP 47 tag: <c>fr</c> or <c>en</c>.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "fr";

    public static Language Other(this Language language) => language == Language.English ? Language.French : Language.English;

    /// <summary>The interface language of a tag: French for every tag other than <c>en</c>.</summary>
    public static Language FromTag(string? tag) => tag == "en" ? Language.English : Language.French;

    /// <summary>The interface language of a tag; null for another tag.</summary>
    public static Language? Find(string? tag) =>
        tag switch
        {
            "fr" => Language.French,
            "en" => Language.English,
            _ => null,
        };
}

/// <summary>A text in French, in English or in both. The text that exists replaces a missing one.</summary>
public sealed record Localized(string? Fr, string? En = null)
{
    public string In(Language language) => (language == Language.English ? En ?? Fr : Fr ?? En) ?? "";

    /// <summary>The language of the text that <see cref="In"/> returns, for a <c>lang</c> attribute.</summary>
    public Language LanguageFor(Language wanted) =>
        (wanted == Language.English ? En : Fr) is not null ? wanted
        : En is null ? Language.French
        : Language.English;

    /// <summary>A text that is the same in both languages, such as a name or a number.</summary>
    public static Localized Same(string text) => new(text, text);

    /// <summary>A text in one language.</summary>
    public static Localized Of(Language language, string text) => language == Language.English ? new(null, text) : new(text);
}
