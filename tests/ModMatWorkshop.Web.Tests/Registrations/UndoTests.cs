using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Web.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>The last change to a person is taken back, as far as the room still allows.</summary>
public class UndoTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_that_is_undone_gives_the_same_seat_back_when_nobody_waits(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        await desk.SeatAsync("ada", "ben");
        await desk.RegisterAsync("cat");
        await desk.CancelAsync("ben");
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ben"));
        Assert.Equal(2, (await desk.FindAsync("ben"))!.SeatNumber);
        Assert.Equal("ada seat, ben seat, cat pending seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, Cancelled, Confirmed", await desk.MailsAsync("ben"));

        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben cancelled, cat pending seat", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben seat, cat pending seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_that_has_gone_does_not_come_back_by_an_undo(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben offer, cat line 1", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Queued, await UndoAsync(desk, "ada"));
        Assert.Equal("ada line 2, ben offer, cat line 1", await desk.StandingAsync());

        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ada"));
        Assert.Equal("ada cancelled, ben offer, cat line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_place_in_line_comes_back_unless_the_line_has_moved_up(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.LeaveAsync("ben");
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());

        await desk.LeaveAsync("ben");
        await desk.SetCapacityAsync(2);
        await desk.SeatAsync("dan");
        Assert.Equal("ada seat, ben remote, cat offer, dan line 1", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Queued, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 2, cat offer, dan line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_action_can_be_undone(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.RegisterAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new Confirm(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal((ChangeResult.Done, "ada pending seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await desk.LeaveAsync("ada");
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada remote"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await OfferAsync(desk, "ada");
        Assert.Equal((ChangeResult.Done, "ada remote"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        await OfferAsync(desk, "ada");
        await desk.AcceptAsync("ada");
        Assert.Equal((ChangeResult.Done, "ada offer"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await UpdateDetailsAsync(desk, "ada", d => d with { GivenName = "Augusta", MayBeListed = true });
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ada"));
        Assert.Equal(("ada", false, null), await ToldAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ada"));
        Assert.Equal(("Augusta", true, desk.Time.GetUtcNow()), await ToldAsync());

        await CorrectAsync(desk, "ada", "augusta");
        var generation = (await desk.FindAsync("augusta"))!.Generation;
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(desk, "augusta"), await desk.StandingAsync()));
        Assert.Equal(generation + 1, (await desk.FindAsync("ada"))!.Generation);

        await desk.CancelAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new Reinstate(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal((ChangeResult.Done, "ada cancelled"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        async Task<(string, bool, DateTimeOffset?)> ToldAsync()
        {
            var ada = (await desk.FindAsync("ada"))!;
            return (ada.Details.GivenName, ada.Details.MayBeListed, ada.ListedSince);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_pending_again_after_an_undo_has_as_long_as_anybody_to_confirm(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        await desk.WaitAsync(TimeSpan.FromDays(20));
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ada"));

        await desk.WaitAsync(TimeSpan.FromDays(6));
        Assert.Equal("ada pending nowhere", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("ada"));
        Assert.Equal("ada seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undo_of_what_is_no_longer_the_last_change_does_nothing(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        var shown = (await HistoryAsync(desk, "ada"))[^1].Id;
        await desk.LeaveAsync("ada");
        Assert.Equal(
            ChangeResult.Conflict,
            await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new UndoLastChange(shown), RegistrationTestDatabase.Organiser, Never))
        );
        var ofBen = (await HistoryAsync(desk, "ben"))[^1].Id;
        Assert.Equal(
            ChangeResult.Conflict,
            await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new UndoLastChange(ofBen), RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal("ada remote, ben seat", await desk.StandingAsync());

        await CorrectAsync(desk, "ben", "bob");
        await desk.SeatAsync("ben");
        Assert.Equal(ChangeResult.AddressTaken, await UndoAsync(desk, "bob"));
    }
}
