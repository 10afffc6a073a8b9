using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

public sealed class SearchModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public const int MaxLength = 200;
    private Dictionary<string, string> _langs = [];
    private const int MaxWords = 12;
    private const int PageSize = 20;

    public string Query { get; private set; } = "";

    public bool WasTooLong { get; private set; }

    public IReadOnlyList<string> Words { get; private set; } = [];

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public long Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public async Task OnGetAsync([FromQuery(Name = "q")] string? q, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        WasTooLong = q is { Length: > MaxLength };
        // The page repeats the query, so it must not contain control characters.
        Query = string.Concat((WasTooLong ? q![..MaxLength] : q ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        // Folding keeps letters and digits only, so the query cannot contain a search operator of either database.
        Words = [.. Folding.Words(Query).Distinct().Take(MaxWords)];
        if (Words.Count == 0)
            return;

        var asked = Math.Clamp(page ?? 1, 1, 10_000);
        Hits = await db.SearchAsync(Words, siteContext.Language, (asked - 1) * PageSize, PageSize, cancel);
        if (Hits.Count == 0 && asked > 1)
        {
            // A page past the end has no rows, and so no total. Read the total from the first page.
            Hits = await db.SearchAsync(Words, siteContext.Language, 0, PageSize, cancel);
            var last = Paging.Of(asked, Hits.Count == 0 ? 0 : Hits[0].Total, PageSize);
            if (last.Page > 1)
                Hits = await db.SearchAsync(Words, siteContext.Language, last.Skip, PageSize, cancel);
        }
        var codes = Hits.Where(h => h.Kind == SearchKind.Contribution).Select(h => h.Key).ToList();
        _langs = await db.Contributions.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => c.TitleLang, cancel);
        Total = Hits.Count == 0 ? 0 : Hits[0].Total;
        Paging = Paging.Of(asked, Total, PageSize);
    }

    /// <summary>The language of the title; null when it is that of the page.</summary>
    public string? LangOf(SearchHit hit) => hit.Kind == SearchKind.Contribution ? _langs.GetValueOrDefault(hit.Key) : null;

    public async ValueTask<string> AddressAsync(SearchHit hit) =>
        SearchAddress.Of(hit.Kind, hit.Key, siteContext.Languages, siteContext.Language, (await siteContext.OutlineAsync()).Pages);
}
