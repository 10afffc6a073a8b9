namespace ModMatWorkshop.Domain;

/// <summary>
/// A language of the interface. French is the default: its addresses have no prefix, and it replaces a missing translation.
/// </summary>
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
}

/// <summary>A text in French with its English translation. French replaces a missing translation.</summary>
public sealed record Localized(string Fr, string? En = null)
{
    public string In(Language language) => language == Language.English ? En ?? Fr : Fr;

    /// <summary>The language of the text that <see cref="In"/> returns, for a <c>lang</c> attribute.</summary>
    public Language LanguageFor(Language wanted) => wanted == Language.English && En is not null ? Language.English : Language.French;

    /// <summary>A text that is the same in both languages, such as a name or a number.</summary>
    public static Localized Same(string text) => new(text, text);
}
