using System.Net;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>The submissions as organisers see them.</summary>
public sealed class SubmissionPagesTests : IDisposable
{
    private readonly CallSite sites = new();

    private SiteFactory Site => sites.Open;

    [Fact]
    public async Task Submissions_are_listed_filtered_read_and_exported()
    {
        await SubmitAsync("ada@example.org", "oral", "potentials", "=1+1 A talk");
        await SubmitAsync("ben@example.org", "poster", "rare-events", "A poster");
        using var organiser = new RegistrationClient(Site, await Site.SignedInAsync());

        await organiser.OpenAsync("/admin/call");
        Assert.Equal(["1", "2"], Numbers(organiser));
        Assert.Equal(["1"], Numbers(await organiser.OpenAsync("/admin/call?kind=oral")));
        Assert.Equal(["2"], Numbers(await organiser.OpenAsync("/admin/call?topic=rare-events&state=submitted")));
        Assert.Empty(Numbers(await organiser.OpenAsync("/admin/call?state=withdrawn")));
        Assert.Equal(["1", "2"], Numbers(await organiser.OpenAsync("/admin/call?kind=%27;--&topic=../x&state=draft")));

        await organiser.OpenAsync("/admin/call/2");
        Assert.Contains("A poster", organiser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ben@example.org", organiser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var csv = (await organiser.Http.GetStringAsync("/admin/call/export.csv?kind=oral")).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.Equal(2, csv.Length);
        Assert.Contains("'=1+1 A talk", csv[1], StringComparison.Ordinal);
        using var xlsx = await organiser.Http.GetAsync("/admin/call/export.xlsx");
        Assert.Equal((HttpStatusCode.OK, "attachment"), (xlsx.StatusCode, xlsx.Content.Headers.ContentDisposition?.DispositionType));

        Assert.Equal("2", (await organiser.OpenAsync("/admin")).Page.QuerySelector("[data-figure=submissions] dd")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_draft_is_in_no_list_and_on_no_page()
    {
        using var author = await new RegistrationClient(Site).OpenAsync("/en/call");
        await author.Fill("email", "draft@example.org").Fill("title", "Nobody reads this").DoAsync("save");
        using var organiser = new RegistrationClient(Site, await Site.SignedInAsync());

        Assert.Empty(Numbers(await organiser.OpenAsync("/admin/call")));
        Assert.DoesNotContain("Nobody reads this", await organiser.Http.GetStringAsync("/admin/call/export.csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.OpenAsync("/admin/call/1")).Status);
    }

    private async Task SubmitAsync(string email, string kind, string topic, string title)
    {
        using var client = await new RegistrationClient(Site).OpenAsync("/en/call");
        await (await client.FillInAbstractAsync(email)).Fill("kind", kind).Fill("topics", topic).Fill("title", title).DoAsync("submit");
    }

    private static List<string> Numbers(RegistrationClient client) =>
        [.. client.Page.QuerySelectorAll("[data-submission]").Select(row => row.GetAttribute("data-submission")!)];

    public void Dispose() => sites.Dispose();
}
