using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>An address as the site answered it; <see cref="Page"/> is null for what is no page.</summary>
internal sealed record Visited(string Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IHtmlDocument? Page)
{
    /// <summary>A page that search engines may show, unlike the results of a filter.</summary>
    public bool IsIndexable => Page is not null && Page.QuerySelector("meta[name=robots]") is null;

    public string Language => Address.StartsWith("/en", StringComparison.Ordinal) ? "en" : "fr";
}

/// <summary>A link from a page to another address of the site, <c>Anchor</c> being what follows its #.</summary>
internal sealed record Link(string From, string To, string Anchor);

/// <summary>The whole site, walked link by link from the home page, in both languages and once for all tests.</summary>
public sealed class Crawl(SiteFactory site) : IAsyncLifetime
{
    // In elements of this kind stand addresses that a browser follows or fetches.
    private static readonly (string Selector, string Attribute)[] Places =
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
    private readonly HashSet<Uri> elsewhere = [];

    internal IReadOnlyDictionary<string, Visited> Visited => visited;

    internal IReadOnlyCollection<Link> Links => links;

    /// <summary>Addresses of other hosts, which are not followed.</summary>
    internal IReadOnlyCollection<Uri> Elsewhere => elsewhere;

    internal IEnumerable<Visited> Pages => visited.Values.Where(v => v.Page is not null);

    public async Task InitializeAsync()
    {
        var reader = site.CreateClient();
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var address))
        {
            if (visited.ContainsKey(address))
                continue;
            var here = visited[address] = await VisitAsync(reader, address);
            foreach (var target in Targets(here))
            {
                if (target.Authority != SiteFactory.BaseUrl.Authority)
                {
                    elsewhere.Add(target);
                    continue;
                }
                links.Add(new(address, target.PathAndQuery, Uri.UnescapeDataString(target.Fragment.TrimStart('#'))));
                // A PDF takes seconds to make, and BookTests has it made.
                if (!target.AbsolutePath.EndsWith(".pdf", StringComparison.Ordinal))
                    queue.Enqueue(target.PathAndQuery);
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

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

    private static IEnumerable<Uri> Targets(Visited here)
    {
        if (here.Headers.TryGetValue("Location", out var location))
            yield return new(new Uri(SiteFactory.BaseUrl, here.Address), location);
        if (here.Page is not { } page)
            yield break;
        foreach (var (selector, attribute) in Places)
        foreach (var element in page.QuerySelectorAll(selector))
            if (
                new Uri(new Uri(SiteFactory.BaseUrl, here.Address), element.GetAttribute(attribute)) is { Scheme: "http" or "https" } target
            )
                yield return target;
    }
}
