using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Documents;

namespace ModMatWorkshop.Web.Pages;

public sealed class BookModel(WorkshopDb db, Papers papers) : PageModel
{
    public Schedule Schedule { get; private set; } = null!;

    public bool HasPdf => papers.IsAvailable;

    /// <summary>True for whoever asked for the PDF and could not have it.</summary>
    public bool PdfIsMissing { get; private set; }

    public async Task OnGetAsync([FromQuery] string? pdf, CancellationToken cancel)
    {
        PdfIsMissing = pdf == "missing";
        Schedule = await db.WholeScheduleAsync(cancel);
    }
}
