using System.Diagnostics;
using System.Globalization;
using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>Content files are edited while the site runs.</summary>
public class LiveContentTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_to_a_file_is_live_within_two_seconds(Engine engine)
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder, Engine = engine };
        using var browser = site.CreateClient();
        await UntilAsync(async () =>
            (await browser.GetStringAsync("/resumes/p1")).Contains("Une affiche se lit debout.", StringComparison.Ordinal)
        );

        // The median of three: the machine may be busy during one of them.
        var times = new List<double>();
        for (var edition = 1; edition <= 3; edition++)
        {
            content.Write(
                "contributions/p1.md",
                content.Read("contributions/p1.md").Replace("se lit ", $"se lit et se relit ({edition}) ", StringComparison.Ordinal)
            );
            times.Add(
                await UntilAsync(async () =>
                    (await browser.GetStringAsync("/resumes/p1")).Contains($"se relit ({edition})", StringComparison.Ordinal)
                )
            );
        }
        output.WriteLine("Live after " + string.Join(", ", times.Select(t => t.ToString("0.0 s", CultureInfo.InvariantCulture))));
        Assert.InRange(times.Order().ElementAt(1), 0, 2);
    }

    [Fact]
    public async Task While_one_file_has_an_error_its_last_good_version_is_served_and_the_other_changes_are_live()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal("""{"version":1,"current":true,"problems":0}""", await ContentStateAsync(browser));

        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        content.Replace("workshop.md", "seats: 20", "seats: vingt");
        await UntilAsync(async () => await ContentStateAsync(browser) == """{"version":2,"current":false,"problems":1}""");
        Assert.Contains("Une affiche se lit assis.", await browser.GetStringAsync("/resumes/p1"), StringComparison.Ordinal);

        content.Replace("workshop.md", "seats: vingt", "seats: 20");
        await UntilAsync(async () => await ContentStateAsync(browser) == """{"version":2,"current":true,"problems":0}""");
    }

    [Fact]
    public async Task A_page_is_not_found_while_its_file_is_missing()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        var (french, english) = (content.Read("pages/contact.md"), content.Read("pages/contact.en.md"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/contact")).StatusCode);

        content.Delete("pages/contact.md");
        content.Delete("pages/contact.en.md");
        await UntilAsync(async () => (await browser.GetAsync("/contact")).StatusCode == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/en/contact")).StatusCode);

        content.Write("pages/contact.md", french);
        content.Write("pages/contact.en.md", english);
        await UntilAsync(async () => (await browser.GetAsync("/en/contact")).StatusCode == HttpStatusCode.OK);
    }

    private static async Task<string> ContentStateAsync(HttpClient browser) =>
        (await browser.ReadHealthAsync()).GetProperty("content").GetRawText();

    /// <returns>The seconds until the condition was true.</returns>
    private static async Task<double> UntilAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Timeout, $"Not within {Timeout.TotalSeconds} s.");
            await Task.Delay(20);
        }
        return watch.Elapsed.TotalSeconds;
    }
}
