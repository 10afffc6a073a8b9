using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

public sealed class BookModel(WorkshopDb db, SiteContext siteContext, Words words, PdfRenderer papers) : PageModel
{
    public BookText Book { get; private set; } = null!;

    public bool HasPdf => papers.IsAvailable;

    /// <summary>Why the reader sees this page, who asked for the PDF; null for all others.</summary>
    public string? WhyNoPdf { get; private set; }

    public async Task OnGetAsync([FromQuery] string? pdf, CancellationToken cancel)
    {
        WhyNoPdf = words.WhyNoPdf(pdf);
        Book = await BookText.ReadAsync(db, await siteContext.OutlineAsync(), isPdf: false, cancel);
    }
}
