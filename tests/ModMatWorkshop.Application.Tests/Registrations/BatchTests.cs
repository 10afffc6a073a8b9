using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using Xunit.Abstractions;

namespace ModMatWorkshop.Application.Tests.Registrations;

public sealed class BatchTests(ITestOutputHelper output)
{
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_of_500_confirms_each_person_once_as_previewed_with_one_audit_line(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(500, seats: 40, areConfirmed: false);
        var all = Enumerable.Range(1, 500);

        var watch = Stopwatch.StartNew();
        var previewed = await host.PreviewAsync(BatchKind.Confirm, all);
        var preview = watch.ElapsedMilliseconds;
        var batch = await host.BeginAsync(BatchKind.Confirm, previewed.Select(f => f.Number));
        watch.Restart();
        await host.RunAsync();
        output.WriteLine($"{engine}: preview of 500 in {preview} ms, done in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(
            previewed.Select(f => (f.Number, (string?)f.Preview.Result.ToString())),
            (await host.ItemsAsync(batch)).Select(i => (i.Number!.Value, i.Answer))
        );
        Assert.Equal(previewed.OrderBy(f => f.Number).Select(f => f.Preview.Place), (await host.Database.AllAsync()).Select(r => r.Place));
        Assert.Equal(50, previewed.Count(f => f.Preview.Place is Place.Seat or Place.Offer));
        Assert.Equal(BatchState.Finished, await host.StateAsync(batch));
        Assert.Equal(500, await host.LoggedAsync("confirmed"));
        await using var db = host.Database.Open();
        var mails = await db
            .Outbox.Where(m => m.Kind == MailKind.Confirmed || m.Kind == MailKind.WaitingList)
            .Select(m => m.RegistrationId)
            .ToListAsync();
        Assert.Equal((500, 500), (mails.Count, mails.Distinct().Count()));
    }

    [Theory]
    [InlineData(Engine.Sqlite, BatchKind.Cancel)]
    [InlineData(Engine.Sqlite, BatchKind.Remote)]
    [InlineData(Engine.Sqlite, BatchKind.Offer)]
    [InlineData(Engine.Sqlite, BatchKind.Link)]
    [InlineData(Engine.Sqlite, BatchKind.Confirm)]
    public async Task The_preview_of_a_batch_matches_its_results(Engine engine, BatchKind kind)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 3, reserved: 1);
        await host.FillAsync(7, seats: 2, areConfirmed: true);
        await host.Database.CancelAsync("p5");
        await host.Database.FollowRemotelyAsync("p4");
        await host.Database.RegisterAsync("late");
        await host.Database.RegisterAsync("far", Attendance.Remote);
        // The reserve is released, and maintenance has not run yet.
        host.Database.Time.Advance(TimeSpan.FromDays(33));

        var previewed = await host.PreviewAsync(kind, Enumerable.Range(1, 9));
        var batch = await host.BeginAsync(kind, previewed.Select(f => f.Number));
        await host.RunAsync();

        Assert.Equal(
            string.Join(", ", previewed.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Number} {f.Preview.Result}"))),
            await host.AnswersAsync(batch)
        );
        var places = (await host.Database.AllAsync()).ToDictionary(r => r.Number, r => r.Place);
        // A person on the waiting list may get an offer from later items of the batch.
        Assert.All(previewed.Where(f => f.Preview.Result == ChangeResult.Done), f =>
            Assert.True(
                f.Preview.Place == places[f.Number] || (f.Preview.Place, places[f.Number]) == (Place.WaitingList, Place.Offer),
                $"{f} {places[f.Number]}"
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_that_is_interrupted_in_a_transaction_and_resumed_does_nothing_twice(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(120, seats: 40, areConfirmed: false);
        var batch = await host.BeginAsync(BatchKind.Confirm, Enumerable.Range(1, 120));

        // The process crashes during a transaction and loses its claim.
        host.Database.Interceptors = [new FailingSaveInterceptor(75)];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Runner(1).RunOnceAsync(CancellationToken.None));
        host.Database.Interceptors = [];
        var done = (await host.ItemsAsync(batch)).Count(i => i.State != BatchItemState.Waiting);
        Assert.InRange(done, 1, 119);
        Assert.Equal(done, await host.LoggedAsync("confirmed"));

        host.Database.Time.Advance(TimeSpan.FromMinutes(1));
        await host.RunAsync();

        Assert.Equal(120, await host.LoggedAsync("confirmed"));
        Assert.All(await host.ItemsAsync(batch), i => Assert.Equal(nameof(ChangeResult.Done), i.Answer));
        Assert.Equal(50, (await host.Database.AllAsync()).Count(r => r.HoldsSeat));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_share_the_batches_and_do_no_item_twice(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(40, seats: 40, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Link, Enumerable.Range(1, 40));

        // One instance takes the batch; the other finds nothing to do.
        var rounds = await Task.WhenAll(
            host.Runner(1).RunOnceAsync(CancellationToken.None),
            host.Runner(2).RunOnceAsync(CancellationToken.None)
        );
        Assert.Contains(true, rounds);
        Assert.Equal(40, await host.LoggedAsync("sent the link again"));

        // If a claim ends too early, two instances can have the same item: only one of them does it.
        var second = await host.BeginAsync(BatchKind.Link, [1, 2, 3]);
        var items = await host.ItemsAsync(second);
        await Task.WhenAll(items.SelectMany(item => new[] { host.ProcessAsync(second, item, 1), host.ProcessAsync(second, item, 2) }));

        Assert.Equal(43, await host.LoggedAsync("sent the link again"));
        await using var db = host.Database.Open();
        Assert.Equal(43, await db.Outbox.CountAsync(m => m.Kind == MailKind.LinkAgain));
        Assert.Equal(BatchState.Finished, await host.StateAsync(batch));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paused_batch_does_nothing_until_it_is_resumed(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(30, seats: 30, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Link, Enumerable.Range(1, 30));
        await host.ProcessAsync(batch, (await host.ItemsAsync(batch))[0], 0);
        await host.PauseAsync(batch);

        await host.RunAsync();
        foreach (var item in await host.ItemsAsync(batch))
            await host.ProcessAsync(batch, item, 0);
        Assert.Equal(1, await host.LoggedAsync("sent the link again"));

        await host.ResumeAsync(batch);
        await host.RunAsync();
        Assert.Equal(30, await host.LoggedAsync("sent the link again"));
        Assert.Equal(1, await host.LoggedAsync($"paused batch {batch.Id}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_twice_is_one_batch(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.FillAsync(3, seats: 3, areConfirmed: true);
        var form = Guid.NewGuid();

        var (first, second) = (
            await host.BeginAsync(BatchKind.Link, [1, 2, 3], form),
            await host.BeginAsync(BatchKind.Link, [1, 2, 3], form)
        );
        await host.RunAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(3, await host.LoggedAsync("sent the link again"));
    }

    [Fact]
    public async Task A_batch_of_offers_overtakes_nobody_on_the_waiting_list()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2, reserved: 1);
        await host.FillAsync(4, seats: 1, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Offer, [3, 2, 1, 99]);
        await host.RunAsync();
        Assert.Equal("3 OthersFirst, 2 Full, 1 NoChange, 99 NotFound", await host.AnswersAsync(batch));

        // The reserve is released: the first person on the waiting list gets the only free seat.
        host.Database.Time.Advance(TimeSpan.FromDays(33));
        var again = await host.BeginAsync(BatchKind.Offer, [2, 3]);
        await host.RunAsync();
        Assert.Equal("2 Done, 3 Full", await host.AnswersAsync(again));
        Assert.Equal("p1 seat, p2 offer, p3 waiting list 1, p4 waiting list 2", await host.Database.StandingAsync());
    }

    [Fact]
    public async Task Undoing_a_batch_restores_everybody_whose_place_is_still_available()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2);
        await host.FillAsync(5, seats: 2, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Remote, [1, 4, 5]);
        await host.RunAsync();
        // The seat of p1 is kept for ten minutes, then p3 is offered it.
        await host.Database.WaitAsync(KeptSeat.Time);
        Assert.Equal("p1 remote, p2 seat, p3 offer, p4 remote, p5 remote", await host.Database.StandingAsync());
        // One of them acts in the meantime.
        await host.Database.CancelAsync("p5");

        var undo = (
            await host.WithBatchesAsync(batches =>
                batches.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
        )!;
        await host.RunAsync();

        // The seat of p1 has been offered to p3, so p1 and p4 join the end of the waiting list. p5 stays cancelled.
        Assert.Equal("1 Queued, 4 Queued, 5 Conflict", await host.AnswersAsync(undo));
        Assert.Equal("p1 waiting list 1, p2 seat, p3 offer, p4 waiting list 2, p5 cancelled", await host.Database.StandingAsync());
    }

    [Fact]
    public async Task Undoing_a_cancellation_gives_the_seat_back_while_it_is_free()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2);
        await host.FillAsync(2, seats: 2, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Cancel, [1, 2]);
        await host.RunAsync();
        Assert.Equal("p1 cancelled, p2 cancelled", await host.Database.StandingAsync());

        await host.WithBatchesAsync(batches =>
            batches.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await host.RunAsync();

        Assert.Equal("p1 seat, p2 seat", await host.Database.StandingAsync());
        Assert.Equal("Cancelled, Confirmed", await host.Database.MailsAsync("p1"));
    }

    [Fact]
    public async Task Refused_items_can_be_retried()
    {
        using var host = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 1);
        await host.FillAsync(2, seats: 1, areConfirmed: true);
        var batch = await host.BeginAsync(BatchKind.Offer, [2]);
        await host.RunAsync();
        Assert.Equal("2 Full", await host.AnswersAsync(batch));

        await host.Database.SetCapacityAsync(2);
        await host.WithBatchesAsync(async batches =>
        {
            await batches.RetryAsync(batch, RegistrationTestDatabase.Organiser, CancellationToken.None);
            return true;
        });
        await host.RunAsync();

        // The larger capacity has already led to an offer.
        Assert.Equal("2 NoChange", await host.AnswersAsync(batch));
    }

    private sealed class FailingSaveInterceptor(int at) : SaveChangesInterceptor
    {
        private int _saves;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) =>
            Interlocked.Increment(ref _saves) >= at
                ? throw new OperationCanceledException("The process has crashed.")
                : base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
