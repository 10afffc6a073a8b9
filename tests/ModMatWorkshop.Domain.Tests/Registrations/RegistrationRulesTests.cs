using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What a command does besides the table: deadlines, facts that refuse it, and what is kept and logged.</summary>
public sealed class RegistrationRulesTests
{
    private static readonly RegistrationFacts ByOrganiser = new(IsByOrganiser: true);

    [Fact]
    public void After_the_workshop_nobody_gets_a_seat()
    {
        var sample = new SeatingSample(seats: 4);
        sample.Register("ada");
        Remote(sample, "ben");
        sample.Seat("cat");
        sample.Apply("cat", new Cancel());
        sample.Seating.Now = SeatingSample.End;

        Assert.Equal(
            ["TooLate, pending seat, ", "TooLate, pending seat, ", "TooLate, remote, ", "TooLate, cancelled, "],
            new[]
            {
                Outcome(sample, "ada", new Confirm()),
                Outcome(sample, "ada", new SeatAtCheckIn()),
                Outcome(sample, "ben", new RequestSeat()),
                Outcome(sample, "cat", new Reinstate()),
            }
        );
        Assert.Equal(new DeskSeat(ChangeResult.TooLate), CheckInRules.SeatFor(sample.Seating, sample["ben"], isInvited: false));
    }

    [Theory]
    [InlineData(-1, "Done, seat, Confirmed", "Done, seat, Confirmed")]
    [InlineData(0, "Done, waiting list 2, WaitingList", "OthersFirst, pending no place, ")]
    public void From_the_end_of_a_hold_the_seat_is_for_those_who_wait(int seconds, string confirmed, string atTheDesk)
    {
        foreach (
            var (command, expected) in new (RegistrationCommand, string)[] { (new Confirm(), confirmed), (new SeatAtCheckIn(), atTheDesk) }
        )
        {
            var sample = new SeatingSample(seats: 1);
            sample.Register("ada");
            sample.Seat("ben");
            sample.Seating.Now += sample.Policy.Hold + TimeSpan.FromSeconds(seconds);
            Assert.Equal(expected, Outcome(sample, "ada", command, ByOrganiser));
            Assert.Null(sample["ada"].KeptUntil);
        }
    }

    [Theory]
    [InlineData(-1, "Done, seat, SwitchedToSeat", "Done, seat, SwitchedToSeat")]
    [InlineData(0, "TooLate, remote, OfferLapsed", "Done, seat, SwitchedToSeat")]
    public void From_its_deadline_an_offer_is_not_accepted_and_the_desk_gives_a_free_seat(int seconds, string accepted, string atTheDesk)
    {
        Assert.Equal(accepted, Outcome(Offered(seconds), "ben", new AcceptOffer()));
        Assert.Equal(atTheDesk, Outcome(Offered(seconds), "ben", new SeatAtCheckIn()));
    }

    [Fact]
    public void Whose_offer_has_lapsed_in_a_workshop_without_stream_gets_the_free_seat_at_the_desk_or_loses_the_place()
    {
        Assert.Equal("Done, seat, SwitchedToSeat", Outcome(Offered(0, AttendanceOffer.InPersonOnly), "ben", new SeatAtCheckIn()));

        var sample = Offered(0, AttendanceOffer.InPersonOnly);
        sample.With(sample.Policy with { Capacity = 0 });
        Assert.Equal("Full, cancelled, OfferLapsed", Outcome(sample, "ben", new SeatAtCheckIn()));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void An_offer_that_has_lapsed_is_not_kept_for_an_undo(int seconds, bool isKept)
    {
        var sample = Offered(seconds);
        sample.Apply("ben", new FollowRemotely(), ByOrganiser);
        Assert.Equal(isKept, sample["ben"].KeptUntil is not null);
    }

    [Fact]
    public void Who_waits_without_having_confirmed_takes_a_seat_that_is_free_by_then()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada");
        sample.Register("ben");
        sample.Apply("ada", new Cancel());
        Assert.Equal("Done, seat, Confirmed", Outcome(sample, "ben", new Confirm()));
    }

    [Fact]
    public void Offers_pass_over_who_has_not_confirmed()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada");
        sample.Register("ben");
        sample.Seat("cat");
        sample.Apply("ada", new Cancel());
        Assert.Equal(0, sample.Seating.Ahead(sample["cat"]));
        sample.OfferFreeSeats();
        Assert.Equal(("pending waiting list 1", "offer"), (sample.StandingOf(sample["ben"]), sample.StandingOf(sample["cat"])));
    }

    [Fact]
    public void At_the_desk_a_held_seat_is_confirmed_although_the_room_is_full()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Register("ada");
        Assert.Equal("Done, seat, Confirmed", Outcome(sample, "ada", new SeatAtCheckIn()));
    }

    [Fact]
    public void At_the_desk_an_invited_person_takes_the_reserve_and_stays_confirmed_since_then()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        Remote(sample, "ada");
        sample.Seating.Now += TimeSpan.FromHours(1);
        Assert.Equal("Done, reserved seat, SwitchedToSeat", Outcome(sample, "ada", new SeatAtCheckIn(), new(IsInvited: true)));
        Assert.Equal(SeatingSample.Noon, sample["ada"].ConfirmedAt);
    }

    [Fact]
    public void A_seat_of_the_reserve_is_counted_until_it_is_given_up()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        Remote(sample, "ada");
        Assert.Equal("Done, reserved seat, SwitchedToSeat", Outcome(sample, "ada", new SeatFromReserve()));
        Assert.Equal(new Seats(2, 1, 0), sample.Seating.Seats);
        sample.Apply("ada", new Cancel());
        Assert.Equal(new Seats(2, 0, 1), sample.Seating.Seats);
    }

    [Fact]
    public void Who_comes_back_into_a_full_room_waits()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada");
        sample.Apply("ada", new Cancel());
        sample.Seat("ben");
        Assert.Equal("Queued, waiting list 1, WaitingList", Outcome(sample, "ada", new Reinstate()));
    }

    [Fact]
    public void Who_was_let_follow_and_cancelled_has_no_claim_to_a_seat_and_comes_back_declined()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new DeclineApplication(MayFollow: true));
        sample.Apply("ada", new Cancel());
        Assert.Equal("InvalidState, cancelled, ", Outcome(sample, "ada", new RequestSeat()));
        Assert.Equal("Done, declined, ApplicationDeclined", Outcome(sample, "ada", new Reinstate()));
    }

    [Fact]
    public void Nobody_applies_for_a_seat_where_there_is_no_room()
    {
        var sample = new SeatingSample(seats: 0, offer: AttendanceOffer.RemoteOnly).OnApplication();
        sample.Applicants("ada");
        Assert.Equal("InvalidState, applied, remote, ", Outcome(sample, "ada", new RequestSeat()));
    }

    [Fact]
    public void A_form_that_was_opened_before_another_change_saves_nothing()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var (seen, details) = (sample["ada"].Revision, SeatingSample.DetailsOf("ada"));
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new ChangeDetails(details with { Affiliation = "Here" }, seen)).Result);
        Assert.Equal(ChangeResult.Conflict, sample.Apply("ada", new ChangeDetails(details with { Affiliation = "There" }, seen)).Result);
        Assert.Equal("Here", sample["ada"].Details.Affiliation);
    }

    [Fact]
    public void A_new_address_that_is_taken_gets_no_mail_and_is_not_confirmed()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var facts = new RegistrationFacts(IsAddressTaken: true);
        Assert.Equal("NoChange, seat, ", Outcome(sample, "ada", new RequestAddressChange(SeatingSample.AddressOf("ada"))));
        Assert.Equal("Done, seat, ", Outcome(sample, "ada", new RequestAddressChange(SeatingSample.AddressOf("eve")), facts));
        Assert.Equal("InvalidState, seat, ", Outcome(sample, "ada", new ConfirmNewAddress(), facts));
        Assert.Equal("ada@lab.example", sample["ada"].Email);
    }

    [Theory]
    [InlineData("ada", "ada", false, "NoChange")]
    [InlineData("eve", "ben", false, "Conflict")]
    [InlineData("eve", "ada", true, "AddressTaken")]
    public void An_organiser_corrects_the_address_they_saw_to_one_that_is_free(string to, string seen, bool isTaken, string result)
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var command = new CorrectAddress(SeatingSample.AddressOf(to), SeatingSample.AddressOf(seen).Value);
        Assert.Equal($"{result}, seat, ", Outcome(sample, "ada", command, new(IsAddressTaken: isTaken)));
        Assert.Equal("ada@lab.example", sample["ada"].Email);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_corrected_address_starts_a_hold_again_that_has_not_ended(int seconds, bool startsAgain)
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        var end = sample["ada"].HoldUntil!.Value;
        sample.Seating.Now = end + TimeSpan.FromSeconds(seconds);
        sample.Apply("ada", new CorrectAddress(SeatingSample.AddressOf("eve"), "ada@lab.example"));
        Assert.Equal(startsAgain ? sample.Seating.Now + sample.Policy.Hold : end, sample["ada"].HoldUntil);
    }

    [Theory]
    [InlineData(true, true, "NoChange, cancelled, ")]
    [InlineData(false, true, "Done, cancelled, Message")]
    [InlineData(false, false, "InvalidState, cancelled, ")]
    public void A_message_reaches_the_cancelled_if_it_is_meant_for_them_and_nobody_twice(bool isQueued, bool toCancelled, string expected)
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        sample.Apply("ada", new Cancel());
        Assert.Equal(expected, Outcome(sample, "ada", new SendMessage(7, toCancelled), new(IsMessageQueued: isQueued)));
    }

    [Fact]
    public void Only_a_place_that_an_organiser_frees_is_kept()
    {
        var sample = new SeatingSample(seats: 1);
        sample.Seat("ada", "ben", "cat");
        Remote(sample, "dan");
        foreach (var name in new[] { "ben", "dan" })
            sample.Apply(name, new ChangeDetails(SeatingSample.DetailsOf(name) with { Affiliation = "Elsewhere" }), ByOrganiser);
        Assert.Equal((null, null), (sample["ben"].KeptUntil, sample["dan"].KeptUntil));
        sample.Apply("ben", new FollowRemotely());
        sample.Apply("cat", new FollowRemotely(), ByOrganiser);
        Assert.Equal((null, SeatingSample.Noon + KeptSeat.Time), (sample["ben"].KeptUntil, sample["cat"].KeptUntil));
    }

    [Fact]
    public void The_log_says_what_was_done_what_was_refused_and_what_lapsed()
    {
        var sample = new SeatingSample();
        Assert.Equal([new("registered", "InPerson Seat")], sample.Register("ada").Decision!.Audit);
        Assert.Equal([new("the hold lapsed", null, BySite: true)], sample.Apply("ada", new LapseHold()).Audit);
        Assert.Equal([new("confirmed", "Seat")], sample.Apply("ada", new Confirm()).Audit);
        Assert.Equal([new("confirmed", "NoChange", Changed: false)], sample.Apply("ada", new Confirm()).Audit);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 2)]
    public void From_the_end_of_the_workshop_the_log_notes_a_name_that_an_organiser_changes(int seconds, int lines)
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        sample.Seating.Now = SeatingSample.End.AddSeconds(seconds);
        var renamed = sample.Apply("ada", new ChangeDetails(SeatingSample.DetailsOf("ada") with { FamilyName = "Byron" }));
        Assert.Equal(lines, renamed.Audit.Count);
    }

    /// <summary>Ben is offered Ada's seat, and it is so many seconds after the deadline.</summary>
    private static SeatingSample Offered(int seconds, AttendanceOffer offer = AttendanceOffer.Both)
    {
        var sample = new SeatingSample(seats: 1, offer: offer);
        sample.Seat("ada", "ben");
        sample.Apply("ada", new Cancel());
        sample.OfferFreeSeats();
        sample.Seating.Now = sample["ben"].OfferUntil!.Value + TimeSpan.FromSeconds(seconds);
        return sample;
    }

    private static void Remote(SeatingSample sample, string name)
    {
        sample.Register(name, Attendance.Remote);
        sample.Apply(name, new Confirm());
    }

    private static string Outcome(SeatingSample sample, string name, RegistrationCommand command, RegistrationFacts? facts = null)
    {
        var decision = sample.Apply(name, command, facts);
        return $"{decision.Result}, {sample.StandingOf(sample[name])}, {string.Join(' ', decision.Mails.Select(m => m.Kind))}";
    }
}
