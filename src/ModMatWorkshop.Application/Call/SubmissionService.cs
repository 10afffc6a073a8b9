using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>What became of a command, with the submission as it is now.</summary>
/// <param name="Submission">Null if there is none.</param>
/// <param name="Merged">The typed text with what another device has changed; null if no other has.</param>
public sealed record SubmissionChange(SubmissionResult Result, Submission? Submission = null, MergedText? Merged = null);

/// <summary>
/// Changes submissions to the call. Each change is one transaction: lock, load, decide with <see cref="SubmissionRules"/>, save row, mails
/// and audit line, commit.
/// </summary>
public sealed class SubmissionService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime, OutboxSignal mailSignal)
{
    /// <summary>The action in the audit log for an erasure on request.</summary>
    public const string ErasedAction = "erased a submission";

    /// <summary>An address that nobody has confirmed gets at most so many mails in a day because of the form.</summary>
    private const int MaxMails = 5;

    /// <summary>A person who has lost the link gets the links of at most so many submissions.</summary>
    private const int MaxLinks = 20;

    /// <param name="id">For a form that nobody has kept, the id that the submission gets.</param>
    /// <param name="receivedAt">When the site received the request, by the site's clock: deadlines are compared with it.</param>
    /// <param name="isByLink">The request came through the secret link.</param>
    public Task<SubmissionChange> ApplyAsync(
        Guid id,
        SubmissionCommand command,
        DateTimeOffset receivedAt,
        bool isByLink,
        CancellationToken cancel
    ) =>
        RunAsync(
            async () =>
            {
                var call = await db.Workshops.Select(w => w.Call).SingleAsync(CancellationToken.None);
                var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == id, CancellationToken.None);
                if (call is null)
                    return new(SubmissionResult.NotFound, submission);
                var state = await db.WorkshopStates.SingleAsync(CancellationToken.None);
                var facts = await FactsAsync(new(call, receivedAt, isByLink), submission, command);
                var decision = SubmissionRules.Decide(submission, command, facts, Create);
                if (decision.Audit is { } line)
                    db.AuditLog.Add(AuditEntry.Of(Actor.Author, realTime.GetUtcNow(), line.Action, null, line.Result));
                if (submission is not null)
                    await MailAsync(submission, decision.Mails);
                return new SubmissionChange(decision.Result, submission, decision.Merged);

                Submission Create(EmailAddress email)
                {
                    submission = Submission.New(id, ++state.LastSubmission, email, receivedAt);
                    db.Submissions.Add(submission);
                    return submission;
                }
            },
            cancel
        );

    /// <summary>
    /// Sends the secret links of all submissions with an address to its owner. The response does not reveal whether there are any.
    /// </summary>
    public Task SendLinksAsync(EmailAddress email, CancellationToken cancel) =>
        RunAsync(
            async () =>
            {
                var found = await db
                    .Submissions.Where(s => s.Email == email.Value)
                    .OrderByDescending(s => s.Number)
                    .Take(MaxLinks)
                    .ToListAsync(CancellationToken.None);
                foreach (var submission in found)
                    await MailAsync(submission, [new(MailKind.SubmissionLink, IsRateLimited: true)]);
                return new SubmissionChange(SubmissionResult.Done);
            },
            cancel
        );

    /// <summary>Erases a submission and its mails. The audit log, which has its number alone, stays.</summary>
    public async Task<SubmissionResult> EraseAsync(Guid id, CancellationToken cancel)
    {
        var change = await RunAsync(
            async () =>
            {
                if (await db.Submissions.SingleOrDefaultAsync(s => s.Id == id, CancellationToken.None) is not { } submission)
                    return new(SubmissionResult.NotFound);
                await PresenterLinks.KeepRolesAsync(db, db.Submissions.Where(s => s.Id == id), realTime.GetUtcNow());
                await db.Outbox.Where(m => m.RegistrationId == id).ExecuteDeleteAsync(CancellationToken.None);
                db.Submissions.Remove(submission);
                var result = string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}");
                db.AuditLog.Add(AuditEntry.Of(Actor.Author, realTime.GetUtcNow(), ErasedAction, null, result));
                return new SubmissionChange(SubmissionResult.Done);
            },
            cancel
        );
        await db.PurgeDeletedDataAsync(CancellationToken.None);
        return change.Result;
    }

    private async Task<SubmissionChange> RunAsync(Func<Task<SubmissionChange>> work, CancellationToken cancel)
    {
        var hasMail = false;
        var change = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var result = await work();
                hasMail = db.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
                return result;
            },
            cancel
        );
        if (hasMail)
            mailSignal.Set();
        return change;
    }

    private async Task MailAsync(Submission submission, IReadOnlyList<MailRequest> mails)
    {
        if (mails.Count == 0)
            return;
        var (now, domain) = (realTime.GetUtcNow(), await db.UidDomainAsync(CancellationToken.None));
        foreach (var mail in mails)
        {
            var suffix = mail.CauseAt(now) ?? string.Create(CultureInfo.InvariantCulture, $"v{submission.Version}");
            var cause = OutboxMessage.CauseOf(mail.Kind, submission.Id, suffix);
            if (!await db.Outbox.AnyAsync(m => m.Cause == cause, CancellationToken.None))
                db.Outbox.Add(OutboxMessage.For(submission, mail.Kind, suffix, now, domain));
        }
    }

    /// <summary>Adds what the command needs from the database.</summary>
    private async Task<SubmissionFacts> FactsAsync(SubmissionFacts facts, Submission? submission, SubmissionCommand command)
    {
        if (command is not (AnswerToAcceptance or WithdrawSubmission or RestoreSubmission) || submission is null)
            return facts with { HasManyMails = await HasManyMailsAsync(submission, command) };
        return facts with
        {
            IsToldAccepted = await db.ToldAcceptances().AnyAsync(a => a.SubmissionId == submission.Id, CancellationToken.None),
            Presenter = await db
                .Registrations.Where(r => r.Email == submission.Email && r.Status == RegistrationStatus.Confirmed)
                .Select(r => (Guid?)r.Id)
                .FirstOrDefaultAsync(CancellationToken.None),
            HasPresenterAttended =
                submission.PresenterId is { } presenter && await PresenceSummary.HasAttendedAsync(db, presenter, CancellationToken.None),
        };
    }

    private async Task<bool> HasManyMailsAsync(Submission? submission, SubmissionCommand command)
    {
        if (submission is { IsConfirmed: true } || command is not KeepText keep)
            return false;
        var (email, since) = (keep.Email?.Value ?? submission?.Email, realTime.GetUtcNow().AddDays(-1));
        return await db.Outbox.CountAsync(
                m => m.CreatedAt > since && db.Submissions.Any(s => s.Id == m.RegistrationId && s.Email == email && s.ConfirmedAt == null),
                CancellationToken.None
            ) >= MaxMails;
    }
}
