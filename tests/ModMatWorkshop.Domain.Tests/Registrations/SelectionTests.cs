using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Applications to a workshop that selects its participants.</summary>
public sealed class SelectionTests
{
    private static readonly RegistrationFacts ByOrganiser = new(IsByOrganiser: true);

    [Fact]
    public void An_application_holds_no_place_and_is_shown_as_none()
    {
        var sample = new SeatingSample().OnApplication();
        var decision = sample.Register("ada");
        Assert.Equal((Place.None, "pending application", null), (decision.Place, Standing(sample, "ada"), sample["ada"].HoldUntil));
        Assert.Equal([MailKind.ConfirmAddress], decision.Decision!.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void A_full_room_shows_an_applicant_the_same_as_an_empty_one()
    {
        var sample = new SeatingSample();
        sample.Seat("ben", "cat");
        Assert.Equal(Place.None, sample.OnApplication().Register("ada").Place);
    }

    [Fact]
    public void Seats_are_given_in_the_order_of_acceptance_then_the_waiting_list()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada", "ben", "cat", "dan");
        var results = new[] { "dan", "ben", "ada", "cat" }.Select(name => sample.Apply(name, new AcceptApplication(), ByOrganiser).Result);
        Assert.Equal([ChangeResult.Done, ChangeResult.Done, ChangeResult.Queued, ChangeResult.Queued], results);
        Assert.Equal(
            ["waiting list 1", "seat", "waiting list 2", "seat"],
            new[] { "ada", "ben", "cat", "dan" }.Select(name => Standing(sample, name))
        );
    }

    [Fact]
    public void Accepting_twice_decides_once()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new AcceptApplication("Welcome"));
        var again = sample.Apply("ada", new AcceptApplication("Again"));
        Assert.Equal((ChangeResult.NoChange, "Welcome", 0), (again.Result, sample["ada"].SelectionReason, again.Mails.Count));
    }

    [Fact]
    public void Of_two_opposite_decisions_the_first_one_stays()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada", "ben");
        sample.Apply("ada", new DeclineApplication());
        sample.Apply("ben", new AcceptApplication());
        Assert.Equal(ChangeResult.Conflict, sample.Apply("ada", new AcceptApplication()).Result);
        Assert.Equal(ChangeResult.Conflict, sample.Apply("ben", new DeclineApplication()).Result);
        Assert.Equal(("declined", "seat"), (Standing(sample, "ada"), Standing(sample, "ben")));
    }

    [Fact]
    public void An_organiser_who_sees_a_refusal_may_accept_after_all()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new DeclineApplication("No room"));
        var decision = sample.Apply("ada", new AcceptApplication(Seen: Selection.Declined));
        Assert.Equal((ChangeResult.Done, "seat", null), (decision.Result, Standing(sample, "ada"), sample["ada"].SelectionReason));
    }

    [Fact]
    public void The_stream_is_given_to_a_declined_person_only_where_there_is_one()
    {
        var sample = new SeatingSample(offer: AttendanceOffer.InPersonOnly).OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new DeclineApplication(MayFollow: true));
        Assert.Equal("declined", Standing(sample, "ada"));
    }

    [Fact]
    public void A_person_with_the_stream_only_gets_no_seat_by_any_way()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1).OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new DeclineApplication(MayFollow: true));
        Assert.Equal("remote", Standing(sample, "ada"));
        Assert.Equal(
            [ChangeResult.NotAccepted, ChangeResult.NotAccepted, ChangeResult.NotAccepted, ChangeResult.NotAccepted],
            new RegistrationCommand[] { new RequestSeat(), new SeatAtCheckIn(), new SeatFromReserve(), new OfferSeat() }.Select(command =>
                sample.Apply("ada", command).Result
            )
        );
        Assert.Equal(ChangeResult.NotAccepted, CheckInRules.SeatFor(sample.Seating, sample["ada"], isInvited: true).Result);
    }

    [Fact]
    public void An_invited_person_needs_no_selection()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1).OnApplication();
        var decision = sample.Register("ada", claim: new InvitationClaim(null));
        sample.Apply("ada", new Confirm(), new(IsInvited: true));
        Assert.Equal((Place.Seat, "reserved seat", Selection.None), (decision.Place, Standing(sample, "ada"), sample["ada"].Selection));
    }

    [Fact]
    public void A_confirmed_presenter_is_accepted_and_has_a_seat_of_the_reserve()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1).OnApplication();
        sample.Register("ada");
        var decision = sample.Apply("ada", new Confirm(), new() { IsPresenter = true });
        Assert.Equal(
            (ChangeResult.Done, "reserved seat", Selection.Accepted),
            (decision.Result, Standing(sample, "ada"), sample["ada"].Selection)
        );
        Assert.Equal((true, MailKind.Confirmed), (decision.GrantsReserve, decision.Mails.Single().Kind));
    }

    [Fact]
    public void An_applicant_who_uses_an_invitation_is_accepted_by_it()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1).OnApplication();
        sample.Applicants("ada");
        var decision = sample.Register("ada", claim: new InvitationClaim(null), key: "another form");
        Assert.Equal(("reserved seat", Selection.Accepted), (Standing(sample, "ada"), sample["ada"].Selection));
        Assert.Equal([MailKind.ApplicationAccepted], decision.Decision!.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void The_form_shows_a_known_applicant_what_it_shows_a_stranger()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada", "ben", "cat");
        sample.Apply("ben", new AcceptApplication());
        sample.Apply("cat", new DeclineApplication());
        Assert.Equal(
            [Place.None, Place.None, Place.None, Place.None],
            new[] { "ada", "ben", "cat", "dan" }.Select(name => sample.Register(name, key: "another form").Place!.Value)
        );
        Assert.Equal(
            ["applied", "seat", "declined", "pending application"],
            new[] { "ada", "ben", "cat", "dan" }.Select(name => Standing(sample, name))
        );
    }

    [Fact]
    public void The_same_form_sent_twice_is_one_application_and_one_mail()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Register("ada");
        var again = sample.Register("ada");
        Assert.Equal((Place.None, null), (again.Place, again.Decision));
    }

    [Fact]
    public void Another_form_of_an_unconfirmed_application_renews_it()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Register("ada");
        sample.Register("ada", Attendance.Remote, key: "another form");
        Assert.Equal(("pending application", Attendance.Remote), (Standing(sample, "ada"), sample["ada"].Attendance));
    }

    [Fact]
    public void Whoever_registered_before_the_content_asked_for_applications_keeps_the_place()
    {
        var sample = new SeatingSample();
        sample.Register("ada");
        sample.OnApplication();
        sample.Apply("ada", new Confirm());
        Assert.Equal("seat", Standing(sample, "ada"));
    }

    [Fact]
    public void Whoever_applied_still_waits_for_a_decision_when_registration_opens()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Register("ada");
        var open = new SeatingSample();
        var decision = RegistrationRules.Decide(open.Seating, sample["ada"], new Confirm(), new());
        Assert.Equal((ChangeResult.Done, "applied"), (decision.Result, Standing(sample, "ada")));
    }

    [Fact]
    public void An_undo_of_an_acceptance_frees_the_seat_and_tells_the_person()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        var before = sample["ada"].Snapshot();
        sample.Apply("ada", new AcceptApplication("Welcome"), ByOrganiser);
        var undo = sample.Apply("ada", new UndoLastChange(7), ByOrganiser with { LastChange = new(7, before, false) });
        Assert.Equal((ChangeResult.Done, "applied", null), (undo.Result, Standing(sample, "ada"), sample["ada"].SelectionReason));
        Assert.Equal([MailKind.ApplicationReopened], undo.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void An_undo_of_a_refusal_restores_the_wish_to_come()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        var before = sample["ada"].Snapshot();
        sample.Apply("ada", new DeclineApplication("Full", MayFollow: true), ByOrganiser);
        sample.Apply("ada", new UndoLastChange(7), ByOrganiser with { LastChange = new(7, before, false) });
        Assert.Equal(("applied", Attendance.InPerson), (Standing(sample, "ada"), sample["ada"].Attendance));
    }

    [Fact]
    public void The_undo_of_an_undo_accepts_again_and_takes_the_same_seat()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        var before = sample["ada"].Snapshot();
        sample.Apply("ada", new AcceptApplication(), ByOrganiser);
        var accepted = sample["ada"].Snapshot();
        sample.Apply("ada", new UndoLastChange(7), ByOrganiser with { LastChange = new(7, before, false) });
        var again = sample.Apply("ada", new UndoLastChange(8), ByOrganiser with { LastChange = new(8, accepted, false) });
        Assert.Equal(("seat", accepted.SeatNumber), (Standing(sample, "ada"), sample["ada"].SeatNumber));
        Assert.Equal([MailKind.ApplicationAccepted], again.Mails.Select(m => m.Kind));
    }

    [Fact]
    public void A_withdrawn_application_comes_back_as_one()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new Cancel());
        Assert.Equal(ChangeResult.Done, sample.Apply("ada", new Reinstate()).Result);
        Assert.Equal("applied", Standing(sample, "ada"));
    }

    [Fact]
    public void Whoever_withdrew_may_apply_again()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Apply("ada", new Cancel());
        sample.Register("ada", key: "another form");
        Assert.Equal(("pending application", Selection.Applied), (Standing(sample, "ada"), sample["ada"].Selection));
    }

    [Fact]
    public void An_organiser_who_adds_a_person_accepts_them()
    {
        var sample = new SeatingSample().OnApplication();
        var eve = Registration.New(Guid.CreateVersion7(), 9, "", SeatingSample.AddressOf("eve"));
        NewcomerRules.Add(sample.Seating, eve, SeatingSample.FormOf("eve"), confirmed: true);
        Assert.Equal((Place.Seat, Selection.None), (eve.Place, eve.Selection));
    }

    [Theory]
    [InlineData(ImportAs.ConfirmedWithMail, RegistrationStatus.Applied, "ApplicationReceived")]
    [InlineData(ImportAs.ConfirmedWithoutMail, RegistrationStatus.Applied, "")]
    [InlineData(ImportAs.ToBeConfirmed, RegistrationStatus.Pending, "ConfirmAddress")]
    public void An_imported_applicant_waits_for_a_decision(ImportAs how, RegistrationStatus status, string mails)
    {
        var sample = new SeatingSample().OnApplication();
        var eve = Registration.New(Guid.CreateVersion7(), 9, "", SeatingSample.AddressOf("eve"));
        var row = new ImportRow("eve@lab.example", SeatingSample.DetailsOf("eve"), Attendance.InPerson, []) { IsApplied = true };
        var decision = NewcomerRules.Import(sample.Seating, eve, row, how);
        Assert.Equal((status, Place.None, Selection.Applied), (eve.Status, eve.Place, eve.Selection));
        Assert.Equal(mails, string.Join(' ', decision.Mails.Select(m => m.Kind)));
    }

    [Fact]
    public void An_import_changes_the_wish_of_an_applicant_and_gives_no_place()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        var row = new ImportRow("ada@lab.example", sample["ada"].Details, Attendance.Remote, ["attendance"]);
        sample.Apply("ada", new ApplyImport(row, ImportAs.ConfirmedWithMail));
        Assert.Equal("applied, remote", Standing(sample, "ada"));
    }

    [Fact]
    public void Nobody_is_accepted_after_the_workshop()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada");
        sample.Seating.Now = SeatingSample.End;
        Assert.Equal(ChangeResult.TooLate, sample.Apply("ada", new AcceptApplication()).Result);
    }

    [Fact]
    public void A_person_who_is_not_accepted_is_turned_away_at_check_in()
    {
        var sample = new SeatingSample().OnApplication();
        sample.Applicants("ada", "ben");
        sample.Apply("ben", new AcceptApplication());
        Assert.Equal(
            (CheckInState.NotAccepted, CheckInState.Seated),
            (sample["ada"].CheckInStateAt(null, SeatingSample.Start), sample["ben"].CheckInStateAt(null, SeatingSample.Start))
        );
    }

    private static string Standing(SeatingSample sample, string name) => sample.StandingOf(sample[name]);
}
