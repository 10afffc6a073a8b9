using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Admin.PrintablePages;

/// <summary>One printable as a page that the browser can print.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PrintableModel(PrintableService printing, Words words) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, [FromQuery] string? pdf, CancellationToken cancel)
    {
        // A printable whose page has another address is not served here.
        if (
            PrintableList.Find(name) is not { } printable
            || !printable.Page(WorkshopLanguages.Default, Language.French).StartsWith(Printable.Folder + "/", StringComparison.Ordinal)
            || await printing.DocumentAsync(printable, Request.Query, cancel) is not { } document
        )
            return NotFound();
        Document = document with
        {
            Back = (Printable.Folder, words.BackToPrintables),
            PdfAddress = printing.IsPossible ? $"{Printable.Folder}/{printable.Name}.pdf{Request.QueryString.Without("pdf")}" : null,
            Notice = words.WhyNoPdf(pdf),
        };
        return Page();
    }
}
