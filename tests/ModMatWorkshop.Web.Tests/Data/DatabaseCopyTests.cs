using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Data;

public sealed class DatabaseCopyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-copy-");

    [Theory, OnPostgres]
    public async Task Every_value_of_every_table_survives_a_copy_to_PostgreSQL_and_back(Engine engine)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        var file = Path.Combine(folder.FullName, "site.db");
        await site.InDatabaseAsync(async db =>
        {
            await db.ExportToSqliteAsync(file, CancellationToken.None);
            return true;
        });
        await using var source = DatabaseTemplates.Open(Engine.Sqlite, $"Data Source={file};Pooling=False");
        var connection = PostgresCluster.NewDatabase();
        await using var target = DatabaseTemplates.Open(engine, connection);
        await target.PrepareAsync(CancellationToken.None);
        await using var back = await EmptyFileAsync("back.db");
        var (before, values) = (await BackupTestData.CellsAsync(source), await BackupTestData.ValuesAsync(source));
        Assert.Equal([], before.Where(table => table.Value.Length == 0).Select(table => table.Key));

        var copied = await DatabaseCopy.RunAsync(source, target, CancellationToken.None);
        await DatabaseCopy.RunAsync(target, back, CancellationToken.None);

        Assert.Equal(
            before.Select(table => (table.Key, (long)table.Value.Length, (long)table.Value.Length)),
            copied.Select(t => (t.Name, t.SourceRows, t.TargetRows))
        );
        Assert.Equal(Lines(values), Lines(await BackupTestData.ValuesAsync(target)));
        Assert.Equal(Lines(before), Lines(await BackupTestData.CellsAsync(back)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_copy_new_rows_get_the_next_ids_and_the_search_works(Engine engine)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        await using var copy = DatabaseTemplates.Open(engine, DatabaseTemplates.WithTables(engine, folder.FullName));
        await site.InDatabaseAsync(db => DatabaseCopy.RunAsync(db, copy, CancellationToken.None));

        var (last, added) = (
            await copy.AuditLog.MaxAsync(e => e.Id),
            new AuditEntry
            {
                At = DateTimeOffset.UnixEpoch,
                Actor = "site",
                Action = "something",
            }
        );
        copy.Add(added);
        await copy.SaveChangesAsync();

        Assert.Equal(last + 1, added.Id);
        Assert.Equal("o1", (await copy.SearchAsync(["o1"], Domain.Language.French, 0, 1, CancellationToken.None)).Single().Key);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_copy_reads_a_snapshot_and_does_not_block_writers(Engine engine)
    {
        var connection = DatabaseTemplates.WithTables(engine, folder.FullName);
        await using var reader = DatabaseTemplates.Open(engine, connection);
        await using var writer = DatabaseTemplates.Open(engine, connection);
        await reader.PrepareAsync(CancellationToken.None);

        await using var reading = await reader.BeginSnapshotAsync(CancellationToken.None);
        Assert.Equal(0, await reader.AuditLog.CountAsync());
        writer.Add(
            new AuditEntry
            {
                At = DateTimeOffset.UnixEpoch,
                Actor = "site",
                Action = "something",
            }
        );
        Assert.Equal(1, await writer.SaveChangesAsync());

        Assert.Equal((0, 1), (await reader.AuditLog.CountAsync(), await writer.AuditLog.CountAsync()));
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task The_copy_verb_prints_the_row_counts_of_both_databases_and_refuses_a_target_with_rows()
    {
        using var content = new ContentSample();
        string[] verb =
        [
            "database",
            "copy",
            "--to-provider",
            "sqlite",
            "--to",
            $"Data Source={Path.Combine(folder.FullName, "copy.db")}",
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:ContentPath={content.Folder}",
            $"--Site:DataPath={content.PathOf("data")}",
        ];
        Assert.Equal(new SiteProcess.Outcome(1, "", "The configured database contains no site.\n"), await SiteProcess.RunAsync(verb));
        Assert.Equal(0, (await SiteProcess.RunAsync(["registration", "open", .. verb[6..]])).ExitCode);

        var first = await SiteProcess.RunAsync(verb);
        var again = await SiteProcess.RunAsync(verb);

        Assert.Equal(
            (0, "", "Contributions               3        3"),
            (
                first.ExitCode,
                first.Errors,
                first.Output.Split('\n').Single(line => line.StartsWith("Contributions", StringComparison.Ordinal))
            )
        );
        Assert.Equal(new SiteProcess.Outcome(1, "", "The target database is not empty. Use an empty or new database.\n"), again);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Lines(SortedDictionary<string, string[]> tables) =>
        tables.SelectMany(table => table.Value.Select(row => $"{table.Key}: {row}"));

    private async Task<WorkshopDb> EmptyFileAsync(string name)
    {
        var db = DatabaseTemplates.Open(Engine.Sqlite, $"Data Source={Path.Combine(folder.FullName, name)};Pooling=False");
        await db.PrepareAsync(CancellationToken.None);
        return db;
    }
}
