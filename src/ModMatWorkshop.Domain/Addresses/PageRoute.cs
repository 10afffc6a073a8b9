namespace ModMatWorkshop.Domain.Addresses;

/// <summary>A page of the site with its address in each language. <c>{name}</c> stands for a value.</summary>
/// <param name="Page">The Razor page, as <c>asp-page</c> names it.</param>
/// <param name="Posts">It holds a form that is posted to it.</param>
/// <param name="Private">It shows one person's own matters: no search engine knows it, nobody keeps it.</param>
/// <param name="DependsOnRegistrations">It tells how many have registered, or who.</param>
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

    /// <summary>The path in a language, with <paramref name="value"/> (a code, a slug) in the place of the one parameter.</summary>
    public string Path(Language language, string? value = null) => FileRoute.Fill(Template(language), Uri.EscapeDataString(value ?? ""));
}
