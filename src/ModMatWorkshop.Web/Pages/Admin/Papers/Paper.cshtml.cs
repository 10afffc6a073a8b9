using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Text;

namespace ModMatWorkshop.Web.Pages.Admin.PaperPages;

/// <summary>One paper as the browser shows and prints it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PaperModel(Printing printing, Words words) : PageModel
{
    public PaperDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, [FromQuery] string? pdf, CancellationToken cancel)
    {
        // Those of other folders have their page there.
        if (AdminPapers.Named(name)?.French.Page.StartsWith("/admin/papers/", StringComparison.Ordinal) != true || await printing.DocumentAsync(name, Request.Query, cancel) is not { } document)
            return NotFound();
        Document = document with
        {
            Back = ("/admin/papers", words.BackToPapers),
            PdfAddress = printing.IsPossible ? $"/admin/papers/{name}.pdf{Request.QueryString.Without("pdf")}" : null,
            Notice = words.WhyNoPdf(pdf),
        };
        return Page();
    }
}
