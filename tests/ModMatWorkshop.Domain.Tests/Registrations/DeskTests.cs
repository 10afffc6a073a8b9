using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Free seats on the day, and why a seat cannot be offered before.</summary>
public sealed class DeskTests
{
    [Fact]
    public void A_free_seat_goes_to_the_first_in_line_and_to_a_later_one_after_one_question()
    {
        var sample = new SeatingSample(seats: 2);
        sample.Seat("ada", "ben", "cat", "dan", "eve");
        sample.Seating.Now = SeatingSample.Start;
        sample.Apply("ada", new Cancel());
        sample.OfferFreeSeats();

        Assert.Equal(
            [new(ChangeResult.Done), new(ChangeResult.OthersFirst, 1, MayCall: true), new(ChangeResult.OthersFirst, 2, MayCall: true)],
            new[] { Desk(sample, "cat"), Desk(sample, "dan"), Desk(sample, "eve") }
        );
        Assert.Equal(ChangeResult.OthersFirst, sample.Apply("eve", new SeatAtCheckIn()).Result);
        Assert.Equal(ChangeResult.Done, sample.Apply("eve", new SeatAtCheckIn(OthersWereCalled: true)).Result);
        // Nobody else loses anything.
        Assert.Equal(
            ["seat", "waiting list 1", "waiting list 2", "seat"],
            new[] { "ben", "cat", "dan", "eve" }.Select(name => sample.StandingOf(sample[name]))
        );
        Assert.Equal(new DeskSeat(ChangeResult.Full), Desk(sample, "cat"));
        Assert.Equal(ChangeResult.Full, sample.Apply("cat", new SeatAtCheckIn(OthersWereCalled: true)).Result);
    }

    [Fact]
    public void Before_the_start_nobody_passes_the_waiting_list()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada");
        sample.Register("ben");
        sample.Register("cat", Attendance.Remote);
        sample.Apply("cat", new Confirm());
        sample.Apply("ada", new Cancel());
        // Ben has not confirmed, so he gets no offer; Cat is not on the waiting list and comes after him.
        Assert.Equal(new DeskSeat(ChangeResult.OthersFirst, 1), Desk(sample, "cat"));
        Assert.Equal(ChangeResult.OthersFirst, sample.Apply("cat", new SeatAtCheckIn(OthersWereCalled: true)).Result);
    }

    [Fact]
    public void From_the_start_unused_seats_of_the_reserve_are_free()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        var policy = sample.Policy with { ReservedUntil = SeatingSample.End };
        Assert.Equal(
            [(0, 1), (1, 0)],
            new[] { SeatingSample.Start.AddSeconds(-1), SeatingSample.Start }
                .Select(now => policy.SeatsAt(now, held: 1, heldFromReserve: 0))
                .Select(seats => (seats.Free, seats.UnusedReserve))
        );
    }

    [Fact]
    public void From_the_start_no_offers_go_out()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada", "ben");
        sample.Seating.Now = SeatingSample.Start;
        sample.Apply("ada", new Cancel());
        sample.OfferFreeSeats();
        Assert.Equal(("waiting list 1", 1), (sample.StandingOf(sample["ben"]), sample.Seating.Seats.Free));
    }

    [Fact]
    public void The_desk_says_until_when_a_freed_seat_is_kept()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada", "ben");
        sample.Seating.Now = SeatingSample.Start;
        sample.Apply("ada", new FollowRemotely(), new(IsByOrganiser: true));
        Assert.Equal(new DeskSeat(ChangeResult.Kept, KeptUntil: SeatingSample.Start + KeptSeat.Time), Desk(sample, "ben"));
        sample.Seating.Now += KeptSeat.Time;
        Assert.Equal(new DeskSeat(ChangeResult.Done), Desk(sample, "ben"));
    }

    [Fact]
    public void An_offer_that_is_not_possible_says_why()
    {
        var sample = new SeatingSample(seats: 3, reserved: 1);
        sample.Seat("ada", "ben", "cat", "dan");
        sample.Register("eve", Attendance.Remote);
        Assert.Equal(
            [
                new(ChangeResult.NoChange),
                new(ChangeResult.Full, Reserved: 1, At: sample.Policy.ReservedUntil),
                new(ChangeResult.OthersFirst, Ahead: 1),
                new(ChangeResult.InvalidState),
            ],
            new[] { "ada", "cat", "dan", "eve" }.Select(name => OfferRefusal.Of(sample.Seating, sample[name])!)
        );

        sample.Apply("ada", new FollowRemotely(), new(IsByOrganiser: true));
        Assert.Equal(
            new OfferRefusal(ChangeResult.Kept, At: SeatingSample.Noon + KeptSeat.Time),
            OfferRefusal.Of(sample.Seating, sample["cat"])
        );
        // Her own seat can be offered back to her.
        Assert.Null(OfferRefusal.Of(sample.Seating, sample["ada"]));
        sample.Seating.Now += KeptSeat.Time;
        Assert.Null(OfferRefusal.Of(sample.Seating, sample["cat"]));
        sample.Seating.Now = SeatingSample.Start;
        Assert.Equal(new OfferRefusal(ChangeResult.TooLate, At: SeatingSample.Start), OfferRefusal.Of(sample.Seating, sample["cat"]));
    }

    private static DeskSeat Desk(SeatingSample sample, string name) => CheckInRules.SeatFor(sample.Seating, sample[name], isInvited: false);
}
