using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What the undo of the last change gives back, what it refuses and what it says.</summary>
public sealed class UndoRulesTests
{
    private static readonly RegistrationFacts ByOrganiser = new(IsByOrganiser: true);
    private static readonly RegistrationFacts ByOwner = new() { IsByOwner = true };
    private static readonly TimeSpan ADeadline = TimeSpan.FromHours(48);

    [Fact]
    public void An_organiser_who_saw_an_older_change_undoes_nothing()
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Do("ada", new FollowRemotely());
        Assert.Equal("Conflict, remote, ", undo.Undo("ada", seen: 6));
    }

    [Theory]
    [InlineData(false, "Done, seat, LinkAgain", "ada@lab.example")]
    [InlineData(true, "AddressTaken, seat, ", "eve@lab.example")]
    public void An_address_comes_back_with_a_new_link_unless_somebody_else_has_it(bool isTaken, string expected, string address)
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Do("ada", new CorrectAddress(SeatingSample.AddressOf("eve"), "ada@lab.example"), ByOrganiser);
        Assert.Equal(expected, undo.Undo("ada", facts: ByOrganiser with { IsAddressTaken = isTaken }));
        Assert.Equal(address, undo.Sample["ada"].Email);
    }

    [Theory]
    [InlineData(-1, "Done, offer, Offer")]
    [InlineData(0, "TooLate, seat, ")]
    public void An_accepted_offer_is_open_again_until_its_deadline(int seconds, string expected)
    {
        var undo = Offered();
        undo.Do("ben", new AcceptOffer());
        undo.Sample.Seating.Now += ADeadline + TimeSpan.FromSeconds(seconds);
        Assert.Equal(expected, undo.Undo("ben"));
    }

    [Fact]
    public void A_lapsed_offer_that_was_declined_becomes_a_place_in_line()
    {
        var undo = Offered();
        undo.Do("ben", new FollowRemotely());
        undo.Sample.Seating.Now += ADeadline;
        Assert.Equal("Queued, waiting list 1, WaitingList", undo.Undo("ben"));
    }

    [Theory]
    [InlineData(299, "Done, offer, Offer")]
    [InlineData(300, "Queued, waiting list 1, WaitingList")]
    public void A_freed_offer_is_kept_for_an_undo_until_its_deadline(int seconds, string expected)
    {
        var undo = Offered();
        undo.Sample.Seating.Now += ADeadline - TimeSpan.FromSeconds(300);
        undo.Do("ben", new FollowRemotely(), ByOrganiser);
        undo.Sample.Seating.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(expected, undo.Undo("ben"));
    }

    [Theory]
    [InlineData(599, "Done, seat, SwitchedToSeat")]
    [InlineData(600, "Queued, waiting list 2, WaitingList")]
    public void A_seat_that_an_organiser_freed_is_kept_ten_minutes(int seconds, string expected)
    {
        var undo = new Undone(seats: 1, "ada", "ben");
        undo.Do("ada", new FollowRemotely(), ByOrganiser);
        undo.Sample.Seating.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(expected, undo.Undo("ada"));
    }

    [Theory]
    [InlineData(599, "Done, waiting list 1, WaitingList")]
    [InlineData(600, "Queued, waiting list 2, WaitingList")]
    public void A_position_that_an_organiser_freed_is_kept_even_if_others_move_up(int seconds, string expected)
    {
        var undo = new Undone(seats: 1, "ada", "ben", "cat");
        undo.Do("ben", new FollowRemotely(), ByOrganiser);
        undo.Sample.Seating.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(expected, undo.Undo("ben", hasLineMoved: true));
    }

    [Fact]
    public void The_undo_of_another_change_leaves_a_kept_seat_kept()
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Do("ada", new FollowRemotely(), ByOrganiser);
        undo.Do("ada", new ChangeDetails(SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }));
        Assert.Equal("Done, remote, ", undo.Undo("ada"));
        Assert.Equal(SeatingSample.Noon + KeptSeat.Time, undo.Sample["ada"].KeptUntil);
    }

    [Fact]
    public void A_person_whose_seat_number_is_taken_returns_to_another_free_seat()
    {
        var undo = new Undone(seats: 2, "ada");
        undo.Do("ada", new Cancel(), ByOwner);
        undo.Sample.Seat("ben");
        Assert.Equal("Done, seat, Confirmed", undo.Undo("ada"));
        Assert.Equal((2, 1), (undo.Sample["ada"].SeatNumber, undo.Sample["ben"].SeatNumber));
    }

    [Fact]
    public void An_unconfirmed_person_who_waits_does_not_come_before_a_returning_seat()
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Sample.Register("ben");
        undo.Do("ada", new Cancel(), ByOwner);
        Assert.Equal("Done, seat, Confirmed", undo.Undo("ada"));
    }

    [Fact]
    public void A_confirmation_that_is_undone_holds_the_seat_again()
    {
        var undo = new Undone(seats: 1);
        undo.Sample.Register("ada");
        undo.Do("ada", new Confirm());
        undo.Sample.Seating.Now += TimeSpan.FromHours(5);
        Assert.Equal("Done, pending seat, ConfirmAddress", undo.Undo("ada"));
        Assert.Equal(SeatingSample.Noon.AddHours(7), undo.Sample["ada"].HoldUntil);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_seat_of_the_reserve_goes_back_to_it(bool isReserved)
    {
        var undo = new Undone(new SeatingSample(seats: 2, reserved: 1));
        undo.Sample.Register("ada", Attendance.Remote);
        undo.Sample.Apply("ada", new Confirm());
        undo.Do("ada", isReserved ? new SeatFromReserve() : new RequestSeat());
        Assert.Equal("Done, remote, SwitchedToRemote", undo.Undo("ada"));
        Assert.Equal(isReserved, undo.Last!.ReturnsReserve);
    }

    [Fact]
    public void Answers_that_are_undone_cause_no_mail()
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Do("ada", new ChangeDetails(SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }));
        Assert.Equal("Done, seat, ", undo.Undo("ada"));
        Assert.Equal("Laboratory", undo.Sample["ada"].Details.Affiliation);
    }

    [Fact]
    public void Who_is_cancelled_again_hears_it_unless_the_form_was_never_confirmed()
    {
        var undo = new Undone(seats: 1, "ada");
        undo.Sample.Apply("ada", new Cancel());
        undo.Do("ada", new Reinstate());
        Assert.Equal("Done, cancelled, Cancelled", undo.Undo("ada"));

        var before = undo.Sample["ada"].Snapshot();
        undo.Sample.Register("ada", key: "another form");
        Assert.Equal("Done, cancelled, ", undo.Undo("ada", before: before));
    }

    [Fact]
    public void An_application_that_comes_back_is_received_again_and_an_accepted_person_is_confirmed_again()
    {
        var undo = new Undone(new SeatingSample().OnApplication());
        undo.Sample.Applicants("ada", "ben");
        undo.Do("ada", new Cancel());
        Assert.Equal("Done, applied, ApplicationReceived", undo.Undo("ada"));

        undo.Sample.Apply("ben", new AcceptApplication());
        undo.Do("ben", new Cancel());
        Assert.Equal("Done, seat, Confirmed", undo.Undo("ben"));
    }

    /// <summary>Ada has cancelled, and Ben is offered her seat.</summary>
    private static Undone Offered()
    {
        var undo = new Undone(seats: 1, "ada", "ben");
        undo.Sample.Apply("ada", new Cancel());
        undo.Sample.OfferFreeSeats();
        return undo;
    }

    /// <summary>A sample that remembers what a person was before the last change.</summary>
    private sealed class Undone(SeatingSample sample)
    {
        private RegistrationState? _before;

        public Undone(int seats, params string[] seated)
            : this(new SeatingSample(seats)) => Sample.Seat(seated);

        public SeatingSample Sample => sample;

        public Decision? Last { get; private set; }

        public void Do(string name, RegistrationCommand command, RegistrationFacts? facts = null)
        {
            _before = sample[name].Snapshot();
            sample.Apply(name, command, facts);
        }

        public string Undo(
            string name,
            long seen = 7,
            bool hasLineMoved = false,
            RegistrationFacts? facts = null,
            RegistrationState? before = null
        )
        {
            var last = new LastChange(7, before ?? _before!, hasLineMoved);
            Last = sample.Apply(name, new UndoLastChange(seen), (facts ?? ByOrganiser) with { LastChange = last });
            return $"{Last.Result}, {sample.StandingOf(sample[name])}, {string.Join(' ', Last.Mails.Select(m => m.Kind))}";
        }
    }
}
