using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>People ask for travel support; organisers grant or decline it.</summary>
public sealed class TravelSupportTests
{
    private const TravelSupportDecision Undecided = TravelSupportDecision.None;

    private static readonly RegistrationFacts ByOrganiser = new() { IsByOrganiser = true };

    [Fact]
    public void A_request_is_granted_declined_and_granted_again_and_the_person_is_told()
    {
        var sample = Asked();
        var mails = new RegistrationCommand[]
        {
            new GrantTravelSupport("€300", Undecided),
            new GrantTravelSupport("€300 and the hotel", TravelSupportDecision.Granted),
            new DeclineTravelSupport("", TravelSupportDecision.Granted),
            new GrantTravelSupport("€100", TravelSupportDecision.Declined),
        }
            .Select(command => sample.Apply("ada", command, ByOrganiser))
            .Select(d => (d.Result, string.Join(' ', d.Mails.Select(m => m.Kind))))
            .ToList();

        Assert.Equal(
            [
                (ChangeResult.Done, "TravelSupportGranted"),
                (ChangeResult.Done, "TravelSupportGranted"),
                (ChangeResult.Done, "TravelSupportDeclined"),
                (ChangeResult.Done, "TravelSupportGranted"),
            ],
            mails
        );
        Assert.Equal((TravelSupportDecision.Granted, "€100", SeatingSample.Noon), DecisionOf(sample));
    }

    public static TheoryData<string, RegistrationCommand, ChangeResult> Refused =>
        new()
        {
            { "not asked", new GrantTravelSupport("€300", Undecided), ChangeResult.InvalidState },
            { "pending", new GrantTravelSupport("€300", Undecided), ChangeResult.InvalidState },
            { "cancelled", new DeclineTravelSupport("", Undecided), ChangeResult.InvalidState },
            { "asked", new GrantTravelSupport("", Undecided), ChangeResult.InvalidState },
            { "asked", new GrantTravelSupport(new('x', 201), Undecided), ChangeResult.InvalidState },
            { "asked", new DeclineTravelSupport("a\u202Eb", Undecided), ChangeResult.InvalidState },
            { "granted", new GrantTravelSupport("€300", Undecided), ChangeResult.NoChange },
            { "granted", new DeclineTravelSupport("", Undecided), ChangeResult.Conflict },
        };

    [Theory, MemberData(nameof(Refused))]
    public void What_does_not_fit_changes_nothing_and_writes_to_nobody(string state, RegistrationCommand command, ChangeResult result)
    {
        var sample = state == "pending" ? new() : Asked();
        if (state == "pending")
        {
            sample.Register("ada");
            sample["ada"].UpdateDetails(Asking(), SeatingSample.Noon);
        }
        else if (state == "not asked")
            sample.Apply("ada", new ChangeDetails(SeatingSample.DetailsOf("ada") with { Answers = [new(TravelSupportRules.Id, "")] }));
        else if (state == "cancelled")
            sample.Apply("ada", new Cancel());
        else if (state == "granted")
            sample.Apply("ada", new GrantTravelSupport("€300", Undecided), ByOrganiser);
        var before = DecisionOf(sample);

        var decision = sample.Apply("ada", command, ByOrganiser);

        Assert.Equal((result, 0, before), (decision.Result, decision.Mails.Count, DecisionOf(sample)));
    }

    [Fact]
    public void An_undo_takes_the_decision_back_and_tells_the_person_and_the_undo_of_it_grants_again()
    {
        var sample = Asked();
        var before = sample["ada"].Snapshot();
        sample.Apply("ada", new GrantTravelSupport("€300", Undecided), ByOrganiser);
        var granted = sample["ada"].Snapshot();

        var undo = Undo(before);
        Assert.Equal((Undecided, null, null), DecisionOf(sample));
        Assert.Equal([MailKind.TravelSupportReopened], undo.Mails.Select(m => m.Kind));
        Assert.Equal([MailKind.TravelSupportGranted], Undo(granted).Mails.Select(m => m.Kind));
        Assert.Equal((TravelSupportDecision.Granted, "€300", SeatingSample.Noon), DecisionOf(sample));

        Decision Undo(RegistrationState to) =>
            sample.Apply("ada", new UndoLastChange(7), ByOrganiser with { LastChange = new(7, to, false) });
    }

    [Fact]
    public void Another_change_and_its_undo_keep_the_decision_and_a_new_registration_forgets_it()
    {
        var sample = Asked();
        sample.Apply("ada", new GrantTravelSupport("€300", Undecided), ByOrganiser);
        var before = sample["ada"].Snapshot();
        sample.Apply("ada", new FollowRemotely(), ByOrganiser);
        var undo = sample.Apply("ada", new UndoLastChange(7), ByOrganiser with { LastChange = new(7, before, false) });
        Assert.DoesNotContain(undo.Mails, m => m.Kind.ToString().StartsWith("TravelSupport", StringComparison.Ordinal));
        Assert.Equal(TravelSupportDecision.Granted, sample["ada"].TravelSupport);

        sample.Apply("ada", new Cancel());
        sample.Register("ada", key: "another form");
        Assert.Equal((Undecided, null, null), DecisionOf(sample));
    }

    [Fact]
    public void The_reason_is_asked_from_those_who_ask_alone()
    {
        var fields = RegistrationFields.Of([], TravelSupportRules.Questions(new(2030, 2, 1), new("doctorants", "PhD students")));
        var (what, why) = (fields.Questions[0], fields.Questions[1]);

        Assert.Equal(("travel-support_text", true, true), (what.Key, fields.HasTravelSupport, what.IsOptional));
        Assert.Equal("For: PhD students. An amount or what you need, in a few words. Empty: none.", what.Help!.En);
        Assert.Equal((true, false), (fields.IsAsked(why, f => f == what ? "the train" : ""), fields.IsAsked(why, _ => "")));
        Assert.False(why.IsOptional);
        Assert.False(RegistrationFields.BuiltIn.HasTravelSupport);
    }

    private static SeatingSample Asked()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        sample.Apply("ada", new ChangeDetails(Asking()));
        return sample;
    }

    private static RegistrationDetails Asking() =>
        SeatingSample.DetailsOf("ada") with
        {
            Answers = [new(TravelSupportRules.Id, "The train")],
        };

    private static (TravelSupportDecision, string?, DateTimeOffset?) DecisionOf(SeatingSample sample) =>
        (sample["ada"].TravelSupport, sample["ada"].TravelSupportWords, sample["ada"].TravelSupportAt);
}
