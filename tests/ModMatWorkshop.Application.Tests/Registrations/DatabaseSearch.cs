using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Finds a text wherever a database may still contain it.</summary>
internal static class DatabaseSearch
{
    /// <summary>The tables that contain a text.</summary>
    public static async Task<IReadOnlyList<string>> TablesWithAsync(RegistrationTestDatabase database, string text)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (
                    Enumerable.Range(0, rows.FieldCount).Any(i => rows.GetValue(i).ToString()!.Contains(text, StringComparison.Ordinal))
                    && !found.Contains(table)
                )
                    found.Add(table);
        }
        return found;
    }

    /// <summary>
    /// Keeps a connection open, as the pool of the site does. When SQLite closes the last one, it deletes the write-ahead log by itself.
    /// </summary>
    public static async Task<WorkshopDb> KeepOpenAsync(RegistrationTestDatabase database)
    {
        var db = database.Open();
        await db.Database.OpenConnectionAsync();
        return db;
    }

    /// <summary>The files of an SQLite database that contain a text anywhere; empty for PostgreSQL.</summary>
    public static IReadOnlyList<string> FilesWith(RegistrationTestDatabase database, string text)
    {
        using var db = database.Open();
        if (!db.Database.IsSqlite())
            return [];
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return
        [
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*")
                .Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a backup taken now contains a text.</summary>
    public static async Task<bool> BackupHasAsync(RegistrationTestDatabase database, string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var db = database.Open())
                await db.ExportToSqliteAsync(file, CancellationToken.None);
            return (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
