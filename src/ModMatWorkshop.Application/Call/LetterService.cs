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

/// <param name="Rows">The first ones.</param>
/// <param name="Count">Of all.</param>
public sealed record LetterRows(IReadOnlyList<LetterRow> Rows, int Count);

/// <summary>Sends the letters with the decisions. <see cref="LetterRules"/> says who gets which one.</summary>
public sealed class LetterService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime, OutboxSignal mailSignal)
{
    /// <summary>A page shows no more of a list: the first ones come first.</summary>
    public const int MostRows = 100;

    private sealed class Candidate
    {
        public required Guid Id { get; init; }

        public required int Number { get; init; }

        public required SubmissionState State { get; init; }

        public required CallOutcome Outcome { get; init; }
    }

    /// <param name="actor">Who reads. A letter about their own submission is no example for them.</param>
    public async Task<IReadOnlyList<LetterStatus>> StatusAsync(Actor actor, CancellationToken cancel)
    {
        var own = await OwnSubmissions.OfAsync(db, actor, cancel);
        var alike = await Candidates()
            .GroupBy(c => new { c.State, c.Outcome })
            .Select(g => new
            {
                g.Key.State,
                g.Key.Outcome,
                Count = g.Count(),
                First = g.Min(c => own.Contains(c.Number) ? null : (int?)c.Number),
            })
            .ToListAsync(cancel);
        var due = alike.ToLookup(c => LetterRules.DueTo(c.State, c.Outcome, isTold: false));
        var numbers = alike.Select(c => c.First).OfType<int>().ToList();
        var firsts = await db.Submissions.Where(s => numbers.Contains(s.Number)).ToDictionaryAsync(s => s.Number, s => s.Id, cancel);
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
                due[letter].Sum(c => c.Count),
                due[letter].Where(c => c.First is not null).MinBy(c => c.First) is { First: { } first } ? firsts[first] : null,
                Count(letter, MailState.Sent),
                Count(letter, MailState.Waiting),
                Count(letter, MailState.Failed)
            )),
        ];

        int Count(MailKind letter, MailState state) => mails.Where(m => m.Kind == letter && m.State == state).Sum(m => m.Count);
    }

    /// <summary>The submissions whose letter has failed.</summary>
    public async Task<LetterRows> FailedAsync(CancellationToken cancel)
    {
        var failed =
            from mail in db.Outbox
            where LetterRules.Letters.Contains(mail.Kind) && mail.State == MailState.Failed
            join submission in db.Submissions on mail.RegistrationId equals submission.Id
            orderby submission.Number
            select new LetterRow(submission.Number, submission.Sent!.Title, mail.Reason ?? "");
        return new(await failed.Take(MostRows).ToListAsync(cancel), await failed.CountAsync(cancel));
    }

    /// <summary>The accepted submissions whose authors know it and have not answered.</summary>
    public async Task<LetterRows> UnansweredAsync(CancellationToken cancel)
    {
        var unanswered = MissingFiles.Accepted(db).Where(s => s.Answer == AcceptanceAnswer.None).OrderBy(s => s.Number);
        var rows = await unanswered.Take(MostRows).Select(s => new LetterRow(s.Number, s.Sent!.Title, null)).ToListAsync(cancel);
        return new(rows, await unanswered.CountAsync(cancel));
    }

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

    private Task<List<Candidate>> CandidatesAsync(CancellationToken cancel) => Candidates().OrderBy(c => c.Number).ToListAsync(cancel);

    private IQueryable<Candidate> Candidates() =>
        db
            .Assessments.Where(a => a.ToldAt == null && a.Outcome != CallOutcome.Undecided)
            .Join(
                db.Submissions,
                a => a.SubmissionId,
                s => s.Id,
                (a, s) =>
                    new Candidate
                    {
                        Id = s.Id,
                        Number = s.Number,
                        State = s.State,
                        Outcome = a.Outcome,
                    }
            );

    private static MailKind? LetterOf(Candidate candidate) => LetterRules.DueTo(candidate.State, candidate.Outcome, isTold: false);
}
