using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages.Admin.PrintablePages;

/// <summary>One paper as the browser shows and prints it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PrintableModel(PrintableService printing, Words words) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, [FromQuery] string? pdf, CancellationToken cancel)
    {
        // Those of other folders have their page there.
        if (
            AdminPrintables.Named(name)?.French.Page.StartsWith("/admin/printables/", StringComparison.Ordinal) != true
            || await printing.DocumentAsync(name, Request.Query, cancel) is not { } document
        )
            return NotFound();
        Document = document with
        {
            Back = ("/admin/printables", words.BackToPrintables),
            PdfAddress = printing.IsPossible ? $"/admin/printables/{name}.pdf{Request.QueryString.Without("pdf")}" : null,
            Notice = words.WhyNoPdf(pdf),
        };
        return Page();
    }
}
