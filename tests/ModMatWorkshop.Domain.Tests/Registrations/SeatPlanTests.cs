using System.Globalization;
using CsCheck;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public class SeatPlanTests
{
    private static readonly Gen<Seats> AnySeats = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 10])
        .Select((capacity, held, keptBack) => new Seats(capacity, held, keptBack));

    private static readonly Gen<SeatRequest?> AnyRequest = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 20], Gen.Bool)
        .Select((asks, ahead, invited) => asks == 0 ? default(SeatRequest?) : new(ahead, invited));

    private static readonly Gen<(Seats Seats, int Waiting, bool OffersMayBeMade, SeatRequest? Request, SeatPlan Plan)> Any = Gen.Select(
            AnySeats,
            Gen.Int[0, 20],
            Gen.Bool,
            AnyRequest
        )
        .Select((seats, waiting, may, request) => (seats, waiting, may, request, SeatPlan.For(seats, waiting, may, request)));

    [Fact]
    public void The_room_is_never_sold_twice() =>
        Any.Sample(the => the.Seats.Held + Taken(the.Plan) <= Math.Max(the.Seats.Capacity, the.Seats.Held));

    [Fact]
    public void What_is_kept_back_is_only_for_the_invited() =>
        Any.Sample(the =>
        {
            var open = Taken(the.Plan) - (the.Plan.FromReserve ? 1 : 0);
            return open <= the.Seats.Free && (!the.Plan.FromReserve || the.Request is { Invited: true } && the.Seats.UnusedReserve > 0);
        });

    [Fact]
    public void Who_asks_comes_behind_those_ahead() =>
        Any.Sample(the => !the.Plan.TakesSeat || the.Plan.FromReserve || the.Seats.Free > the.Request!.Value.Ahead);

    [Fact]
    public void Nobody_is_left_standing_before_a_free_seat() =>
        Any.Sample(the =>
        {
            var left = the.Seats.Free - (Taken(the.Plan) - (the.Plan.FromReserve ? 1 : 0));
            return (!the.OffersMayBeMade || left == 0 || the.Plan.Offers == the.Waiting)
                && (the.Plan.TakesSeat || the.Request is not { } asked || the.Seats.Free <= asked.Ahead);
        });

    [Fact]
    public void Offers_are_at_most_what_is_free_and_who_waits() =>
        Any.Sample(the =>
            the.Plan.Offers >= 0
            && the.Plan.Offers <= Math.Min(the.Seats.Free, the.Waiting)
            && (the.OffersMayBeMade || the.Plan.Offers == 0)
        );

    [Fact]
    public void A_seat_is_given_only_to_somebody() =>
        Any.Sample(the => the.Request is not null || the.Plan is { TakesSeat: false, FromReserve: false });

    [Fact]
    public void The_invited_draw_on_the_reserve_first() =>
        Assert.Equal(
            new SeatPlan(TakesSeat: true, FromReserve: true, Offers: 3),
            SeatPlan.For(new(50, 40, 2), 3, true, new(0, Invited: true))
        );

    [Fact]
    public void The_invited_pass_the_line_while_there_is_a_reserve()
    {
        Assert.Equal(
            new SeatPlan(TakesSeat: true, FromReserve: true, Offers: 0),
            SeatPlan.For(new(50, 48, 2), 7, true, new(7, Invited: true))
        );
        Assert.Equal(
            new SeatPlan(TakesSeat: false, FromReserve: false, Offers: 0),
            SeatPlan.For(new(50, 50, 0), 7, true, new(7, Invited: true))
        );
    }

    [Fact]
    public void A_room_that_was_made_smaller_gives_nothing_and_takes_nothing() =>
        Assert.Equal(default, SeatPlan.For(new(10, 40, 2), 7, true, new(0, Invited: true)));

    [Theory]
    [InlineData("2021-09-01T08:00", "2021-09-03T08:00")]
    [InlineData("2021-09-19T07:59", "2021-09-21T07:59")]
    [InlineData("2021-09-19T08:00", "2021-09-19T20:00")]
    [InlineData("2021-09-21T19:00", "2021-09-22T07:00")]
    [InlineData("2021-09-21T21:00", "2021-09-22T08:00")]
    [InlineData("2021-09-22T07:59", "2021-09-22T08:00")]
    public void An_offer_leaves_two_days_then_half_a_day_and_ends_before_the_workshop_begins(string now, string until) =>
        Assert.Equal(Utc(until), SeatPlan.OfferUntil(Utc(now), Utc("2021-09-22T08:00")));

    private static int Taken(SeatPlan plan) => (plan.TakesSeat ? 1 : 0) + plan.Offers;

    private static DateTimeOffset Utc(string hour) =>
        DateTimeOffset.Parse(hour, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
