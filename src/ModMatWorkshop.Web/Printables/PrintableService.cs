using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Pages;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Reads and renders printables in the language of the request.</summary>
public sealed class PrintableService(WorkshopDb db, DataVersions versions, SiteContext siteContext, PdfRenderer renderer)
{
    public bool IsPossible => renderer.IsAvailable;

    /// <summary>
    /// The current content version. Read it before the content, so that a cached PDF is never older than its version says.
    /// </summary>
    public long Version => versions.Content;

    public PrintableRequest Request(IQueryCollection query) => new(db, siteContext, query);

    /// <summary>Reads a printable; null when the query asks for something that does not exist.</summary>
    public Task<PrintableDocument?> DocumentAsync(Printable printable, IQueryCollection query, CancellationToken cancel) =>
        printable.ReadAsync(Request(query), cancel);

    public bool IsCached(Printable printable, long version) => renderer.IsCached(printable.Name, siteContext.Language, version);

    /// <summary>The PDF of a printable of public content, cached for each content version; null when it cannot be made.</summary>
    public Task<byte[]?> CachedPdfAsync(Printable printable, long version, CancellationToken cancel) =>
        CachedPdfAsync(printable, siteContext.Language, version, size => PublicHtmlAsync(printable, size, cancel), cancel);

    /// <summary>The same, as a job that continues after the request has ended.</summary>
    public async Task<PrintJob> PrepareAsync(Printable printable, long version)
    {
        var language = siteContext.Language;
        var html = new string[IsCached(printable, version) ? 0 : printable.Sizes];
        // Other requests may have joined this run, so render in full even if this client disconnects.
        for (var size = 0; size < html.Length; size++)
            html[size] = await PublicHtmlAsync(printable, size, CancellationToken.None);
        return new(printable.Name, 0, cancel => CachedPdfAsync(printable, language, version, size => Task.FromResult(html[size]), cancel));
    }

    public async Task<PrintJob> PrepareAsync(PrintableDocument document)
    {
        var html = await HtmlAsync(document);
        return new(document.Name, document.People, cancel => renderer.RenderAsync(() => Task.FromResult(html), cancel));
    }

    /// <summary>The PDF of a document that contains names, never cached; null when it cannot be made.</summary>
    public Task<byte[]?> PdfAsync(PrintableDocument document, CancellationToken cancel) =>
        renderer.RenderAsync(() => HtmlAsync(document), cancel);

    private Task<byte[]?> CachedPdfAsync(
        Printable printable,
        Language language,
        long version,
        Func<int, Task<string>> html,
        CancellationToken cancel
    ) =>
        printable.Sizes > 1
            ? renderer.GetOrRenderOnePageAsync(printable.Name, language, version, printable.Sizes, html, cancel)
            : renderer.GetOrRenderAsync(printable.Name, language, version, () => html(0), cancel);

    private async Task<string> PublicHtmlAsync(Printable printable, int size, CancellationToken cancel) =>
        await HtmlAsync((await printable.ReadAsync(Request(QueryCollection.Empty) with { IsPdf = true, Size = size }, cancel))!);

    private Task<string> HtmlAsync(PrintableDocument document) =>
        document.IsWhole
            ? ViewRenderer.RenderAsync(siteContext.Http, document.View, document.Content)
            : ViewRenderer.RenderAsync(siteContext.Http, "/Pages/Shared/_Printable.cshtml", document with { IsPdf = true });
}
