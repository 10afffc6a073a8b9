using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Npgsql;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The database is unavailable or locked at start.</summary>
public sealed class WaitingStartTests : IDisposable
{
    private readonly ContentSample content = new();

    private string Data => content.PathOf("data");

    public void Dispose() => content.Dispose();

    [Theory, OnPostgres]
    public async Task While_the_database_server_is_not_up_a_starting_site_answers_503_and_goes_on_by_itself(Engine engine)
    {
        using var server = PostgresCluster.StartAnother();
        server.Stop();
        await using var site = await SiteProcess.ServeAsync(Arguments(engine, server.ConnectionString));

        await AssertUnavailableAsync(site, "/programme", "fr", "Le site démarre");
        await AssertUnavailableAsync(site, "/en/programme", "en", "The site is starting");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Reader.GetAsync("/readyz")).StatusCode);
        Assert.Equal("alive\n", await site.Reader.GetStringAsync("/healthz"));
        using var typed = new FormUrlEncodedContent([new("email", "ada@example.org")]);
        using var posted = await site.Reader.PostAsync("/inscription", typed);
        var again = new HtmlParser().ParseDocument(await posted.Content.ReadAsStringAsync());
        Assert.Equal("ada@example.org", again.QuerySelector("form[action='/inscription'] [name=email]")?.GetAttribute("value"));

        server.Start();
        for (
            var since = Stopwatch.StartNew();
            (await site.Reader.GetAsync("/readyz")).StatusCode != HttpStatusCode.OK;
            await Task.Delay(100)
        )
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(1), site.AllOutput);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/programme")).StatusCode);
        Assert.Single(site.AllOutput.Split('\n'), line => line.Contains("Waiting for the database", StringComparison.Ordinal));
        Assert.DoesNotContain("ERR]", site.AllOutput, StringComparison.Ordinal);
        Assert.Contains("/admin/setup?token=", site.AllOutput, StringComparison.Ordinal);
    }

    [Trait("Category", "prove")]
    [Theory, OnPostgres]
    public async Task A_site_that_waits_for_its_database_can_be_stopped_and_a_command_does_not_wait(Engine engine)
    {
        using var server = PostgresCluster.StartAnother();
        server.Stop();
        var arguments = Arguments(engine, server.ConnectionString);
        await using var site = await SiteProcess.ServeAsync(arguments);

        site.Terminate();
        Assert.Equal(0, await site.EndedAsync());

        var command = await SiteProcess.RunAsync(["registration", "dates", "--Site:BaseUrl=https://modmat.test", .. arguments]);
        Assert.Equal((1, ""), (command.ExitCode, command.Output));
        Assert.Matches("^The database is unavailable: .+\n$", command.Errors);
    }

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task A_start_waits_for_another_process_that_prepares_the_database_and_says_so(Engine engine)
    {
        var connection = DatabaseTemplates.WithFirstTables(engine, Directory.CreateDirectory(Data).FullName);
        await using var site = await LockAsync();
        await site.ListeningAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/readyz")).StatusCode);

        async Task<SiteProcess> LockAsync()
        {
            // A lock of the database ends with the connection, and so with the process that had it.
            await using System.Data.Common.DbConnection other =
                engine is Engine.Postgres ? new NpgsqlConnection(DatabaseTemplates.Unpooled(connection)) : new SqliteConnection(connection);
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = engine is Engine.Postgres ? $"SELECT pg_advisory_lock({0x4D6F644D6174})" : "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            var waiting = SiteProcess.Start(Arguments(engine, connection));
            await waiting.LoggedAsync("Waiting for another process");
            return waiting;
        }
    }

    [Fact]
    public async Task The_lock_that_a_killed_process_has_left_in_an_SQLite_file_does_not_stop_the_next_start()
    {
        var connection = DatabaseTemplates.WithFirstTables(Engine.Sqlite, Directory.CreateDirectory(Data).FullName);
        await using (var killed = new SqliteConnection(connection))
        {
            await killed.OpenAsync();
            await using var command = killed.CreateCommand();
            // As EF Core writes it.
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-30 12:00:00+00:00');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var site = await SiteProcess.ServeAsync(Arguments(Engine.Sqlite, connection));

        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/readyz")).StatusCode);
    }

    private static async Task AssertUnavailableAsync(SiteProcess site, string address, string language, string heading)
    {
        using var answer = await site.Reader.GetAsync(address);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(10), language, heading),
            (
                answer.StatusCode,
                answer.Headers.RetryAfter?.Delta,
                page.DocumentElement.GetAttribute("lang"),
                page.QuerySelector("h1")?.TextContent
            )
        );
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href");
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync(style)).StatusCode);
    }

    private string[] Arguments(Engine engine, string connection) =>
        [
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={Data}",
            $"--Database:Provider={(engine is Engine.Postgres ? "postgres" : "sqlite")}",
            $"--ConnectionStrings:Workshop={connection}",
        ];
}
