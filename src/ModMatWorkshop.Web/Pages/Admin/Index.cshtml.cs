using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Documents;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>The board: how many come, who eats, who waits, did the mail go out.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(WorkshopDb db, Visit visit, SiteSettings settings, ContentDesk content, Papers papers) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Board Board { get; private set; } = null!;

    public Health Health { get; private set; } = null!;

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Workshop = await visit.WorkshopAsync();
        Board = await Board.ReadAsync(db, visit.Now, Workshop.TimeZone, cancel);
        Health = await Health.ReadAsync(db, settings, content, papers, visit.Clock, cancel);
        Problems = await content.ProblemsAsync(cancel);
    }

    /// <summary>The list of those whom a figure counts.</summary>
    public static string List(AttendeeQuery who) => "/admin/attendees" + who.ToQueryString();
}
