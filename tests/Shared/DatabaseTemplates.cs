using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>Databases without content, made once per run and engine and copied for each test.</summary>
internal static class DatabaseTemplates
{
    public const string File = "workshop.db";

    private static readonly Lazy<string> SqliteTables = new(() => Make(Engine.Sqlite, MakeTables));
    private static readonly Lazy<string> PostgresTables = new(() => Make(Engine.Postgres, MakeTables));
    private static readonly Lazy<string> SqliteFirstTables = new(() => Make(Engine.Sqlite, MakeFirstTables));
    private static readonly Lazy<string> PostgresFirstTables = new(() => Make(Engine.Postgres, MakeFirstTables));

    /// <summary>A new database with all tables, empty.</summary>
    /// <param name="folder">The folder for the SQLite file.</param>
    /// <returns>The connection string.</returns>
    public static string WithTables(Engine engine, string folder) =>
        Copy(engine, engine is Engine.Postgres ? PostgresTables.Value : SqliteTables.Value, folder);

    /// <summary>A new database of an earlier version: only the first migration has run.</summary>
    /// <inheritdoc cref="WithTables"/>
    public static string WithFirstTables(Engine engine, string folder) =>
        Copy(engine, engine is Engine.Postgres ? PostgresFirstTables.Value : SqliteFirstTables.Value, folder);

    public static WorkshopDb Open(Engine engine, string connection, params IInterceptor[] interceptors) =>
        engine is Engine.Postgres
            ? new PostgresWorkshopDb(
                new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql(connection).AddInterceptors(interceptors).Options
            )
            : new SqliteWorkshopDb(
                new DbContextOptionsBuilder<SqliteWorkshopDb>().UseSqliteFile(connection).AddInterceptors(interceptors).Options
            );

    /// <summary>A copy of a database that nobody is connected to.</summary>
    /// <param name="original">The name of a database on PostgreSQL, the path of a file for SQLite.</param>
    /// <param name="folder">The folder for the SQLite file.</param>
    /// <returns>The connection string.</returns>
    public static string Copy(Engine engine, string original, string folder)
    {
        if (engine is Engine.Postgres)
            return PostgresCluster.NewDatabase(original);
        System.IO.File.Copy(original, Path.Combine(folder, File));
        return SqliteIn(folder);
    }

    /// <summary>PostgreSQL does not copy a database while a connection to it is open, and a pool keeps one open.</summary>
    public static string Unpooled(string connection) => $"{connection};Pooling=false";

    private static string SqliteIn(string folder) => $"Data Source={Path.Combine(folder, File)};Pooling=False";

    private static string Make(Engine engine, Func<WorkshopDb, Task> make)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-template-").FullName;
        using var db = Open(engine, engine is Engine.Postgres ? Unpooled(PostgresCluster.NewDatabase()) : SqliteIn(folder));
        make(db).GetAwaiter().GetResult();
        return engine is Engine.Postgres ? db.Database.GetDbConnection().Database : Path.Combine(folder, File);
    }

    private static Task MakeTables(WorkshopDb db) => db.PrepareAsync(CancellationToken.None);

    private static Task MakeFirstTables(WorkshopDb db) => db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
}
