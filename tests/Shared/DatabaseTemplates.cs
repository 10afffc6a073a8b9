using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>Databases with empty tables, made once per run and engine and copied for each test.</summary>
internal static class DatabaseTemplates
{
    public const string File = "workshop.db";

    private static readonly Lazy<string> SqliteTables = new(() => MakeTables(Engine.Sqlite));
    private static readonly Lazy<string> PostgresTables = new(() => MakeTables(Engine.Postgres));

    /// <summary>A new database with all tables, empty.</summary>
    /// <param name="folder">The folder for the SQLite file.</param>
    /// <returns>The connection string.</returns>
    public static string WithTables(Engine engine, string folder) =>
        Copy(engine, engine is Engine.Postgres ? PostgresTables.Value : SqliteTables.Value, folder);

    public static WorkshopDb Open(Engine engine, string connection) =>
        engine is Engine.Postgres
            ? new PostgresWorkshopDb(new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql(connection).Options)
            : new SqliteWorkshopDb(new DbContextOptionsBuilder<SqliteWorkshopDb>().UseSqliteFile(connection).Options);

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

    private static string MakeTables(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-template-").FullName;
        using var db = Open(engine, engine is Engine.Postgres ? Unpooled(PostgresCluster.NewDatabase()) : SqliteIn(folder));
        db.Database.Migrate();
        return engine is Engine.Postgres ? db.Database.GetDbConnection().Database : Path.Combine(folder, File);
    }
}
