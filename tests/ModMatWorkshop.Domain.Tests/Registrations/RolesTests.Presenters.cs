using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed partial class RolesTests
{
    [Theory]
    [InlineData("Nina", "Simone", "p1", "")]
    [InlineData("N.", "Simone", "p1", "")]
    [InlineData("nina", "SIMONE", "p1", "")]
    // Another author has sent the submission and answered: an organiser looks at it.
    [InlineData("Nora", "Simone", "", "p1")]
    [InlineData("Eve", "Stranger", "", "p1")]
    public void Who_presents_what_was_accepted_has_the_role_under_the_name_of_the_speaker(
        string given,
        string family,
        string confirmed,
        string claimed
    )
    {
        var person = Person(given, family);
        var roles = Roles.With([new(person.Id, "p1", "Nina Simone")]);

        Assert.Equal((confirmed, claimed), (Parts(roles, person, RoleState.Confirmed), Parts(roles, person, RoleState.Claimed)));
        Assert.Equal([confirmed.Length > 0 ? Role.Poster : Role.Participant], roles.Of(person));
        Assert.Equal(
            claimed.Length > 0 ? ["p1 OtherName"] : [],
            Claim.Of(roles, [person], new HashSet<Guid>()).Select(c => $"{c.Role.Part.Key} {c.Doubts}")
        );
    }

    [Fact]
    public void Nobody_else_gets_the_role_of_a_presenter()
    {
        var (nina, namesake) = (Person("Nina", "Simone"), Person("Nina", "Simone"));
        var roles = Roles.With([new(nina.Id, "p1", "Nina Simone"), new(nina.Id, "o99", "Nina Simone")]);

        Assert.Equal(("p1", ""), (Parts(roles, nina, RoleState.Confirmed), Parts(roles, namesake, RoleState.Confirmed)));
        Assert.Equal("", Parts(Roles, nina, RoleState.Confirmed));
    }

    [Fact]
    public void A_presenter_who_takes_another_name_loses_the_role_and_an_organiser_can_withdraw_it()
    {
        var person = Person("Nina", "Simone");
        var roles = Roles.With([new(person.Id, "p1", "Nina Simone")]);

        Rename(person, "Ada", "Byron");
        Assert.Equal([Role.Participant], roles.Of(person));
        Rename(person, "Nina", "Simone");
        Assert.Equal([Role.Poster], roles.Of(person));

        Decide(person, new RefuseRole("p1", person.Details.Name));
        Assert.Equal([Role.Participant], roles.Of(person));
        Assert.Equal("p1", Parts(roles, person, RoleState.Refused));
    }

    private static string Parts(Roles roles, Registration person, RoleState state) =>
        string.Join(' ', roles.StandingOf(person).Where(r => r.State == state).Select(r => r.Part.Key));

    [Fact]
    public void A_role_whose_part_has_left_the_programme_is_still_withdrawn_and_no_other()
    {
        var person = Person("Ada", "Lovelace");
        person.Decide([new("o99", NameKey.Of(person.Details), IsConfirmed: true, IsChosen: false, "organiser 1", Noon)]);

        Assert.Equal(ChangeResult.NotFound, Decide(person, new RefuseRole("o98", person.Details.Name)));
        Assert.Equal(ChangeResult.Done, Decide(person, new RefuseRole("o99", person.Details.Name)));
    }

    [Fact]
    public void The_second_of_two_roles_is_confirmed_once()
    {
        var person = Person("Ada", "Lovelace");
        Confirm(person, "i1");
        Confirm(person, "o2");

        Assert.Equal(ChangeResult.NoChange, Decide(person, new ConfirmRole("o2", person.Details.Name)));
    }
}
