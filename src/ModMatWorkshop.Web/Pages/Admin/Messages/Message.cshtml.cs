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

/// <summary>Somebody to whom a message goes, in a list of names.</summary>
public sealed record Recipient(int Number, string Name, Language Language, RegistrationStatus Status);

/// <param name="Number">Null for who is registered no more.</param>
public sealed record FailedMail(int? Number, string? Name, string? Address, string? Reason);

/// <summary>
/// A message: as a draft to be written, looked at, tested and sent; then how far it has come, who did not get it and why.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MessageModel(
    WorkshopDb db,
    WriteLock writeLock,
    BatchService batches,
    MailComposer letters,
    AuditTrail audit,
    OutboxSignal outboxSignal,
    TimeProvider realTime,
    SiteContext siteContext,
    Words words
) : PageModel
{
    private const int RefreshSeconds = 2;

    public Message Message { get; private set; } = null!;

    public string WrittenBy { get; private set; } = "";

    public MessageForm Form { get; private set; } = MessageForm.Empty;

    public Guid Key { get; } = Guid.NewGuid();

    public string? Notice { get; private set; }

    public string? Fault { get; private set; }

    // A draft
    public IReadOnlyList<Recipient> Recipients { get; private set; } = [];

    public string Numbers => string.Join(',', Recipients.Select(r => r.Number));

    public int CancelledLeftOut { get; private set; }

    /// <summary>What keeps it from being sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>As <see cref="ReadBy"/> will get it; null while it cannot be sent.</summary>
    public MailContent? Letter { get; private set; }

    public Recipient? ReadBy { get; private set; }

    public Language LetterLanguage { get; private set; }

    // One that is under way
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

    public async Task<IActionResult> OnGetAsync(
        long id,
        [FromQuery] string? done,
        [FromQuery(Name = "as")] int? readBy,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        Notice = done switch
        {
            "saved" => words.DraftSaved,
            "tested" => words.TestSent(await OwnAddressAsync(cancel) ?? ""),
            "moved" => words.MessageMoved,
            "gone" => words.MessageIsGone,
            _ => null,
        };
        Form = MessageForm.Of(Message);
        await ShowAsync(readBy, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        long id,
        [FromForm] string? action,
        [FromForm] string? stamp,
        [FromForm] string? key,
        [FromForm] string? numbers,
        [FromForm(Name = "as")] int? readBy,
        CancellationToken cancel
    )
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        var actor = OrganiserSignIn.ActorOf(HttpContext);
        Batch = await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.MessageId == id, cancel);
        switch (action)
        {
            case "save" when IsDraft:
                return await SaveAsync(stamp, actor, cancel);
            case "delete" when IsDraft:
                return LocalRedirect(
                    await OfDraftAsync(null, draft => db.Messages.Remove(draft), "deleted", actor, cancel)
                        ? "/admin/messages?done=deleted"
                        : $"/admin/messages/{id}?done=gone"
                );
            case "test" when IsDraft:
                return LocalRedirect(
                    $"/admin/messages/{id}?done={(stamp == Message.Stamp && await TestAsync(readBy, actor, cancel) ? "tested" : "moved")}&as={readBy}"
                );
            case "send":
                var chosen = AttendeeSelection.ReadNumbers([numbers]);
                if (
                    IsDraft && (stamp != Message.Stamp || chosen.Count == 0 || FaultsOf(MessageForm.Of(Message)).Count > 0)
                    || !Guid.TryParseExact(key, "N", out var form)
                )
                    return LocalRedirect($"/admin/messages/{id}?done=moved");
                return LocalRedirect(
                    await batches.SendAsync(id, stamp ?? "", form, chosen, actor, cancel) is null
                        ? $"/admin/messages/{id}?done=gone"
                        : $"/admin/messages/{id}"
                );
            case "pause" when Batch is not null:
                await batches.PauseAsync(Batch, actor, cancel);
                break;
            case "resume" when Batch is not null:
                await batches.ResumeAsync(Batch, actor, cancel);
                outboxSignal.Set();
                break;
            case "retry" when Batch is not null:
                await RetryAsync(actor, cancel);
                break;
        }
        return LocalRedirect($"/admin/messages/{id}");
    }

    private async Task<IActionResult> SaveAsync(string? stamp, Actor actor, CancellationToken cancel)
    {
        Form = MessageForm.Read(Request.Form);
        // What stands there already needs no saving, whoever has written it.
        var isThere = MessageForm.Of(Message) == Form;
        if (Form.IsTooLong)
            Fault = words.MessageTooLong(MessageForm.MaxSubject, MessageForm.MaxBody);
        else if (!isThere && !await OfDraftAsync(stamp, Write, "saved", actor, cancel))
            Fault = words.DraftChangedMeanwhile;
        if (Fault is null)
            return LocalRedirect($"/admin/messages/{Message.Id}?done=saved");
        Response.StatusCode = Form.IsTooLong ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        if (!await FindAsync(Message.Id, cancel))
            return NotFound();
        await ShowAsync(null, cancel);
        return Page();

        void Write(Message draft)
        {
            Form.WriteTo(draft);
            draft.At = realTime.GetUtcNow();
        }
    }

    /// <summary>Somebody may be sending it at this moment.</summary>
    /// <param name="stamp">Of the text that was looked at; null for any.</param>
    /// <returns>False when it is not this draft any more.</returns>
    private Task<bool> OfDraftAsync(string? stamp, Action<Message> change, string action, Actor actor, CancellationToken cancel) =>
        writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (
                    await db.Messages.SingleOrDefaultAsync(m => m.Id == Message.Id && m.State == MessageState.Draft, cancel)
                        is not { } draft
                    || draft.Stamp != (stamp ?? draft.Stamp)
                )
                    return false;
                change(draft);
                await audit.WriteAsync(actor, $"{action} message {draft.Id}", cancel: cancel);
                return true;
            },
            cancel
        );

    /// <summary>The draft as one recipient would get it, to whoever is signed in, with no link that opens anything.</summary>
    private async Task<bool> TestAsync(int? readBy, Actor actor, CancellationToken cancel)
    {
        if (
            FaultsOf(MessageForm.Of(Message)).Count > 0
            || await OwnAddressAsync(cancel) is not { } address
            || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == readBy, cancel) is not { } reader
        )
            return false;
        db.Outbox.Add(
            OutboxMessage.For(
                reader,
                MailKind.Message,
                $"test {Guid.NewGuid():N}",
                realTime.GetUtcNow(),
                (await siteContext.WorkshopAsync()).UidDomain,
                Message.Id,
                address
            )
        );
        await audit.WriteAsync(actor, $"tested message {Message.Id}", cancel: cancel);
        outboxSignal.Set();
        return true;
    }

    private async Task RetryAsync(Actor actor, CancellationToken cancel)
    {
        await writeLock.RunAsync(
            db,
            async () =>
            {
                var failed = await Mails(Message.Id).Where(m => m.State == MailState.Failed).ToListAsync(cancel);
                foreach (var mail in failed)
                    mail.TryAgain(realTime.GetUtcNow());
                await audit.WriteAsync(actor, $"retried message {Message.Id}", result: $"{failed.Count}", cancel: cancel);
                return true;
            },
            cancel
        );
        await batches.RetryAsync(Batch!, actor, cancel);
        outboxSignal.Set();
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } message)
            return false;
        Message = message;
        return true;
    }

    private async Task ShowAsync(int? readBy, CancellationToken cancel)
    {
        WrittenBy = (await ActorNames.ReadAsync(db, words, cancel)).Of(Message.CreatedBy);
        await (IsDraft ? ShowDraftAsync(readBy, cancel) : ShowProgressAsync(cancel));
    }

    private async Task ShowDraftAsync(int? readBy, CancellationToken cancel)
    {
        var selection = AttendeeSelection.Read(Message.Query, allByDefault: true);
        Recipients = await selection
            .Recipients(db)
            .Select(r => new Recipient(r.Number, r.Details.GivenName + " " + r.Details.FamilyName, r.Details.Language, r.Status))
            .ToListAsync(cancel);
        CancelledLeftOut = selection.IncludesCancelled
            ? 0
            : await selection.In(db).CountAsync(r => r.Status == RegistrationStatus.Cancelled, cancel);
        var kept = MessageForm.Of(Message);
        Faults = FaultsOf(kept);
        Warnings = [.. WarningsOf(kept)];
        ReadBy = Recipients.FirstOrDefault(r => r.Number == readBy) ?? (Recipients.Count > 0 ? Recipients[0] : null);
        if (Faults.Count > 0 || ReadBy is null)
            return;
        var reader = await db.Registrations.AsNoTracking().SingleAsync(r => r.Number == ReadBy.Number, cancel);
        Letter = await letters.PreviewAsync(Message, reader, isMasked: true, cancel);
        LetterLanguage = Message.LanguageFor(reader.Details.Language);
    }

    private List<string> FaultsOf(MessageForm form)
    {
        var faults = Enum.GetValues<Language>()
            .SelectMany(l => MessageText.Faults(form.Subject(l), form.Body(l)))
            .Distinct()
            .Select(f => words.TextFault(f.Kind.ToString(), f.What, MessageText.Names))
            .ToList();
        if (!Enum.GetValues<Language>().Any(form.IsWrittenIn))
            faults.Insert(0, words.WriteOneLanguage);
        return faults;
    }

    private IEnumerable<string> WarningsOf(MessageForm form)
    {
        foreach (var language in Enum.GetValues<Language>())
            if (
                !form.IsWrittenIn(language)
                && form.IsWrittenIn(language.Other())
                && Recipients.Count(r => r.Language == language) is > 0 and var readers
            )
                yield return words.OtherLanguageMissing(language, readers);
        if (Recipients.Count(r => r.Status == RegistrationStatus.Pending) is > 0 and var pending)
            yield return words.PendingAmong(pending);
        if (CancelledLeftOut > 0)
            yield return words.CancelledLeftOut(CancelledLeftOut);
        if (Message.ToCancelled)
            yield return words.ToCancelledOnes;
    }

    private async Task ShowProgressAsync(CancellationToken cancel)
    {
        var id = Message.Id;
        Batch = await db.Batches.AsNoTracking().SingleAsync(b => b.MessageId == id, cancel);
        Progress = await batches.ProgressAsync(Batch.Id, cancel);
        var counts = await Mails(id)
            .GroupBy(m => m.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        (Sent, Waiting, Skipped, FailedCount) = (Of(MailState.Sent), Of(MailState.Waiting), Of(MailState.Skipped), Of(MailState.Failed));
        Failed = await Mails(id)
            .Where(m => m.State == MailState.Failed)
            .OrderBy(m => m.Id)
            .Take(500)
            .Join(
                db.Registrations,
                m => m.RegistrationId,
                r => r.Id,
                (m, r) => new FailedMail(r.Number, r.Details.GivenName + " " + r.Details.FamilyName, r.Email, m.Reason)
            )
            .ToListAsync(cancel);
        Refused =
        [
            .. (
                await db
                    .BatchItems.Where(i => i.BatchId == Batch.Id && i.State == BatchItemState.Refused)
                    .OrderBy(i => i.Position)
                    .Select(i => new { i.Number, i.Answer })
                    .ToListAsync(cancel)
            ).Select(i => (i.Number, words.Comes(nameof(BatchKind.Message), i.Answer ?? "", Place.None))),
        ];
        if (!IsOver && Message.State == MessageState.Sending)
            (siteContext.Head.RefreshAfter, siteContext.Head.Script) = (RefreshSeconds, "js/progress.js");

        int Of(MailState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>Without the tests.</summary>
    private IQueryable<OutboxMessage> Mails(long id) => db.Outbox.Where(m => m.TextId == id && m.To == null);

    private Task<string?> OwnAddressAsync(CancellationToken cancel) =>
        Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? db.Organisers.Where(o => o.Id == id).Select(o => o.Email).SingleOrDefaultAsync(cancel)
            : Task.FromResult<string?>(null);
}
