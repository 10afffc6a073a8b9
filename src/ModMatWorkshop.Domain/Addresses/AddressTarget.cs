using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Addresses;

/// <summary>What a requested path leads to in a workshop with given languages.</summary>
/// <param name="Routed">
/// The path by which the site routes the request, which is that of a workshop in <see cref="WorkshopLanguages.Default"/>.
/// </param>
/// <param name="MovedTo">
/// The address of the same page or file in this workshop, when the requested one belongs to other languages; null otherwise.
/// </param>
public readonly record struct AddressTarget(string Routed, string? MovedTo = null)
{
    // The most specific first: the address of a file also looks like that of a page.
    private static readonly IReadOnlyList<Names> Pages =
    [
        .. Routes
            .All.Where(route => route != Routes.OwnPage)
            .Select(route => new Names(route.French, route.English))
            .Concat(
                new[]
                {
                    Routes.Book,
                    Routes.Confirmation,
                    Routes.Invitation,
                    Routes.Certificate,
                    Routes.Proforma,
                    Routes.FeeReceipt,
                    Routes.NoFee,
                }.Select(route => new Names(route.French + ".pdf", route.English + ".pdf"))
            )
            .Append(new(Routes.Live.French + Routes.HeartbeatEnding, Routes.Live.English + Routes.HeartbeatEnding))
            .OrderBy(names => names.French.Contains('{', StringComparison.Ordinal)),
    ];

    private static readonly IReadOnlyList<Names> Files =
    [
        .. Routes.NamedFiles.Select(route => new Names(route.TemplateIn(Language.French), route.TemplateIn(Language.English))),
    ];

    public static AddressTarget Find(WorkshopLanguages languages, string path)
    {
        var asked = path.Length > 1 ? path.TrimEnd('/') : path;
        var (first, other) = (languages.First, languages.First.Other());
        if (FindIn(Files, first, asked) is { } file)
            return new(file.In(Language.French));
        if (FindIn(Files, other, asked) is { } oldFile)
            return new(path, oldFile.In(first));
        var (prefix, rest) = Split(asked);
        var language = prefix ?? first;
        var isOurs = prefix is null || prefix == languages.Second;
        if (FindIn(Pages, language, rest) is { } page)
            return isOurs
                ? new(page.With(WorkshopLanguages.Default, language))
                : new(path, page.With(languages, languages.OrFirst(language)));
        if (prefix is null && FindIn(Pages, other, rest) is { } oldPage)
            return new(path, oldPage.With(languages, languages.OrFirst(other)));
        // Any other name may be that of a page of the content.
        var mayBeOwn = isOurs && rest is ['/', .. var slug] && Slug.IsValid(slug) && !Routes.IsTaken(slug);
        return new(mayBeOwn ? PageRoute.WithPrefix(WorkshopLanguages.Default, language, rest) : path);
    }

    /// <summary>The language that the prefix of a path names; null without one.</summary>
    public static Language? PrefixOf(string path) => Split(path).Prefix;

    private static (Language? Prefix, string Path) Split(string path)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var prefix = "/" + language.Tag();
            if (path.Equals(prefix, StringComparison.OrdinalIgnoreCase))
                return (language, "/");
            if (path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
                return (language, path[prefix.Length..]);
        }
        return (null, path);
    }

    private static Found? FindIn(IReadOnlyList<Names> all, Language language, string path)
    {
        foreach (var names in all)
            if (ValueIn(names.In(language), path) is { } value)
                return new(names, value);
        return null;
    }

    /// <summary>What a path has in place of the parameter of a template: empty without a parameter; null if it does not match.</summary>
    private static string? ValueIn(string template, string path)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return path.Equals(template, StringComparison.OrdinalIgnoreCase) ? "" : null;
        var (before, after) = (template[..open], template[(template.IndexOf('}', open) + 1)..]);
        if (
            path.Length <= before.Length + after.Length
            || !path.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            || !path.EndsWith(after, StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var value = path[before.Length..^after.Length];
        return value.Contains('/', StringComparison.Ordinal) ? null : value;
    }

    private sealed record Names(string French, string English)
    {
        public string In(Language language) => language == Language.English ? English : French;
    }

    private sealed record Found(Names Names, string Value)
    {
        public string In(Language language) => FileRoute.Fill(Names.In(language), Value);

        public string With(WorkshopLanguages languages, Language language) => PageRoute.WithPrefix(languages, language, In(language));
    }
}
