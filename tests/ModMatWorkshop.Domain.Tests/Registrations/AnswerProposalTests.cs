using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What somebody types into the form with the address of a confirmed registration.</summary>
public sealed class AnswerProposalTests
{
    private static readonly HalfDayId Morning = new(new(2030, 3, 30), HalfDay.Morning);

    [Fact]
    public void Other_answers_of_a_confirmed_person_become_a_proposal_and_change_nothing()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var before = sample["ada"].Snapshot();

        var proposal = Register(sample, SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" });

        Assert.Equal("Elsewhere", proposal!.Details.Affiliation);
        Assert.Equal("Elsewhere", proposal.DetailsFor(sample["ada"], isIdentityFixed: false).Affiliation);
        Assert.Equal(before.Details, sample["ada"].Details);
        Assert.Equal(before.Revision, sample["ada"].Revision);
    }

    [Fact]
    public void The_same_answers_are_no_proposal()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");

        Assert.Null(Register(sample, SeatingSample.DetailsOf("ada")));
    }

    [Fact]
    public void An_unconfirmed_person_has_no_proposal_because_the_last_form_counts()
    {
        var sample = new SeatingSample();
        sample.Register("ada");

        Assert.Null(Register(sample, SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }));
        Assert.Equal("Elsewhere", sample["ada"].Details.Affiliation);
    }

    [Fact]
    public void A_proposal_leaves_the_place_and_its_half_days_alone()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var details = SeatingSample.DetailsOf("ada") with
        {
            Affiliation = "Elsewhere",
            HalfDays = [new(Morning.Date, Morning.Half, Attendance.Remote)],
        };

        var proposal = Register(sample, details, Attendance.Remote);

        var applied = proposal!.DetailsFor(sample["ada"], isIdentityFixed: false);
        Assert.Equal(("Elsewhere", 0), (applied.Affiliation, applied.HalfDays.Count));
        Assert.Equal("seat", sample.StandingOf(sample["ada"]));
    }

    [Fact]
    public void Half_days_of_the_same_attendance_are_proposed()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        HalfDayChoice[] chosen = [new(Morning.Date, Morning.Half, Attendance.InPerson)];

        var proposal = Register(sample, SeatingSample.DetailsOf("ada") with { HalfDays = chosen });

        Assert.Equal(chosen, proposal!.DetailsFor(sample["ada"], isIdentityFixed: false).HalfDays);
    }

    [Fact]
    public void Once_the_name_is_fixed_a_proposal_does_not_touch_it()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");

        var proposal = Register(sample, SeatingSample.DetailsOf("ada") with { FamilyName = "Byron", Affiliation = "Elsewhere" });

        var applied = proposal!.DetailsFor(sample["ada"], isIdentityFixed: true);
        Assert.Equal(("ada Lovelace", "Elsewhere"), (applied.Name, applied.Affiliation));
    }

    [Fact]
    public void A_withdrawn_answer_leaves_the_proposal()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var proposal = Register(sample, SeatingSample.DetailsOf("ada") with { Diet = "vegan", Affiliation = "Elsewhere" })!;

        proposal.Erase([RegistrationFields.Of("diet")]);

        Assert.Equal((null, "Elsewhere"), (proposal.Details.Diet, proposal.Details.Affiliation));
    }

    private static AnswerProposal? Register(
        SeatingSample sample,
        RegistrationDetails details,
        Attendance attendance = Attendance.InPerson
    ) =>
        NewcomerRules
            .Register(
                sample.Seating,
                new(SeatingSample.AddressOf("ada"), details, attendance, "another form"),
                new(sample.Find("ada")),
                () => throw new InvalidOperationException()
            )
            .Proposal;
}
