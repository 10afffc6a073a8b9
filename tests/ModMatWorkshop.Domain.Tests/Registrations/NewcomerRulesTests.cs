using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Forms that are sent once or again, and people whom an organiser adds or imports.</summary>
public sealed class NewcomerRulesTests
{
    [Fact]
    public void The_same_form_sent_twice_is_one_registration_and_one_mail()
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        Assert.Equal((Place.Seat, null), (sample.Register("ada").Place, sample["ada"].KeptUntil));
        Assert.Null(sample.Register("ada").Decision);
    }

    [Theory]
    [InlineData("form of ada")]
    [InlineData("another form")]
    public void Any_form_after_a_lapsed_hold_takes_a_seat_again(string key)
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        sample.Apply("ada", new LapseHold());
        Assert.Equal([new("registered", "InPerson Seat")], sample.Register("ada", key: key).Decision!.Audit);
        Assert.Equal("pending seat", sample.StandingOf(sample["ada"]));
    }

    [Fact]
    public void Another_form_renews_the_answers_and_not_the_hold()
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        var end = sample["ada"].HoldUntil;
        sample.Seating.Now += TimeSpan.FromHours(1);
        Assert.Equal([], sample.Register("ada", key: "another form").Decision!.Audit);
        Assert.Equal(("pending seat", end), (sample.StandingOf(sample["ada"]), sample["ada"].HoldUntil));
    }

    [Fact]
    public void The_mail_of_a_form_is_limited_unless_only_the_owner_can_have_asked_for_it()
    {
        var sample = new SeatingSample();
        var limited = new MailRequest(MailKind.ConfirmAddress, IsRateLimited: true);
        Assert.Equal([limited], sample.Register("ada").Decision!.Mails);
        Assert.Equal([limited], sample.Register("ada", key: "another form").Decision!.Mails);
        sample.Apply("ada", new Cancel());
        Assert.Equal([limited with { IsRateLimited = false }], sample.Register("ada", key: "a third form").Decision!.Mails);
    }

    [Fact]
    public void The_mail_to_a_corrected_address_is_not_limited_unless_the_address_is_known()
    {
        var sample = new SeatingSample();
        sample.Register("tpyo", key: "one form");
        var moved = sample.Register("ada", key: "one form", corrects: "tpyo");
        Assert.Equal([new(MailKind.ConfirmAddress, "address-1")], moved.Decision!.Mails);
        Assert.Equal([new("corrected the address", null)], moved.Decision.Audit);
        Assert.Null(moved.Replaced);

        sample.Register("ben");
        sample.Register("tpyo", key: "two forms");
        var known = sample.Register("ben", key: "two forms", corrects: "tpyo").Decision!;
        Assert.Equal([new(MailKind.ConfirmAddress, IsRateLimited: true)], known.Mails);
        Assert.Equal([], known.Audit);
    }

    [Fact]
    public void An_application_is_never_held_even_if_its_address_is_corrected()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Register("tpyo", key: "one form");
        Assert.Equal(["corrected the address"], Actions(sample.Register("ada", key: "one form", corrects: "tpyo")));
        Assert.Equal([], Actions(sample.Register("ada", key: "another form")));
        Assert.Equal(("pending application", null), (sample.StandingOf(sample.Find("ada")!), sample.Find("ada")!.HoldUntil));
    }

    [Fact]
    public void Whoever_holds_a_seat_applies_for_it_with_another_form_once_the_workshop_selects()
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        sample.OnApplication().Register("ada", key: "another form");
        Assert.Equal("pending application", sample.StandingOf(sample["ada"]));
    }

    [Fact]
    public void An_invitation_takes_an_unconfirmed_person_off_the_waiting_list_and_leaves_a_seat_alone()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        foreach (var name in new[] { "ada", "ben" })
            sample.Register(name);
        foreach (var name in new[] { "ada", "ben" })
            sample.Register(name, claim: new InvitationClaim(null), key: "another form");
        Assert.Equal(("pending seat", "pending reserved seat"), (sample.StandingOf(sample["ada"]), sample.StandingOf(sample["ben"])));
    }

    [Fact]
    public void An_invitation_takes_a_confirmed_person_off_the_waiting_list_and_leaves_a_seat_alone()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        sample.Seat("ada", "ben");
        Assert.Equal(
            ["AlreadyRegistered", "SwitchedToSeat AlreadyRegistered"],
            new[] { "ada", "ben" }.Select(name =>
                string.Join(' ', sample.Register(name, claim: new(null), key: "another form").Decision!.Mails.Select(m => m.Kind))
            )
        );
        Assert.Equal(("seat", "reserved seat"), (sample.StandingOf(sample["ada"]), sample.StandingOf(sample["ben"])));
    }

    [Fact]
    public void An_invitation_that_a_confirmed_person_used_gives_no_seat()
    {
        var sample = new SeatingSample(seats: 1, reserved: 1);
        sample.Register("ada", claim: new InvitationClaim(null));
        sample.Apply("ada", new Confirm(), new(IsInvited: true));
        var eve = sample.Register("eve", claim: new InvitationClaim(sample["ada"]));
        Assert.Equal((Place.WaitingList, false, null), (eve.Place, eve.UsesInvitation, eve.Released));
    }

    [Fact]
    public void A_form_without_an_invitation_leaves_a_confirmed_person_in_line_although_the_reserve_is_free()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        sample.Seat("ada", "ben");
        var again = sample.Register("ben", key: "another form");
        Assert.Equal("waiting list 1", sample.StandingOf(sample["ben"]));
        Assert.Equal([MailKind.AlreadyRegistered], again.Decision!.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void A_declined_person_proposes_no_answers_and_neither_does_a_newcomer_who_asks_for_a_closed_option()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new DeclineApplication());
        Assert.Null(Propose(sample, SeatingSample.DetailsOf("ada") with { Affiliation = "Elsewhere" }));

        sample = new SeatingSample();
        sample.With(sample.Policy with { Options = [new(new("dinner", new("Dîner", "Dinner")), SeatingSample.Noon)] }).Register("ada");
        Assert.Null(Propose(sample, SeatingSample.DetailsOf("ada") with { Answers = [new("dinner_option", "1")] }));
    }

    [Theory]
    [InlineData(1, true, "seat", "Done", MailKind.Confirmed)]
    [InlineData(1, false, "pending seat", "Done", MailKind.ConfirmAddress)]
    [InlineData(0, true, "waiting list 1", "Queued", MailKind.WaitingList)]
    [InlineData(0, false, "pending waiting list 1", "Queued", MailKind.ConfirmAddress)]
    public void Whom_an_organiser_adds_hears_what_they_have_or_must_confirm(
        int seats,
        bool confirmed,
        string standing,
        string result,
        MailKind mail
    )
    {
        var sample = new SeatingSample(seats);
        var eve = Stranger("eve");
        var decision = NewcomerRules.Add(sample.Seating, eve, SeatingSample.FormOf("eve"), confirmed);
        Assert.Equal((standing, result), (sample.StandingOf(eve), decision.Result.ToString()));
        Assert.Equal([mail], decision.Mails.Select(m => m.Kind));
        Assert.Equal(confirmed ? null : SeatingSample.Noon + sample.Policy.Hold, eve.HoldUntil);
    }

    [Theory]
    [InlineData(true, false, "seat")]
    [InlineData(false, true, "pending seat")]
    public void An_imported_person_applies_only_if_the_list_says_so_and_the_workshop_selects(bool selects, bool applied, string standing)
    {
        var sample = selects ? new SeatingSample().OnApplication() : new SeatingSample();
        var eve = Stranger("eve");
        var row = new ImportRow(eve.Email, SeatingSample.DetailsOf("eve"), Attendance.InPerson, []) { IsApplied = applied };
        NewcomerRules.Import(sample.Seating, eve, row, ImportAs.ConfirmedWithMail);
        Assert.Equal((standing, Selection.None), (sample.StandingOf(eve), eve.Selection));
    }

    private static IEnumerable<string> Actions(FormDecision decision) => decision.Decision!.Audit.Select(a => a.Action);

    private static AnswerProposal? Propose(SeatingSample sample, RegistrationDetails details) =>
        NewcomerRules
            .Register(
                sample.Seating,
                SeatingSample.FormOf("ada", key: "another form") with
                {
                    Details = details,
                },
                new(sample.Find("ada")),
                () => throw new InvalidOperationException()
            )
            .Proposal;

    private static Registration Stranger(string name) =>
        Registration.New(Guid.CreateVersion7(), 9, "ticket", SeatingSample.AddressOf(name));
}
