using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Admin.Reports;

/// <summary>One report as a page of the administration.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportModel(PrintableService printing) : PageModel
{
    public PrintableDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] string name, CancellationToken cancel)
    {
        if (
            PrintableList.Find(name) is not Report report
            || await printing.DocumentAsync(report, Request.Query, cancel) is not { } document
        )
            return NotFound();
        Document = document;
        return Page();
    }
}
