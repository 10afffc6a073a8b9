using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The book of abstracts as a page.</summary>
public sealed class BookModel(PrintableService printing, Words words) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public bool HasPdf => printing.IsPossible;

    /// <summary>Why the reader got this page instead of the PDF; null otherwise.</summary>
    public string? WhyNoPdf { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? pdf, CancellationToken cancel)
    {
        if (
            PrintableList.Find("book") is not { } book
            || await printing.DocumentAsync(book, QueryCollection.Empty, cancel) is not { } document
        )
            return NotFound();
        WhyNoPdf = words.WhyNoPdf(pdf);
        Document = document;
        return Page();
    }
}
