using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Security;

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

    /// <summary>
    /// Prepares the PDF of a printable of public content, cached for each content version. The job may outlive the request.
    /// </summary>
    public async Task<PrintJob> PrepareAsync(Printable printable, long version)
    {
        var language = siteContext.Language;
        var sizes = new string[IsCached(printable, version) ? 0 : printable.Sizes];
        // Other requests may have joined this run, so render in full even if this client disconnects.
        for (var size = 0; size < sizes.Length; size++)
            sizes[size] = await PublicHtmlAsync(printable, size);
        return new(printable.Name, 0, cancel => renderer.GetOrRenderAsync(printable.Name, language, version, sizes, cancel));
    }

    /// <summary>Prepares the PDF of a document that contains names, never cached, for the organiser of this request.</summary>
    public async Task<PrintJob> PrepareAsync(PrintableDocument document)
    {
        var (account, html) = (OrganiserSignIn.IdOf(siteContext.Http.User), await HtmlAsync(document));
        return new(document.Name, document.People, cancel => renderer.RenderForOrganiserAsync(account, html, cancel));
    }

    /// <summary>The PDF of a letter to a participant, never cached.</summary>
    public async Task<PrintResult> LetterAsync(PrintableDocument document, Guid registration, CancellationToken cancel) =>
        await renderer.RenderForParticipantAsync(registration, await HtmlAsync(document), cancel);

    private async Task<string> PublicHtmlAsync(Printable printable, int size) =>
        await HtmlAsync(
            (await printable.ReadAsync(Request(QueryCollection.Empty) with { IsPdf = true, Size = size }, CancellationToken.None))!
        );

    private async Task<string> HtmlAsync(PrintableDocument document)
    {
        var html = document.IsWhole
            ? await ViewRenderer.RenderAsync(siteContext.Http, document.View, document.Content)
            : await ViewRenderer.RenderAsync(siteContext.Http, "/Pages/Shared/_Printable.cshtml", document with { IsPdf = true });
        return await PrintImages.EmbedAsync(await PrintFormulas.ReplaceAsync(db, html), db, CancellationToken.None);
    }
}
