using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>Saves in the browser are commits, and the page of the content says when one is not.</summary>
public sealed class ContentGitPageTests : IDisposable
{
    private const string Page = "pages/contact.md";
    private readonly ContentCopy _content = new();

    [Fact]
    public async Task The_page_of_the_content_says_that_a_save_was_not_committed_until_one_is()
    {
        Git("init", "--quiet");
        await using var site = new SiteFactory
        {
            RehearseFrom = OpenSite.Start,
            ContentPath = _content.Path,
            More = new Dictionary<string, string?> { ["Content:Git"] = "commit" },
        };
        using var browser = await site.SignedInAsync(language: Language.English);
        var before = await File.ReadAllTextAsync(Path.Combine(_content.Path, Page));
        _content.Add(Page, before + "\nWrite to us in the morning.\n");
        await site.Services.GetRequiredService<ContentImporter>().ImportAsync(default);

        var lockFile = Path.Combine(_content.Path, ".git/index.lock");
        await File.WriteAllTextAsync(lockFile, "");
        await BringBackAsync();
        var failed = (await browser.ReadAsync("/admin/content")).Seen("[data-git=failed]");
        Assert.StartsWith("The last change is saved and live, but was not committed to git: ", failed, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(_content.Path, Page)));

        File.Delete(lockFile);
        await BringBackAsync();
        var page = await browser.ReadAsync("/admin/content");
        Assert.Empty(page.QuerySelectorAll("[data-git]"));
        Assert.Equal("Grace Hopper <noreply@modmat.test>: contact: bring back\n", Git("log", "--format=%an <%ae>: %s"));

        async Task BringBackAsync()
        {
            var other = await site.InDatabaseAsync(db =>
                db.ContentFileVersions.Where(v => v.Name == Page).OrderByDescending(v => v.Id).Skip(1).Select(v => v.Id).FirstAsync()
            );
            var address = string.Create(CultureInfo.InvariantCulture, $"/admin/content/history/{other}");
            using var answer = await browser.PressAsync(address, "bring-back");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    public void Dispose() => _content.Dispose();

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = _content.Path, RedirectStandardOutput = true }
        )!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }
}
