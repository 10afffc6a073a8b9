using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed class BatchTests(ITestOutputHelper output)
{
    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Five_hundred_are_confirmed_as_was_foreseen_each_once_with_one_line_in_the_log(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.FillAsync(500, seats: 40, areConfirmed: false);
        var all = Enumerable.Range(1, 500);

        var watch = Stopwatch.StartNew();
        var foreseen = await office.PreviewAsync(BatchKind.Confirm, all);
        var preview = watch.ElapsedMilliseconds;
        var batch = await office.BeginAsync(BatchKind.Confirm, foreseen.Select(f => f.Number));
        watch.Restart();
        await office.RunAsync();
        output.WriteLine($"{engine}: preview of 500 in {preview} ms, done in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(
            foreseen.Select(f => (f.Number, (string?)f.Preview.Result.ToString())),
            (await office.ItemsAsync(batch)).Select(i => (i.Number!.Value, i.Answer))
        );
        Assert.Equal(foreseen.OrderBy(f => f.Number).Select(f => f.Preview.Place), (await office.Desk.AllAsync()).Select(r => r.Place));
        Assert.Equal(50, foreseen.Count(f => f.Preview.Place is Place.Seat or Place.Offer));
        Assert.Equal(BatchState.Finished, await office.StateAsync(batch));
        Assert.Equal(500, await office.LoggedAsync("confirmed"));
        await using var db = office.Desk.Open();
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
    public async Task What_is_foreseen_is_what_comes(Engine engine, BatchKind kind)
    {
        using var office = await BatchTestHost.OpenAsync(engine, seats: 3, reserved: 1);
        await office.FillAsync(7, seats: 2, areConfirmed: true);
        await office.Desk.CancelAsync("p5");
        await office.Desk.LeaveAsync("p4");
        await office.Desk.RegisterAsync("late");
        await office.Desk.RegisterAsync("far", Attendance.Remote);
        // The seat of the reserve is released, and the sweep has not come round yet.
        office.Desk.Time.Advance(TimeSpan.FromDays(33));

        var foreseen = await office.PreviewAsync(kind, Enumerable.Range(1, 9));
        var batch = await office.BeginAsync(kind, foreseen.Select(f => f.Number));
        await office.RunAsync();

        Assert.Equal(
            string.Join(", ", foreseen.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Number} {f.Preview.Result}"))),
            await office.AnswersAsync(batch)
        );
        var places = (await office.Desk.AllAsync()).ToDictionary(r => r.Number, r => r.Place);
        // Somebody in line may be offered a seat by what is done to those who come after.
        Assert.All(foreseen.Where(f => f.Preview.Result == ChangeResult.Done), f =>
            Assert.True(
                f.Preview.Place == places[f.Number] || (f.Preview.Place, places[f.Number]) == (Place.WaitingList, Place.Offer),
                $"{f} {places[f.Number]}"
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Interrupted_in_the_middle_of_a_turn_and_resumed_nothing_is_done_twice(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.FillAsync(120, seats: 40, areConfirmed: false);
        var batch = await office.BeginAsync(BatchKind.Confirm, Enumerable.Range(1, 120));

        // The process dies while the turn is being written, and with it what it had claimed.
        office.Desk.Interceptors = [new FailingSaveInterceptor(75)];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.Runner(1).RunOnceAsync(CancellationToken.None));
        office.Desk.Interceptors = [];
        var done = (await office.ItemsAsync(batch)).Count(i => i.State != BatchItemState.Waiting);
        Assert.InRange(done, 1, 119);
        Assert.Equal(done, await office.LoggedAsync("confirmed"));

        office.Desk.Time.Advance(TimeSpan.FromMinutes(1));
        await office.RunAsync();

        Assert.Equal(120, await office.LoggedAsync("confirmed"));
        Assert.All(await office.ItemsAsync(batch), i => Assert.Equal(nameof(ChangeResult.Done), i.Answer));
        Assert.Equal(50, (await office.Desk.AllAsync()).Count(r => r.HoldsSeat));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_share_the_batches_and_do_no_item_twice(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.FillAsync(40, seats: 40, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Link, Enumerable.Range(1, 40));

        // One takes the batch, and the other finds nothing to do.
        var rounds = await Task.WhenAll(
            office.Runner(1).RunOnceAsync(CancellationToken.None),
            office.Runner(2).RunOnceAsync(CancellationToken.None)
        );
        Assert.Contains(true, rounds);
        Assert.Equal(40, await office.LoggedAsync("sent the link again"));

        // Even if both held the same item, as after a claim that ended too soon, one of them does it.
        var second = await office.BeginAsync(BatchKind.Link, [1, 2, 3]);
        var items = await office.ItemsAsync(second);
        await Task.WhenAll(items.SelectMany(item => new[] { office.DoAsync(second, item, 1), office.DoAsync(second, item, 2) }));

        Assert.Equal(43, await office.LoggedAsync("sent the link again"));
        await using var db = office.Desk.Open();
        Assert.Equal(43, await db.Outbox.CountAsync(m => m.Kind == MailKind.LinkAgain));
        Assert.Equal(BatchState.Finished, await office.StateAsync(batch));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paused_batch_rests_until_it_is_resumed(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.FillAsync(30, seats: 30, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Link, Enumerable.Range(1, 30));
        await office.DoAsync(batch, (await office.ItemsAsync(batch))[0], 0);
        await office.PauseAsync(batch);

        await office.RunAsync();
        foreach (var item in await office.ItemsAsync(batch))
            await office.DoAsync(batch, item, 0);
        Assert.Equal(1, await office.LoggedAsync("sent the link again"));

        await office.ResumeAsync(batch);
        await office.RunAsync();
        Assert.Equal(30, await office.LoggedAsync("sent the link again"));
        Assert.Equal(1, await office.LoggedAsync($"paused batch {batch.Id}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_twice_is_one_batch(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.FillAsync(3, seats: 3, areConfirmed: true);
        var form = Guid.NewGuid();

        var (first, second) = (
            await office.BeginAsync(BatchKind.Link, [1, 2, 3], form),
            await office.BeginAsync(BatchKind.Link, [1, 2, 3], form)
        );
        await office.RunAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(3, await office.LoggedAsync("sent the link again"));
    }

    [Fact]
    public async Task Nobody_in_line_is_overtaken_by_an_offer()
    {
        using var office = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2, reserved: 1);
        await office.FillAsync(4, seats: 1, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Offer, [3, 2, 1, 99]);
        await office.RunAsync();
        Assert.Equal("3 OthersFirst, 2 Full, 1 NoChange, 99 NotFound", await office.AnswersAsync(batch));

        // The reserve is released: the first of the line, and then nobody, since the other seat is taken.
        office.Desk.Time.Advance(TimeSpan.FromDays(33));
        var again = await office.BeginAsync(BatchKind.Offer, [2, 3]);
        await office.RunAsync();
        Assert.Equal("2 Done, 3 Full", await office.AnswersAsync(again));
        Assert.Equal("p1 seat, p2 offer, p3 line 1, p4 line 2", await office.Desk.StandingAsync());
    }

    [Fact]
    public async Task What_was_done_to_the_wrong_people_is_taken_back_as_far_as_it_can_be()
    {
        using var office = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2);
        await office.FillAsync(5, seats: 2, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Remote, [1, 4, 5]);
        await office.RunAsync();
        Assert.Equal("p1 remote, p2 seat, p3 offer, p4 remote, p5 remote", await office.Desk.StandingAsync());
        // Somebody acts on their own in between.
        await office.Desk.CancelAsync("p5");

        var undo = (
            await office.AtBatchesAsync(batches =>
                batches.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
        )!;
        await office.RunAsync();

        // The seat has been offered to p3, so p1 joins the end; p4 is where they were, and p5 stays cancelled.
        Assert.Equal("1 Queued, 4 Done, 5 Conflict", await office.AnswersAsync(undo));
        Assert.Equal("p1 line 2, p2 seat, p3 offer, p4 line 1, p5 cancelled", await office.Desk.StandingAsync());
    }

    [Fact]
    public async Task A_cancellation_that_is_taken_back_brings_the_seat_back_while_it_is_free()
    {
        using var office = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 2);
        await office.FillAsync(2, seats: 2, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Cancel, [1, 2]);
        await office.RunAsync();
        Assert.Equal("p1 cancelled, p2 cancelled", await office.Desk.StandingAsync());

        await office.AtBatchesAsync(batches =>
            batches.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await office.RunAsync();

        Assert.Equal("p1 seat, p2 seat", await office.Desk.StandingAsync());
        Assert.Equal("Cancelled, Confirmed", await office.Desk.MailsAsync("p1"));
    }

    [Fact]
    public async Task Whom_the_desk_refused_is_asked_about_again()
    {
        using var office = await BatchTestHost.OpenAsync(Engine.Sqlite, seats: 1);
        await office.FillAsync(2, seats: 1, areConfirmed: true);
        var batch = await office.BeginAsync(BatchKind.Offer, [2]);
        await office.RunAsync();
        Assert.Equal("2 Full", await office.AnswersAsync(batch));

        await office.Desk.SetCapacityAsync(2);
        await office.AtBatchesAsync(async batches =>
        {
            await batches.RetryAsync(batch, RegistrationTestDatabase.Organiser, CancellationToken.None);
            return true;
        });
        await office.RunAsync();

        // The larger room has offered it already.
        Assert.Equal("2 NoChange", await office.AnswersAsync(batch));
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
                ? throw new OperationCanceledException("The plug has been pulled.")
                : base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
