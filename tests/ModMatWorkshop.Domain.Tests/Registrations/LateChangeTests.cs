using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>What participants change after the last day for changes.</summary>
public sealed class LateChangeTests
{
    private static readonly RegistrationFacts ByOwner = new() { IsByOwner = true };

    [Fact]
    public void Until_the_last_day_everybody_changes_freely()
    {
        var sample = Sample(hours: 1);
        var decision = sample.Apply("ada", new ChangeDetails(Details(meals: "lunch")), ByOwner);
        Assert.Equal((ChangeResult.Done, null, "lunch"), (decision.Result, decision.LateChange, Meals(sample)));
    }

    [Fact]
    public void Afterwards_what_is_counted_waits_and_the_rest_is_saved()
    {
        var sample = Sample(hours: 0);
        var decision = sample.Apply("ada", new ChangeDetails(Details(meals: "lunch") with { Affiliation = "Elsewhere" }), ByOwner);
        Assert.Equal((ChangeResult.AwaitsApproval, "", "Elsewhere"), (decision.Result, Meals(sample), sample["ada"].Details.Affiliation));
        Assert.Equal((true, "lunch"), (decision.LateChange!.Waits, decision.LateChange.Details.Meals.Single()));
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new ChangeDetails(Details() with { Affiliation = "Home" }), ByOwner).Result);
    }

    [Fact]
    public void A_place_at_an_option_is_counted_and_an_answer_to_a_question_is_not()
    {
        var sample = Sample(hours: 0);
        var details = Details() with { Answers = [new("dinner_option", "2"), new("size_choice", "xl")] };
        Assert.Equal(ChangeResult.AwaitsApproval, sample.Apply("ada", new ChangeDetails(details), ByOwner).Result);
        Assert.Equal(["size_choice"], sample["ada"].Details.Answers.Select(a => a.Id));
    }

    [Fact]
    public void A_seat_is_given_up_with_approval_or_by_cancelling()
    {
        var sample = Sample(hours: 0);
        var decision = sample.Apply("ada", new FollowRemotely(), ByOwner);
        Assert.Equal((ChangeResult.AwaitsApproval, Place.Seat), (decision.Result, sample["ada"].Place));
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new Cancel(), ByOwner).Result);
    }

    [Fact]
    public void Who_waits_for_a_seat_leaves_the_line_freely_and_who_is_remote_asks_for_one()
    {
        var sample = Sample(hours: 0);
        sample.Seat("ben", "cat");
        Assert.Equal(ChangeResult.Done, sample.Apply("cat", new FollowRemotely(), ByOwner).Result);
        Assert.Equal(ChangeResult.AwaitsApproval, sample.Apply("cat", new RequestSeat(), ByOwner).Result);
    }

    [Fact]
    public void Organisers_change_what_they_like()
    {
        var sample = Sample(hours: 0);
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new ChangeDetails(Details(meals: "lunch"))).Result);
        Assert.Equal("lunch", Meals(sample));
    }

    [Fact]
    public void A_second_request_keeps_what_the_first_one_asked_for()
    {
        var sample = Sample(hours: 0);
        var first = sample.Apply("ada", new ChangeDetails(Details(meals: "lunch")), ByOwner).LateChange;
        var second = sample.Apply("ada", new FollowRemotely(), ByOwner with { LateChange = first }).LateChange!;
        Assert.Equal((Attendance.Remote, "lunch"), (second.Attendance, second.Details.Meals.Single()));
        Assert.Equal(ChangeResult.NoChange, sample.Apply("ada", new FollowRemotely(), ByOwner with { LateChange = second }).Result);
    }

    [Fact]
    public void Approval_applies_the_change_to_what_the_person_is_now()
    {
        var sample = Sample(hours: 0);
        var asked = sample.Apply("ada", new ChangeDetails(Details(meals: "lunch")), ByOwner).LateChange!;
        sample.Apply("ada", new ChangeDetails(Details() with { Affiliation = "Elsewhere" }));
        var facts = new RegistrationFacts(IsByOrganiser: true) { LateChange = asked };
        Assert.Equal(ChangeResult.Conflict, sample.Apply("ada", new ApproveChange(Seen: 1), facts).Result);
        var decision = sample.Apply("ada", new ApproveChange(asked.SentAt.UtcTicks), facts);
        Assert.Equal((ChangeResult.Done, true, "lunch"), (decision.Result, decision.EndsLateChange, Meals(sample)));
        Assert.Equal("Elsewhere", sample["ada"].Details.Affiliation);
        Assert.Equal([MailKind.ChangeApproved], decision.Mails.Select(m => m.Kind));
        Assert.Equal(ChangeResult.NoChange, sample.Apply("ada", new ApproveChange(), new(IsByOrganiser: true)).Result);
    }

    [Fact]
    public void An_approved_wish_for_a_seat_joins_the_line_of_a_full_room()
    {
        var sample = Sample(hours: 0);
        sample.Register("dan", Attendance.Remote);
        sample.Apply("dan", new Confirm());
        sample.Seat("ben");
        var asked = sample.Apply("dan", new RequestSeat(), ByOwner).LateChange;
        var decision = sample.Apply("dan", new ApproveChange(), new(IsByOrganiser: true) { LateChange = asked });
        Assert.Equal((ChangeResult.Queued, "waiting list 1"), (decision.Result, sample.StandingOf(sample["dan"])));
    }

    [Fact]
    public void A_refusal_changes_nothing_and_may_be_reconsidered()
    {
        var sample = Sample(hours: 0);
        var asked = sample.Apply("ada", new ChangeDetails(Details(meals: "lunch")), ByOwner).LateChange!;
        var facts = new RegistrationFacts(IsByOrganiser: true) { LateChange = asked };
        var decision = sample.Apply("ada", new RefuseChange("Ordered already"), facts);
        Assert.Equal((ChangeResult.Done, "", "Ordered already", false), (decision.Result, Meals(sample), asked.Reason, asked.Waits));
        Assert.Equal([MailKind.ChangeRefused], decision.Mails.Select(m => m.Kind));
        Assert.Equal(ChangeResult.NoChange, sample.Apply("ada", new RefuseChange("Again"), facts).Result);
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new ApproveChange(), facts).Result);
        Assert.Equal("lunch", Meals(sample));
    }

    /// <summary>Ada has a seat of two; changes are free for so many hours.</summary>
    private static SeatingSample Sample(int hours)
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        return sample.With(sample.Policy with { ChangesUntil = SeatingSample.Noon.AddHours(hours) });
    }

    private static RegistrationDetails Details(params string[] meals) => SeatingSample.DetailsOf("ada") with { Meals = meals };

    private static string Meals(SeatingSample sample) => string.Join(' ', sample["ada"].Details.Meals);
}
