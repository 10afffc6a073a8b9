namespace ModMatWorkshop.Domain.Addresses;

/// <summary>A page of the site with its address in each language, without prefix. <c>{name}</c> is the one parameter.</summary>
/// <param name="Page">The Razor page, as <c>asp-page</c> names it.</param>
/// <param name="Posts">The page has a form that is posted to the same address.</param>
/// <param name="Private">
/// The page shows personal data: it is in neither the page cache nor the sitemap. Its model must also forbid other caches to store it.
/// </param>
/// <param name="DependsOnRegistrations">The page shows how many people have registered, or their names.</param>
public sealed record PageRoute(
    string Page,
    string French,
    string English,
    bool Posts = false,
    bool Private = false,
    bool DependsOnRegistrations = false
)
{
    public bool IsCacheable => !Posts && !Private;

    /// <summary>
    /// The address in a language, with its prefix. The first language takes the place of one that the workshop does not have.
    /// </summary>
    public string Template(WorkshopLanguages languages, Language language) =>
        WithPrefix(languages, languages.OrFirst(language), languages.OrFirst(language) == Language.English ? English : French);

    /// <summary>
    /// The path in a language. <paramref name="value"/>, such as a code or a slug, replaces the parameter and is escaped.
    /// </summary>
    public string Path(WorkshopLanguages languages, Language language, string? value = null) =>
        FileRoute.Fill(Template(languages, language), Uri.EscapeDataString(value ?? ""));

    internal static string WithPrefix(WorkshopLanguages languages, Language language, string name) =>
        (languages.Prefix(language), name) switch
        {
            ("", _) => name,
            (var prefix, "/") => prefix,
            var (prefix, _) => prefix + name,
        };
}
