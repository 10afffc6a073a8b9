using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>The last change to a registration is undone, as far as the seats allow.</summary>
public class UndoTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_cancellation_gives_the_same_seat_back_if_it_is_free(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        await database.SeatAsync("ada", "ben");
        await database.RegisterAsync("cat");
        await database.CancelAsync("ben");
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ben"));
        Assert.Equal(2, (await database.FindAsync("ben"))!.SeatNumber);
        Assert.Equal("ada seat, ben seat, cat pending seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, Cancelled, Confirmed", await database.MailsAsync("ben"));

        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ben"));
        Assert.Equal("ada seat, ben cancelled, cat pending seat", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ben"));
        Assert.Equal("ada seat, ben seat, cat pending seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_cancellation_leads_to_the_waiting_list_if_the_seat_is_taken(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben offer, cat waiting list 1", await database.StandingAsync());
        Assert.Equal(ChangeResult.Queued, await UndoAsync(database, "ada"));
        Assert.Equal("ada waiting list 2, ben offer, cat waiting list 1", await database.StandingAsync());

        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal("ada cancelled, ben offer, cat waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undo_restores_the_rank_on_the_waiting_list_unless_others_have_been_offered_seats(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.FollowRemotelyAsync("ben");
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ben"));
        Assert.Equal("ada seat, ben waiting list 1, cat waiting list 2", await database.StandingAsync());

        await database.FollowRemotelyAsync("ben");
        await database.SetCapacityAsync(2);
        await database.SeatAsync("dan");
        Assert.Equal("ada seat, ben remote, cat offer, dan waiting list 1", await database.StandingAsync());
        Assert.Equal(ChangeResult.Queued, await UndoAsync(database, "ben"));
        Assert.Equal("ada seat, ben waiting list 2, cat offer, dan waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_action_can_be_undone(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.RegisterAsync("ada");
        await AskAsync(database, "ada", (d, id) => d.ApplyAsync(id, new Confirm(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal((ChangeResult.Done, "ada pending seat"), (await UndoAsync(database, "ada"), await database.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(database, "ada"), await database.StandingAsync()));

        await database.FollowRemotelyAsync("ada");
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(database, "ada"), await database.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada remote"), (await UndoAsync(database, "ada"), await database.StandingAsync()));

        await OfferAsync(database, "ada");
        Assert.Equal((ChangeResult.Done, "ada remote"), (await UndoAsync(database, "ada"), await database.StandingAsync()));
        await OfferAsync(database, "ada");
        await database.AcceptAsync("ada");
        Assert.Equal((ChangeResult.Done, "ada offer"), (await UndoAsync(database, "ada"), await database.StandingAsync()));
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(database, "ada"), await database.StandingAsync()));

        await UpdateDetailsAsync(database, "ada", d => d with { GivenName = "Augusta", MayBeListed = true });
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal(("ada", false, null), await AnswersAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        // A consent that was taken back does not return.
        Assert.Equal(("Augusta", false, null), await AnswersAsync());

        await CorrectAsync(database, "ada", "augusta");
        var generation = (await database.FindAsync("augusta"))!.Generation;
        Assert.Equal((ChangeResult.Done, "ada seat"), (await UndoAsync(database, "augusta"), await database.StandingAsync()));
        Assert.Equal(generation + 1, (await database.FindAsync("ada"))!.Generation);

        await database.CancelAsync("ada");
        await AskAsync(database, "ada", (d, id) => d.ApplyAsync(id, new Reinstate(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal((ChangeResult.Done, "ada cancelled"), (await UndoAsync(database, "ada"), await database.StandingAsync()));

        async Task<(string, bool, DateTimeOffset?)> AnswersAsync()
        {
            var ada = (await database.FindAsync("ada"))!;
            return (ada.Details.GivenName, ada.Details.MayBeListed, ada.ListedSince);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_registration_that_is_pending_after_an_undo_has_the_full_time_to_confirm(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.WaitAsync(TimeSpan.FromDays(20));
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));

        await database.WaitAsync(TimeSpan.FromDays(6));
        Assert.Equal("ada pending no place", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("ada"));
        Assert.Equal("ada seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_change_that_is_no_longer_the_last_one_is_refused(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        var shown = (await HistoryAsync(database, "ada"))[^1].Id;
        await database.FollowRemotelyAsync("ada");
        Assert.Equal(
            ChangeResult.Conflict,
            await AskAsync(database, "ada", (d, id) =>
                d.ApplyAsync(id, new UndoLastChange(shown), RegistrationTestDatabase.Organiser, Never)
            )
        );
        var ofBen = (await HistoryAsync(database, "ben"))[^1].Id;
        Assert.Equal(
            ChangeResult.Conflict,
            await AskAsync(database, "ada", (d, id) =>
                d.ApplyAsync(id, new UndoLastChange(ofBen), RegistrationTestDatabase.Organiser, Never)
            )
        );
        Assert.Equal("ada remote, ben seat", await database.StandingAsync());

        await CorrectAsync(database, "ben", "bob");
        await database.SeatAsync("ben");
        Assert.Equal(ChangeResult.AddressTaken, await UndoAsync(database, "bob"));
    }
}
