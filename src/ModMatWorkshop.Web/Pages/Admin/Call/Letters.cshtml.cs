using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Call;

/// <summary>The letters with the decisions: how many are due, how the sending goes, who has not answered.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LettersModel(LetterService letters, MailComposer composer, SiteContext siteContext) : PageModel
{
    public const string Address = "/admin/call/letters";

    public IReadOnlyList<LetterStatus> Letters { get; private set; } = [];

    /// <summary>The letter that is read before it is sent; null for none.</summary>
    public LetterStatus? Chosen { get; private set; }

    /// <summary>It in each language of the workshop.</summary>
    public IReadOnlyList<(Language Language, MailContent Content)> Preview { get; private set; } = [];

    public LetterRows Failed { get; private set; } = new([], 0);

    public LetterRows Unanswered { get; private set; } = new([], 0);

    /// <summary>What became of the last press; null for none.</summary>
    public string? Notice { get; private set; }

    /// <summary>The name of a letter in addresses and forms: <c>accepted</c>.</summary>
    public static string KeyOf(MailKind letter) => LetterRules.Told(letter)!.Value.ToString().ToLowerInvariant();

    public async Task OnGetAsync([FromQuery] string? letter, [FromQuery] int? sent, CancellationToken cancel)
    {
        Letters = await letters.StatusAsync(OrganiserSignIn.ActorOf(HttpContext), cancel);
        (Failed, Unanswered) = (await letters.FailedAsync(cancel), await letters.UnansweredAsync(cancel));
        Notice =
            sent is > 0 ? siteContext.Words.LettersSent(sent.Value)
            : sent is null ? null
            : siteContext.Words.LettersChanged;
        Chosen = Letters.FirstOrDefault(l => KeyOf(l.Letter) == letter && l.Due > 0);
        if (Chosen is not { First: { } first })
            return;
        var preview = new List<(Language, MailContent)>();
        foreach (var language in (await siteContext.WorkshopAsync()).Languages.All)
            if (await composer.PreviewAsync(Chosen.Letter, first, language, cancel) is { } content)
                preview.Add((language, content));
        Preview = preview;
    }

    public async Task<IActionResult> OnPostSendAsync([FromForm] string? letter, [FromForm] int expected, CancellationToken cancel)
    {
        if (LetterRules.Letters.Where(l => KeyOf(l) == letter).Select(l => (MailKind?)l).FirstOrDefault() is not { } kind)
            return LocalRedirect($"{Address}?sent=0");
        return See(await letters.SendAsync(kind, expected, OrganiserSignIn.ActorOf(HttpContext), cancel) ?? 0);
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancel) =>
        See(await letters.RetryAsync(OrganiserSignIn.ActorOf(HttpContext), cancel));

    private LocalRedirectResult See(int sent) => LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{Address}?sent={sent}"));
}
