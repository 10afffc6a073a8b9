using System.Net;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

public sealed class StartTests(SiteOnEachDatabase sites) : IClassFixture<SiteOnEachDatabase>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_first_start_the_programme_page_shows_all_30_slots(Engine engine)
    {
        var answer = await sites[engine].CreateClient().GetAsync("/programme");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(30, page.QuerySelectorAll("[id][data-kind]").Length);
    }

    [Fact]
    public async Task The_stylesheet_that_a_page_links_to_is_site_css()
    {
        using var reader = sites[Engine.Sqlite].CreateClient();
        var page = new HtmlParser().ParseDocument(await reader.GetStringAsync("/"));
        var address = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href");

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "wwwroot", "css", "site.css")),
            await reader.GetByteArrayAsync(address)
        );
    }

    [Theory]
    [InlineData(
        "Site:BaseUrl is not set. Set the public address of the site, for example "
            + "Site__BaseUrl=https://workshop.example.org (environment: Production)."
    )]
    [InlineData(
        "Site:BaseUrl is 'https://modmat.test/2021'; it must be an address like https://workshop.example.org, without a path.",
        "--Site:BaseUrl=https://modmat.test/2021"
    )]
    [InlineData(
        "Database:Provider is 'oracle'; it must be 'sqlite' or 'postgres'.",
        "--Site:BaseUrl=https://modmat.test",
        "--Database:Provider=oracle"
    )]
    [InlineData(
        "Database:Provider is 'postgres', so ConnectionStrings:Workshop must name the server.",
        "--Site:BaseUrl=https://modmat.test",
        "--Database:Provider=postgres"
    )]
    [InlineData(
        "Clock:RehearseFrom is 'Wednesday'; it must be 'off' or a time like "
            + "2021-09-22T13:20, in the workshop's time zone unless an offset follows.",
        "--Site:BaseUrl=https://modmat.test",
        "--Clock:RehearseFrom=Wednesday"
    )]
    public async Task An_invalid_setting_stops_the_start_with_a_message(string message, params string[] arguments)
    {
        var start = await SiteProcess.RunAsync(arguments);

        Assert.Equal(new SiteProcess.Outcome(1, "", message + "\n"), start);
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData(0)]
    [InlineData(8192)]
    public async Task A_damaged_database_stops_the_start_with_a_message_that_says_how_to_restore_it(int offset)
    {
        using var content = new ContentSample();
        var (settings, file) = await MakeSiteAsync(content);
        await using (var database = File.OpenWrite(file))
        {
            database.Position = offset;
            await database.WriteAsync(Enumerable.Repeat((byte)0x5A, 4096).ToArray());
        }

        var start = await SiteProcess.RunAsync(settings);

        Assert.Equal((1, ""), (start.ExitCode, start.Output));
        Assert.Matches(
            $@"^The database {file} is damaged \((?s:.+)\)\. Move it away together with its -wal and -shm files, "
                + @"and restore the last backup: ModMatWorkshop restore FILE\.\n$",
            start.Errors
        );
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_site_key_without_its_database_stops_the_start_and_a_backup_can_be_restored(bool isEmpty)
    {
        using var content = new ContentSample();
        var (settings, file) = await MakeSiteAsync(content);
        var backup = content.PathOf("backup.zip");
        Assert.Equal(0, (await SiteProcess.RunAsync(["backup", backup, .. settings])).ExitCode);
        foreach (var part in Directory.EnumerateFiles(content.PathOf("data"), "workshop.db*").ToList())
            File.Delete(part);
        if (isEmpty)
            await File.WriteAllTextAsync(file, "");

        var start = await SiteProcess.RunAsync(settings);

        Assert.Equal(
            new SiteProcess.Outcome(
                1,
                "",
                $"The site has a key, {content.PathOf("data/site.key")}, but its database {file} is missing or empty. "
                    + "Restore the last backup: ModMatWorkshop restore FILE. For a new site, remove the key too.\n"
            ),
            start
        );
        Assert.Equal(isEmpty, File.Exists(file));
        Assert.Equal(0, (await SiteProcess.RunAsync(["restore", backup, .. settings])).ExitCode);
        Assert.Equal(0, (await SiteProcess.RunAsync(["registration", "dates", .. settings])).ExitCode);
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("c2l4dGVlbiBieXRlcyAhIQ==")]
    public async Task A_damaged_site_key_stops_the_start_with_a_message(string key)
    {
        using var content = new ContentSample();
        var (settings, _) = await MakeSiteAsync(content);
        var file = content.PathOf("data/site.key");
        await File.WriteAllTextAsync(file, key);

        Assert.Equal(
            new SiteProcess.Outcome(
                1,
                "",
                $"{file} cannot be read as a site key of 32 bytes in Base64. Put the file back from a backup: "
                    + "links sent by email do not work with another key.\n"
            ),
            await SiteProcess.RunAsync(settings)
        );
    }

    /// <returns>The settings of a new site, and the path of its database.</returns>
    private static async Task<(string[] Settings, string Database)> MakeSiteAsync(ContentSample content)
    {
        string[] settings =
        [
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={content.PathOf("data")}",
        ];
        Assert.Equal(0, (await SiteProcess.RunAsync(["registration", "dates", .. settings])).ExitCode);
        return (settings, content.PathOf("data/workshop.db"));
    }

    [Fact]
    public async Task An_unknown_verb_prints_the_help()
    {
        var help = await SiteProcess.RunAsync("--help");
        var mistake = await SiteProcess.RunAsync("serve", "coffee");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Equal(new SiteProcess.Outcome(2, "", help.Output), mistake);
    }
}
