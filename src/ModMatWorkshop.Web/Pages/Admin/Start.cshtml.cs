using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Starter;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// The first run: asks the questions of <c>content new</c>, and writes and imports the folder. Once the site has content, the page says
/// what comes next.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StartModel(
    ContentStart start,
    ContentImporter importer,
    SitePreparation preparation,
    SiteContext siteContext,
    SiteSettings settings
) : PageModel
{
    private Dictionary<string, string> _typed = [];
    private Dictionary<string, string> _faults = [];

    /// <summary>Why nothing was written; null otherwise.</summary>
    public string? Fault { get; private set; }

    /// <summary>The problems of a folder that has files, but cannot be imported.</summary>
    public IReadOnlyList<Problem> Problems =>
        siteContext.HasContent || ContentFolder.IsEmpty(settings.ContentPath) ? [] : importer.Problems;

    public string Typed(WorkshopQuestion question) => _typed.GetValueOrDefault(question.Key) ?? "";

    public string? FaultOf(WorkshopQuestion question) => _faults.GetValueOrDefault(question.Key);

    public void OnGet([FromQuery] string? done)
    {
        Fault = done == "already" ? siteContext.Words.StartNotEmpty : null;
        _typed = WorkshopQuestions.All.ToDictionary(q => q.Key, q => q.Default?.In(siteContext.Language) ?? "");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (siteContext.HasContent)
            return LocalRedirect($"{FirstRun.StartPage}?done=already");
        _typed = WorkshopQuestions.All.ToDictionary(q => q.Key, q => Request.Form[q.Key].ToString());
        var (answers, problems) = WorkshopQuestions.Read(_typed.GetValueOrDefault);
        _faults = problems.ToDictionary(p => p.Key, p => siteContext.Words.Of(p.Problem));
        if (_faults.Count > 0)
            return Refuse(StatusCodes.Status400BadRequest);
        var result = await start.WriteAsync(answers, OrganiserSignIn.ActorOf(HttpContext), cancel);
        await preparation.FindContentAsync(cancel);
        if (result == StarterResult.Written && siteContext.HasContent)
            return LocalRedirect(FirstRun.StartPage);
        if (siteContext.HasContent)
            return LocalRedirect($"{FirstRun.StartPage}?done=already");
        Fault = result switch
        {
            StarterResult.NotEmpty => siteContext.Words.StartNotEmpty,
            StarterResult.Refused => siteContext.Words.StartRefused(settings.ContentPlace),
            _ => null,
        };
        return Refuse(StatusCodes.Status409Conflict);
    }

    private PageResult Refuse(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
