using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Web.Archive;

/// <summary>A page of the site made to stand alone: links from file to file, without what needs a server or a script of ours, with a search that needs none.</summary>
public static class ArchivedPage
{
    public const string SearchScript = "archive-search.js";
    private const string Home = "index.html";

    private static readonly (string Selector, string Attribute)[] Places =
        [("a[href]", "href"), ("area[href]", "href"), ("link[href]:not([rel=canonical]):not([hreflang])", "href"), ("script[src]", "src"), ("img[src]", "src"), ("source[src]", "src"), ("video[src]", "src"), ("audio[src]", "src"), ("form[action]", "action")];

    /// <param name="address">Of the page within the site, with its query.</param>
    /// <param name="fileOf">The file of an address that was found; null for what is not in the archive.</param>
    public static string Of(string html, string address, Uri site, Func<string, string?> fileOf)
    {
        var page = new HtmlParser().ParseDocument(html);
        var file = fileOf(address)!;
        var search = fileOf(Routes.Search.Template(ArchiveFiles.LanguageOf(file)))!;
        page.DocumentElement.RemoveAttribute("data-shift");
        // Scripts of the site talk to it, and modules are not loaded from a disk.
        foreach (var gone in page.QuerySelectorAll("script[src], noscript, [data-favourites], form:not([role=search]), form.filters").ToList())
            gone.Remove();
        foreach (var (selector, attribute) in Places)
            foreach (var element in page.QuerySelectorAll(selector).ToList())
                Lead(element, attribute);
        if (file == search)
        {
            foreach (var (name, script) in new[] { ("index", IndexOf(file)), ("search", SearchScript) })
            {
                var added = page.CreateElement("script");
                added.SetAttribute("src", ArchiveFiles.Relative(file, script));
                added.SetAttribute("defer", "");
                added.SetAttribute("data-archive", name);
                added.SetAttribute("data-root", ArchiveFiles.Relative(file, Home)[..^Home.Length]);
                page.Head!.Append(added);
            }
            var without = page.CreateElement("noscript");
            var said = page.CreateElement("p");
            said.TextContent = ArchiveFiles.LanguageOf(file) == Domain.Language.English ? "Without scripts there is no search here: the programme, the abstracts and the speakers have everything." : "Sans script, il n’y a pas de recherche ici : le programme, les résumés et les intervenants disent tout.";
            without.Append(said);
            page.QuerySelector("ol.hits")!.Parent!.AppendChild(without);
        }
        return page.ToHtml();

        void Lead(IElement element, string attribute)
        {
            var target = new Uri(new Uri(site, address), element.GetAttribute(attribute));
            if (target.Scheme is not ("http" or "https") || target.Authority != site.Authority)
                return;
            if (ArchiveFiles.SearchOf(target.PathAndQuery) is { } words)
                element.SetAttribute(attribute, $"{ArchiveFiles.Relative(file, search)}?q={Uri.EscapeDataString(words)}");
            else if (fileOf(target.PathAndQuery) is { } to)
                element.SetAttribute(attribute, to == file && target.Fragment.Length > 0 ? target.Fragment : ArchiveFiles.Relative(file, to) + target.Fragment);
            else
                Leave(element);
        }
    }

    public static string IndexOf(string file) => ArchiveFiles.LanguageOf(file) == Domain.Language.English ? "search-index.en.js" : "search-index.js";

    /// <summary>What leads nowhere is no link; where nothing else stands in its row or line, that goes with it.</summary>
    private static void Leave(IElement link)
    {
        var row = link.Closest("li, p");
        if (link.LocalName == "a" && (row is null || row.TextContent.Trim() != link.TextContent.Trim()))
            link.Replace([.. link.ChildNodes]);
        else
            (link.LocalName == "a" ? row! : link).Remove();
    }
}
