using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Call;

public sealed class LetterServiceTests
{
    private static readonly Actor Chair = new("organiser 9");

    [Theory, OnSqlite, OnPostgres]
    public async Task Letters_go_out_once_to_those_who_were_counted(Engine engine)
    {
        using var host = await OpenAsync(engine, 4);
        await DecideAsync(host, CallDecision.Accepted("oral"), 1);
        await DecideAsync(host, CallDecision.Accepted("poster"), 2);
        await DecideAsync(host, CallDecision.Rejected, 3);

        Assert.Equal("2 0, 0 0, 1 0", await StatusAsync(host));
        Assert.Null(await SendAsync(host, MailKind.DecisionAccepted, 1));
        Assert.Equal(2, await SendAsync(host, MailKind.DecisionAccepted, 2));
        Assert.Null(await SendAsync(host, MailKind.DecisionAccepted, 2));
        Assert.Null(await SendAsync(host, MailKind.DecisionReserve, 0));

        Assert.Equal("0 2, 0 0, 1 0", await StatusAsync(host));
        Assert.Equal([1, 2], await host.WithAsync(async (_, db) => await ToldAsync(db)));
        Assert.Equal([1, 2], (await WithAsync(host, l => l.UnansweredAsync(default))).Rows.Select(r => r.Number));
        Assert.Equal(
            ["submissions 1, 2: Accepted"],
            await host.WithAsync(
                (_, db) => db.AuditLog.Where(e => e.Action == "sent letters with decisions").Select(e => e.Result!).ToListAsync()
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Reserve_gets_a_second_letter_and_nobody_the_same_one_twice(Engine engine)
    {
        using var host = await OpenAsync(engine, 1);
        await DecideAsync(host, CallDecision.Reserve, 1);
        Assert.Equal(1, await SendAsync(host, MailKind.DecisionReserve, 1));

        // Accepted, taken back, and told again: the first letter stays the only one of its kind.
        var batch = await DecideAsync(host, CallDecision.Accepted("oral"), 1);
        Assert.Equal("1 0, 0 1, 0 0", await StatusAsync(host));
        Assert.Equal(CallDecision.Reserve, (await AssessmentAsync(host)).Told);
        await host.WithAsync((_, db) => Decisions(host, db).UndoAsync(batch, Chair, default));
        Assert.Equal("0 0, 0 1, 0 0", await StatusAsync(host));

        await DecideAsync(host, CallDecision.Accepted("oral"), 1);
        Assert.Equal(1, await SendAsync(host, MailKind.DecisionAccepted, 1));
        Assert.Equal("0 1, 0 1, 0 0", await StatusAsync(host));
        Assert.Equal(CallDecision.Accepted("oral"), (await AssessmentAsync(host)).Told);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Letter_has_the_words_of_the_reviewers_only_where_wished_and_not_those_that_are_left_out(Engine engine)
    {
        using var host = await OpenAsync(engine, 2);
        await host.WithAsync(
            async (_, db) =>
            {
                foreach (var submission in await db.Submissions.ToListAsync())
                    for (var reviewer = 1; reviewer <= 3; reviewer++)
                    {
                        var review = new Review
                        {
                            SubmissionId = submission.Id,
                            Reviewer = reviewer,
                            AssignedAt = default,
                        };
                        if (reviewer < 3)
                            review.Give(Mark.B, new("For the chair.", $"{(char)('c' - reviewer)} of {submission.Number}"), default);
                        else
                            review.Keep(new("", "Not marked yet."));
                        db.Reviews.Add(review);
                    }
                return await db.SaveChangesAsync();
            }
        );
        await DecideAsync(host, CallDecision.Accepted("oral"), 1);
        await DecideAsync(host, CallDecision.Rejected, 2);
        Assert.Equal(ReviewResult.Done, await ReviewsAsync(host, r => r.WithholdAsync(1, 2, true, Chair, default)));
        Assert.Equal(ReviewResult.NoChange, await ReviewsAsync(host, r => r.WithholdAsync(1, 2, true, Chair, default)));
        Assert.Equal(ReviewResult.NotFound, await ReviewsAsync(host, r => r.WithholdAsync(1, 3, true, Chair, default)));
        Assert.Equal([1, 0, 1], (await WithAsync(host, l => l.StatusAsync(default))).Select(s => s.WithWords));

        await SendAsync(host, MailKind.DecisionAccepted, 1, withWords: true);
        await SendAsync(host, MailKind.DecisionRejected, 1);
        Assert.Equal(["b of 1"], (await AssessmentAsync(host, 1)).ToldWords);
        Assert.Equal([], (await AssessmentAsync(host, 2)).ToldWords);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Letters_that_came_back_are_named_with_the_reason_and_sent_again(Engine engine)
    {
        using var host = await OpenAsync(engine, 2);
        await DecideAsync(host, CallDecision.Rejected, 1);
        await DecideAsync(host, CallDecision.Rejected, 2);
        await SendAsync(host, MailKind.DecisionRejected, 2);
        await host.WithAsync(
            async (_, db) =>
            {
                foreach (var mail in await db.Outbox.Where(m => m.Kind == MailKind.DecisionRejected).ToListAsync())
                    mail.State = MailState.Sent;
                var back = await db.Outbox.Where(m => m.Kind == MailKind.DecisionRejected).OrderBy(m => m.Id).FirstAsync();
                (back.Bounce, back.BounceReason) = (BounceKind.Address, "5.1.1 no such user");
                return await db.SaveChangesAsync();
            }
        );

        Assert.Equal(
            [(1, BounceKind.Address, "5.1.1 no such user")],
            (await WithAsync(host, l => l.UndeliveredAsync(default))).Rows.Select(r => (r.Number, r.Bounce!.Value, r.Reason))
        );
        var status = (await WithAsync(host, l => l.StatusAsync(default)))[2];
        Assert.Equal((1, 0, 1), (status.Sent, status.Waiting, status.Failed));
        Assert.Equal(1, await WithAsync(host, l => l.RetryAsync(Chair, default)));
        Assert.Empty((await WithAsync(host, l => l.UndeliveredAsync(default))).Rows);
        Assert.Equal("0 0, 0 0, 0 1", await StatusAsync(host));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Failed_letters_are_named_and_wait_again(Engine engine)
    {
        using var host = await OpenAsync(engine, 1);
        await DecideAsync(host, CallDecision.Rejected, 1);
        await SendAsync(host, MailKind.DecisionRejected, 1);
        await host.WithAsync(
            async (_, db) =>
            {
                // The receipt of the submission fails, too: it is none of the letters.
                foreach (var mail in await db.Outbox.ToListAsync())
                    (mail.State, mail.Reason) = (MailState.Failed, "550 unknown");
                return await db.SaveChangesAsync();
            }
        );

        Assert.Equal(
            [(1, "550 unknown")],
            (await WithAsync(host, l => l.UndeliveredAsync(default))).Rows.Select(r => (r.Number, r.Reason))
        );
        Assert.Equal(1, await WithAsync(host, l => l.RetryAsync(Chair, default)));
        Assert.Equal(0, await WithAsync(host, l => l.RetryAsync(Chair, default)));
        Assert.Equal("0 0, 0 0, 0 1", await StatusAsync(host));
        Assert.True(await host.WithAsync((_, db) => db.Outbox.AnyAsync(m => m.State == MailState.Failed)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_list_has_its_first_rows_and_the_number_of_all(Engine engine)
    {
        const int All = LetterService.MostRows + 1;
        using var host = await OpenAsync(engine, All);
        var numbers = Enumerable.Range(1, All).ToList();
        await host.WithAsync(
            (_, db) => Decisions(host, db).DecideAsync(Guid.NewGuid(), numbers, CallDecision.Accepted("oral"), Chair, default)
        );
        Assert.Equal("49 50 51", await BesideAsync(50));
        Assert.Equal(" 1 2", await BesideAsync(null));
        Assert.Equal($"{All - 1} {All} ", await BesideAsync(All));
        Assert.Equal(All, await SendAsync(host, MailKind.DecisionAccepted, All));
        await host.WithAsync((_, db) => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed)));

        var unanswered = await WithAsync(host, l => l.UnansweredAsync(default));
        Assert.Equal((All, All - 1, "A title"), (unanswered.Count, unanswered.Rows[^1].Number, unanswered.Rows[0].Title));
        var undelivered = await WithAsync(host, l => l.UndeliveredAsync(default));
        Assert.Equal((All, All - 1, "A title"), (undelivered.Count, undelivered.Rows[^1].Number, undelivered.Rows[0].Title));

        async Task<string> BesideAsync(int? number)
        {
            var due = await WithAsync(host, l => l.FindDueAsync(MailKind.DecisionAccepted, number, Chair, default));
            return $"{due!.Previous} {due.Number} {due.Next}";
        }
    }

    private static async Task<SubmissionHost> OpenAsync(Engine engine, int submissions)
    {
        var host = await SubmissionHost.OpenAsync(engine);
        for (var n = 1; n <= submissions; n++)
            await host.SubmitAsync(Guid.NewGuid(), SubmissionHost.Complete, $"a{n}");
        return host;
    }

    private static DecisionService Decisions(SubmissionHost host, WorkshopDb db) => new(db, host.Database.LockOf(0), host.Database.Time);

    private static async Task<Guid> DecideAsync(SubmissionHost host, CallDecision decision, int number)
    {
        var batch = Guid.NewGuid();
        var outcome = await host.WithAsync((_, db) => Decisions(host, db).DecideAsync(batch, [number], decision, Chair, default));
        Assert.Equal(1, outcome.Changed);
        return batch;
    }

    private static Task<T> WithAsync<T>(SubmissionHost host, Func<LetterService, Task<T>> ask) =>
        host.WithAsync((_, db) => ask(new(db, host.Database.LockOf(0), host.Database.Time, new OutboxSignal())));

    private static Task<int?> SendAsync(SubmissionHost host, MailKind letter, int expected, bool withWords = false) =>
        WithAsync(host, l => l.SendAsync(letter, expected, withWords, Chair, default));

    /// <summary>Due and waiting, for each letter.</summary>
    private static async Task<string> StatusAsync(SubmissionHost host) =>
        string.Join(", ", (await WithAsync(host, l => l.StatusAsync(default))).Select(s => $"{s.Due} {s.Waiting}"));

    private static Task<Assessment> AssessmentAsync(SubmissionHost host, int number = 1) =>
        host.WithAsync(
            (_, db) => db.Assessments.AsNoTracking().SingleAsync(a => db.Submissions.Any(s => s.Id == a.SubmissionId && s.Number == number))
        );

    private static Task<T> ReviewsAsync<T>(SubmissionHost host, Func<ReviewService, Task<T>> ask) =>
        host.WithAsync((_, db) => ask(new(db, host.Database.LockOf(0), host.Database.Time)));

    private static async Task<List<int>> ToldAsync(WorkshopDb db) =>
        await db
            .Submissions.Where(s => db.Assessments.Any(a => a.SubmissionId == s.Id && a.ToldAt != null))
            .OrderBy(s => s.Number)
            .Select(s => s.Number)
            .ToListAsync();
}
