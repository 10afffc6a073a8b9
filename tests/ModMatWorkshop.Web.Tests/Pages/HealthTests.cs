using System.Net;
using System.Net.Http.Headers;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>What the health endpoints tell, and to whom.</summary>
public sealed class HealthTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] Details = ["ready", "leaving", "content", "mail", "printables", "card", "formulas"];

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer a-token-that-only-the-tests-know-abou")]
    [InlineData("Bearer A-token-that-only-the-tests-know-about")]
    [InlineData("Basic a-token-that-only-the-tests-know-about")]
    [InlineData("a-token-that-only-the-tests-know-about")]
    [InlineData("Bearer é, Bearer ")]
    public async Task A_stranger_reads_only_that_the_site_is_ready(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readyz");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await site.CreateClient().SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "{\"ready\":true}"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("alive\n", await site.CreateClient().GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task A_helper_is_a_stranger_here()
    {
        using var helper = await site.SignedInAsync(OrganiserRoles.Helper);

        Assert.Equal("{\"ready\":true}", await helper.GetStringAsync("/readyz"));
    }

    [Fact]
    public async Task Organisers_and_callers_with_the_token_read_the_details()
    {
        using var organiser = await site.SignedInAsync();
        using var monitor = site.CreateClient();
        foreach (var scheme in new[] { "Bearer", "bearer" })
        {
            monitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, HealthDetails.Token);
            Assert.Equal(await organiser.GetStringAsync("/readyz"), await monitor.GetStringAsync("/readyz"));
        }

        Assert.Equal(Details, (await monitor.ReadHealthAsync()).EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Without_a_token_in_the_settings_none_is_accepted()
    {
        await using var other = new SiteFactory { More = new Dictionary<string, string?> { ["Health:Token"] = "" } };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/readyz");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer ");
        using var answer = await other.CreateClient().SendAsync(request);

        Assert.Equal("{\"ready\":true}", await answer.Content.ReadAsStringAsync());
    }
}
