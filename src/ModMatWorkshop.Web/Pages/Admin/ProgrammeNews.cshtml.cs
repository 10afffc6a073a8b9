using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin;

/// <summary>
/// Tells the people concerned what has changed in the programme: who, how many, a preview, and a quarter of an hour to stop it.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ProgrammeNewsModel(
    ProgrammeNewsService service,
    MailComposer composer,
    SiteContext siteContext,
    TimeProvider realTime,
    Words words
) : PageModel
{
    public const string Address = "/admin/content/changes";

    public Workshop Workshop { get; private set; } = null!;

    /// <summary>Null if there is nothing to tell.</summary>
    public ProgrammeNews? News { get; private set; }

    /// <summary>Null if no mail has been sent yet.</summary>
    public ProgrammeNewsMail? Last { get; private set; }

    public bool IsWaiting => Last is { } last && last.StartsAt > realTime.GetUtcNow();

    /// <summary>The mail to the first of the people, in each language of the workshop.</summary>
    public IReadOnlyList<(Language Language, MailContent Mail)> Previews { get; private set; } = [];

    public Guid Key { get; } = Guid.NewGuid();

    public string? Notice { get; private set; }

    public bool IsFault { get; private set; }

    public async Task OnGetAsync([FromQuery] string? done, CancellationToken cancel)
    {
        (Notice, IsFault) = done switch
        {
            "stopped" => (words.ProgrammeNewsStopped, false),
            "late" => (words.ProgrammeNewsHasLeft, true),
            "moved" => (words.ProgrammeNewsMoved, true),
            _ => ((string?)null, false),
        };
        Workshop = await siteContext.WorkshopAsync();
        Last = await service.FindLastAsync(cancel);
        News = await service.FindAsync(cancel);
        if (News is not { People: [var first, ..] } news)
            return;
        var previews = new List<(Language, MailContent)>();
        foreach (var language in Workshop.Languages.All)
            previews.Add((language, await composer.RenderAsync(news.Changes, first, language, isMasked: true, cancel)));
        Previews = previews;
    }

    public async Task<IActionResult> OnPostSendAsync(
        [FromForm] int after,
        [FromForm] int upTo,
        [FromForm] string? key,
        CancellationToken cancel
    )
    {
        var isSent =
            Guid.TryParseExact(key, "N", out var form)
            && await service.SendAsync(after, upTo, form, OrganiserSignIn.ActorOf(HttpContext), cancel);
        return LocalRedirect(isSent ? Address : $"{Address}?done=moved");
    }

    public async Task<IActionResult> OnPostStopAsync([FromForm] long message, CancellationToken cancel) =>
        LocalRedirect(
            await service.StopAsync(message, OrganiserSignIn.ActorOf(HttpContext), cancel)
                ? $"{Address}?done=stopped"
                : $"{Address}?done=late"
        );
}
