using System.Diagnostics;
using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>The process is killed at random moments of its start.</summary>
[Trait("Category", "prove")]
[Collection(nameof(MeasuredAlone))]
public sealed class KilledStartTests(ITestOutputHelper report)
{
    private const int Kills = 30;
    private static readonly TimeSpan MaxRestart = TimeSpan.FromSeconds(10);

    [Theory, OnSqlite, OnPostgres]
    public Task A_site_killed_during_its_first_start_starts_again(Engine engine) =>
        KillAndRestartAsync(engine, folder =>
            engine is Engine.Postgres
                ? PostgresCluster.MissingDatabase()
                : $"Data Source={Path.Combine(folder, DatabaseTemplates.File)};Pooling=False"
        );

    [Theory, OnSqlite, OnPostgres]
    public Task A_site_killed_while_it_updates_its_database_starts_again(Engine engine) =>
        KillAndRestartAsync(engine, folder => DatabaseTemplates.WithFirstTables(engine, folder));

    /// <param name="newDatabase">Returns the connection string of a new database; the argument is the data folder.</param>
    private async Task KillAndRestartAsync(Engine engine, Func<string, string> newDatabase)
    {
        var seed = Environment.TickCount;
        report.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        using var content = new ContentSample();
        var whole = await StartAsync(ArgumentsOfNewSite());
        var restarts = new List<TimeSpan>();
        while (restarts.Count < Kills)
        {
            var arguments = ArgumentsOfNewSite();
            await using (SiteProcess.Start(arguments))
                // The end of this block kills the process.
                await Task.Delay(whole * random.NextDouble());
            restarts.Add(await StartAsync(arguments));
        }
        report.WriteLine($"{engine}: {Kills} kills in the {whole.TotalSeconds:0.0} s of a start");
        report.WriteLine($"The slowest restart took {restarts.Max().TotalSeconds:0.0} s");
        Assert.All(restarts, restart => Assert.True(restart < MaxRestart));

        string[] ArgumentsOfNewSite()
        {
            var data = Directory.CreateDirectory(content.PathOf($"data-{Guid.NewGuid():N}")).FullName;
            return
            [
                $"--Site:DataPath={data}",
                $"--Site:ContentPath={content.Folder}",
                $"--Database:Provider={(engine is Engine.Postgres ? "postgres" : "sqlite")}",
                $"--ConnectionStrings:Workshop={newDatabase(data)}",
            ];
        }
    }

    /// <returns>The time until the site is ready.</returns>
    private static async Task<TimeSpan> StartAsync(string[] arguments)
    {
        var since = Stopwatch.StartNew();
        await using var site = await SiteProcess.ServeAsync(arguments);
        Assert.Equal(HttpStatusCode.OK, (await site.Reader.GetAsync("/readyz")).StatusCode);
        return since.Elapsed;
    }
}
