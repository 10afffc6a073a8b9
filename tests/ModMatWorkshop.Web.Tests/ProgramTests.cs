using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

/// <summary>The program as a process: its output and exit code.</summary>
public class ProgramTests
{
    [Trait("Category", "prove")]
    [Fact]
    public async Task A_first_start_with_invalid_content_prints_the_report_and_exits()
    {
        using var content = new ContentSample();
        content.Replace("workshop.md", "seats: 20", "seats: vingt");
        content.Replace("contributions/o1.md", "kind: oral", "kind: aural");
        content.Delete("pages/contact.en.md");

        var (exitCode, output, errors) = await SiteProcess.RunAsync(
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={content.PathOf("data")}"
        );

        Assert.Equal(
            """
            contributions/o1.md:3:7 error: `kind` is not one of: invited, oral, poster. For example: `kind: invited`.
            pages/contact.md:4:1 warning: The body has no English translation. Write it in pages/contact.en.md.
            workshop.md:12:8 error: `seats` is not a whole number. For example: `seats: 50`.
            3 contributions, 4 slots, 1 remote talk, 3 authors (3 persons), 2 affiliations: 2 errors, 1 warning

            """,
            errors
        );
        Assert.Equal((1, ""), (exitCode, output));
    }

    [Fact]
    public async Task The_content_check_prints_every_problem_and_exits_with_1_if_there_is_an_error()
    {
        using var content = new ContentSample();
        Assert.Equal(
            new SiteProcess.Outcome(
                0,
                "3 contributions, 4 slots, 1 remote talk, 3 authors (3 persons), 2 affiliations: 0 errors, 0 warnings\n",
                ""
            ),
            await SiteProcess.RunAsync("content", "check", content.Folder)
        );

        content.Delete("workshop.en.md");
        Assert.Equal(
            new SiteProcess.Outcome(
                0,
                "workshop.md:30:1 warning: The body has no English translation. Write it in workshop.en.md.\n3 contributions, 4 slots, "
                    + "1 remote talk, 3 authors (3 persons), 2 affiliations: 0 errors, 1 warning\n",
                ""
            ),
            await SiteProcess.RunAsync("content", "check", $"--Site:ContentPath={content.Folder}")
        );

        content.Delete("workshop.md");
        Assert.Equal(
            new SiteProcess.Outcome(
                1,
                "workshop.md:1:1 error: The file is missing. Every content folder needs one.\n3 contributions, "
                    + "3 slots, 1 remote talk, 3 authors (3 persons), 2 affiliations: 1 error, 0 warnings\n"
                    + "A site keeps the last good version of a file with an error, "
                    + "and shows nothing of one that never had a good version.\n",
                ""
            ),
            await SiteProcess.RunAsync("content", "check", content.Folder)
        );
    }

    [Fact]
    public async Task With_the_database_of_a_site_the_content_check_says_which_files_wait_and_what_readers_see()
    {
        using var content = new ContentSample();
        using var database = new ContentDatabase(Engine.Sqlite);
        await database.ImportAsync(content);
        content.Replace("contributions/o1.md", "kind: oral", "kind: aural");
        content.Write("news/2030-02-01-suite.md", "Sans en-tête.");
        content.Write("news/2030-02-01-suite.en.md", "Without front matter.");

        Assert.Equal(
            new SiteProcess.Outcome(
                1,
                """
                contributions/o1.md:3:7 error: `kind` is not one of: invited, oral, poster. For example: `kind: invited`.
                news/2030-02-01-suite.md:1:1 error: The file has no front matter. It needs at least a `title`.
                3 contributions, 4 slots, 1 remote talk, 3 authors (3 persons), 2 affiliations: 2 errors, 0 warnings
                contributions/o1.md has an error: readers see its last good version.
                news/2030-02-01-suite.md has an error and has never been live: readers see nothing of it.

                """,
                ""
            ),
            await SiteProcess.RunAsync(
                "content",
                "check",
                "--Site:BaseUrl=https://modmat.test",
                $"--Site:ContentPath={content.Folder}",
                $"--ConnectionStrings:Workshop={database.ConnectionString}"
            )
        );
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_database_that_was_used_with_another_site_key_stops_the_start_with_a_message()
    {
        using var folder = new ContentSample();
        string[] arguments =
        [
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={folder.Folder}",
            $"--Site:DataPath={folder.PathOf("data")}",
            "--Site:Key=the-key-under-which-links-were-mailed",
        ];
        Assert.Equal(0, (await SiteProcess.RunAsync(["registration", "dates", .. arguments])).ExitCode);

        var outcome = await SiteProcess.RunAsync([
            "registration",
            "dates",
            .. arguments[..^1],
            "--Site:Key=a-key-that-nobody-has-seen-before-now",
        ]);

        Assert.Equal(
            (
                1,
                "The database was used with a different site key, so links sent by email would not work. "
                    + "Put the file site.key back into the data folder, or set the same Site:Key for every instance.\n"
            ),
            (outcome.ExitCode, outcome.Errors)
        );
    }

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_instances_that_start_at_once_without_a_database_import_once_and_share_the_rehearsal_clock(Engine engine)
    {
        using var folder = new ContentSample();
        var data = folder.PathOf("data");
        var connection = engine is Engine.Postgres ? PostgresCluster.MissingDatabase() : $"Data Source={data}/workshop.db;Pooling=False";
        await using var one = Start();
        await using var other = Start();
        var addresses = await Task.WhenAll(one.ListeningAsync(), other.ListeningAsync());

        Assert.DoesNotContain("ERR]", one.AllOutput + other.AllOutput, StringComparison.Ordinal);
        using var http = new HttpClient();
        foreach (var address in addresses)
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(address, "/readyz"))).StatusCode);

        using var alone = new ContentDatabase(engine);
        await alone.ImportAsync(folder);
        await using var db = DatabaseTemplates.Open(engine, connection);
        Assert.Equal(
            (1, "2030-03-30T09:10", alone.Rows().Count),
            ((await db.ContentStates.SingleAsync()).Version, (await db.Rehearsals.SingleAsync()).From, ContentDatabase.RowsOf(db).Count)
        );

        SiteProcess Start() =>
            SiteProcess.Start([
                $"--Site:ContentPath={folder.Folder}",
                "--Clock:RehearseFrom=2030-03-30T09:10",
                $"--Site:DataPath={data}",
                .. engine is Engine.Postgres
                    ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={connection}"]
                    : Array.Empty<string>(),
            ]);
    }
}
