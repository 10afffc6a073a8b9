using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Admin;

namespace ModMatWorkshop.Web.Tests.Pages.Registering;

/// <summary>Changes after the last day for changes, as participants and organisers see them.</summary>
public sealed class LateChangeTests : IDisposable
{
    private const string Email = "ada@lab.example";
    private readonly ContentCopy _content = new();
    private readonly SiteFactory _site;

    public LateChangeTests()
    {
        _content.Edit("workshop.md", "  closes: 2021-09-20\n", "  closes: 2021-09-20\n  changes_until: 2021-09-05\n");
        _site = new() { ContentPath = _content.Path, RehearseFrom = "2021-09-06T09:00" };
    }

    public void Dispose()
    {
        _site.Dispose();
        _content.Dispose();
    }

    [Fact]
    public async Task A_person_asks_sees_that_it_waits_and_reads_the_refusal()
    {
        using var ada = await SeatedAsync();
        Assert.StartsWith("Les comptes sont arrêtés", ada.Page.SeenAll("[data-last-day]").Single(), StringComparison.Ordinal);
        await ada.Fill("affiliation", "Elsewhere").Fill("meals", "buffet").DoAsync("save");
        Assert.Equal(["waiting"], States(ada));
        Assert.Equal(["meal-buffet"], ada.Page.QuerySelectorAll("[data-differs]").Select(e => e.GetAttribute("data-differs")));
        Assert.Equal("Elsewhere", (await _site.RegistrationAsync(Email))!.Details.Affiliation);

        using var grace = await OrganiserClient.SignInAsync(_site, Language.English);
        await grace.OpenAsync("/admin");
        Assert.Equal(["1 to decide"], grace.Seen("#late-changes a"));
        await grace.OpenAsync("/admin/attendees?change=yes");
        Assert.Single(grace.Seen("#attendees tbody tr"));
        await grace.OpenAsync($"/admin/attendees/{(await _site.RegistrationAsync(Email))!.Number}");
        await grace.PressAsync("[data-action=refuse-change]", ("reason", "Ordered <b>already</b>"));

        await ada.FollowLinkAsync(Email);
        Assert.Equal(["refused"], States(ada));
        Assert.Equal("Un mot des organisateurs : Ordered <b>already</b>", ada.Page.SeenAll("[data-late-change] [data-reason]").Single());
        await ada.DoAsync("take-back-change");
        Assert.Empty(States(ada));
    }

    [Fact]
    public async Task An_approved_switch_to_the_stream_counts_and_cancelling_asks_nobody()
    {
        using var ada = await SeatedAsync();
        await ada.DoAsync("remote");
        Assert.Equal((("confirmed", "seat"), "waiting"), (ada.StatusAndPlace, States(ada).Single()));

        using var grace = await OrganiserClient.SignInAsync(_site, Language.English);
        await grace.OpenAsync("/admin/attendees/act?do=approve-change&all=yes&change=yes");
        Assert.Equal(["Approve for 1 person"], grace.Seen("#do-it"));
        await grace.PressAsync("#do-it");
        await grace.WaitForAsync("#progress[data-state=finished]");

        await ada.FollowLinkAsync(Email);
        Assert.Equal(("confirmed", "remote"), ada.StatusAndPlace);
        Assert.Empty(States(ada));
        await ada.DoAsync("cancel");
        Assert.Equal(("cancelled", "none"), ada.StatusAndPlace);
    }

    private static IEnumerable<string?> States(RegistrationClient client) =>
        client.Page.QuerySelectorAll("[data-late-change]").Select(e => e.GetAttribute("data-late-change"));

    private async Task<RegistrationClient> SeatedAsync()
    {
        var ada = await new RegistrationClient(_site).OpenAsync("/inscription");
        await ada.FillIn(Email, "in-person").PressAsync();
        await ada.FollowLinkAsync(Email);
        await ada.DoAsync("confirm");
        return ada;
    }
}
