using System.Globalization;
using CsCheck;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public class SeatPlanTests
{
    private static readonly Gen<Seats> AnySeats = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 10])
        .Select((capacity, held, reserved) => new Seats(capacity, held, reserved));

    private static readonly Gen<SeatRequest?> AnyRequest = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 20], Gen.Bool)
        .Select((kind, ahead, invited) => kind == 0 ? default(SeatRequest?) : new(ahead, invited));

    private static readonly Gen<(Seats Seats, int Waiting, bool OffersMayBeMade, SeatRequest? Request, SeatPlan Plan)> Any = Gen.Select(
            AnySeats,
            Gen.Int[0, 20],
            Gen.Bool,
            AnyRequest
        )
        .Select(
            (seats, waiting, offersMayBeMade, request) =>
                (seats, waiting, offersMayBeMade, request, SeatPlan.For(seats, waiting, offersMayBeMade, request))
        );

    [Fact]
    public void No_more_seats_are_given_than_there_are() =>
        Any.Sample(c => c.Seats.Held + Taken(c.Plan) <= Math.Max(c.Seats.Capacity, c.Seats.Held));

    [Fact]
    public void The_reserve_is_only_for_invited_people() =>
        Any.Sample(c =>
        {
            var open = Taken(c.Plan) - (c.Plan.FromReserve ? 1 : 0);
            return open <= c.Seats.Free && (!c.Plan.FromReserve || c.Request is { Invited: true } && c.Seats.UnusedReserve > 0);
        });

    [Fact]
    public void A_request_gets_a_free_seat_only_after_those_ahead_of_it() =>
        Any.Sample(c => !c.Plan.TakesSeat || c.Plan.FromReserve || c.Seats.Free > c.Request!.Value.Ahead);

    [Fact]
    public void Nobody_is_left_waiting_while_a_seat_is_free() =>
        Any.Sample(c =>
        {
            var left = c.Seats.Free - (Taken(c.Plan) - (c.Plan.FromReserve ? 1 : 0));
            return (!c.OffersMayBeMade || left == 0 || c.Plan.Offers == c.Waiting)
                && (c.Plan.TakesSeat || c.Request is not { } asked || c.Seats.Free <= asked.Ahead);
        });

    [Fact]
    public void There_are_no_more_offers_than_free_seats_or_waiting_people() =>
        Any.Sample(c =>
            c.Plan.Offers >= 0 && c.Plan.Offers <= Math.Min(c.Seats.Free, c.Waiting) && (c.OffersMayBeMade || c.Plan.Offers == 0)
        );

    [Fact]
    public void Without_a_request_no_seat_is_taken() =>
        Any.Sample(c => c.Request is not null || c.Plan is { TakesSeat: false, FromReserve: false });

    [Fact]
    public void Invited_people_take_a_seat_of_the_reserve_first() =>
        Assert.Equal(
            new SeatPlan(TakesSeat: true, FromReserve: true, Offers: 3),
            SeatPlan.For(new(50, 40, 2), 3, true, new(0, Invited: true))
        );

    [Fact]
    public void Invited_people_pass_the_waiting_list_while_the_reserve_lasts()
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
    public void With_fewer_seats_than_people_seated_no_seat_is_given_or_offered() =>
        Assert.Equal(default, SeatPlan.For(new(10, 40, 2), 7, true, new(0, Invited: true)));

    [Theory]
    [InlineData("2021-09-01T08:00", "2021-09-03T08:00")]
    [InlineData("2021-09-19T07:59", "2021-09-21T07:59")]
    [InlineData("2021-09-19T08:00", "2021-09-19T20:00")]
    [InlineData("2021-09-21T19:00", "2021-09-22T07:00")]
    [InlineData("2021-09-21T21:00", "2021-09-22T08:00")]
    [InlineData("2021-09-22T07:59", "2021-09-22T08:00")]
    public void An_offer_lasts_two_days_then_half_a_day_and_ends_before_the_workshop_begins(string now, string until) =>
        Assert.Equal(Utc(until), SeatPlan.OfferUntil(Utc(now), Utc("2021-09-22T08:00")));

    private static int Taken(SeatPlan plan) => (plan.TakesSeat ? 1 : 0) + plan.Offers;

    private static DateTimeOffset Utc(string time) =>
        DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
