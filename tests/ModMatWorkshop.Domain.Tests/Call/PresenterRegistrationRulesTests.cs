using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Domain.Tests.Registrations;

namespace ModMatWorkshop.Domain.Tests.Call;

/// <summary>What one press of a presenter does to the seats, in every state of the registration, and what a "no" gives back.</summary>
public sealed class PresenterRegistrationRulesTests
{
    private static readonly IReadOnlyList<HalfDayId> HalfDays =
    [
        new(new(2030, 3, 30), HalfDay.Morning),
        new(new(2030, 3, 31), HalfDay.Morning),
    ];

    private Registration? known;

    [Theory]
    [InlineData("nobody", 2, 1, Attendance.InPerson, "Registered, reserved seat, Registration", "Confirmed", "cancelled")]
    [InlineData("nobody", 2, 0, Attendance.InPerson, "Registered, seat, Registration", "Confirmed", "cancelled")]
    [InlineData("nobody", 2, 1, Attendance.Remote, "Registered, remote, Registration", "Confirmed", "cancelled")]
    [InlineData("nobody, room full", 1, 0, Attendance.InPerson, "Waits, waiting list 1, Registration", "WaitingList", "cancelled")]
    [InlineData("seat", 2, 1, Attendance.InPerson, "Registered, seat, Nothing", "", "seat")]
    [InlineData("seat", 2, 1, Attendance.Remote, "Registered, seat, Nothing", "", "seat")]
    [InlineData("remote", 2, 1, Attendance.InPerson, "Registered, reserved seat, Place", "SwitchedToSeat", "remote")]
    [InlineData("remote, room full", 1, 0, Attendance.InPerson, "Waits, waiting list 1, Place", "WaitingList", "remote")]
    [InlineData("remote", 2, 1, Attendance.Remote, "Registered, remote, Nothing", "", "remote")]
    [InlineData("waiting list", 2, 1, Attendance.InPerson, "Registered, reserved seat, Place", "SwitchedToSeat", "waiting list 1")]
    [InlineData("waiting list", 1, 0, Attendance.InPerson, "Waits, waiting list 1, Nothing", "", "waiting list 1")]
    [InlineData("offer", 1, 0, Attendance.InPerson, "Registered, seat, Nothing", "SwitchedToSeat", "seat")]
    [InlineData("offer, passed", 2, 0, Attendance.InPerson, "Registered, seat, Place", "OfferLapsed, SwitchedToSeat", "remote")]
    [InlineData("pending", 2, 1, Attendance.InPerson, "Registered, seat, Nothing", "Confirmed", "seat")]
    [InlineData("pending", 2, 1, Attendance.Remote, "Registered, remote, Nothing", "Confirmed", "remote")]
    [InlineData("pending, passed", 2, 1, Attendance.InPerson, "Registered, reserved seat, Place", "Confirmed", "remote")]
    [InlineData("pending, in line", 2, 1, Attendance.InPerson, "Registered, reserved seat, Place", "Confirmed", "waiting list 1")]
    [InlineData("cancelled", 2, 1, Attendance.InPerson, "Registered, reserved seat, Registration", "Confirmed", "cancelled")]
    public void Answer_gives_the_place_of_the_reserve_and_a_later_no_gives_it_back(
        string state,
        int seats,
        int reserved,
        Attendance attendance,
        string registered,
        string mails,
        string released
    )
    {
        var sample = In(state, seats, reserved);
        var decision = Register(sample, attendance);
        var ada = decision.Registration!;
        Assert.Equal(
            (registered, mails),
            (
                $"{decision.Result}, {sample.StandingOf(ada)}, {decision.Taking.Took}",
                string.Join(", ", decision.Decision!.Mails.Select(m => m.Kind))
            )
        );
        // What the answer gave may be used again after a while as a remote participant, and only that.
        Assert.Equal(decision.Taking.Took != AnswerTook.Nothing, decision.Decision!.GrantsReserve);

        var release = PresenterRegistrationRules.Release(sample.Seating, ada, decision.Taking, hasAttended: false);
        Assert.Equal((released, decision.Taking.Took != AnswerTook.Nothing), (sample.StandingOf(ada), release?.ReturnsReserve ?? false));
    }

    [Fact]
    public void Whoever_was_in_line_gets_their_own_place_back_not_the_end()
    {
        var sample = In("waiting list", 2, 1);
        sample.Seat("cat");
        var decision = Register(sample, Attendance.InPerson);
        Assert.Equal("waiting list 1", sample.StandingOf(sample["cat"]));

        PresenterRegistrationRules.Release(sample.Seating, decision.Registration!, decision.Taking, hasAttended: false);
        Assert.Equal(("waiting list 1", "waiting list 2"), (sample.StandingOf(known!), sample.StandingOf(sample["cat"])));
    }

    [Fact]
    public void What_the_person_has_given_up_or_used_is_not_taken_from_them()
    {
        var sample = In("remote", 2, 1);
        var taking = Register(sample, Attendance.InPerson).Taking;
        Assert.Null(PresenterRegistrationRules.Release(sample.Seating, known!, taking, hasAttended: true));
        sample.Apply("ada", new FollowRemotely());
        Assert.Equal(ChangeResult.NoChange, PresenterRegistrationRules.Release(sample.Seating, known!, taking, hasAttended: false)!.Result);
        sample.Apply("ada", new Cancel());
        Assert.Null(PresenterRegistrationRules.Release(sample.Seating, known!, taking, hasAttended: false));
    }

    [Theory]
    [InlineData(null, -20, null)]
    [InlineData(null, 85, null)]
    [InlineData(true, 0, null)]
    [InlineData(false, 0, PresenterResult.Closed)]
    [InlineData(null, 92, PresenterResult.Over)]
    [InlineData(true, 92, PresenterResult.Over)]
    public void Dates_of_registration_do_not_count_but_an_organiser_who_closes_it_and_the_end_do(
        bool? open,
        int days,
        PresenterResult? refusal
    )
    {
        var sample = new SeatingSample();
        var policy = sample.Policy with { Open = open };
        var seating = new Seating(policy, SeatingSample.Noon.AddDays(days), [], 0);
        Assert.Equal(refusal, PresenterRegistrationRules.RefusalAt(policy, seating.Now));
        var decision = PresenterRegistrationRules.Register(seating, null, Form(Attendance.InPerson), false, New);
        Assert.Equal((refusal ?? PresenterResult.Registered, refusal is null), (decision.Result, decision.Registration is not null));
    }

    [Fact]
    public void Who_is_registered_is_linked_and_gets_a_seat_although_registration_is_closed()
    {
        var sample = In("remote", 2, 1);
        var seating = new Seating(sample.Policy with { Open = false }, sample.Seating.Now, [], 0);
        var decision = PresenterRegistrationRules.Register(seating, known, Form(Attendance.InPerson), false, New);
        Assert.Equal((PresenterResult.Registered, "reserved seat"), (decision.Result, sample.StandingOf(known!)));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("pending")]
    [InlineData("applied")]
    [InlineData("declined")]
    public void Committee_has_chosen_the_presenter_so_no_application_waits(string state)
    {
        var sample = new SeatingSample(2, 1).OnApplication();
        if (state != "nobody")
        {
            sample.Register("ada");
            if (state != "pending")
                sample.Apply("ada", new Confirm());
            known = sample["ada"];
            if (state == "declined")
                known.DeclineApplication(null, mayFollow: false, SeatingSample.Noon);
        }
        var decision = Register(sample, Attendance.InPerson);
        Assert.Equal((PresenterResult.Registered, "reserved seat"), (decision.Result, sample.StandingOf(decision.Registration!)));
        Assert.False(decision.Registration!.IsApplication);
    }

    [Fact]
    public void Registration_is_filled_in_from_the_submission_and_what_does_not_fit_stays_open()
    {
        var text = new SubmissionText
        {
            Authors = [new("Grace", "Hopper", [1]), new("Ada", new string('x', 150), [2, 1], "0000-0002-1825-0097")],
            Affiliations = ["Navy", "LAAS-CNRS, Toulouse"],
            Presenter = 2,
        };
        var form = PresenterForm.Of(text, Language.French, HalfDays, Attendance.Remote);
        Assert.Equal(
            RegistrationDetails.Empty with
            {
                GivenName = "Ada",
                FamilyName = new('x', 100),
                Affiliation = "LAAS-CNRS, Toulouse",
                Orcid = "0000-0002-1825-0097",
                HalfDays = form.Details.HalfDays,
            },
            form.Details
        );
        Assert.Equal(
            "2030-03-30-morning=remote 2030-03-31-morning=remote",
            string.Join(' ', form.Details.HalfDays.Select(h => h.ToText()))
        );
        var bare = PresenterForm.Of(new() { Authors = [new("A", "B", [], "1")] }, Language.French, [], Attendance.Remote).Details;
        Assert.Equal(("", null), (bare.Affiliation, bare.Orcid));
    }

    [Fact]
    public void Unconfirmed_form_that_anybody_can_have_typed_gives_neither_name_nor_consent()
    {
        var sample = new SeatingSample();
        var typed = SeatingSample.DetailsOf("Mallory") with { MayBeListed = true, MayBePhotographed = true, Diet = "vegan" };
        var registration = sample.Register("ada").Registration!;
        registration.UpdateDetails(typed, SeatingSample.Noon);
        known = registration;
        Register(sample, Attendance.InPerson);
        var details = registration.Details;
        Assert.Equal(
            ("ada Lovelace", "Laboratory", "vegan", false, false),
            (details.Name, details.Affiliation, details.Diet, details.MayBeListed, details.MayBePhotographed)
        );
    }

    private SeatingSample In(string state, int seats, int reserved)
    {
        var sample = new SeatingSample(seats, reserved);
        switch (state)
        {
            case "nobody":
                return sample;
            case "nobody, room full":
                sample.Seat("ben");
                return sample;
            case "cancelled":
                sample.Register("ada");
                sample.Apply("ada", new Confirm());
                sample.Apply("ada", new Cancel());
                break;
            case "waiting list":
                sample.Seat("ben", "ada");
                break;
            case "offer" or "offer, passed":
                sample.Seat([.. Enumerable.Range(1, seats).Select(n => $"p{n}"), "ada"]);
                sample.Apply("p1", new Cancel());
                sample.OfferFreeSeats();
                break;
            case "pending, in line":
                sample.Seat("ben");
                sample.Register("ada");
                break;
            default:
                if (state.EndsWith("room full", StringComparison.Ordinal))
                    sample.Seat("ben");
                sample.Register("ada", state.StartsWith("remote", StringComparison.Ordinal) ? Attendance.Remote : Attendance.InPerson);
                if (!state.StartsWith("pending", StringComparison.Ordinal))
                    sample.Apply("ada", new Confirm());
                break;
        }
        if (state.EndsWith("passed", StringComparison.Ordinal))
            sample.Seating.Now += TimeSpan.FromHours(50);
        known = sample["ada"];
        return sample;
    }

    private PresenterDecision Register(SeatingSample sample, Attendance attendance) =>
        PresenterRegistrationRules.Register(sample.Seating, known, Form(attendance), hasAttended: false, New);

    private static PresenterForm Form(Attendance attendance) => new(SeatingSample.DetailsOf("ada"), attendance);

    private static Registration New() => Registration.New(Guid.CreateVersion7(), 99, "ticket", SeatingSample.AddressOf("ada"));
}
