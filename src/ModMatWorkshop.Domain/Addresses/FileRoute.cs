namespace ModMatWorkshop.Domain.Addresses;

/// <summary>A file with one address: in French, or in English with <c>?lang=en</c>. <c>{name}</c> stands for a value.</summary>
public sealed record FileRoute(string Template)
{
    /// <summary>The path in a language, with <paramref name="value"/> (a code, a date) in the place of the one parameter.</summary>
    public string Path(Language language, string? value = null) => In(language, Fill(Template, value ?? ""));

    /// <summary>Puts a value in the place of the one parameter of a template; a template without a parameter stays as it is.</summary>
    public static string Fill(string template, string value)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? template : string.Concat(template.AsSpan(0, open), value, template.AsSpan(template.IndexOf('}', open) + 1));
    }

    internal static string In(Language language, string path) =>
        language == Language.English ? path + (path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en") : path;
}
