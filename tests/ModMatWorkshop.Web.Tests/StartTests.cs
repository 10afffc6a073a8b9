using System.Net;
using AngleSharp.Html.Parser;
using ModMatWorkshop.Web.Tests.Content;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

public sealed class StartTests(SiteOnEachDatabase sites) : IClassFixture<SiteOnEachDatabase>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_first_start_serves_the_thirty_slots_of_the_programme(Engine engine)
    {
        var answer = await sites[engine].CreateClient().GetAsync("/programme");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(30, page.QuerySelectorAll("[id][data-kind]").Length);
    }

    [Fact]
    public async Task The_stylesheet_that_a_page_names_is_the_one_of_the_repository()
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
            + "Site__BaseUrl=https://modmat.example.org (environment: Production)."
    )]
    [InlineData(
        "Site:BaseUrl is 'https://modmat.test/2021'; it must be an address like https://modmat.example.org, without a path.",
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
    public async Task A_setting_that_cannot_be_used_ends_the_start_with_a_sentence(string sentence, params string[] arguments)
    {
        var start = await SiteProcess.RunAsync(arguments);

        Assert.Equal(new SiteProcess.Outcome(1, "", sentence + "\n"), start);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8192)]
    public async Task A_damaged_database_ends_the_start_with_a_sentence_that_says_how_to_come_back(int where)
    {
        using var content = new ContentSample();
        string[] settings =
        [
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={content.PathOf("data")}",
        ];
        Assert.Equal(0, (await SiteProcess.RunAsync(["registration", "dates", .. settings])).ExitCode);
        var file = content.PathOf("data/workshop.db");
        await using (var database = File.OpenWrite(file))
        {
            database.Position = where;
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

    [Fact]
    public async Task A_verb_that_nobody_knows_is_answered_with_the_ones_there_are()
    {
        var help = await SiteProcess.RunAsync("--help");
        var mistake = await SiteProcess.RunAsync("serve", "coffee");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Equal(new SiteProcess.Outcome(2, "", help.Output), mistake);
    }
}
