using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Organisers;

namespace ModMatWorkshop.Web.Security;

/// <summary>The area of each address of the organisers' pages.</summary>
public static class OrganiserAreas
{
    /// <summary>The first beginning that fits counts. What has none is for organisers only.</summary>
    private static readonly IReadOnlyList<(PathString Begins, OrganiserArea Area)> Areas =
    [
        (Routes.Admin + "/account", OrganiserArea.Own),
        (Routes.Admin + "/help", OrganiserArea.Own),
        (Routes.Admin + "/preview", OrganiserArea.Overview),
        (Routes.Admin + "/content/programme", OrganiserArea.ProgrammeNews),
        (Routes.Admin + "/content/changes", OrganiserArea.ProgrammeNews),
        // The links show who has arrived, so not everybody who reads the content sees them.
        (Routes.Admin + "/content/chairs", OrganiserArea.ProgrammeNews),
        (Routes.Admin + "/content", OrganiserArea.Content),
        (Routes.Admin + "/today", OrganiserArea.Content),
        (Routes.Admin + "/attendees", OrganiserArea.Registration),
        (Routes.Admin + "/batches", OrganiserArea.Registration),
        (Routes.Admin + "/fees", OrganiserArea.Registration),
        (Routes.Admin + "/invitations", OrganiserArea.Registration),
        (Routes.Admin + "/mail", OrganiserArea.Registration),
        (Routes.Admin + "/messages", OrganiserArea.Registration),
        (Routes.Admin + "/options", OrganiserArea.Registration),
        (Routes.Admin + "/presence", OrganiserArea.Registration),
        (Routes.Admin + "/printables", OrganiserArea.Registration),
        .. new[] { "", ".pdf", ".csv", ".xlsx" }.Select(ending =>
            ((PathString)$"{Routes.Admin}/reports/call{ending}", OrganiserArea.CallReport)
        ),
        (Routes.Admin + "/reports", OrganiserArea.Registration),
        (Routes.Admin + "/settings", OrganiserArea.Registration),
        (Routes.Admin + "/call/review", OrganiserArea.Review),
        (Routes.Admin + "/call/programme", OrganiserArea.ProgrammeEntry),
        (Routes.Admin + "/call", OrganiserArea.Call),
        (Routes.CheckIn, OrganiserArea.CheckIn),
    ];

    public static OrganiserArea Of(PathString path) =>
        path == Routes.Admin || path == Routes.Admin + "/"
            ? OrganiserArea.Overview
            : Areas.Where(a => path.StartsWithSegments(a.Begins)).Select(a => (OrganiserArea?)a.Area).FirstOrDefault()
                ?? OrganiserArea.Site;

    /// <summary>Whether an account may open an address of this site, which may have a query. Public addresses are open to all.</summary>
    public static bool Opens(OrganiserRoles roles, string address)
    {
        PathString path = address.Split('?', '#')[0];
        return !(path.StartsWithSegments(Routes.Admin) || path.StartsWithSegments(Routes.CheckIn))
            || OrganiserRights.May(roles, Of(path), changes: false);
    }
}
