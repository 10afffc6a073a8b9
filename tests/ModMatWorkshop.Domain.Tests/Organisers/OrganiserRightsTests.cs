using ModMatWorkshop.Domain.Organisers;
using static ModMatWorkshop.Domain.Organisers.OrganiserArea;

namespace ModMatWorkshop.Domain.Tests.Organisers;

public sealed class OrganiserRightsTests
{
    private static readonly OrganiserArea[] Areas = Enum.GetValues<OrganiserArea>();

    [Theory]
    [InlineData(OrganiserRoles.None, "", "")]
    [InlineData(OrganiserRoles.Programme, "Own Overview Content ProgrammeNews", "")]
    [InlineData(OrganiserRoles.Registration, "Own Overview ProgrammeNews Registration CheckIn CallReport", "Content")]
    [InlineData(OrganiserRoles.Chair, "Own Overview Call Review CallReport", "Content")]
    [InlineData(OrganiserRoles.Reviewer, "Own Review", "")]
    [InlineData(OrganiserRoles.Helper, "Own CheckIn", "")]
    [InlineData(OrganiserRoles.Reader, "Own Overview", "Content")]
    [InlineData(OrganiserRoles.Reviewer | OrganiserRoles.Helper, "Own CheckIn Review", "")]
    public void A_role_changes_some_areas_and_only_sees_others(OrganiserRoles roles, string changed, string onlySeen)
    {
        Assert.Equal(changed, string.Join(' ', Areas.Where(a => OrganiserRights.May(roles, a, changes: true))));
        Assert.Equal(
            onlySeen,
            string.Join(
                ' ',
                Areas.Where(a => OrganiserRights.May(roles, a, changes: false) && !OrganiserRights.May(roles, a, changes: true))
            )
        );
    }

    [Fact]
    public void An_organiser_may_do_everything() =>
        Assert.All(Areas, area => Assert.True(OrganiserRights.May(OrganiserRoles.Organiser, area, changes: true)));

    [Theory]
    [InlineData(OrganiserRoles.Organiser, Overview)]
    [InlineData(OrganiserRoles.Reader, Overview)]
    [InlineData(OrganiserRoles.Reviewer, Review)]
    [InlineData(OrganiserRoles.Helper, CheckIn)]
    [InlineData(OrganiserRoles.Helper | OrganiserRoles.Reviewer, Review)]
    [InlineData(OrganiserRoles.None, Own)]
    public void A_sign_in_leads_to_the_first_page_of_the_role(OrganiserRoles roles, OrganiserArea expected) =>
        Assert.Equal(expected, OrganiserRights.StartOf(roles));

    [Theory]
    [InlineData(OrganiserRoles.Organiser, true)]
    [InlineData(OrganiserRoles.Programme, true)]
    [InlineData(OrganiserRoles.Registration, true)]
    [InlineData(OrganiserRoles.Chair, true)]
    [InlineData(OrganiserRoles.Reviewer, false)]
    [InlineData(OrganiserRoles.Helper, false)]
    [InlineData(OrganiserRoles.Reader, false)]
    [InlineData(OrganiserRoles.Helper | OrganiserRoles.Chair, true)]
    public void Those_who_see_names_or_change_what_readers_see_need_a_second_factor(OrganiserRoles roles, bool expected) =>
        Assert.Equal(expected, OrganiserRights.NeedsSecondFactor(roles));
}
