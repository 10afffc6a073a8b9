using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using Language = ModMatWorkshop.Domain.Language;

namespace ModMatWorkshop.Web.Archive;

/// <summary>
/// A page of the site, changed so that it works as a file: links lead from file to file, parts that need a server or a module script are
/// removed, and the search runs in the browser.
/// </summary>
public sealed class ArchivedPage
{
    public const string SearchScript = "archive-search.js";
    private const string Home = "index.html";

    private static readonly (string Selector, string Attribute)[] Places =
    [
        ("a[href]", "href"),
        ("area[href]", "href"),
        ("link[href]:not([rel=canonical]):not([hreflang])", "href"),
        ("img[src]", "src"),
        ("source[src]", "src"),
        ("video[src]", "src"),
        ("audio[src]", "src"),
        ("form[action]", "action"),
    ];

    private readonly IHtmlDocument _page;
    private readonly Uri _address;

    /// <param name="address">The page's address on the site, with its query.</param>
    public ArchivedPage(string html, Uri address)
    {
        (_page, _address) = (new HtmlParser().ParseDocument(html), address);
        _page.DocumentElement.RemoveAttribute("data-shift");
        // The site's scripts send requests to the server, and browsers do not load modules from file: addresses. Nobody subscribes to the
        // past.
        foreach (
            var gone in _page
                .QuerySelectorAll("script[src], noscript, [data-favourites], [data-subscribe], form:not([role=search]), form.filters")
                .ToList()
        )
            gone.Remove();
    }

    /// <summary>Addresses on this site that the page links to or shows: path and query, without searches.</summary>
    public IEnumerable<string> LinkedAddresses =>
        Links()
            .Select(link => link.Target.PathAndQuery)
            .Where(target => ArchiveFiles.SearchOf(target) is null)
            .Concat(_page.QuerySelectorAll("img[srcset]").SelectMany(SourcesOf).Select(source => source.Address));

    /// <param name="fileOf">Returns the file of an address; null when the archive does not contain the address.</param>
    public string In(Func<string, string?> fileOf, WorkshopLanguages languages)
    {
        var file = fileOf(_address.PathAndQuery)!;
        var language = ArchiveFiles.LanguageOf(file, languages);
        var search = fileOf(Routes.Search.Template(languages, language))!;
        foreach (var (element, attribute, target) in Links().ToList())
            if (ArchiveFiles.SearchOf(target.PathAndQuery) is { } words)
                element.SetAttribute(attribute, $"{ArchiveFiles.Relative(file, search)}?q={Uri.EscapeDataString(words)}");
            else if (fileOf(target.PathAndQuery) is { } to)
                element.SetAttribute(
                    attribute,
                    to == file && target.Fragment.Length > 0 ? target.Fragment : ArchiveFiles.Relative(file, to) + target.Fragment
                );
            else
                RemoveLink(element);
        foreach (var picture in _page.QuerySelectorAll("img[srcset]"))
            picture.SetAttribute(
                "srcset",
                string.Join(", ", SourcesOf(picture).Select(s => $"{ArchiveFiles.Relative(file, fileOf(s.Address)!)} {s.Width}"))
            );
        if (file == search)
            Search(file, languages, language);
        return _page.ToHtml();
    }

    public static string IndexOf(WorkshopLanguages languages, Language language) =>
        language == languages.First ? "search-index.js" : $"search-index.{language.Tag()}.js";

    private IEnumerable<(IElement Element, string Attribute, Uri Target)> Links() =>
        from place in Places
        from element in _page.QuerySelectorAll(place.Selector)
        let target = Uri.TryCreate(_address, element.GetAttribute(place.Attribute), out var uri) ? uri : null
        where target is { Scheme: "http" or "https" } && target.Authority == _address.Authority
        select (element, place.Attribute, target);

    /// <summary>The files of a picture, each with its width.</summary>
    private static IEnumerable<(string Address, string Width)> SourcesOf(IElement picture) =>
        picture.GetAttribute("srcset")!.Split(", ").Select(source => source.Split(' ')).Select(parts => (parts[0], parts[1]));

    private void Search(string file, WorkshopLanguages languages, Language language)
    {
        foreach (var (name, script) in new[] { ("index", IndexOf(languages, language)), ("search", SearchScript) })
        {
            var added = _page.CreateElement("script");
            added.SetAttribute("src", ArchiveFiles.Relative(file, script));
            added.SetAttribute("defer", "");
            added.SetAttribute("data-archive", name);
            added.SetAttribute("data-root", ArchiveFiles.Relative(file, Home)[..^Home.Length]);
            _page.Head!.Append(added);
        }
        var without = _page.CreateElement("noscript");
        var notice = _page.CreateElement("p");
        notice.TextContent = new Words(language).ArchiveSearchNeedsScript;
        without.Append(notice);
        _page.QuerySelector("#results")!.Parent!.AppendChild(without);
    }

    /// <summary>
    /// Removes a link whose target is not in the archive. Its text remains, unless the link is all that its list item or paragraph
    /// contains.
    /// </summary>
    private static void RemoveLink(IElement link)
    {
        var row = link.Closest("li, p");
        if (link.LocalName == "a" && (row is null || row.TextContent.Trim() != link.TextContent.Trim()))
            link.Replace([.. link.ChildNodes]);
        else
            (link.LocalName == "a" ? row! : link).Remove();
    }
}
