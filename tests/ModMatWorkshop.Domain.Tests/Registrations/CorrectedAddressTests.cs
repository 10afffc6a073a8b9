using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>A form that was sent with a mistyped address and is sent again with the right one.</summary>
public sealed class CorrectedAddressTests
{
    private const string Key = "one form";

    [Fact]
    public void The_corrected_address_keeps_the_seat_and_the_link_of_the_wrong_one_stops_working()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Register("tpyo", key: Key);
        var registration = sample["tpyo"];
        var seat = registration.SeatNumber;

        var decision = sample.Register("ada", key: Key, corrects: "tpyo");

        Assert.Equal(Place.Seat, decision.Place);
        Assert.Same(registration, sample.Find("ada"));
        Assert.Null(sample.Find("tpyo"));
        Assert.Equal((seat, 1, "pending seat"), (registration.SeatNumber, registration.Generation, sample.StandingOf(registration)));
        Assert.Equal([MailKind.ConfirmAddress], decision.Decision!.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void The_corrected_address_keeps_its_place_in_line_before_people_who_came_later()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ben");
        sample.Register("tpyo", key: Key);
        sample.Register("cat");

        sample.Register("ada", key: Key, corrects: "tpyo");

        Assert.Equal(
            ("pending waiting list 1", "pending waiting list 2"),
            (sample.StandingOf(sample.Find("ada")!), sample.StandingOf(sample["cat"]))
        );
    }

    [Fact]
    public void The_hold_starts_again_with_the_mail_to_the_corrected_address()
    {
        var sample = new SeatingSample();
        sample.Register("tpyo", key: Key);
        sample.Seating.Now += TimeSpan.FromMinutes(90);

        sample.Register("ada", key: Key, corrects: "tpyo");

        Assert.Equal(sample.Seating.Now + sample.Policy.Hold, sample.Find("ada")!.HoldUntil);
    }

    [Fact]
    public void Other_answers_may_be_corrected_too()
    {
        var sample = new SeatingSample();
        sample.Register("tpyo", key: Key);

        var decision = sample.Register("ada", Attendance.Remote, key: Key, corrects: "tpyo");

        Assert.Equal(Place.Remote, decision.Place);
        Assert.Equal(("ada Lovelace", "pending remote"), (sample["ada"].Details.Name, sample.StandingOf(sample["ada"])));
    }

    [Fact]
    public void If_the_corrected_address_is_registered_the_wrong_one_goes_and_the_sender_sees_no_difference()
    {
        var sample = new SeatingSample(seats: 2);
        sample.Seat("ada");
        sample.Register("tpyo", key: Key);
        var mistyped = sample["tpyo"];

        var decision = sample.Register("ada", key: Key, corrects: "tpyo");

        Assert.Equal((Place.Seat, mistyped), (decision.Place, decision.Replaced));
        Assert.Equal("seat", sample.StandingOf(sample["ada"]));
        Assert.Equal(1, sample.Seating.Seats.Free);
        Assert.Equal([MailKind.AlreadyRegistered], decision.Decision!.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void The_same_form_for_a_second_person_leaves_the_first_one_alone()
    {
        var sample = new SeatingSample();
        sample.Register("ada", key: Key);

        sample.Register("ben", key: Key);

        Assert.Equal(("pending seat", "pending seat"), (sample.StandingOf(sample.Find("ada")!), sample.StandingOf(sample.Find("ben")!)));
    }

    [Fact]
    public void A_changed_address_can_be_stopped_for_two_days_and_not_be_changed_again_meanwhile()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var ada = sample["ada"];
        sample.Apply("ada", new RequestAddressChange(SeatingSample.AddressOf("eve")));
        var confirmed = sample.Apply("ada", new ConfirmNewAddress());
        Assert.Equal([MailKind.LinkAgain, MailKind.AddressChanged], confirmed.Mails.Select(m => m.Kind));

        sample.Seating.Now += TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1);
        var again = sample.Apply("ada", new RequestAddressChange(SeatingSample.AddressOf("mallory")));
        Assert.Equal((ChangeResult.AddressJustChanged, null), (again.Result, ada.NewEmail));

        var generation = ada.Generation;
        var stopped = sample.Apply("ada", new StopAddressChange());
        Assert.Equal((ChangeResult.Done, "ada@lab.example", generation + 1), (stopped.Result, ada.Email, ada.Generation));
        Assert.Equal([MailKind.LinkAgain], stopped.Mails.Select(m => m.Kind));
        Assert.Equal(ChangeResult.NoChange, sample.Apply("ada", new StopAddressChange()).Result);
    }

    [Fact]
    public void After_two_days_a_changed_address_is_final()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        sample.Apply("ada", new RequestAddressChange(SeatingSample.AddressOf("eve")));
        sample.Apply("ada", new ConfirmNewAddress());

        sample.Seating.Now += TimeSpan.FromDays(2);

        Assert.Equal(ChangeResult.TooLate, sample.Apply("ada", new StopAddressChange()).Result);
        Assert.Equal("eve@lab.example", sample["ada"].Email);
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new RequestAddressChange(SeatingSample.AddressOf("ben"))).Result);
    }

    [Fact]
    public void The_previous_address_cannot_come_back_once_it_has_another_registration()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        sample.Apply("ada", new RequestAddressChange(SeatingSample.AddressOf("eve")));
        sample.Apply("ada", new ConfirmNewAddress());

        var stopped = sample.Apply("ada", new StopAddressChange(), new(IsAddressTaken: true));

        Assert.Equal((ChangeResult.AddressTaken, "eve@lab.example"), (stopped.Result, sample["ada"].Email));
    }
}
