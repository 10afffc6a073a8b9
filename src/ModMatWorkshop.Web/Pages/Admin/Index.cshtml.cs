using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The dashboard: attendance, meals, waiting list, mail.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, SiteContext siteContext, ContentImporter content, SiteHealthReader siteHealth) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public DashboardData Dashboard { get; private set; } = null!;

    /// <summary>The options in numbers; empty for a workshop that has none.</summary>
    public IReadOnlyList<OptionOverview> Options { get; private set; } = [];

    public SiteHealth Health { get; private set; } = null!;

    /// <summary>True while organisers have not decided what follows from a change of the programme.</summary>
    public bool IsProgrammeOpen { get; private set; }

    public bool DoesTimetableWait => content.WaitingTimetable is not null;

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>How many facts of the content are not known yet and hidden from readers.</summary>
    public int UnknownFactCount { get; private set; }

    /// <summary>The submissions to the call that count; null without a call.</summary>
    public int? Submissions { get; private set; }

    /// <summary>The applications by decision; null in a workshop with open registration.</summary>
    public IReadOnlyList<(Selection Selection, int Count)>? Selections { get; private set; }

    /// <summary>How many late changes wait for a decision; null in a workshop without a last day for changes.</summary>
    public int? LateChanges { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Dashboard = await DashboardData.ReadAsync(db, siteContext.Now, Workshop.TimeZone, cancel);
        Options = await OptionQueries.OverviewAsync(db, Workshop.Options, cancel);
        Health = await siteHealth.ReadAsync(cancel);
        IsProgrammeOpen = await ProgrammeChangeService.IsOpenAsync(db, cancel);
        Problems = await content.ProblemsAsync(cancel);
        if (Workshop.Call is not null)
            Submissions = (await SubmissionQueries.CountsAsync(db, cancel)).GetValueOrDefault(SubmissionState.Submitted);
        if (Workshop.IsOnApplication)
            Selections = await SelectionsAsync(cancel);
        if (Workshop.ChangesUntil is not null)
            LateChanges = await new AttendeeQuery { AsksForChange = true }
                .Filtered(db)
                .CountAsync(cancel);
        UnknownFactCount = UnknownFacts.In(Problems, siteContext.Languages, siteContext.Words).Sum(f => f.Names.Count);
    }

    private async Task<IReadOnlyList<(Selection, int)>> SelectionsAsync(CancellationToken cancel)
    {
        var counts = new List<(Selection, int)>();
        foreach (var selection in new[] { Selection.Applied, Selection.Accepted, Selection.Declined })
            counts.Add(
                (
                    selection,
                    await new AttendeeQuery { Selection = selection }
                        .Filtered(db)
                        .CountAsync(cancel)
                )
            );
        return counts;
    }

    /// <summary>The address of the list of the people counted.</summary>
    public static string List(AttendeeQuery who) => "/admin/attendees" + who.ToQueryString();
}
