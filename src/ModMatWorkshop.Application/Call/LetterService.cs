using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>How far the sending of one letter has come.</summary>
/// <param name="Due">The number of submissions whose authors are to get it and have not been told.</param>
/// <param name="WithWords">How many of them reviewers have words for.</param>
/// <param name="Failed">Refused, or come back.</param>
public sealed record LetterStatus(MailKind Letter, int Due, int WithWords, int Sent, int Waiting, int Failed);

/// <summary>A submission to whose author a letter is due.</summary>
/// <param name="Previous">The number of the one before it; null for none.</param>
public sealed record DueLetter(Guid Id, int Number, int? Previous, int? Next);

/// <param name="Reason">What the mail server said.</param>
/// <param name="Bounce">Null for a letter that no server took.</param>
public sealed record UndeliveredLetter(int Number, string Title, string Reason, BounceKind? Bounce);

/// <param name="Reminders">How many reminders the author has had.</param>
/// <param name="LastReminder">Real time; null for none.</param>
public sealed record UnansweredLetter(int Number, string Title, int Reminders, DateTimeOffset? LastReminder);

/// <param name="Rows">The first ones.</param>
/// <param name="Count">Of all.</param>
public sealed record LetterRows<T>(IReadOnlyList<T> Rows, int Count);

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

    public async Task<IReadOnlyList<LetterStatus>> StatusAsync(CancellationToken cancel)
    {
        var worded = db.Reviews.Where(LetterRules.HasWords).Where(r => !r.IsWithheld);
        var (due, withWords) = (
            await CountsAsync(Candidates(), cancel),
            await CountsAsync(Candidates().Where(c => worded.Any(r => r.SubmissionId == c.Id)), cancel)
        );
        var mails = await Sent(db)
            .GroupBy(m => new
            {
                m.Kind,
                m.State,
                CameBack = m.Bounce != null,
            })
            .Select(g => new
            {
                g.Key.Kind,
                g.Key.State,
                g.Key.CameBack,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. LetterRules.Letters.Select(letter => new LetterStatus(
                letter,
                due[letter].Sum(),
                withWords[letter].Sum(),
                mails.Where(m => m.Kind == letter && m.State == MailState.Sent && !m.CameBack).Sum(m => m.Count),
                mails.Where(m => m.Kind == letter && m.State == MailState.Waiting).Sum(m => m.Count),
                mails.Where(m => m.Kind == letter && (m.State == MailState.Failed || m.CameBack)).Sum(m => m.Count)
            )),
        ];
    }

    /// <summary>A submission to which a letter is due, with the ones beside it.</summary>
    /// <param name="number">Its number. Without one to which the letter is due, the first.</param>
    /// <param name="actor">Who reads. A letter about their own submission is not shown to them.</param>
    /// <returns>Null if the letter is due to nobody else.</returns>
    public async Task<DueLetter?> FindDueAsync(MailKind letter, int? number, Actor actor, CancellationToken cancel)
    {
        var (outcome, own) = (LetterRules.Told(letter), await OwnSubmissions.OfAsync(db, actor, cancel));
        var due = Candidates().Where(c => c.State == SubmissionState.Submitted && c.Outcome == outcome && !own.Contains(c.Number));
        var found = await due.SingleOrDefaultAsync(c => c.Number == number, cancel)
            ?? await due.OrderBy(c => c.Number).FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : new(
                found.Id,
                found.Number,
                await due.Where(c => c.Number < found.Number).MaxAsync(c => (int?)c.Number, cancel),
                await due.Where(c => c.Number > found.Number).MinAsync(c => (int?)c.Number, cancel)
            );
    }

    /// <summary>The letters that did not arrive: refused, or come back.</summary>
    public async Task<LetterRows<UndeliveredLetter>> UndeliveredAsync(CancellationToken cancel)
    {
        var undelivered =
            from mail in Undelivered(db)
            join submission in db.Submissions on mail.RegistrationId equals submission.Id
            orderby submission.Number
            select new UndeliveredLetter(submission.Number, submission.Sent!.Title, mail.BounceReason ?? mail.Reason ?? "", mail.Bounce);
        return new(await undelivered.Take(MostRows).ToListAsync(cancel), await undelivered.CountAsync(cancel));
    }

    /// <summary>The accepted submissions whose authors know it and have not answered.</summary>
    public async Task<LetterRows<UnansweredLetter>> UnansweredAsync(CancellationToken cancel)
    {
        var unanswered = MissingFiles.Accepted(db).Where(s => s.Answer == AcceptanceAnswer.None).OrderBy(s => s.Number);
        var reminders = db.Outbox.Where(m => m.Kind == MailKind.AnswerReminder);
        var rows = await unanswered
            .Take(MostRows)
            .Select(s => new UnansweredLetter(
                s.Number,
                s.Sent!.Title,
                reminders.Count(m => m.RegistrationId == s.Id),
                reminders.Where(m => m.RegistrationId == s.Id).Max(m => (DateTimeOffset?)m.CreatedAt)
            ))
            .ToListAsync(cancel);
        return new(rows, await unanswered.CountAsync(cancel));
    }

    /// <summary>What reviewers write to the authors of a submission, those that are left out of the letter, too.</summary>
    public async Task<IReadOnlyList<Review>> WordsAsync(Guid submission, CancellationToken cancel) =>
        await db
            .Reviews.AsNoTracking()
            .Where(r => r.SubmissionId == submission)
            .Where(LetterRules.HasWords)
            .OrderBy(r => r.Reviewer)
            .ToListAsync(cancel);

    /// <summary>Sends one letter to all to whom it is due.</summary>
    /// <param name="expected">How many the organiser has read. If it is another number now, nothing is sent.</param>
    /// <param name="withWords">The letter has the words of the reviewers, except those that are left out.</param>
    /// <returns>The number of authors who are told; null if the number is another one now.</returns>
    public async Task<int?> SendAsync(MailKind letter, int expected, bool withWords, Actor actor, CancellationToken cancel)
    {
        var told = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var due = (await CandidatesAsync(CancellationToken.None)).Where(c => LetterOf(c) == letter).ToList();
                if (due.Count == 0 || due.Count != expected)
                    return (int?)null;
                await TellAsync(letter, [.. due.Select(c => c.Id)], withWords);
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

    /// <summary>
    /// Sends each letter and the reminder, in each language of the workshop, to the organiser who asks, with an invented author. Nothing
    /// else changes.
    /// </summary>
    /// <returns>The number of mails; 0 for an account without an address.</returns>
    public async Task<int> SendTestsAsync(Guid organiser, Actor actor, CancellationToken cancel)
    {
        var sent = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var account = await db.Organisers.SingleAsync(o => o.Id == organiser, CancellationToken.None);
                if (account.Email is null)
                    return 0;
                var (now, domain) = (realTime.GetUtcNow(), await db.UidDomainAsync(CancellationToken.None));
                var languages = (await db.Workshops.AsNoTracking().SingleAsync(CancellationToken.None)).Languages.All;
                var tests = LetterRules
                    .Letters.Append(MailKind.AnswerReminder)
                    .SelectMany(kind => languages.Select(language => OutboxMessage.Test(account, kind, language, now, domain)))
                    .ToList();
                db.Outbox.AddRange(tests);
                db.AuditLog.Add(AuditEntry.Of(actor, now, "sent test letters", null, null));
                return tests.Count;
            },
            cancel
        );
        if (sent > 0)
            mailSignal.Set();
        return sent;
    }

    /// <summary>Puts the letters that did not arrive back into the outbox.</summary>
    /// <returns>Their number.</returns>
    public async Task<int> RetryAsync(Actor actor, CancellationToken cancel)
    {
        var retried = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var failed = await Undelivered(db).ToListAsync(CancellationToken.None);
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

    private async Task TellAsync(MailKind letter, IReadOnlyCollection<Guid> ids, bool withWords)
    {
        var (now, domain) = (realTime.GetUtcNow(), await db.UidDomainAsync(CancellationToken.None));
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var earlier = await db
            .Outbox.Where(m => m.Kind == letter && ids.Contains(m.RegistrationId))
            .ToDictionaryAsync(m => m.Cause, CancellationToken.None);
        var reviews = withWords
            ? (await db.Reviews.AsNoTracking().Where(r => ids.Contains(r.SubmissionId)).ToListAsync()).ToLookup(r => r.SubmissionId)
            : null;
        var assessments = await db.Assessments.Where(a => ids.Contains(a.SubmissionId)).ToListAsync(CancellationToken.None);
        foreach (var assessment in assessments.OrderBy(a => submissions[a.SubmissionId].Number))
        {
            var suffix = LetterRules.SuffixOf(assessment.Decision);
            // A decision that was taken back and made again: the author has this letter, unless it was overtaken before it went out.
            if (!earlier.TryGetValue(OutboxMessage.CauseOf(letter, assessment.SubmissionId, suffix), out var had))
                db.Outbox.Add(OutboxMessage.For(submissions[assessment.SubmissionId], letter, suffix, now, domain));
            else if (had.State == MailState.Skipped)
                had.TryAgain(now);
            assessment.Tell(now, reviews is null ? [] : LetterRules.WordsOf(reviews[assessment.SubmissionId]));
        }
    }

    private static IQueryable<OutboxMessage> Sent(WorkshopDb db) =>
        db.Outbox.Where(m => LetterRules.Letters.Contains(m.Kind) && m.To == null);

    private static IQueryable<OutboxMessage> Undelivered(WorkshopDb db) =>
        Sent(db).Where(m => m.State == MailState.Failed || m.Bounce != null);

    private static async Task<ILookup<MailKind?, int>> CountsAsync(IQueryable<Candidate> candidates, CancellationToken cancel) =>
        (
            await candidates
                .GroupBy(c => new { c.State, c.Outcome })
                .Select(g => new
                {
                    g.Key.State,
                    g.Key.Outcome,
                    Count = g.Count(),
                })
                .ToListAsync(cancel)
        ).ToLookup(c => LetterRules.DueTo(c.State, c.Outcome, isTold: false), c => c.Count);

    private Task<List<Candidate>> CandidatesAsync(CancellationToken cancel) => Candidates().OrderBy(c => c.Number).ToListAsync(cancel);

    private IQueryable<Candidate> Candidates() =>
        db
            .Assessments.Where(a => a.ToldAt == null || a.ToldOutcome != a.Outcome || a.ToldKind != a.DecidedKind)
            .Where(a => a.Outcome != CallOutcome.Undecided)
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
