using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Call;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
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
        await host.WithAsync((_, db) => Decisions(host, db).UndoAsync(batch, Chair, default));
        Assert.Equal(1, await SendAsync(host, MailKind.DecisionReserve, 1));
        Assert.Equal("0 0, 0 1, 0 0", await StatusAsync(host));

        await DecideAsync(host, CallDecision.Accepted("oral"), 1);
        Assert.Equal(1, await SendAsync(host, MailKind.DecisionAccepted, 1));
        Assert.Equal("0 1, 0 1, 0 0", await StatusAsync(host));
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

        Assert.Equal([(1, "550 unknown")], (await WithAsync(host, l => l.FailedAsync(default))).Rows.Select(r => (r.Number, r.Reason!)));
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
        Assert.Equal(All, await SendAsync(host, MailKind.DecisionAccepted, All));
        await host.WithAsync((_, db) => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed)));

        foreach (
            var list in new[] { await WithAsync(host, l => l.UnansweredAsync(default)), await WithAsync(host, l => l.FailedAsync(default)) }
        )
            Assert.Equal((All, All - 1, "A title"), (list.Count, list.Rows[^1].Number, list.Rows[0].Title));
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

    private static Task<int?> SendAsync(SubmissionHost host, MailKind letter, int expected) =>
        WithAsync(host, l => l.SendAsync(letter, expected, Chair, default));

    /// <summary>Due and waiting, for each letter.</summary>
    private static async Task<string> StatusAsync(SubmissionHost host) =>
        string.Join(", ", (await WithAsync(host, l => l.StatusAsync(Chair, default))).Select(s => $"{s.Due} {s.Waiting}"));

    private static async Task<List<int>> ToldAsync(WorkshopDb db) =>
        await db
            .Submissions.Where(s => db.Assessments.Any(a => a.SubmissionId == s.Id && a.ToldAt != null))
            .OrderBy(s => s.Number)
            .Select(s => s.Number)
            .ToListAsync();
}
