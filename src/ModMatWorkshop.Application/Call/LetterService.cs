using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>How far the sending of one letter has come.</summary>
/// <param name="Due">The number of submissions whose authors are to get it and have not been told.</param>
/// <param name="First">The first of them, which the preview shows; null for none.</param>
public sealed record LetterStatus(MailKind Letter, int Due, Guid? First, int Sent, int Waiting, int Failed);

/// <param name="Reason">Why its letter has failed; null for none that failed.</param>
public sealed record LetterRow(int Number, string Title, string? Reason = null);

/// <summary>Sends the letters with the decisions. <see cref="LetterRules"/> says who gets which one.</summary>
public sealed class LetterService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime, OutboxSignal mailSignal)
{
    private sealed record Candidate(Guid Id, int Number, SubmissionState State, CallOutcome Outcome, bool IsTold);

    public async Task<IReadOnlyList<LetterStatus>> StatusAsync(CancellationToken cancel)
    {
        var due = (await CandidatesAsync(cancel)).ToLookup(LetterOf);
        var mails = await db
            .Outbox.Where(m => LetterRules.Letters.Contains(m.Kind))
            .GroupBy(m => new { m.Kind, m.State })
            .Select(g => new
            {
                g.Key.Kind,
                g.Key.State,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. LetterRules.Letters.Select(letter => new LetterStatus(
                letter,
                due[letter].Count(),
                due[letter].FirstOrDefault()?.Id,
                Count(letter, MailState.Sent),
                Count(letter, MailState.Waiting),
                Count(letter, MailState.Failed)
            )),
        ];

        int Count(MailKind letter, MailState state) => mails.Where(m => m.Kind == letter && m.State == state).Sum(m => m.Count);
    }

    /// <summary>The submissions whose letter has failed.</summary>
    public async Task<IReadOnlyList<LetterRow>> FailedAsync(CancellationToken cancel) =>
        await (
            from mail in db.Outbox
            where LetterRules.Letters.Contains(mail.Kind) && mail.State == MailState.Failed
            join submission in db.Submissions.AsNoTracking() on mail.RegistrationId equals submission.Id
            orderby submission.Number
            select new LetterRow(submission.Number, submission.Read.Title, mail.Reason ?? "")
        ).ToListAsync(cancel);

    /// <summary>The accepted submissions whose authors know it and have not answered.</summary>
    public async Task<IReadOnlyList<LetterRow>> UnansweredAsync(CancellationToken cancel) =>
        await MissingFiles
            .Accepted(db)
            .AsNoTracking()
            .Where(s => s.Answer == AcceptanceAnswer.None)
            .OrderBy(s => s.Number)
            .Select(s => new LetterRow(s.Number, s.Read.Title, null))
            .ToListAsync(cancel);

    /// <summary>Sends one letter to all to whom it is due.</summary>
    /// <param name="expected">How many the organiser has read. If it is another number now, nothing is sent.</param>
    /// <returns>The number of authors who are told; null if the number is another one now.</returns>
    public async Task<int?> SendAsync(MailKind letter, int expected, Actor actor, CancellationToken cancel)
    {
        var told = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var due = (await CandidatesAsync(CancellationToken.None)).Where(c => LetterOf(c) == letter).ToList();
                if (due.Count == 0 || due.Count != expected)
                    return (int?)null;
                await TellAsync(letter, [.. due.Select(c => c.Id)]);
                var numbers = string.Join(", ", due.Select(c => c.Number));
                var outcome = LetterRules.Told(letter);
                var result = string.Create(CultureInfo.InvariantCulture, $"submissions {numbers}: {outcome}");
                db.AuditLog.Add(AuditEntry.Of(actor, realTime.GetUtcNow(), "sent letters with decisions", null, result));
                return due.Count;
            },
            cancel
        );
        if (told is not null)
            mailSignal.Set();
        return told;
    }

    /// <summary>Puts the failed letters back into the outbox.</summary>
    /// <returns>Their number.</returns>
    public async Task<int> RetryAsync(Actor actor, CancellationToken cancel)
    {
        var retried = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var failed = await db
                    .Outbox.Where(m => LetterRules.Letters.Contains(m.Kind) && m.State == MailState.Failed)
                    .ToListAsync(CancellationToken.None);
                foreach (var mail in failed)
                    mail.TryAgain(realTime.GetUtcNow());
                var result = string.Create(CultureInfo.InvariantCulture, $"{failed.Count} mails");
                if (failed.Count > 0)
                    db.AuditLog.Add(AuditEntry.Of(actor, realTime.GetUtcNow(), "retried failed letters", null, result));
                return failed.Count;
            },
            cancel
        );
        if (retried > 0)
            mailSignal.Set();
        return retried;
    }

    private async Task TellAsync(MailKind letter, IReadOnlyCollection<Guid> ids)
    {
        var (now, domain) = (realTime.GetUtcNow(), await db.UidDomainAsync(CancellationToken.None));
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var earlier = await db
            .Outbox.Where(m => m.Kind == letter && ids.Contains(m.RegistrationId))
            .ToDictionaryAsync(m => m.Cause, CancellationToken.None);
        foreach (var assessment in await db.Assessments.Where(a => ids.Contains(a.SubmissionId)).ToListAsync(CancellationToken.None))
        {
            var suffix = LetterRules.SuffixOf(assessment.Decision);
            // A decision that was taken back and made again: the author has this letter, unless it was overtaken before it went out.
            if (!earlier.TryGetValue(OutboxMessage.CauseOf(letter, assessment.SubmissionId, suffix), out var had))
                db.Outbox.Add(OutboxMessage.For(submissions[assessment.SubmissionId], letter, suffix, now, domain));
            else if (had.State == MailState.Skipped)
                had.TryAgain(now);
            assessment.ToldAt = now;
        }
    }

    private async Task<List<Candidate>> CandidatesAsync(CancellationToken cancel) =>
        await db
            .Assessments.Where(a => a.ToldAt == null && a.Outcome != CallOutcome.Undecided)
            .Join(
                db.Submissions,
                a => a.SubmissionId,
                s => s.Id,
                (a, s) =>
                    new
                    {
                        s.Id,
                        s.Number,
                        s.State,
                        a.Outcome,
                    }
            )
            .OrderBy(x => x.Number)
            .Select(x => new Candidate(x.Id, x.Number, x.State, x.Outcome, false))
            .ToListAsync(cancel);

    private static MailKind? LetterOf(Candidate candidate) => LetterRules.DueTo(candidate.State, candidate.Outcome, candidate.IsTold);
}
