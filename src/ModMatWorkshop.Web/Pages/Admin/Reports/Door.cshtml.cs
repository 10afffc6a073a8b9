using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Reports;

/// <summary>Whom the reception of the building lets in, day by day.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DoorModel(WorkshopDb db) : PageModel
{
    public IReadOnlyList<CheckInListDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Days = await AttendeeReports.DoorAsync(db, cancel);
}
