using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>The answer of the site to one address; <see cref="Page"/> is null unless it is HTML.</summary>
internal sealed record Visited(string Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IHtmlDocument? Page)
{
    /// <summary>Whether search engines may index the page; filtered lists are excluded.</summary>
    public bool IsIndexable => Page is not null && Page.QuerySelector("meta[name=robots]") is null;

    /// <summary>Verification has one address, with the language in its query.</summary>
    public bool IsNeutral => Address.StartsWith(Routes.Verification, StringComparison.Ordinal);

    /// <summary>The tag of the language of the address.</summary>
    public string LanguageIn(WorkshopLanguages languages) =>
        languages.Second is { } second
        && (
            $"{Address}/".StartsWith($"{languages.Prefix(second)}/", StringComparison.Ordinal)
            || Address.StartsWith($"{languages.Prefix(second)}?", StringComparison.Ordinal)
            || IsNeutral && Address.EndsWith($"lang={second.Tag()}", StringComparison.Ordinal)
        )
            ? second.Tag()
            : languages.First.Tag();
}

/// <summary>A link from a page to another address of the site; <c>Anchor</c> is the fragment.</summary>
internal sealed record Link(string From, string To, string Anchor);

/// <summary>Follows all links from the home page, in both languages, once for all tests.</summary>
public class Crawl(SiteFactory site) : IAsyncLifetime
{
    // Attributes with addresses that a browser follows or fetches.
    private static readonly (string Selector, string Attribute)[] LinkAttributes =
    [
        ("a[href]", "href"),
        ("area[href]", "href"),
        ("link[href]", "href"),
        ("script[src]", "src"),
        ("img[src]", "src"),
        ("form[action]", "action"),
        ("iframe[src]", "src"),
    ];

    private readonly Dictionary<string, Visited> visited = [];
    private readonly HashSet<Link> links = [];
    private readonly HashSet<Uri> otherHosts = [];

    public virtual WorkshopLanguages Languages => WorkshopLanguages.Default;

    protected SiteFactory Site => site;

    internal IReadOnlyDictionary<string, Visited> Visited => visited;

    internal IReadOnlyCollection<Link> Links => links;

    /// <summary>Addresses on other hosts, which are not followed.</summary>
    internal IReadOnlyCollection<Uri> OtherHosts => otherHosts;

    internal IEnumerable<Visited> Pages => visited.Values.Where(v => v.Page is not null);

    public async Task InitializeAsync()
    {
        var reader = site.CreateClient();
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var address))
        {
            if (visited.ContainsKey(address))
                continue;
            var answer = visited[address] = await VisitAsync(reader, address);
            foreach (var target in Targets(answer))
            {
                if (target.Authority != SiteFactory.BaseUrl.Authority)
                {
                    otherHosts.Add(target);
                    continue;
                }
                links.Add(new(address, target.PathAndQuery, Uri.UnescapeDataString(target.Fragment.TrimStart('#'))));
                // A PDF takes seconds to make; BookTests covers it.
                if (!target.AbsolutePath.EndsWith(".pdf", StringComparison.Ordinal))
                    queue.Enqueue(target.PathAndQuery);
            }
        }
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    private static async Task<Visited> VisitAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        return new(
            address,
            answer.StatusCode,
            headers,
            isPage ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()) : null
        );
    }

    private static IEnumerable<Uri> Targets(Visited visited)
    {
        if (visited.Headers.TryGetValue("Location", out var location))
            yield return new(new Uri(SiteFactory.BaseUrl, visited.Address), location);
        if (visited.Page is not { } page)
            yield break;
        foreach (var (selector, attribute) in LinkAttributes)
        foreach (var element in page.QuerySelectorAll(selector))
            if (
                new Uri(new Uri(SiteFactory.BaseUrl, visited.Address), element.GetAttribute(attribute)) is
                { Scheme: "http" or "https" } target
            )
                yield return target;
    }
}
