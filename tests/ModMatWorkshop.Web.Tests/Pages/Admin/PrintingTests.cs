using System.Net;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Tests.Content;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Pages.Admin;

/// <summary>What is noted of a paper, what is kept of it, and what happens when it cannot be made.</summary>
public sealed class PrintingTests
{
    [PaperFact]
    public async Task Every_paper_with_names_is_in_the_log_and_nobody_in_between_keeps_it()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();
        foreach (var address in new[] { "papers/badges.pdf?blank=1", "papers/sign-in.pdf?half-day=2021-09-24-morning", "reports/door.pdf" })
        {
            using var answer = await browser.GetAsync($"/admin/{address}");
            Assert.Equal((address, HttpStatusCode.OK, "no-store"), (address, answer.StatusCode, answer.Headers.CacheControl?.ToString()));
        }

        Assert.Equal(["exported the badges, pdf, 0 people", "exported the sign-in sheets, pdf, 0 people", "exported the door report, pdf, 0 people"],
            (await site.LogAsync()).Where(line => line.Contains("exported", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        Assert.Equal(["produit les badges", "produit les feuilles d’émargement", "exporte la liste de l’accueil"], new[] { "exported the badges", "exported the sign-in sheets", "exported the door report" }.Select(new Web.Text.Words(Language.French).Action));
        Assert.Equal("no-store, no-cache", (await browser.GetAsync("/admin/papers/badges")).Headers.CacheControl?.ToString());
    }

    [PaperFact]
    public async Task Of_an_older_version_of_the_content_nothing_stays()
    {
        using var content = new ContentSample();
        await using var site = new SiteFactory { ContentPath = content.Folder };
        using var browser = site.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/livret.pdf")).StatusCode);
        var old = Assert.Single(Kept());

        content.Replace("contributions/p1.md", "se lit debout", "se lit assis");
        await Reading.EventuallyAsync(() => browser.GetStringAsync("/livret"), page => page.Contains("se lit assis", StringComparison.Ordinal));
        var now = new Paper(await browser.GetByteArrayAsync("/livret.pdf"));

        Assert.Contains(Paper.Letters("se lit assis"), Paper.Letters(await now.TextAsync()), StringComparison.Ordinal);
        Assert.NotEqual(old, Assert.Single(Kept()));

        string[] Kept() => Directory.GetFiles(Path.Combine(site.DataPath, "papers"));
    }

    [Theory]
    [InlineData("exec /bin/sleep 600")]
    [InlineData("echo 'no fonts' >&2; exit 3")]
    [InlineData("exit 0")]
    [InlineData("printf '%%PDF-half'; kill -9 $$")]
    public async Task Where_the_printer_hangs_or_dies_the_page_says_so_and_nothing_is_half_written(string behaviour)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-printer-");
        try
        {
            var program = Path.Combine(folder.FullName, "weasyprint");
            await File.WriteAllTextAsync(program, $"#!/bin/sh\n{behaviour}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var data = folder.CreateSubdirectory("data").FullName;
            await using var server = await SiteProcess.ServeAsync([$"--Site:DataPath={data}", "--Papers:LimitSeconds=1"], path: folder.FullName);

            using var answer = await server.Reader.GetAsync("/programme.pdf?lang=en");

            Assert.Equal((HttpStatusCode.Redirect, "/en/programme?pdf=failed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
            Assert.Equal("The PDF could not be made this time; the server’s log says why. Try again, or print this page.", (await server.Reader.ReadAsync("/en/programme?pdf=failed")).Seen("main [role=status]"));
            Assert.Equal([], Directory.Exists(Path.Combine(data, "papers")) ? Directory.GetFiles(Path.Combine(data, "papers")) : []);
            Assert.Contains("WeasyPrint", server.Said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_site_without_anybody_prints_papers_that_say_so()
    {
        await using var site = new OpenSite();
        using var browser = await site.SignedInAsync();

        Assert.Equal("Personne : aucune inscription confirmée n’a de place en salle.", (await browser.ReadAsync("/admin/papers/badges")).Seen(".nobody"));
        Assert.Equal(4, (await browser.ReadAsync("/admin/papers/sign-in")).QuerySelectorAll("section.sheet").Length);
    }
}
