using Is = ModMatWorkshop.Domain.Organisers.OrganiserRoles;

namespace ModMatWorkshop.Domain.Organisers;

/// <summary>What each role may see and change.</summary>
public static class OrganiserRights
{
    /// <summary>All roles, in the order of the pages.</summary>
    public static readonly IReadOnlyList<OrganiserRoles> All =
    [
        Is.Organiser,
        Is.Programme,
        Is.Registration,
        Is.Chair,
        Is.Reviewer,
        Is.Helper,
        Is.Reader,
    ];

    private const Is Anybody = Is.Organiser | Is.Programme | Is.Registration | Is.Chair | Is.Reviewer | Is.Helper | Is.Reader;

    /// <param name="changes">False to see, true to change.</param>
    public static bool May(OrganiserRoles roles, OrganiserArea area, bool changes) =>
        area == OrganiserArea.ProgrammeEntry
            ? May(roles, OrganiserArea.Call, changes: true) && May(roles, OrganiserArea.Content, changes: true)
            : (roles & (RolesThatChange(area) | (changes ? Is.None : RolesThatSee(area)))) != Is.None;

    /// <summary>
    /// Whether a second factor may be required: of those who see names and addresses or change what readers see. The others have no means
    /// to do harm, and may be many.
    /// </summary>
    public static bool NeedsSecondFactor(OrganiserRoles roles) =>
        (roles & (Is.Organiser | Is.Programme | Is.Registration | Is.Chair)) != Is.None;

    /// <summary>The area of the first page after signing in.</summary>
    public static OrganiserArea StartOf(OrganiserRoles roles) =>
        new[] { OrganiserArea.Overview, OrganiserArea.Review, OrganiserArea.CheckIn }.FirstOrDefault(
            area => May(roles, area, changes: false),
            OrganiserArea.Own
        );

    private static OrganiserRoles RolesThatChange(OrganiserArea area) =>
        area switch
        {
            OrganiserArea.Own => Anybody,
            OrganiserArea.Overview => Is.Organiser | Is.Programme | Is.Registration | Is.Chair | Is.Reader,
            OrganiserArea.Content => Is.Organiser | Is.Programme,
            OrganiserArea.ProgrammeNews => Is.Organiser | Is.Programme | Is.Registration,
            OrganiserArea.Registration => Is.Organiser | Is.Registration,
            OrganiserArea.CheckIn => Is.Organiser | Is.Registration | Is.Helper,
            OrganiserArea.Call => Is.Organiser | Is.Chair,
            OrganiserArea.CallReport => Is.Organiser | Is.Registration | Is.Chair,
            OrganiserArea.Review => Is.Organiser | Is.Chair | Is.Reviewer,
            _ => Is.Organiser,
        };

    /// <summary>Those who see an area without changing it.</summary>
    private static OrganiserRoles RolesThatSee(OrganiserArea area) =>
        area == OrganiserArea.Content ? Is.Registration | Is.Chair | Is.Reader : Is.None;
}
