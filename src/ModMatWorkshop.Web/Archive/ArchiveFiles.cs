using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Archive;

/// <summary>Maps an address of the site to a file of its archive, or to none.</summary>
public static class ArchiveFiles
{
    /// <summary>Pages that need a running server, or show participants. The archive leaves them out.</summary>
    private static readonly string[] Excluded =
    [
        .. from route in new[] { Routes.Register, Routes.Participants, Routes.LostLink, Routes.MyRegistration, Routes.Live }
        from languages in new WorkshopLanguages[] { new(Language.French, Language.English), new(Language.English, Language.French) }
        from language in languages.All
        select First(route.Template(languages, language)),
        Routes.Admin,
        Routes.CheckIn,
        Routes.Verification,
        Routes.Favourites.TemplateIn(Language.French),
        Routes.Favourites.TemplateIn(Language.English),
        Routes.SiteMap.Template,
        Routes.Robots.Template,
        "/status",
        "/dev",
    ];

    /// <summary>Query keys that open a list of results. The archive answers them with its search page.</summary>
    private static readonly string[] SearchKeys = ["q", "keyword"];

    /// <summary>Query keys that select one page of a list or one day of the programme. Each value becomes a file of its own.</summary>
    private static readonly string[] PagingKeys = ["page", "day"];

    public static bool IsExcluded(string path) =>
        Excluded.Any(left =>
            path.Equals(left, StringComparison.OrdinalIgnoreCase) || path.StartsWith(left + "/", StringComparison.OrdinalIgnoreCase)
        );

    /// <param name="address">Path and query within the site.</param>
    /// <param name="isPage">True for an HTML page; its file then gets the ending <c>.html</c>, by which a browser recognises it without a
    /// server.</param>
    /// <returns>The path of the file, without a leading slash; null when the archive does not contain the address.</returns>
    public static string? FileOf(string address, bool isPage)
    {
        var (path, query) = Split(address);
        if (IsExcluded(path))
            return null;
        var name =
            path == "/" ? "index"
            : path.Length == 3 && AddressTarget.PrefixOf(path) is not null ? $"{path[1..]}/index"
            : Uri.UnescapeDataString(path[1..]);
        foreach (var (key, value) in query)
            if (PagingKeys.Contains(key) && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                name += $".{key}-{value}";
            else if (key == "lang" && Languages.Find(value) is not null && !isPage)
                name = $"{Path.ChangeExtension(name, null)}.{value}{Path.GetExtension(name)}";
            else
                return null;
        return isPage ? $"{name}.html" : name;
    }

    /// <returns>The text that the address searches for; null when it is not a search.</returns>
    public static string? SearchOf(string address) => Split(address).Query is [var (key, value)] && SearchKeys.Contains(key) ? value : null;

    /// <summary>The relative URL that leads from one file to another.</summary>
    public static string Relative(string from, string to)
    {
        var folders = from.Split('/')[..^1];
        var shared = folders.Zip(to.Split('/')[..^1]).TakeWhile(both => both.First == both.Second).Count();
        return string.Concat(Enumerable.Repeat("../", folders.Length - shared))
            + string.Join('/', to.Split('/')[shared..].Select(Uri.EscapeDataString));
    }

    public static Language LanguageOf(string file, WorkshopLanguages languages) => languages.OrFirst(AddressTarget.PrefixOf("/" + file));

    private static (string Path, (string Key, string Value)[] Query) Split(string address)
    {
        var parts = address.Split('?', 2);
        return (
            parts[0].Length > 1 ? parts[0].TrimEnd('/') : parts[0],
            parts.Length == 1 || parts[1].Length == 0
                ? []
                :
                [
                    .. parts[1]
                        .Split('&')
                        .Select(pair => pair.Split('=', 2))
                        .Select(pair => (pair[0], Uri.UnescapeDataString(pair.ElementAtOrDefault(1)?.Replace('+', ' ') ?? ""))),
                ]
        );
    }

    private static string First(string template) => template.Split("/{")[0];
}
