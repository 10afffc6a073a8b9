using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>Who has which role, and who claims one.</summary>
public sealed partial class RolesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AfterTheEnd = SeatingSample.End.AddHours(1);
    private static readonly Roles Roles = new([
        new("i1", Role.InvitedTalk, ["Ada Lovelace"], "On engines", "en"),
        new("o1", Role.Talk, ["Grace Hopper"], "On compilers", "en"),
        new("o2", Role.Talk, ["Ada Lovelace"], "On notes", "en"),
        new("p1", Role.Poster, ["Emmy Noether"], "On rings", "en"),
        new("welcome", Role.Talk, ["T. Very"], "Welcome", "en"),
        new(Part.Committee, Role.Organiser, ["Zoé Lambda", "Jean-Pierre d’Arc"]),
    ]);

    [Theory]
    [InlineData("Eve", "Stranger", null, "")]
    [InlineData("Eve", "Stranger", "p1", "p1")]
    [InlineData("Eve", "Stranger", "o1 p1", "o1 p1")]
    // A contribution that is not in the programme or is cancelled is no part.
    [InlineData("Eve", "Stranger", "o99", "")]
    // Names are recognised without regard to accents, capitals and order.
    [InlineData("Ada", "Lovelace", null, "i1 o2")]
    [InlineData("zoe", "LAMBDA", null, "committee")]
    [InlineData("Lambda", "Zoé", "p1", "p1 committee")]
    [InlineData("Jean Pierre", "d'Arc", null, "committee")]
    [InlineData("Zoé", "Lambdaa", null, "")]
    // A speaker without an abstract.
    [InlineData("T.", "Very", null, "welcome")]
    public void A_typed_name_and_a_choice_in_the_form_are_claims_and_give_no_role(
        string given,
        string family,
        string? presents,
        string claims
    )
    {
        var person = Person(given, family, presents);

        Assert.Equal([Role.Participant], Roles.Of(person));
        Assert.Empty(Roles.ConfirmedOf(person));
        Assert.Equal(claims, Parts(person, RoleState.Claimed));
    }

    [Fact]
    public void An_organisers_confirmation_gives_the_role_and_only_that_one()
    {
        var person = Person("Ada", "Lovelace");
        Confirm(person, "i1");

        Assert.Equal([Role.InvitedTalk], Roles.Of(person));
        Assert.Equal(
            ("i1", "o2", ""),
            (Parts(person, RoleState.Confirmed), Parts(person, RoleState.Claimed), Parts(person, RoleState.Refused))
        );
    }

    [Fact]
    public void A_person_with_several_parts_has_each_role_once_and_the_most_important_first()
    {
        var person = Person("Ada", "Lovelace");
        foreach (var part in new[] { "o2", "p1", "welcome", Part.Committee, "i1" })
            Confirm(person, part);

        Assert.Equal([Role.Organiser, Role.InvitedTalk, Role.Talk, Role.Poster], Roles.Of(person));
        Assert.Equal("i1 o2 p1 welcome committee", Parts(person, RoleState.Confirmed));
    }

    [Fact]
    public void A_refused_claim_gives_no_role_and_is_not_listed_again()
    {
        var person = Person("Eve", "Stranger", "o1");
        Assert.Equal(ChangeResult.Done, Decide(person, new RefuseRole("o1", person.Details.Name)));

        Assert.Equal([Role.Participant], Roles.Of(person));
        Assert.Equal("", Parts(person, RoleState.Claimed));
        Assert.Empty(Claim.Of(Roles, [person], new HashSet<Guid>()));
    }

    [Theory]
    // A corrected accent, capital or order is the same name.
    [InlineData("ADA", "Lovelace", "i1", "o2")]
    [InlineData("Lovelace", "Ada", "i1", "o2")]
    // Another name turns the confirmation into a claim.
    [InlineData("Ada", "Byron", "", "i1")]
    [InlineData("Eve", "Stranger", "", "i1")]
    public void A_confirmation_counts_only_for_the_name_that_was_confirmed(string given, string family, string confirmed, string claimed)
    {
        var person = Person("Ada", "Lovelace");
        Confirm(person, "i1");
        Rename(person, given, family);

        Assert.Equal((confirmed, claimed), (Parts(person, RoleState.Confirmed), Parts(person, RoleState.Claimed)));
    }

    [Fact]
    public void A_role_that_was_chosen_ends_when_it_is_chosen_no_longer_and_an_assigned_one_stays()
    {
        var person = Person("Eve", "Stranger", "o1");
        Confirm(person, "o1");
        Confirm(person, "p1");
        Change(person, person.Details with { Presents = null });

        Assert.Equal(("p1", ""), (Parts(person, RoleState.Confirmed), Parts(person, RoleState.Claimed)));
    }

    [Fact]
    public void An_organiser_confirms_the_name_that_the_page_showed_and_no_other()
    {
        var person = Person("Ada", "Lovelace");
        var seen = person.Details.Name;
        Rename(person, "Eve", "Stranger");

        Assert.Equal(ChangeResult.Conflict, Decide(person, new ConfirmRole("i1", seen)));
        Assert.Equal([Role.Participant], Roles.Of(person));
    }

    [Fact]
    public void A_role_cannot_be_confirmed_before_the_address()
    {
        var person = Pending("Ada", "Lovelace");

        Assert.Equal(ChangeResult.InvalidState, Decide(person, new ConfirmRole("i1", person.Details.Name)));
    }

    [Fact]
    public void Confirming_twice_changes_nothing_and_withdrawing_ends_the_role()
    {
        var person = Person("Ada", "Lovelace");
        Confirm(person, "i1");

        Assert.Equal(ChangeResult.NoChange, Decide(person, new ConfirmRole("i1", person.Details.Name)));
        Assert.Equal(ChangeResult.Done, Decide(person, new RefuseRole("i1", person.Details.Name)));
        Assert.Equal([Role.Participant], Roles.Of(person));
    }

    [Fact]
    public void A_part_that_the_programme_does_not_have_is_neither_confirmed_nor_refused()
    {
        var person = Person("Ada", "Lovelace");

        Assert.Equal(
            (ChangeResult.NotFound, ChangeResult.NotFound, 0),
            (
                Decide(person, new ConfirmRole("o99", person.Details.Name)),
                Decide(person, new RefuseRole("o99", person.Details.Name)),
                person.RoleDecisions.Count
            )
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void The_certificate_attack_leaves_the_stranger_their_own_name_and_no_role(bool isPresent, bool isOver)
    {
        var stranger = Person("Eve", "Stranger");
        var attack = stranger.Details with { GivenName = "Ada", FamilyName = "Lovelace", Presents = "i1", Affiliation = "Elsewhere" };

        var result = Change(stranger, attack, isByOwner: true, hasAttended: isPresent, now: isOver ? AfterTheEnd : Noon);

        Assert.Equal(ChangeResult.IdentityIsFixed, result);
        Assert.Equal(("Eve Stranger", null, "Elsewhere"), (stranger.Details.Name, stranger.Details.Presents, stranger.Details.Affiliation));
        Assert.Equal([Role.Participant], Roles.Of(stranger));
        Assert.Equal("", Parts(stranger, RoleState.Claimed));
    }

    [Fact]
    public void Who_was_present_cancels_and_registers_again_keeps_the_name_and_the_claims()
    {
        var sample = new SeatingSample();
        sample.Seat("eve");
        sample.Apply("eve", new Cancel());
        var eve = sample["eve"];
        var form = new FormSubmission(
            SeatingSample.AddressOf("eve"),
            SeatingSample.DetailsOf("Ada") with
            {
                Presents = "i1",
                Affiliation = "Elsewhere",
            },
            Attendance.Remote,
            "another form"
        );

        NewcomerRules.Register(sample.Seating, form, new(eve, HasAttended: true), () => throw new InvalidOperationException());

        Assert.Equal(("eve Lovelace", null, "Elsewhere"), (eve.Details.Name, eve.Details.Presents, eve.Details.Affiliation));
    }

    [Fact]
    public void Before_any_presence_a_person_changes_their_own_name_and_claims()
    {
        var person = Person("Eve", "Stranger");

        var result = Change(person, person.Details with { GivenName = "Eva", Presents = "p1" }, isByOwner: true);

        Assert.Equal((ChangeResult.Done, "Eva Stranger", "p1"), (result, person.Details.Name, person.Details.Presents));
    }

    [Fact]
    public void An_organiser_changes_a_fixed_name_with_a_line_of_its_own_in_the_log()
    {
        var sample = new SeatingSample();
        sample.Seat("ada");
        var details = sample["ada"].Details;
        var facts = new RegistrationFacts { HasAttended = true };

        var renamed = sample.Apply("ada", new ChangeDetails(details with { FamilyName = "Byron" }), facts);
        var other = sample.Apply("ada", new ChangeDetails(sample["ada"].Details with { Affiliation = "Elsewhere" }), facts);

        Assert.Equal(["changed a fixed name or claim", "changed the details"], renamed.Audit.Select(a => a.Action));
        Assert.Equal(["changed the details"], other.Audit.Select(a => a.Action));
        Assert.Equal("ada Byron", sample["ada"].Details.Name);
    }

    private static string Parts(Registration person, RoleState state) =>
        string.Join(' ', Roles.StandingOf(person).Where(r => r.State == state).Select(r => r.Part.Key));

    private static void Confirm(Registration person, string part) =>
        Assert.Equal(ChangeResult.Done, Decide(person, new ConfirmRole(part, person.Details.Name)));

    private static void Rename(Registration person, string given, string family) =>
        Change(person, person.Details with { GivenName = given, FamilyName = family });

    private static ChangeResult Change(
        Registration person,
        RegistrationDetails details,
        bool isByOwner = false,
        bool hasAttended = false,
        DateTimeOffset? now = null
    ) => Decide(person, new ChangeDetails(details), new() { IsByOwner = isByOwner, HasAttended = hasAttended }, now);

    private static ChangeResult Decide(
        Registration person,
        RegistrationCommand command,
        RegistrationFacts? facts = null,
        DateTimeOffset? now = null
    )
    {
        var part =
            command is ConfirmRole confirm ? confirm.Part
            : command is RefuseRole refuse ? refuse.Part
            : "";
        var seating = new Seating(new SeatingSample().Policy, now ?? Noon, [], 0);
        return RegistrationRules
            .Decide(
                seating,
                person,
                command,
                (facts ?? new()) with
                {
                    IsPart = Roles.Find(part) is not null,
                    By = "organiser 1",
                    RealNow = Noon,
                }
            )
            .Result;
    }

    private static Registration Person(string given, string family, string? presents = null)
    {
        var person = Pending(given, family, presents);
        person.Confirm(Noon);
        return person;
    }

    private static Registration Pending(string given, string family, string? presents = null)
    {
        var person = Registration.New(Guid.CreateVersion7(), 1, "ticket", SeatingSample.AddressOf("somebody"));
        person.Begin(SeatingSample.DetailsOf(given) with { FamilyName = family, Presents = presents }, Attendance.Remote, "form", Noon);
        person.FollowRemotely();
        return person;
    }
}
