using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Backups;

/// <summary>
/// The database of a backup, copied row by row into a temporary file with the tables of this build. A damaged file, unknown tables and
/// rows that this build cannot store are refused before the site's database is touched.
/// </summary>
internal sealed class BackupDatabase(string path) : IAsyncDisposable
{
    public WorkshopDb Db { get; } = Open(path);

    /// <param name="file">The backup, for messages.</param>
    /// <param name="path">The path of the temporary file.</param>
    /// <exception cref="SettingsException">The database cannot be restored.</exception>
    public static async Task<BackupDatabase> ReadAsync(BackupReader from, string file, string path, CancellationToken cancel)
    {
        var original = $"{path}.original";
        try
        {
            await from.ExtractAsync(Backup.Database, original, cancel);
            await Backup.Create(path).DisposeAsync();
            await CopyAsync(original, path, from.Manifest, file, cancel);
            return new(path);
        }
        catch (Exception fault)
        {
            Delete(path);
            if (fault is SettingsException or OperationCanceledException or IOException)
                throw;
            throw BackupReader.Refused(file, $"its database cannot be read ({fault.GetBaseException().Message.TrimEnd('.')})");
        }
        finally
        {
            Delete(original);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        Delete(path);
    }

    private static async Task CopyAsync(string original, string path, Manifest manifest, string file, CancellationToken cancel)
    {
        await using var old = Open(original);
        if (await old.FindDamageAsync("PRAGMA integrity_check(1)", cancel) is { } damage)
            throw BackupReader.Refused(file, $"its database is damaged ({damage})");
        await MigrateAsync(old, manifest, file, cancel);
        await using var copy = Open(path);
        await copy.PrepareAsync(cancel);
        if (!(await SchemaAsync(old, cancel)).SequenceEqual(await SchemaAsync(copy, cancel)))
            throw BackupReader.Refused(file, "its database has other tables than that of this program");
        await DatabaseCopy.RunAsync(old, copy, cancel);
        // The site cannot run without these rows.
        await copy.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        await copy.ContentStates.AsNoTracking().SingleAsync(cancel);
        // There is no workshop before an organiser has set up the site.
        _ = (await copy.Workshops.AsNoTracking().SingleOrDefaultAsync(cancel))?.TimeZone;
    }

    private static async Task MigrateAsync(WorkshopDb old, Manifest manifest, string file, CancellationToken cancel)
    {
        var applied = (await old.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (PreviousSchema.CanUpgrade(applied))
            await PreviousSchema.UpgradeAsync(old, cancel);
        else if (applied.Except(old.Database.GetMigrations()).Any())
            throw new SettingsException($"{file} was taken by version {manifest.Site}, which is newer than this one. Nothing was changed.");
        await old.PrepareAsync(cancel);
        var rows = await DatabaseCopy.CountAsync(old, cancel);
        foreach (var (table, number) in manifest.Rows.Where(t => rows.ContainsKey(t.Key)))
            if (rows[table] != number)
                throw BackupReader.Refused(file, $"{table} has {rows[table]} rows instead of {number}");
    }

    /// <summary>Tables, views and triggers, except the tables of EF Core. Indexes hold nothing of their own.</summary>
    private static Task<List<string>> SchemaAsync(WorkshopDb db, CancellationToken cancel) =>
        db
            .Database.SqlQuery<string>(
                $"""
                SELECT type || ' ' || name AS Value FROM sqlite_schema
                WHERE type <> 'index' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE '!_!_EF%' ESCAPE '!' ORDER BY 1
                """
            )
            .ToListAsync(cancel);

    private static SqliteWorkshopDb Open(string path) =>
        (SqliteWorkshopDb)WorkshopDb.Open(usesPostgres: false, $"Data Source={path};Pooling=False");

    private static void Delete(string path)
    {
        foreach (var left in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(path + left);
    }
}
