using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Simultaneous requests. <c>./dev test</c> runs each race once, <c>./dev prove</c> five more times.</summary>
public class RaceTests
{
    private const int Rounds = 5;

    [Theory, OnSqlite, OnPostgres]
    public Task Of_300_simultaneous_registrations_50_get_a_seat_and_the_others_wait_in_order(Engine engine) =>
        RegisterThreeHundredAsync(engine, instances: 1);

    [Theory, OnPostgres]
    public Task Of_300_simultaneous_registrations_at_two_instances_50_get_a_seat_and_the_others_wait_in_order(Engine engine) =>
        RegisterThreeHundredAsync(engine, instances: 2);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_300_simultaneous_registrations_50_get_a_seat_each_time(Engine engine)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await RegisterThreeHundredAsync(engine, instances: 1);
            if (engine is Engine.Postgres)
                await RegisterThreeHundredAsync(engine, instances: 2);
        }
    }

    [Theory, OnPostgres]
    public async Task Without_the_write_lock_more_seats_are_taken_than_there_are(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await using (var db = database.Open())
            await db.Database.ExecuteSqlRawAsync(
                """DROP INDEX "IX_Registrations_SeatNumber", "IX_Registrations_LineNumber", "IX_Registrations_Number" """
            );
        database.Interceptors = [new NoLock(), new Rendezvous(60)];
        await AtOnceAsync(300, async i =>
        {
            try
            {
                return await database.RegisterAsync($"p{i}", instance: i);
            }
            catch (ArgumentException)
            {
                return "a seat was taken twice";
            }
        });
        var seated = (await database.AllAsync()).Count(r => r.Place == Place.Seat);
        Assert.True(seated > 50, $"Only {seated} people have a seat, so the races prove nothing about the lock.");
    }

    [Theory, OnSqlite, OnPostgres]
    public Task Seats_of_15_cancellations_go_to_the_waiting_list_before_15_simultaneous_newcomers(Engine engine) =>
        CancellationsAsync(engine);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Seats_of_15_cancellations_go_to_the_waiting_list_before_15_simultaneous_newcomers_each_time(Engine engine)
    {
        for (var round = 0; round < Rounds; round++)
            await CancellationsAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_simultaneous_confirmations_one_takes_effect(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        var answers = await AtOnceAsync(10, i => database.ConfirmAsync("ada", InstanceOf(engine, i)));
        Assert.Equal([ChangeResult.Done, .. Enumerable.Repeat(ChangeResult.NoChange, 9)], answers.Order());
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_offer_at_its_deadline_lapses_and_cannot_be_accepted(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.CancelAsync("ada");
        database.Time.Advance(TimeSpan.FromHours(48));
        var answers = await AtOnceAsync(10, async i =>
        {
            if (i % 2 == 0)
                return await database.AcceptAsync("ben", InstanceOf(engine, i / 2));
            await database.RunMaintenanceAsync(InstanceOf(engine, i / 2));
            return ChangeResult.TooLate;
        });
        Assert.Equal(Enumerable.Repeat(ChangeResult.TooLate, 10), answers);
        Assert.Equal("ada cancelled, ben remote, cat offer", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, OfferLapsed", await database.MailsAsync("ben"));
        Assert.Equal("ConfirmAddress, WaitingList, Offer", await database.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Twenty_simultaneous_forms_with_one_address_make_one_registration(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada");
        await AtOnceAsync(20, i => database.RegisterAsync("ben", form: i % 3 == 0 ? "the same" : null, instance: InstanceOf(engine, i)));
        Assert.Equal("ada seat, ben pending seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress", await database.MailsAsync("ben"));
    }

    private static async Task RegisterThreeHundredAsync(Engine engine, int instances)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        var answers = await AtOnceAsync(300, i => database.RegisterAsync($"p{i}", instance: i % instances));
        var all = await database.AllAsync();
        Assert.Equal(Enumerable.Repeat("seat", 50).Concat(Enumerable.Repeat("waiting list", 250)), answers.Order(StringComparer.Ordinal));
        // Registration, seat and waiting list numbers are given in the same transaction, so they have the same order.
        Assert.Equal(
            Enumerable
                .Range(1, 50)
                .Select(n => (n, (int?)n, (long?)null))
                .Concat(Enumerable.Range(1, 250).Select(n => (n + 50, (int?)null, (long?)n))),
            all.Select(r => (r.Number, r.SeatNumber, r.LineNumber))
        );
        Assert.Equal(
            Enumerable
                .Range(0, 300)
                .Zip(answers)
                .OrderBy(a => a.First)
                .Select(a => (RegistrationTestDatabase.AddressOf($"p{a.First}").Value, a.Second))
                .Order(),
            Places(all).Order()
        );
    }

    private static IEnumerable<(string, string)> Places(IReadOnlyList<Registration> all) =>
        all.Select(r => (r.Email, r.Place == Place.WaitingList ? "waiting list" : "seat"));

    private static async Task CancellationsAsync(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 50);
        await database.SeatAsync([
            .. Enumerable.Range(0, 50).Select(i => $"seated{i}"),
            .. Enumerable.Range(0, 10).Select(i => $"waiting{i}"),
        ]);
        await AtOnceAsync(30, async i =>
        {
            var instance = InstanceOf(engine, i / 2);
            if (i % 2 == 0)
                return (await database.CancelAsync($"seated{i}", instance)).ToString();
            await database.RegisterAsync($"new{i}", instance: instance);
            return (await database.ConfirmAsync($"new{i}", instance)).ToString();
        });

        var all = await database.AllAsync();
        Assert.Equal(Enumerable.Range(1, 50), all.Where(r => r.HoldsSeat).Select(r => r.SeatNumber!.Value).Order());
        // The ten people on the waiting list were offered a seat before any newcomer.
        Assert.Equal(
            Enumerable.Repeat(Place.Offer, 10),
            all.Where(r => r.Email.StartsWith("waiting", StringComparison.Ordinal)).Select(r => r.Place)
        );
        // Only five newcomers got one of the remaining seats.
        var newcomers = all.Where(r => r.Email.StartsWith("new", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, newcomers.Count(r => r.HoldsSeat));
        await using var db = database.Open();
        var offers = await db.Outbox.Where(m => m.Kind == MailKind.Offer).Select(m => m.RegistrationId!).ToListAsync();
        Assert.Equal(all.Where(r => r.Place == Place.Offer).Select(r => r.Id).Order(), offers.Order());
    }

    /// <summary>Two processes may share a PostgreSQL server; a SQLite file belongs to one.</summary>
    private static int InstanceOf(Engine engine, int i) => engine is Engine.Postgres ? i % 2 : 0;

    /// <summary>Starts all calls at the same moment.</summary>
    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, count)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await call(i);
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(all);
    }

    /// <summary>Skips the first statement of a transaction, which takes the write lock.</summary>
    private sealed class NoLock : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) =>
            ValueTask.FromResult(
                command.CommandText.StartsWith("UPDATE \"WorkshopStates\"", StringComparison.Ordinal)
                    ? InterceptionResult<int>.SuppressWithResult(1)
                    : result
            );
    }

    /// <summary>The first callers wait for one another before they save, so that each has counted the seats before any is taken.</summary>
    private sealed class Rendezvous(int people) : SaveChangesInterceptor
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Interlocked.Increment(ref arrived) == people)
                all.SetResult();
            await all.Task;
            return result;
        }
    }
}
