using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What people do at the same moment. Each race is run once in <c>test</c> and five times in <c>prove</c>.</summary>
public class RaceTests
{
    private const int Rounds = 5;

    [Theory, OnSqlite, OnPostgres]
    public Task Of_three_hundred_at_once_fifty_sit_and_the_others_stand_in_order(Engine engine) => ThreeHundredAsync(engine, instances: 1);

    [Theory, OnPostgres]
    public Task Of_three_hundred_at_two_instances_fifty_sit_and_the_others_stand_in_order(Engine engine) =>
        ThreeHundredAsync(engine, instances: 2);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_three_hundred_at_once_fifty_sit_each_time(Engine engine)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await ThreeHundredAsync(engine, instances: 1);
            if (engine is Engine.Postgres)
                await ThreeHundredAsync(engine, instances: 2);
        }
    }

    [Theory, OnPostgres]
    public async Task Without_the_lock_the_room_is_oversold(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await using (var db = desk.Open())
            await db.Database.ExecuteSqlRawAsync(
                """DROP INDEX "IX_Registrations_SeatNumber", "IX_Registrations_LineNumber", "IX_Registrations_Number" """
            );
        desk.Interceptors = [new NoLock(), new Rendezvous(60)];
        await AtOnceAsync(300, async i =>
        {
            try
            {
                return await desk.RegisterAsync($"p{i}", instance: i);
            }
            catch (ArgumentException)
            {
                return "the desk found a seat that was sold twice";
            }
        });
        var seated = (await desk.AllAsync()).Count(r => r.Place == Place.Seat);
        Assert.True(seated > 50, $"Only {seated} sit, so the races show nothing about the lock.");
    }

    [Theory, OnSqlite, OnPostgres]
    public Task Fifteen_cancellations_race_fifteen_newcomers(Engine engine) => CancellationsAsync(engine);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Fifteen_cancellations_race_fifteen_newcomers_each_time(Engine engine)
    {
        for (var round = 0; round < Rounds; round++)
            await CancellationsAsync(engine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_confirmations_at_once_one_is_done(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        var answers = await AtOnceAsync(10, i => desk.ConfirmAsync("ada", InstanceOf(engine, i)));
        Assert.Equal([ChangeResult.Done, .. Enumerable.Repeat(ChangeResult.NoChange, 9)], answers.Order());
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_offer_is_either_taken_or_lapsed(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("ada");
        desk.Time.Advance(TimeSpan.FromHours(48));
        var answers = await AtOnceAsync(10, async i =>
        {
            if (i % 2 == 0)
                return await desk.AcceptAsync("ben", InstanceOf(engine, i / 2));
            await desk.RunMaintenanceAsync(InstanceOf(engine, i / 2));
            return ChangeResult.TooLate;
        });
        Assert.Equal(Enumerable.Repeat(ChangeResult.TooLate, 10), answers);
        Assert.Equal("ada cancelled, ben remote, cat offer", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, OfferLapsed", await desk.MailsAsync("ben"));
        Assert.Equal("ConfirmAddress, WaitingList, Offer", await desk.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_sent_twenty_times_at_once_is_one_registration(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SeatAsync("ada");
        await AtOnceAsync(20, i => desk.RegisterAsync("ben", form: i % 3 == 0 ? "the same" : null, instance: InstanceOf(engine, i)));
        Assert.Equal("ada seat, ben pending seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress", await desk.MailsAsync("ben"));
    }

    private static async Task ThreeHundredAsync(Engine engine, int instances)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        var answers = await AtOnceAsync(300, i => desk.RegisterAsync($"p{i}", instance: i % instances));
        var all = await desk.AllAsync();
        Assert.Equal(
            Enumerable.Repeat("seat", 50).Concat(Enumerable.Range(1, 250).Select(n => $"line {n}")).Order(StringComparer.Ordinal),
            answers.Order(StringComparer.Ordinal)
        );
        // Numbers are drawn at the same moment, so their order is that in which people came to the desk.
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
            Told(all).Order()
        );
    }

    private static IEnumerable<(string, string)> Told(IReadOnlyList<Registration> all) =>
        all.Select(r => (r.Email, r.LineNumber is { } line ? $"line {line}" : "seat"));

    private static async Task CancellationsAsync(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 50);
        await desk.SeatAsync([.. Enumerable.Range(0, 50).Select(i => $"seated{i}"), .. Enumerable.Range(0, 10).Select(i => $"waiting{i}")]);
        await AtOnceAsync(30, async i =>
        {
            var instance = InstanceOf(engine, i / 2);
            if (i % 2 == 0)
                return (await desk.CancelAsync($"seated{i}", instance)).ToString();
            await desk.RegisterAsync($"new{i}", instance: instance);
            return (await desk.ConfirmAsync($"new{i}", instance)).ToString();
        });

        var all = await desk.AllAsync();
        Assert.Equal(Enumerable.Range(1, 50), all.Where(r => r.HoldsSeat).Select(r => r.SeatNumber!.Value).Order());
        // The ten who waited were offered a seat before any newcomer was.
        Assert.Equal(
            Enumerable.Repeat(Place.Offer, 10),
            all.Where(r => r.Email.StartsWith("waiting", StringComparison.Ordinal)).Select(r => r.Place)
        );
        // And of the newcomers, only five could still get one: who stands in line came after all of them.
        var newcomers = all.Where(r => r.Email.StartsWith("new", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, newcomers.Count(r => r.HoldsSeat));
        await using var db = desk.Open();
        var offers = await db.Outbox.Where(m => m.Kind == MailKind.Offer).Select(m => m.RegistrationId!).ToListAsync();
        Assert.Equal(all.Where(r => r.Place == Place.Offer).Select(r => r.Id).Order(), offers.Order());
    }

    /// <summary>Two processes may share a PostgreSQL server; a SQLite file belongs to one.</summary>
    private static int InstanceOf(Engine engine, int i) => engine is Engine.Postgres ? i % 2 : 0;

    /// <summary>All stand before the door before any goes in.</summary>
    private static async Task<T[]> AtOnceAsync<T>(int people, Func<int, Task<T>> come)
    {
        var door = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, people)
            .Select(i =>
                Task.Run(async () =>
                {
                    await door.Task;
                    return await come(i);
                })
            )
            .ToList();
        door.SetResult();
        return await Task.WhenAll(all);
    }

    /// <summary>The first statement of a turn, without which nobody waits for anybody.</summary>
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

    /// <summary>The first few wait for one another before they write: so each of them has counted the seats before any was taken.</summary>
    private sealed class Rendezvous(int people) : SaveChangesInterceptor
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int here;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (Interlocked.Increment(ref here) == people)
                all.SetResult();
            await all.Task;
            return result;
        }
    }
}
