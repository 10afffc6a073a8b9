using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Requests that wait for the write lock are saved together in one transaction.</summary>
public class GroupCommitTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Waiting_requests_share_a_commit_in_order_of_arrival_and_are_answered_after_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        using var gate = new CommitGate();
        database.Interceptors = [gate];
        var first = database.RegisterAsync("ada");
        var others = new[] { "ben", "cat", "dan" }.Select(name => database.RegisterAsync(name)).ToList();
        await gate.WaitForCommitsAsync(1);
        Assert.Equal([false, false, false, false], others.Prepend(first).Select(o => o.IsCompleted));

        gate.Allow();
        Assert.Equal("seat", await first);
        await gate.WaitForCommitsAsync(2);
        Assert.Equal([false, false, false], others.Select(o => o.IsCompleted));
        Assert.Equal("ada pending seat", await database.StandingAsync());

        gate.Allow();
        Assert.Equal(["seat", "waiting list", "waiting list"], await Task.WhenAll(others));
        Assert.Equal(
            "ada pending seat, ben pending seat, cat pending waiting list 1, dan pending waiting list 2",
            await database.StandingAsync()
        );
        Assert.Equal(2, gate.Commits);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_fails_does_not_affect_others_in_its_transaction(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        using var gate = new CommitGate();
        database.Interceptors = [gate, new FailFor("cat")];
        var ada = database.RegisterAsync("ada");
        var (ben, cat, dan) = (database.RegisterAsync("ben"), database.RegisterAsync("cat"), database.RegisterAsync("dan"));
        gate.Allow(times: 3);

        Assert.Equal(["seat", "seat", "seat"], await Task.WhenAll(ada, ben, dan));
        Assert.Equal("This one fails.", (await Assert.ThrowsAsync<InvalidOperationException>(() => cat)).Message);
        Assert.Equal(
            [("ada@lab.example", 1, 1), ("ben@lab.example", 2, 2), ("dan@lab.example", 3, 3)],
            (await database.AllAsync()).Select(r => (r.Email, r.Number, r.SeatNumber!.Value))
        );
        Assert.Equal(
            ["ConfirmAddress", "ConfirmAddress", "ConfirmAddress"],
            [await database.MailsAsync("ada"), await database.MailsAsync("ben"), await database.MailsAsync("dan")]
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_that_is_cancelled_while_it_waits_changes_nothing(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        using var gate = new CommitGate();
        database.Interceptors = [gate];
        using var cancellation = new CancellationTokenSource();
        var ada = database.RegisterAsync("ada");
        var ben = database.WithRegistrationsAsync(d =>
            d.RegisterAsync(
                new(RegistrationTestDatabase.AddressOf("ben"), RegistrationTestDatabase.DetailsOf("ben"), Attendance.InPerson, "ben"),
                null,
                cancellation.Token
            )
        );
        var cat = database.RegisterAsync("cat");
        await cancellation.CancelAsync();
        gate.Allow(times: 2);

        Assert.Equal(["seat", "seat"], await Task.WhenAll(ada, cat));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ben);
        Assert.Equal("ada pending seat, cat pending seat", await database.StandingAsync());
    }

    /// <summary>Delays each commit until the test allows it.</summary>
    private sealed class CommitGate : DbTransactionInterceptor, IDisposable
    {
        private readonly SemaphoreSlim permits = new(0);
        private readonly SemaphoreSlim arrivals = new(0);
        private int seen;
        private int commits;

        public int Commits => commits;

        public void Allow(int times = 1) => permits.Release(times);

        public async Task WaitForCommitsAsync(int times)
        {
            for (; seen < times; seen++)
                await arrivals.WaitAsync();
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref commits);
            arrivals.Release();
            await permits.WaitAsync(cancellationToken);
            return result;
        }

        public void Dispose()
        {
            permits.Dispose();
            arrivals.Dispose();
        }
    }

    private sealed class FailFor(string name) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) =>
            eventData
                .Context!.ChangeTracker.Entries<Registration>()
                .Any(r => r.State == EntityState.Added && r.Entity.Email == RegistrationTestDatabase.AddressOf(name).Value)
                ? throw new InvalidOperationException("This one fails.")
                : ValueTask.FromResult(result);
    }
}
