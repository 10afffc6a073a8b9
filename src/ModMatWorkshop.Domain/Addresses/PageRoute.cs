namespace ModMatWorkshop.Domain.Addresses;

/// <summary>A page of the site with its address in each language. <c>{name}</c> is the one parameter.</summary>
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

    public string Template(Language language) => language == Language.English ? English : French;

    /// <summary>
    /// The path in a language. <paramref name="value"/>, such as a code or a slug, replaces the parameter and is escaped.
    /// </summary>
    public string Path(Language language, string? value = null) => FileRoute.Fill(Template(language), Uri.EscapeDataString(value ?? ""));
}
