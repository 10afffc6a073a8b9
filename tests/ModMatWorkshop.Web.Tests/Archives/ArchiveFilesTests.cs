using System.Net;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Archives;

/// <summary>The file for each address, and how a later site serves the archives of earlier editions.</summary>
public sealed class ArchiveFilesTests
{
    [Theory]
    [InlineData("/", true, "index.html")]
    [InlineData("/en", true, "en/index.html")]
    [InlineData("/resumes", true, "resumes.html")]
    [InlineData("/resumes/o1", true, "resumes/o1.html")]
    [InlineData("/resumes?page=2", true, "resumes.page-2.html")]
    [InlineData("/programme?day=2021-09-22", true, "programme.day-2021-09-22.html")]
    [InlineData("/programme?zone=Asia/Tokyo", true, null)]
    [InlineData("/schedule.json", false, "schedule.json")]
    [InlineData("/schedule.json?lang=en", false, "schedule.en.json")]
    [InlineData("/resumes/o1.ics?lang=en", false, "resumes/o1.en.ics")]
    [InlineData("/css/site.abc.css", false, "css/site.abc.css")]
    [InlineData("/inscription", true, null)]
    [InlineData("/en/registration?invitation=x", true, null)]
    [InlineData("/participants", true, null)]
    [InlineData("/mon-inscription/abc", true, null)]
    [InlineData("/favoris.ics?codes=o1", false, null)]
    [InlineData("/admin/attendees", true, null)]
    public void An_address_becomes_a_file_or_is_left_out_of_the_archive(string address, bool isPage, string? file) =>
        Assert.Equal(file, ArchiveFiles.FileOf(address, isPage));

    [Theory]
    [InlineData("index.html", "programme.html", "programme.html")]
    [InlineData("resumes/o1.html", "programme.html", "../programme.html")]
    [InlineData("resumes/o1.html", "resumes/o2.html", "o2.html")]
    [InlineData("en/abstracts/o1.html", "css/site.css", "../../css/site.css")]
    [InlineData("index.html", "materials/a b.pdf", "materials/a%20b.pdf")]
    public void A_link_is_relative_to_the_file_that_contains_it(string from, string to, string link) =>
        Assert.Equal(link, ArchiveFiles.Relative(from, to));

    [Fact]
    public async Task The_archive_of_an_earlier_edition_is_served_under_its_year_and_no_other_file_is()
    {
        var archives = Directory.CreateTempSubdirectory("modmat-archives-");
        var edition = archives.CreateSubdirectory("2019");
        archives.CreateSubdirectory("drafts");
        await File.WriteAllTextAsync(Path.Combine(edition.FullName, "index.html"), "<p>ModMat 2019");
        await File.WriteAllTextAsync(Path.Combine(edition.FullName, "programme.ics"), "BEGIN:VCALENDAR");
        await File.WriteAllTextAsync(Path.Combine(archives.FullName, "secret.txt"), "secret");
        await using var site = new SiteFactory { More = new Dictionary<string, string?> { ["Archives:Path"] = archives.FullName } };
        using var reader = site.CreateClient();

        using var home = await reader.GetAsync("/2019/");
        Assert.Equal(
            (HttpStatusCode.OK, "<p>ModMat 2019", "nosniff"),
            (home.StatusCode, await home.Content.ReadAsStringAsync(), Assert.Single(home.Headers.GetValues("X-Content-Type-Options")))
        );
        Assert.Equal("text/calendar", (await reader.GetAsync("/2019/programme.ics")).Content.Headers.ContentType?.MediaType);
        foreach (
            var elsewhere in new[]
            {
                "/2019/nowhere.html",
                "/2019/..%2fsecret.txt",
                "/2019/%2e%2e/secret.txt",
                "/drafts/",
                "/secret.txt",
                "/2018/",
            }
        )
            Assert.Equal((elsewhere, HttpStatusCode.NotFound), (elsewhere, (await reader.GetAsync(elsewhere)).StatusCode));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/programme")).StatusCode);
        archives.Delete(recursive: true);
    }
}
