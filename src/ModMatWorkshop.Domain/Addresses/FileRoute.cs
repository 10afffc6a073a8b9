namespace ModMatWorkshop.Domain.Addresses;

/// <summary>
/// The route of a file. Its name is in the first language of the workshop; a second language shares the path and adds <c>?lang=en</c>.
/// <c>{name}</c> is the one parameter.
/// </summary>
/// <param name="Template">The path where French is the first language; the site routes this one.</param>
/// <param name="English">The path where English is the first language; null if it is the same.</param>
public sealed record FileRoute(string Template, string? English = null)
{
    public string TemplateIn(Language first) => first == Language.English ? English ?? Template : Template;

    /// <summary>The path in a language. <paramref name="value"/>, such as a code or a date, replaces the parameter.</summary>
    public string Path(WorkshopLanguages languages, Language language, string? value = null) =>
        In(languages, language, Fill(TemplateIn(languages.First), value ?? ""));

    /// <summary>Replaces the parameter of a template. A template without a parameter stays as it is.</summary>
    public static string Fill(string template, string value)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? template : string.Concat(template.AsSpan(0, open), value, template.AsSpan(template.IndexOf('}', open) + 1));
    }

    internal static string In(WorkshopLanguages languages, Language language, string path) =>
        languages.OrFirst(language) == languages.First ? path
        : path.Contains('?', StringComparison.Ordinal) ? $"{path}&lang={language.Tag()}"
        : $"{path}?lang={language.Tag()}";
}
