namespace ModMatWorkshop.Domain;

/// <summary>
/// A language of the interface. French comes first: it has no prefix in the addresses and is what a missing translation falls back to.
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

    /// <summary>The interface language of a tag; French for whatever is not English.</summary>
    public static Language FromTag(string? tag) => tag == "en" ? Language.English : Language.French;
}

/// <summary>A text in French and, beside it, in English; French where the English is missing.</summary>
public sealed record Localized(string Fr, string? En = null)
{
    public string In(Language language) => language == Language.English ? En ?? Fr : Fr;

    /// <summary>The language that <see cref="In"/> really answers in, for a <c>lang</c> attribute.</summary>
    public Language LanguageFor(Language wanted) => wanted == Language.English && En is not null ? Language.English : Language.French;

    /// <summary>The same in both languages: a name, a figure.</summary>
    public static Localized Same(string text) => new(text, text);
}
