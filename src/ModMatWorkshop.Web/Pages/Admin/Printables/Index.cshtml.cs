using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Printables;

namespace ModMatWorkshop.Web.Pages.Admin.PrintablePages;

/// <summary>The list of printables, with their purpose and links.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, PrintableService printing) : PageModel
{
    public bool IsPossible => printing.IsPossible;

    public IReadOnlyList<HalfDayId> HalfDays { get; private set; } = [];

    /// <summary>Characters in names that no installed font contains.</summary>
    public IReadOnlyList<string> MissingFonts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HalfDays = await AttendeeReports.HalfDaysAsync(db, cancel);
        if (IsPossible && await Fonts.Installed.Value is { } fonts)
            MissingFonts = fonts.MissingFor(
                await PresenceSummary
                    .Confirmed(db)
                    .Select(r => r.Details.GivenName + r.Details.FamilyName + r.Details.Affiliation)
                    .ToListAsync(cancel)
            );
    }
}
