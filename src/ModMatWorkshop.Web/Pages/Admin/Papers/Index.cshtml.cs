using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.PaperPages;

/// <summary>Every paper, what it is for, and where it is.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, Printing printing) : PageModel
{
    public bool IsPossible => printing.IsPossible;

    public IReadOnlyList<HalfDayOf> HalfDays { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => HalfDays = await AttendeeReports.HalfDaysAsync(db, cancel);
}
