using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Mail.Deliverability;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Mail;

/// <summary>
/// Whether mails arrive: the DNS, a test mail, and what its receiver saw. Nothing is looked up before a button is pressed.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DeliveryModel(
    DeliveryCheck check,
    TestMail test,
    BounceReader bounces,
    AuditTrail audit,
    SiteContext siteContext,
    SiteSettings settings,
    SiteClock clock,
    Words words
) : PageModel
{
    public const string Address = "/admin/mail/delivery";

    public Workshop Workshop { get; private set; } = null!;

    public MailSettings Mail => settings.Mail;

    public string Domain => check.Domain;

    public BounceReading LastReading => bounces.Last;

    /// <summary>What the DNS says; null before it was asked.</summary>
    public IReadOnlyList<DeliveryFinding>? Findings { get; private set; }

    public string To { get; private set; } = "";

    /// <summary>What became of the test mail; null before one was sent.</summary>
    public string? Outcome { get; private set; }

    public bool HasFailed { get; private set; }

    public string Source { get; private set; } = "";

    public bool HasRead { get; private set; }

    /// <summary>Null if the source says nothing.</summary>
    public ReceiverReport? Report { get; private set; }

    /// <summary>True when no mail is sent, whatever server is configured.</summary>
    private bool IsDisabled => Mail.SmtpHost is null || clock.IsRehearsal && !Mail.EvenInRehearsal;

    public async Task OnGetAsync() => Workshop = await siteContext.WorkshopAsync();

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Findings = await check.RunAsync(Workshop.Contact, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTestAsync([FromForm] string? to, CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        To = to ?? "";
        if (!EmailAddress.TryParse(To, out var address))
        {
            (Outcome, HasFailed, Response.StatusCode) = (words.TestMailAddressIsWrong, true, StatusCodes.Status400BadRequest);
            return Page();
        }
        var delivery = await test.SendAsync(address, Workshop.Name, words, cancel);
        HasFailed = delivery.Outcome != DeliveryOutcome.Delivered;
        Outcome =
            HasFailed ? words.TestMailRefused(delivery.Reason ?? "")
            : IsDisabled ? words.TestMailInFolder
            : words.TestMailGone(address.Value);
        await audit.WriteAsync(
            OrganiserSignIn.ActorOf(HttpContext),
            "sent a test mail",
            result: delivery.Outcome.ToString(),
            cancel: cancel
        );
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync([FromForm] string? source)
    {
        Workshop = await siteContext.WorkshopAsync();
        (Source, HasRead) = (source ?? "", true);
        Report = ReceiverReport.Read(Source);
        if (Report is null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
