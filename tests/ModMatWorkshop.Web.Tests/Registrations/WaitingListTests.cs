using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public class WaitingListTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_freed_seat_is_offered_to_the_first_in_line_who_takes_it(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.Done, await desk.CancelAsync("ada"));
        Assert.Equal("ada cancelled, ben offer, cat line 1", await desk.StandingAsync());
        Assert.Equal(desk.Time.GetUtcNow().AddHours(48), (await desk.FindAsync("ben"))!.OfferUntil);

        Assert.Equal(ChangeResult.TooLate, await desk.AcceptAsync("cat"));
        Assert.Equal(ChangeResult.Done, await desk.AcceptAsync("ben"));
        Assert.Equal(ChangeResult.NoChange, await desk.AcceptAsync("ben"));
        Assert.Equal("ada cancelled, ben seat, cat line 1", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, SwitchedToSeat", await desk.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_offer_that_is_declined_goes_to_the_next(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("ada");
        Assert.Equal(ChangeResult.Done, await desk.LeaveAsync("ben"));
        Assert.Equal("ada cancelled, ben remote, cat offer", await desk.StandingAsync());

        Assert.Equal(ChangeResult.TooLate, await desk.AcceptAsync("ben"));
        Assert.Equal(ChangeResult.Done, await desk.ComeAsync("ben"));
        Assert.Equal("ada cancelled, ben line 1, cat offer", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, SwitchedToRemote, WaitingList", await desk.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_offer_that_lapses_goes_to_the_next_and_the_remote_place_stays(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat", "dan");
        await desk.CancelAsync("ada");
        await desk.WaitAsync(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben offer, cat line 1, dan line 2", await desk.StandingAsync());

        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben remote, cat offer, dan line 1", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, Offer, OfferLapsed", await desk.MailsAsync("ben"));

        // Nobody waits for the sweep: who answers too late passes the seat on.
        desk.Time.Advance(TimeSpan.FromHours(48));
        Assert.Equal(ChangeResult.TooLate, await desk.AcceptAsync("cat"));
        Assert.Equal("ada cancelled, ben remote, cat remote, dan offer", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_offer_outlives_the_beginning_and_none_is_made_after_it(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        desk.Time.SetUtcNow(new(2030, 3, 30, 6, 0, 0, TimeSpan.Zero));
        await desk.CancelAsync("ada");
        Assert.Equal(new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero), (await desk.FindAsync("ben"))!.OfferUntil);

        await desk.WaitAsync(TimeSpan.FromHours(2));
        Assert.Equal("ada cancelled, ben remote, cat line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_switches_both_ways(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        Assert.Equal(ChangeResult.Done, await desk.LeaveAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await desk.LeaveAsync("ada"));
        Assert.Equal("ada remote, ben offer", await desk.StandingAsync());

        await desk.LeaveAsync("ben");
        Assert.Equal(ChangeResult.Done, await desk.ComeAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await desk.ComeAsync("ada"));
        Assert.Equal("ada seat, ben remote", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, SwitchedToRemote, SwitchedToSeat", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_makes_no_sense_is_answered_and_changes_nothing(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.RegisterAsync("ada");
        Assert.Equal(ChangeResult.InvalidState, await desk.ComeAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await desk.AcceptAsync("ada"));
        Assert.Equal(ChangeResult.NotFound, await desk.ConfirmAsync("nobody"));
        Assert.Equal("ada pending seat", await desk.StandingAsync());

        Assert.Equal(ChangeResult.Done, await desk.CancelAsync("ada"));
        Assert.Equal(ChangeResult.NoChange, await desk.CancelAsync("ada"));
        Assert.Equal(
            [ChangeResult.InvalidState, ChangeResult.InvalidState, ChangeResult.InvalidState, ChangeResult.TooLate],
            [await desk.ConfirmAsync("ada"), await desk.ComeAsync("ada"), await desk.LeaveAsync("ada"), await desk.AcceptAsync("ada")]
        );
        Assert.Equal("ada cancelled", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_seats_are_offered_at_once_and_fewer_unseat_nobody(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SeatAsync("ada", "ben", "cat", "dan", "eve");
        await desk.SetCapacityAsync(4);
        Assert.Equal("ada seat, ben seat, cat offer, dan offer, eve line 1", await desk.StandingAsync());

        await desk.SetCapacityAsync(1);
        Assert.Equal("ada seat, ben seat, cat offer, dan offer, eve line 1", await desk.StandingAsync());
        await desk.CancelAsync("ada");
        await desk.LeaveAsync("cat");
        await desk.AcceptAsync("dan");
        Assert.Equal("ada cancelled, ben seat, cat remote, dan seat, eve line 1", await desk.StandingAsync());

        await desk.SetCapacityAsync(null);
        await desk.CancelAsync("ben");
        Assert.Equal("ada cancelled, ben cancelled, cat remote, dan seat, eve offer", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_public_is_told_coarsely_what_is_left(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 12);
        Assert.Equal(SeatsLeft.Many, await LeftAsync());
        await desk.SeatAsync("ada", "ben");
        Assert.Equal(SeatsLeft.Few, await LeftAsync());
        await desk.SetCapacityAsync(2);
        Assert.Equal(SeatsLeft.None, await LeftAsync());

        async Task<SeatsLeft> LeftAsync()
        {
            await using var db = desk.Open();
            return (await RegistrationContext.ReadAvailabilityAsync(db, desk.Time.GetUtcNow(), CancellationToken.None)).Left;
        }
    }
}
