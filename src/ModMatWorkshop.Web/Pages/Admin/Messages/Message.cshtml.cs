using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages.Admin.Messages;

/// <summary>
/// A message. As a draft it can be edited, previewed, tested and sent; afterwards the page shows progress and failed mails.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MessageModel(
    WorkshopDb db,
    MessageService messages,
    BatchService batches,
    MailComposer composer,
    SiteContext siteContext
) : PageModel
{
    private const int RefreshSeconds = 2;
    private const int MaxFailures = 500;

    public Message Message { get; private set; } = null!;

    public string WrittenBy { get; private set; } = "";

    public MessageForm Form { get; private set; } = MessageForm.Empty;

    public Guid Key { get; } = Guid.NewGuid();

    public string? Notice { get; private set; }

    public string? Fault { get; private set; }

    // For a draft
    public IReadOnlyList<Recipient> Recipients { get; private set; } = [];

    public string Numbers => string.Join(',', Recipients.Select(r => r.Number));

    public int CancelledLeftOut { get; private set; }

    /// <summary>The reasons why the draft cannot be sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The mail as <see cref="PreviewRecipient"/> would receive it; null while the draft cannot be sent.</summary>
    public MailContent? Preview { get; private set; }

    public Recipient? PreviewRecipient { get; private set; }

    public Language PreviewLanguage { get; private set; }

    // For a message that is being sent or was sent
    public Batch? Batch { get; private set; }

    public BatchProgress Progress { get; private set; } = new(0, 0, 0, 0);

    public int Sent { get; private set; }

    public int Waiting { get; private set; }

    public int Skipped { get; private set; }

    public IReadOnlyList<FailedMail> Failed { get; private set; } = [];

    public int FailedCount { get; private set; }

    public IReadOnlyList<(int? Number, string Why)> Refused { get; private set; } = [];

    public bool IsDraft => Message.State == MessageState.Draft;

    public bool IsOver => Batch?.State == BatchState.Finished && Waiting == 0;

    public string State => Message.State == MessageState.Sending && IsOver ? "Sent" : Message.State.ToString();

    private Actor Actor => OrganiserSignIn.ActorOf(HttpContext);

    private Words Words => siteContext.Words;

    public async Task<IActionResult> OnGetAsync(
        long id,
        [FromQuery] string? done,
        [FromQuery(Name = "as")] int? recipient,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Notice = done switch
        {
            "saved" => Words.DraftSaved,
            "tested" => Words.TestSent(await OwnAddressAsync(cancel) ?? ""),
            "moved" => Words.MessageMoved,
            "gone" => Words.MessageIsGone,
            _ => null,
        };
        Form = MessageForm.Of(Message);
        await ShowAsync(recipient, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(long id, [FromForm] string? stamp, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!IsDraft)
            return See(null);
        Form = MessageForm.Read(Request.Form);
        // Identical text needs no save, even if somebody else saved it.
        var isThere = MessageForm.Of(Message) == Form;
        if (Form.IsTooLong)
            Fault = Words.MessageTooLong(MessageForm.MaxSubject, MessageForm.MaxBody);
        else if (!isThere && !await messages.SaveDraftAsync(id, stamp, Form.WriteTo, Actor, cancel))
            Fault = Words.DraftChangedMeanwhile;
        if (Fault is null)
            return See("saved");
        Response.StatusCode = Form.IsTooLong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        if (!await FindAsync(id, cancel))
            return NotFound();
        await ShowAsync(null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!IsDraft)
            return See(null);
        return await messages.DeleteDraftAsync(id, Actor, cancel) ? LocalRedirect("/admin/messages?done=deleted") : See("gone");
    }

    /// <summary>Sends the draft, as one recipient would receive it, to the signed-in organiser.</summary>
    public async Task<IActionResult> OnPostTestAsync(
        long id,
        [FromForm] string? stamp,
        [FromForm(Name = "as")] int? recipient,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!IsDraft)
            return See(null);
        var isSent =
            stamp == Message.Stamp
            && FaultsOf(MessageForm.Of(Message)).Count == 0
            && await OwnAddressAsync(cancel) is { } to
            && await messages.TestAsync(Message, recipient, to, (await siteContext.WorkshopAsync()).UidDomain, Actor, cancel);
        return LocalRedirect($"/admin/messages/{id}?done={(isSent ? "tested" : "moved")}&as={recipient}");
    }

    public async Task<IActionResult> OnPostSendAsync(
        long id,
        [FromForm] string? stamp,
        [FromForm] string? key,
        [FromForm] string? numbers,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        var chosen = AttendeeSelection.ReadNumbers([numbers]);
        var isMoved = IsDraft && (stamp != Message.Stamp || chosen.Count == 0 || FaultsOf(MessageForm.Of(Message)).Count > 0);
        if (isMoved || !Guid.TryParseExact(key, "N", out var form))
            return See("moved");
        return See(await batches.SendAsync(id, stamp ?? "", form, chosen, Actor, cancel) is null ? "gone" : null);
    }

    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken cancel) => ChangeBatchAsync(id, messages.PauseAsync, cancel);

    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancel) => ChangeBatchAsync(id, messages.ResumeAsync, cancel);

    public Task<IActionResult> OnPostRetryAsync(long id, CancellationToken cancel) => ChangeBatchAsync(id, messages.RetryAsync, cancel);

    private async Task<IActionResult> ChangeBatchAsync(
        long id,
        Func<Batch, Actor, CancellationToken, Task> change,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.MessageId == id, cancel) is { } batch)
            await change(batch, Actor, cancel);
        return See(null);
    }

    private LocalRedirectResult See(string? done) => LocalRedirect($"/admin/messages/{Message.Id}{(done is null ? "" : $"?done={done}")}");

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } message)
            return false;
        Message = message;
        return true;
    }

    private async Task ShowAsync(int? recipient, CancellationToken cancel)
    {
        WrittenBy = (await ActorNames.ReadAsync(db, Words, cancel)).Of(Message.CreatedBy);
        await (IsDraft ? ShowDraftAsync(recipient, cancel) : ShowProgressAsync(cancel));
    }

    private async Task ShowDraftAsync(int? recipient, CancellationToken cancel)
    {
        var selection = AttendeeSelection.Read(Message.Query, allByDefault: true);
        Recipients = await selection
            .Recipients(db)
            .Select(r => new Recipient(r.Number, (r.Details.GivenName + " " + r.Details.FamilyName).Trim(), r.Details.Language, r.Status))
            .ToListAsync(cancel);
        CancelledLeftOut = selection.IncludesCancelled
            ? 0
            : await selection.In(db).CountAsync(r => r.Status == RegistrationStatus.Cancelled, cancel);
        var kept = MessageForm.Of(Message);
        Faults = FaultsOf(kept);
        Warnings = [.. WarningsOf(kept)];
        PreviewRecipient = Recipients.FirstOrDefault(r => r.Number == recipient) ?? (Recipients.Count > 0 ? Recipients[0] : null);
        if (Faults.Count > 0 || PreviewRecipient is null)
            return;
        var reader = await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == PreviewRecipient.Number, cancel);
        Preview = await composer.RenderAsync(Message, reader, isMasked: true, cancel);
        PreviewLanguage = Message.LanguageFor(siteContext.Languages.OrFirst(reader.Details.Language));
    }

    private List<string> FaultsOf(MessageForm form)
    {
        var faults = Enum.GetValues<Language>()
            .SelectMany(l => MessageText.Errors(form.Subject(l), form.Body(l)))
            .Distinct()
            .Select(f => Words.MessageError(f.Kind.ToString(), f.What, MessageText.NamesIn(siteContext.Language)))
            .ToList();
        if (!Enum.GetValues<Language>().Any(form.IsWrittenIn))
            faults.Insert(0, Words.WriteOneLanguage);
        return faults;
    }

    private IEnumerable<string> WarningsOf(MessageForm form)
    {
        foreach (var language in siteContext.Languages.All)
            if (
                !form.IsWrittenIn(language)
                && form.IsWrittenIn(language.Other())
                && Recipients.Count(r => siteContext.Languages.OrFirst(r.Language) == language) is > 0 and var readers
            )
                yield return Words.OtherLanguageMissing(language, readers);
        if (Recipients.Count(r => r.Status == RegistrationStatus.Pending) is > 0 and var pending)
            yield return Words.PendingAmong(pending);
        if (CancelledLeftOut > 0)
            yield return Words.CancelledLeftOut(CancelledLeftOut);
        if (Message.ToCancelled)
            yield return Words.ToCancelledOnes;
    }

    private async Task ShowProgressAsync(CancellationToken cancel)
    {
        var id = Message.Id;
        Batch = await db.Batches.AsNoTracking().SingleAsync(b => b.MessageId == id, cancel);
        Progress = await batches.ProgressAsync(Batch.Id, cancel);
        var mails = await messages.CountMailsAsync(id, cancel);
        (Sent, Waiting, Skipped, FailedCount) = (mails.Sent, mails.Waiting, mails.Skipped, mails.Failed);
        Failed = await messages
            .MailsOf(id)
            .Where(m => m.State == MailState.Failed)
            .OrderBy(m => m.Id)
            .Take(MaxFailures)
            .Join(
                db.Registrations,
                m => m.RegistrationId,
                r => r.Id,
                (m, r) => new FailedMail(r.Number, (r.Details.GivenName + " " + r.Details.FamilyName).Trim(), r.Email, m.Reason)
            )
            .ToListAsync(cancel);
        var refused = await db
            .BatchItems.Where(i => i.BatchId == Batch.Id && i.State == BatchItemState.Refused)
            .OrderBy(i => i.Position)
            .Select(i => new { i.Number, i.Answer })
            .ToListAsync(cancel);
        Refused = [.. refused.Select(i => (i.Number, Words.BatchResult(nameof(BatchKind.Message), i.Answer ?? "", Place.None)))];
        if (!IsOver && Message.State == MessageState.Sending)
            (siteContext.Head.RefreshAfter, siteContext.Head.Script) = (RefreshSeconds, "js/progress.js");
    }

    private Task<string?> OwnAddressAsync(CancellationToken cancel) =>
        Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? db.Organisers.Where(o => o.Id == id).Select(o => o.Email).SingleOrDefaultAsync(cancel)
            : Task.FromResult<string?>(null);
}
