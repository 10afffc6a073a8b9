using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>Who comes to the desk while somebody is there waits, and those who wait have their turns in one transaction.</summary>
public class GroupCommitTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Those_who_wait_share_a_commit_in_the_order_in_which_they_came_and_are_answered_after_it(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        using var disk = new Disk();
        desk.Interceptors = [disk];
        var first = desk.RegisterAsync("ada");
        var others = new[] { "ben", "cat", "dan" }.Select(name => desk.RegisterAsync(name)).ToList();
        await disk.IsAskedAsync(1);
        Assert.Equal([false, false, false, false], others.Prepend(first).Select(o => o.IsCompleted));

        disk.Write();
        Assert.Equal("seat", await first);
        await disk.IsAskedAsync(2);
        Assert.Equal([false, false, false], others.Select(o => o.IsCompleted));
        Assert.Equal("ada pending seat", await desk.StandingAsync());

        disk.Write();
        Assert.Equal(["seat", "line 1", "line 2"], await Task.WhenAll(others));
        Assert.Equal("ada pending seat, ben pending seat, cat pending line 1, dan pending line 2", await desk.StandingAsync());
        Assert.Equal(2, disk.Asked);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_fails_among_others_fails_alone(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        using var disk = new Disk();
        desk.Interceptors = [disk, new NotThisOne("cat")];
        var ada = desk.RegisterAsync("ada");
        var (ben, cat, dan) = (desk.RegisterAsync("ben"), desk.RegisterAsync("cat"), desk.RegisterAsync("dan"));
        disk.Write(times: 3);

        Assert.Equal(["seat", "seat", "seat"], await Task.WhenAll(ada, ben, dan));
        Assert.Equal("Not this one.", (await Assert.ThrowsAsync<InvalidOperationException>(() => cat)).Message);
        Assert.Equal(
            [("ada@lab.example", 1, 1), ("ben@lab.example", 2, 2), ("dan@lab.example", 3, 3)],
            (await desk.AllAsync()).Select(r => (r.Email, r.Number, r.SeatNumber!.Value))
        );
        Assert.Equal(
            ["ConfirmAddress", "ConfirmAddress", "ConfirmAddress"],
            [await desk.MailsAsync("ada"), await desk.MailsAsync("ben"), await desk.MailsAsync("dan")]
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_goes_away_before_their_turn_has_not_been_there(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        using var disk = new Disk();
        desk.Interceptors = [disk];
        using var away = new CancellationTokenSource();
        var ada = desk.RegisterAsync("ada");
        var ben = desk.AtDeskAsync(d =>
            d.RegisterAsync(
                new(RegistrationTestDatabase.AddressOf("ben"), RegistrationTestDatabase.DetailsOf("ben"), Attendance.InPerson, "ben"),
                null,
                away.Token
            )
        );
        var cat = desk.RegisterAsync("cat");
        await away.CancelAsync();
        disk.Write(times: 2);

        Assert.Equal(["seat", "seat"], await Task.WhenAll(ada, cat));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ben);
        Assert.Equal("ada pending seat, cat pending seat", await desk.StandingAsync());
    }

    /// <summary>Commits when it is told to.</summary>
    private sealed class Disk : DbTransactionInterceptor, IDisposable
    {
        private readonly SemaphoreSlim permits = new(0);
        private readonly SemaphoreSlim questions = new(0);
        private int known;
        private int asked;

        public int Asked => asked;

        public void Write(int times = 1) => permits.Release(times);

        public async Task IsAskedAsync(int times)
        {
            for (; known < times; known++)
                await questions.WaitAsync();
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref asked);
            questions.Release();
            await permits.WaitAsync(cancellationToken);
            return result;
        }

        public void Dispose()
        {
            permits.Dispose();
            questions.Dispose();
        }
    }

    private sealed class NotThisOne(string name) : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) =>
            eventData
                .Context!.ChangeTracker.Entries<Registration>()
                .Any(r => r.State == EntityState.Added && r.Entity.Email == RegistrationTestDatabase.AddressOf(name).Value)
                ? throw new InvalidOperationException("Not this one.")
                : ValueTask.FromResult(result);
    }
}
