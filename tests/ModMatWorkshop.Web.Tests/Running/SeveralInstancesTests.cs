using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>Two processes on one PostgreSQL database serve the same content.</summary>
[Trait("Category", "prove")]
public sealed class SeveralInstancesTests(ITestOutputHelper output) : IDisposable
{
    private const string Page = "pages/contact.md";
    private const string Key = "the-key-that-both-instances-of-the-site-have";
    private const int Saves = 10;
    private readonly ContentSample _content = new();

    [PostgresTheory]
    [InlineData(ContentStore.Database)]
    [InlineData(ContentStore.Folder)]
    public async Task A_save_is_live_on_both_instances_within_two_seconds(ContentStore store)
    {
        var connection = PostgresCluster.NewDatabase();
        string[] arguments =
        [
            $"--Site:ContentPath={_content.Folder}",
            $"--Content:Store={store.ToString().ToLowerInvariant()}",
            "--Database:Provider=postgres",
            $"--ConnectionStrings:Workshop={connection}",
            $"--Site:Key={Key}",
            "--Admin:RequireSecondFactor=false",
        ];
        if (store is ContentStore.Database)
            await PushAsync(arguments);
        await using var one = await SiteProcess.ServeAsync(arguments);
        await using var other = await SiteProcess.ServeAsync(arguments);
        var browser = new OrganiserBrowser();
        await browser.SetUpAsync(one);
        _content.Replace(Page, "Écrivez-nous.", "Écrivez-nous vite.");
        if (store is ContentStore.Database)
            await PushAsync(arguments);
        await LiveAsync(one, "vite", true);
        await LiveAsync(other, "vite", true);
        await using var db = DatabaseTemplates.Open(Engine.Postgres, connection);

        var times = new List<double>();
        for (var save = 0; save < Saves; save++)
        {
            var versions = await db.ContentFileVersions.AsNoTracking().Where(v => v.Name == Page).OrderBy(v => v.Id).ToListAsync();
            var since = Stopwatch.StartNew();
            using var answer = await browser.BringBackAsync(save % 2 == 0 ? one : other, versions[^2].Id, versions[^1].Id);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var isQuick = save % 2 == 1;
            await Task.WhenAll(LiveAsync(one, "vite", isQuick), LiveAsync(other, "vite", isQuick));
            times.Add(since.Elapsed.TotalSeconds);
        }
        output.WriteLine(
            $"{store}: live after " + string.Join(", ", times.Select(t => t.ToString("0.00 s", CultureInfo.InvariantCulture)))
        );
        Assert.InRange(times.Max(), 0, 2);
    }

    public void Dispose() => _content.Dispose();

    private async Task PushAsync(IEnumerable<string> arguments)
    {
        var push = await SiteProcess.RunAsync(["content", "push", _content.Folder, "--Site:BaseUrl=https://modmat.test", .. arguments]);
        Assert.Equal((0, ""), (push.ExitCode, push.Errors));
    }

    /// <summary>Waits until the page has a text, or has it no more.</summary>
    private static async Task LiveAsync(SiteProcess site, string text, bool isThere)
    {
        for (
            var since = Stopwatch.StartNew();
            (await site.Reader.GetStringAsync("/contact")).Contains(text, StringComparison.Ordinal) != isThere;
            await Task.Delay(10)
        )
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(1), site.AllOutput);
    }
}
