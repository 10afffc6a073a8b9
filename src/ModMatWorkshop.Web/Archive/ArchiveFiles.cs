using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Web.Archive;

/// <summary>Where an address of the site stands among the files of its archive, or that it has no place there.</summary>
public static class ArchiveFiles
{
    /// <summary>What needs somebody who answers, or is about people who took part: without the site there is no such page.</summary>
    private static readonly string[] Excluded =
    [
        .. new[] { Routes.Register, Routes.Participants, Routes.LostLink, Routes.MyRegistration, Routes.Live }.SelectMany(r =>
            new[] { First(r.French), First(r.English) }
        ),
        Routes.Admin,
        Routes.CheckIn,
        Routes.Verification,
        Routes.Favourites.Template,
        Routes.SiteMap.Template,
        Routes.Robots.Template,
        "/status",
        "/dev",
    ];

    /// <summary>The addresses that open a list of results: in the archive the search does.</summary>
    private static readonly string[] Asked = ["q", "keyword"];

    /// <summary>A page of a list, or a day of a programme that has one on each page: pages of their own.</summary>
    private static readonly string[] Pages = ["page", "day"];

    public static bool IsExcluded(string path) =>
        Excluded.Any(left =>
            path.Equals(left, StringComparison.OrdinalIgnoreCase) || path.StartsWith(left + "/", StringComparison.OrdinalIgnoreCase)
        );

    /// <param name="address">Path and query within the site.</param>
    /// <param name="isPage">HTML, which a browser that has no server takes for one by its name.</param>
    /// <returns>The path of the file, without a slash before it; null for what is not in the archive.</returns>
    public static string? FileOf(string address, bool isPage)
    {
        var (path, query) = Divide(address);
        if (IsExcluded(path))
            return null;
        var name =
            path == "/" ? "index"
            : path == Routes.Home.English ? $"{path[1..]}/index"
            : Uri.UnescapeDataString(path[1..]);
        foreach (var (key, value) in query)
            if (Pages.Contains(key) && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                name += $".{key}-{value}";
            else if (key == "lang" && value == "en" && !isPage)
                name = $"{Path.ChangeExtension(name, null)}.en{Path.GetExtension(name)}";
            else
                return null;
        return isPage ? $"{name}.html" : name;
    }

    /// <returns>What the address searches for; null when it does not.</returns>
    public static string? SearchOf(string address) => Divide(address).Query is [var (key, value)] && Asked.Contains(key) ? value : null;

    /// <summary>From the folder of one file to another.</summary>
    public static string Relative(string from, string to)
    {
        var folders = from.Split('/')[..^1];
        var shared = folders.Zip(to.Split('/')[..^1]).TakeWhile(both => both.First == both.Second).Count();
        return string.Concat(Enumerable.Repeat("../", folders.Length - shared))
            + string.Join('/', to.Split('/')[shared..].Select(Uri.EscapeDataString));
    }

    public static Language LanguageOf(string file) => file.StartsWith("en/", StringComparison.Ordinal) ? Language.English : Language.French;

    private static (string Path, (string Key, string Value)[] Query) Divide(string address)
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
