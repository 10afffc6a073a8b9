using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed partial class RolesTests
{
    [Fact]
    public void A_claim_is_obvious_when_the_programme_names_the_person_and_nobody_else_claims_it()
    {
        var ada = Person("Ada", "Lovelace", "i1");

        Assert.Equal(["i1 None", "o2 None"], Claims([ada]));
    }

    [Fact]
    public void A_claim_by_somebody_whom_the_programme_does_not_name_is_not_obvious() =>
        Assert.Equal(["o1 OtherName"], Claims([Person("Eve", "Stranger", "o1")]));

    [Fact]
    public void A_claim_without_a_confirmed_address_is_not_obvious() =>
        Assert.Equal(["o1 Unconfirmed"], Claims([Pending("Grace", "Hopper")]));

    [Fact]
    public void Two_people_who_claim_one_contribution_are_a_conflict_and_neither_is_obvious()
    {
        var (grace, eve) = (Person("Grace", "Hopper"), Person("Eve", "Stranger", "o1"));

        Assert.Equal(["o1 Contested", "o1 OtherName, Contested"], Claims([grace, eve]));
        Assert.Equal([eve], Claim.Of(Roles, [grace, eve], new HashSet<Guid>())[0].Others);

        Decide(eve, new RefuseRole("o1", eve.Details.Name));
        Assert.Equal(["o1 None"], Claims([grace, eve]));
    }

    [Fact]
    public void Of_many_people_who_claim_one_part_each_claim_lists_a_few()
    {
        var crowd = Enumerable.Range(0, 3000).Select(_ => Person("Zoé", "Lambda", "o1")).ToList();

        var claims = Claim.Of(Roles, crowd, new HashSet<Guid>());

        Assert.Equal(2 * crowd.Count, claims.Count);
        Assert.All(claims, claim => Assert.Equal((Claim.MaxOthers, 2994), (claim.Others.Count, claim.MoreOthers)));
    }

    [Fact]
    public void A_claim_to_a_part_that_somebody_else_has_is_a_conflict()
    {
        var (grace, other) = (Person("Grace", "Hopper"), Person("Grace", "Hopper"));
        Confirm(other, "o1");

        Assert.Equal(["o1 Contested"], Claims([grace, other]));
    }

    [Fact]
    public void Two_members_of_the_committee_are_no_conflict_unless_they_have_one_name()
    {
        var (zoe, arc, twin) = (Person("Zoé", "Lambda"), Person("Jean-Pierre", "d’Arc"), Person("Zoe", "Lambda"));

        Assert.Equal(["committee None", "committee None"], Claims([zoe, arc]));
        Assert.Equal(["committee None", "committee Contested", "committee Contested"], Claims([zoe, arc, twin]));
    }

    [Fact]
    public void Two_speakers_of_one_talk_are_no_conflict()
    {
        var roles = new Roles([new("k1", Role.InvitedTalk, ["Grace Hopper", "Ada Lovelace"], "Two views", "en")]);
        var people = new[] { Person("Ada", "Lovelace"), Person("Grace", "Hopper") };

        Assert.Equal(["k1 None", "k1 None"], Claim.Of(roles, people, new HashSet<Guid>()).Select(Said));
    }

    [Fact]
    public void A_claim_of_somebody_who_has_changed_their_name_is_not_obvious()
    {
        var grace = Person("Grace", "Hopper");
        Assert.Equal(["o1 Renamed"], Claim.Of(Roles, [grace], new HashSet<Guid> { grace.Id }).Select(Said));

        var ada = Person("Ada", "Byron");
        Confirm(ada, "p1");
        Rename(ada, "Emmy", "Noether");
        Assert.Equal(["p1 Renamed"], Claims([ada]));
    }

    [Fact]
    public void A_cancelled_registration_claims_nothing()
    {
        var (grace, eve) = (Person("Grace", "Hopper"), Person("Eve", "Stranger", "o1"));
        eve.Cancel(Noon);

        Assert.Equal(["o1 None"], Claims([grace, eve]));
    }

    [Theory]
    [InlineData("Ada Lovelace", "i1", "")]
    [InlineData("Lovelace Ada", "i1", "")]
    [InlineData("Grace Hopper", "", "i1")]
    public void An_invitation_gives_its_role_to_the_guest_and_is_a_claim_of_anybody_else(string guest, string confirmed, string claimed)
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        RoleDecision[] roles = [new("i1", Folding.Fold(guest), true, false, "organiser 1", Noon)];
        sample.Register("Ada", claim: new InvitationClaim(null) { Roles = roles });
        var person = sample["Ada"];

        Assert.Equal(confirmed, Parts(person, RoleState.Confirmed));
        Assert.Contains(claimed, Parts(person, RoleState.Claimed), StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_that_somebody_else_uses_gives_its_role_to_the_last_one_only()
    {
        var sample = new SeatingSample(seats: 2, reserved: 1);
        RoleDecision[] roles = [new("i1", "ada lovelace", true, false, "organiser 1", Noon)];
        sample.Register("ada", claim: new InvitationClaim(null) { Roles = roles });
        sample.Register("eve", claim: new InvitationClaim(sample["ada"]) { Roles = roles });

        Assert.Equal(("", "i1"), (Keys(sample["ada"]), Keys(sample["eve"])));

        static string Keys(Registration person) => string.Join(' ', person.RoleDecisions.Select(d => d.Part));
    }

    private static IEnumerable<string> Claims(Registration[] people) => Claim.Of(Roles, people, new HashSet<Guid>()).Select(Said);

    private static string Said(Claim claim) => $"{claim.Role.Part.Key} {claim.Doubts}";
}
