using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Workshops in the room only, and workshops that take place remotely only.</summary>
public sealed class AttendanceOfferTests
{
    [Fact]
    public void In_the_room_only_a_form_for_a_remote_place_gets_a_seat_or_the_waiting_list()
    {
        var sample = new SeatingSample(seats: 1, offer: AttendanceOffer.InPersonOnly);

        Assert.Equal(
            (Place.Seat, Place.WaitingList),
            (sample.Register("Ada", Attendance.Remote).Place, sample.Register("Emmy", Attendance.Remote).Place)
        );
        Assert.Equal(("pending seat", "pending waiting list 1"), (sample.StandingOf(sample["Ada"]), sample.StandingOf(sample["Emmy"])));
    }

    [Fact]
    public void In_the_room_only_nobody_switches_to_remote()
    {
        var sample = new SeatingSample(seats: 1, offer: AttendanceOffer.InPersonOnly);
        sample.Seat("Ada", "Emmy");

        Assert.Equal(
            (ChangeResult.InvalidState, ChangeResult.InvalidState),
            (sample.Apply("Ada", new FollowRemotely()).Result, sample.Apply("Emmy", new FollowRemotely()).Result)
        );
        Assert.Equal(("seat", "waiting list 1"), (sample.StandingOf(sample["Ada"]), sample.StandingOf(sample["Emmy"])));
    }

    [Fact]
    public void In_the_room_only_a_lapsed_offer_ends_the_registration()
    {
        var sample = new SeatingSample(seats: 1, offer: AttendanceOffer.InPersonOnly);
        sample.Seat("Ada", "Emmy");
        sample.Apply("Ada", new Cancel());
        sample.OfferFreeSeats();

        var decision = sample.Apply("Emmy", new LapseOffer());

        Assert.Equal("cancelled", sample.StandingOf(sample["Emmy"]));
        Assert.Equal([MailKind.OfferLapsed], decision.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void Whoever_waits_attends_remotely_only_where_there_is_a_stream()
    {
        var sample = new SeatingSample(seats: 0);
        sample.Register("Ada");
        var day = new DateOnly(2030, 3, 30);
        sample["Ada"]
            .UpdateDetails(
                SeatingSample.DetailsOf("Ada") with
                {
                    HalfDays = [new(day, HalfDay.Morning, Attendance.InPerson)],
                },
                SeatingSample.Noon
            );

        Assert.Equal(
            (Attendance.Remote, null),
            (
                sample["Ada"].AttendanceAt(day, HalfDay.Morning),
                sample["Ada"].AttendanceAt(day, HalfDay.Morning, AttendanceOffer.InPersonOnly)
            )
        );
    }

    [Fact]
    public void Remotely_only_a_form_for_a_seat_gets_a_remote_place_and_nobody_waits()
    {
        var sample = new SeatingSample(seats: 0, offer: AttendanceOffer.RemoteOnly);

        Assert.Equal(Place.Remote, sample.Register("Ada").Place);
        sample.Apply("Ada", new Confirm());
        Assert.Equal(
            (ChangeResult.InvalidState, "remote", 0),
            (sample.Apply("Ada", new RequestSeat()).Result, sample.StandingOf(sample["Ada"]), sample.Seating.Waiting)
        );
    }

    [Theory]
    [InlineData(50, false, AttendanceOffer.Both)]
    [InlineData(50, true, AttendanceOffer.InPersonOnly)]
    [InlineData(0, false, AttendanceOffer.RemoteOnly)]
    public void The_offer_follows_from_seats_and_remote_places(int seats, bool isInPersonOnly, AttendanceOffer offer) =>
        Assert.Equal(offer, AttendanceOffers.Of(seats, isInPersonOnly));
}
