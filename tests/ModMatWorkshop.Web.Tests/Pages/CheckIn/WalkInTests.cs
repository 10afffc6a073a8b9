using System.Net;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

public sealed class WalkInTests : CheckInSite
{
    [Fact]
    public async Task A_walk_in_is_registered_and_checked_in_with_one_form()
    {
        using var helper = await CheckInClient.OpenAsync(Site);
        using var answer = await helper.Http.PressAsync(
            "/check-in/walk-in",
            "",
            "form",
            ("given-name", "Ada"),
            ("family-name", "Lovelace"),
            ("email", "ada@example.org"),
            ("affiliation", "London")
        );
        var page = await helper.FollowAsync(answer);

        Assert.StartsWith("Arrivée, 12 h 4", page.Seen("[data-check-in-state] [role=status]"), StringComparison.Ordinal);
        Assert.Equal(["added | 1 | Confirmed Seat", $"checked in | 1 | {Afternoon}"], await LogAsync());
        // For a known address, helpers see the conflict but not the person.
        using var again = await helper.Http.PressAsync(
            "/check-in/walk-in",
            "",
            "form",
            ("given-name", "Eve"),
            ("family-name", "Else"),
            ("email", "ada@example.org"),
            ("affiliation", "London")
        );
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Empty((await again.PageAsync()).QuerySelectorAll("[data-taken-by]"));
    }
}
