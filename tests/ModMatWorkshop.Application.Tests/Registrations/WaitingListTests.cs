using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public class WaitingListTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_freed_seat_is_offered_to_the_first_person_on_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.Done, await database.CancelAsync("ada"));
        Assert.Equal("ada cancelled, ben offer, cat waiting list 1", await database.StandingAsync());
        Assert.Equal(database.Time.GetUtcNow().AddHours(48), (await database.FindAsync("ben"))!.OfferUntil);

        Assert.Equal(ChangeResult.TooLate, await database.AcceptAsync("cat"));
        Assert.Equal(ChangeResult.Done, await database.AcceptAsync("ben"));
        Assert.Equal(ChangeResult.NoChange, await database.AcceptAsync("ben"));
        Assert.Equal("ada cancelled, ben seat, cat waiting list 1", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, SwitchedToSeat", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_declined_offer_the_seat_is_offered_to_the_next_person(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.CancelAsync("ada");
        Assert.Equal(ChangeResult.Done, await database.FollowRemotelyAsync("ben"));
        Assert.Equal("ada cancelled, ben remote, cat offer", await database.StandingAsync());

        Assert.Equal(ChangeResult.TooLate, await database.AcceptAsync("ben"));
        Assert.Equal(ChangeResult.Done, await database.RequestSeatAsync("ben"));
        Assert.Equal("ada cancelled, ben waiting list 1, cat offer", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, SwitchedToRemote, WaitingList", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_lapsed_offer_the_seat_is_offered_to_the_next_person_and_the_first_stays_remote(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat", "dan");
        await database.CancelAsync("ada");
        await database.WaitAsync(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben offer, cat waiting list 1, dan waiting list 2", await database.StandingAsync());

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben remote, cat offer, dan waiting list 1", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, OfferLapsed", await database.MailsAsync("ben"));

        // Maintenance has not run yet: the late answer itself passes the seat on.
        database.Time.Advance(TimeSpan.FromHours(48));
        Assert.Equal(ChangeResult.TooLate, await database.AcceptAsync("cat"));
        Assert.Equal("ada cancelled, ben remote, cat remote, dan offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_offer_ends_at_the_start_of_the_workshop_and_none_is_made_after_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        database.Time.SetUtcNow(new(2030, 3, 30, 6, 0, 0, TimeSpan.Zero));
        await database.CancelAsync("ada");
        Assert.Equal(new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero), (await database.FindAsync("ben"))!.OfferUntil);

        await database.WaitAsync(TimeSpan.FromHours(2));
        Assert.Equal("ada cancelled, ben remote, cat waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_participant_can_switch_between_a_seat_and_remote_attendance(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        Assert.Equal(ChangeResult.Done, await database.FollowRemotelyAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await database.FollowRemotelyAsync("ada"));
        Assert.Equal("ada remote, ben offer", await database.StandingAsync());

        await database.FollowRemotelyAsync("ben");
        Assert.Equal(ChangeResult.Done, await database.RequestSeatAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await database.RequestSeatAsync("ada"));
        Assert.Equal("ada seat, ben remote", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, SwitchedToRemote, SwitchedToSeat", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Commands_in_the_wrong_state_are_refused_and_change_nothing(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.RegisterAsync("ada");
        Assert.Equal(ChangeResult.InvalidState, await database.RequestSeatAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await database.AcceptAsync("ada"));
        Assert.Equal(ChangeResult.NotFound, await database.ConfirmAsync("nobody"));
        Assert.Equal("ada pending seat", await database.StandingAsync());

        Assert.Equal(ChangeResult.Done, await database.CancelAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await database.CancelAsync("ada"));
        Assert.Equal(
            [ChangeResult.InvalidState, ChangeResult.InvalidState, ChangeResult.InvalidState, ChangeResult.TooLate],
            [
                await database.ConfirmAsync("ada"),
                await database.RequestSeatAsync("ada"),
                await database.FollowRemotelyAsync("ada"),
                await database.AcceptAsync("ada"),
            ]
        );
        Assert.Equal("ada cancelled", await database.StandingAsync());
        Assert.Equal("ConfirmAddress", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Additional_seats_are_offered_at_once_and_a_lower_capacity_takes_no_seat_away(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada", "ben", "cat", "dan", "eve");
        await database.SetCapacityAsync(4);
        Assert.Equal("ada seat, ben seat, cat offer, dan offer, eve waiting list 1", await database.StandingAsync());

        await database.SetCapacityAsync(1);
        Assert.Equal("ada seat, ben seat, cat offer, dan offer, eve waiting list 1", await database.StandingAsync());
        await database.CancelAsync("ada");
        await database.FollowRemotelyAsync("cat");
        await database.AcceptAsync("dan");
        Assert.Equal("ada cancelled, ben seat, cat remote, dan seat, eve waiting list 1", await database.StandingAsync());

        await database.SetCapacityAsync(null);
        await database.CancelAsync("ben");
        Assert.Equal("ada cancelled, ben cancelled, cat remote, dan seat, eve offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_public_sees_only_roughly_how_many_seats_are_left(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 12);
        Assert.Equal(SeatsLeft.Many, await LeftAsync());
        await database.SeatAsync("ada", "ben");
        Assert.Equal(SeatsLeft.Few, await LeftAsync());
        await database.SetCapacityAsync(2);
        Assert.Equal(SeatsLeft.None, await LeftAsync());

        async Task<SeatsLeft> LeftAsync()
        {
            await using var db = database.Open();
            return (await RegistrationContext.ReadAvailabilityAsync(db, database.Time.GetUtcNow(), CancellationToken.None)).Left;
        }
    }
}
