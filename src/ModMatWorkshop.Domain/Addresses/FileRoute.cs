namespace ModMatWorkshop.Domain.Addresses;

/// <summary>The route of a file. Both languages share the path; English adds <c>?lang=en</c>. <c>{name}</c> is the one parameter.</summary>
public sealed record FileRoute(string Template)
{
    /// <summary>The path in a language. <paramref name="value"/>, such as a code or a date, replaces the parameter.</summary>
    public string Path(Language language, string? value = null) => In(language, Fill(Template, value ?? ""));

    /// <summary>Replaces the parameter of a template. A template without a parameter stays as it is.</summary>
    public static string Fill(string template, string value)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? template : string.Concat(template.AsSpan(0, open), value, template.AsSpan(template.IndexOf('}', open) + 1));
    }

    internal static string In(Language language, string path) =>
        language == Language.English ? path + (path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en") : path;
}
