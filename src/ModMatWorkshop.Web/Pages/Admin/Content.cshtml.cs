using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>Shows the errors of the content folder and the time of the last import, and starts an import.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContentModel(
    WorkshopDb db,
    SiteContext siteContext,
    ContentImporter importer,
    SiteHealthReader siteHealth,
    AuditTrail trail
) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public ContentState State { get; private set; } = null!;

    public bool IsCurrent => importer.IsCurrent;

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The facts that are not known yet, by file. A text in the other language repeats those of this one.</summary>
    public IReadOnlyList<(string File, IReadOnlyList<string> Facts)> UnknownFacts { get; private set; } = [];

    public SiteHealth Health { get; private set; } = null!;

    /// <summary>True while organisers have not decided what follows from a change of the programme.</summary>
    public bool IsProgrammeOpen { get; private set; }

    /// <summary>The result of an import just made, from the query; null when there was none.</summary>
    public (bool IsBroken, int Added, int Changed, int Removed)? Outcome { get; private set; }

    public async Task OnGetAsync(string? read, CancellationToken cancel)
    {
        if (
            read?.Split('-') is [var word, .. var counts]
            && word is "done" or "broken"
            && counts.Length == 3
            && counts.All(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        )
            Outcome = (word == "broken", Count(counts[0]), Count(counts[1]), Count(counts[2]));
        Workshop = await siteContext.WorkshopAsync();
        State = await db.ContentStates.AsNoTracking().SingleAsync(cancel);
        Problems = await importer.ProblemsAsync(cancel);
        UnknownFacts =
        [
            .. Problems
                .Where(p => p.UnknownFact is not null && IsInLanguage(p.File))
                .GroupBy(p => p.File, p => siteContext.Words.NameOfFact(p.UnknownFact!))
                .Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
        ];
        Health = await siteHealth.ReadAsync(cancel);
        IsProgrammeOpen = await ProgrammeChangeService.IsOpenAsync(db, cancel);

        static int Count(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private bool IsInLanguage(string file) =>
        !file.StartsWith("pages/", StringComparison.Ordinal)
        || file.EndsWith(".en.md", StringComparison.Ordinal) == (siteContext.Language == Language.English);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await importer.ImportAsync(cancel);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{outcome.Added}-{outcome.Changed}-{outcome.Removed}");
        await trail.WriteAsync(
            OrganiserSignIn.ActorOf(HttpContext),
            "reloaded the content",
            result: outcome.IsBroken ? "errors" : string.Create(CultureInfo.InvariantCulture, $"version {outcome.Version}"),
            cancel: cancel
        );
        return LocalRedirect($"/admin/content?read={(outcome.IsBroken ? "broken" : "done")}-{counts}");
    }
}
