using System.Net;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.CheckIn;

public sealed class WalkInTests : CheckInSite
{
    [Fact]
    public async Task Somebody_who_is_not_registered_is_in_after_one_form()
    {
        using var door = await CheckInClient.OpenAsync(Site);
        using var answer = await door.Http.PressAsync(
            "/check-in/walk-in",
            "",
            "form",
            ("given-name", "Ada"),
            ("family-name", "Lovelace"),
            ("email", "ada@example.org"),
            ("affiliation", "London")
        );
        var page = await door.FollowAsync(answer);

        Assert.StartsWith("Arrivée, 12 h 4", page.Seen("[data-check-in-state] [role=status]"), StringComparison.Ordinal);
        Assert.Equal(["added | 1 | Confirmed Seat", $"checked in | 1 | {Afternoon}"], await WorkAsync());
        // Known already: a helper is told so, and not who it is.
        using var again = await door.Http.PressAsync(
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
