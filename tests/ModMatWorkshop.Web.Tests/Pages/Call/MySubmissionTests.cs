using System.Net;
using System.Text.Json;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>The page behind the secret link of a submission, without script.</summary>
public sealed class MySubmissionTests(CallSite sites) : IClassFixture<CallSite>
{
    private readonly SiteFactory site = sites.Open;

    [Fact]
    public async Task The_link_opens_the_form_with_what_was_sent_and_reading_changes_nothing()
    {
        using var client = await SubmittedAsync("ada@example.org");
        var before = (await site.SubmissionAsync("ada@example.org"))!;
        await client.OpenAsync(await site.SubmissionLinkAsync("ada@example.org"));

        Assert.Equal(
            (HttpStatusCode.OK, "submitted", "The heat of $k_B T$", before.Version),
            (
                client.Status,
                client.Page.QuerySelector("[data-submission]")!.GetAttribute("data-submission"),
                client.Shown("#submission")["title"].Single(),
                (await site.SubmissionAsync("ada@example.org"))!.Version
            )
        );
        Assert.Equal(
            ("no-store", "no-referrer", "noindex"),
            (
                client.Answer.Headers.CacheControl?.ToString().Split(',')[0],
                client.Answer.Headers.GetValues("Referrer-Policy").Single(),
                client.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content")
            )
        );
    }

    [Fact]
    public async Task Changes_are_kept_and_count_once_they_are_submitted()
    {
        using var client = await SubmittedAsync("ben@example.org");
        await client.OpenAsync(await site.SubmissionLinkAsync("ben@example.org"));
        await client.Fill("title", "Better").DoAsync("save");
        var kept = (await site.SubmissionAsync("ben@example.org"))!;
        Assert.Equal(("Better", "The heat of $k_B T$", true), (kept.Draft.Title, kept.Sent!.Title, kept.IsConfirmed));

        await client.DoAsync("submit");
        Assert.Equal("Better", (await site.SubmissionAsync("ben@example.org"))!.Sent!.Title);
    }

    [Fact]
    public async Task Two_devices_lose_nothing()
    {
        using var computer = await SubmittedAsync("two@example.org");
        using var phone = new RegistrationClient(site);
        var link = await site.SubmissionLinkAsync("two@example.org");
        await computer.OpenAsync(link);
        await phone.OpenAsync(link);

        await phone.Fill("keywords", "heat").DoAsync("save");
        await computer.Fill("title", "From the computer").DoAsync("save");
        Assert.Equal("heat", computer.Shown("#submission")["keywords"].Single());
        var merged = (await site.SubmissionAsync("two@example.org"))!.Draft;
        Assert.Equal(("From the computer", "heat"), (merged.Title, merged.Keywords));

        await phone.OpenAsync(link);
        await computer.OpenAsync(link);
        await phone.Fill("title", "From the phone").DoAsync("save");
        await computer.Fill("title", "Again from the computer").DoAsync("save");
        Assert.Equal(
            (HttpStatusCode.Conflict, "Again from the computer", "From the phone"),
            (
                computer.Status,
                computer.Shown("#submission")["title"].Single(),
                computer.Page.QuerySelector("[data-conflict] pre")!.TextContent.Trim()
            )
        );
        await computer.DoAsync("save");
        Assert.Equal("Again from the computer", (await site.SubmissionAsync("two@example.org"))!.Draft.Title);
    }

    [Fact]
    public async Task A_withdrawal_asks_once_and_is_undone()
    {
        using var client = await SubmittedAsync("wid@example.org");
        await client.OpenAsync(await site.SubmissionLinkAsync("wid@example.org"));
        Assert.Equal("DETAILS", client.Page.QuerySelector("[data-action=withdraw]")!.Closest("details")!.TagName);
        await client.DoAsync("withdraw");
        Assert.Equal(
            (SubmissionState.Withdrawn, true),
            ((await site.SubmissionAsync("wid@example.org"))!.State, client.Page.QuerySelector("#submission") is null)
        );

        await client.DoAsync("restore");
        Assert.Equal(SubmissionState.Submitted, (await site.SubmissionAsync("wid@example.org"))!.State);
    }

    [Fact]
    public async Task Everything_is_downloaded_and_erased()
    {
        using var client = await SubmittedAsync("era@example.org");
        var link = await site.SubmissionLinkAsync("era@example.org");
        using var data = JsonDocument.Parse(await client.Http.GetStringAsync($"{link}?handler=Data"));
        Assert.Equal(
            ("era@example.org", "SubmissionReceived", "submitted an abstract"),
            (
                data.RootElement.GetProperty("submission").GetProperty("Email").GetString(),
                data.RootElement.GetProperty("mails")[0].GetProperty("Kind").GetString(),
                data.RootElement.GetProperty("log")[0].GetProperty("Action").GetString()
            )
        );

        await client.OpenAsync(link);
        await client.DoAsync("erase");
        Assert.Equal(HttpStatusCode.OK, client.Status);
        Assert.Null(await site.SubmissionAsync("era@example.org"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.OpenAsync(link)).Status);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task A_wrong_link_opens_nothing(string token)
    {
        using var client = await new RegistrationClient(site).OpenAsync($"/en/my-submission/{token}");
        Assert.Equal(HttpStatusCode.NotFound, client.Status);
    }

    [Fact]
    public async Task The_token_of_a_form_and_that_of_a_registration_open_no_submission()
    {
        using var client = await new RegistrationClient(site).OpenAsync("/en/call");
        var form = client.Shown("#submission")["form"].Single();
        await client.Fill("email", "tok@example.org").Fill("title", "T").DoAsync("save");

        Assert.Equal(HttpStatusCode.NotFound, (await client.OpenAsync($"/en/my-submission/{form}")).Status);
        var link = await site.SubmissionLinkAsync("tok@example.org");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.OpenAsync(link.Replace("my-submission", "my-registration", StringComparison.Ordinal))).Status
        );
    }

    private async Task<RegistrationClient> SubmittedAsync(string email)
    {
        var client = await new RegistrationClient(site).OpenAsync("/en/call");
        await (await client.FillInAbstractAsync(email)).DoAsync("submit");
        return client;
    }
}
