using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// Databases with tables, or with the real content, made once per run and engine and copied for each test. Tests that set
/// <see cref="SiteFactory.BeginsAnew"/> migrate and import for themselves.
/// </summary>
internal static class DatabaseTemplates
{
    public const string File = "workshop.db";

    private static readonly Lazy<string> SqliteTables = new(() => MakeTables(Engine.Sqlite));
    private static readonly Lazy<string> PostgresTables = new(() => MakeTables(Engine.Postgres));
    private static readonly Lazy<string> SqliteContent = new(() => MakeContent(Engine.Sqlite));
    private static readonly Lazy<string> PostgresContent = new(() => MakeContent(Engine.Postgres));

    /// <summary>A new database with all tables, empty.</summary>
    /// <param name="folder">The folder for the SQLite file.</param>
    /// <returns>The connection string.</returns>
    public static string WithTables(Engine engine, string folder) =>
        Copy(engine, engine is Engine.Postgres ? PostgresTables.Value : SqliteTables.Value, folder);

    /// <summary>
    /// A new database as a first start with the real content leaves it, without rehearsal and keys. Call it only under the lock of
    /// <see cref="SiteFactory"/>.
    /// </summary>
    /// <inheritdoc cref="WithTables"/>
    public static string WithContent(Engine engine, string folder) =>
        Copy(engine, engine is Engine.Postgres ? PostgresContent.Value : SqliteContent.Value, folder);

    public static WorkshopDb Open(Engine engine, string connection) =>
        engine is Engine.Postgres
            ? new PostgresWorkshopDb(new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql(connection).Options)
            : new SqliteWorkshopDb(new DbContextOptionsBuilder<SqliteWorkshopDb>().UseSqliteFile(connection).Options);

    private static string Copy(Engine engine, string original, string folder)
    {
        if (engine is Engine.Postgres)
            return PostgresCluster.NewDatabase(original);
        System.IO.File.Copy(original, Path.Combine(folder, File));
        return SqliteIn(folder);
    }

    private static string SqliteIn(string folder) => $"Data Source={Path.Combine(folder, File)};Pooling=False";

    private static string MakeTables(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-template-").FullName;
        using var db = Open(engine, engine is Engine.Postgres ? Unpooled(PostgresCluster.NewDatabase()) : SqliteIn(folder));
        db.Database.Migrate();
        return engine is Engine.Postgres ? db.Database.GetDbConnection().Database : Path.Combine(folder, File);
    }

    private static string MakeContent(Engine engine)
    {
        var connection = new Dictionary<string, string?>();
        if (engine is Engine.Postgres)
            connection["ConnectionStrings:Workshop"] = Unpooled(PostgresCluster.NewDatabase());
        using var site = new SiteFactory
        {
            Engine = engine,
            BeginsAnew = true,
            More = connection,
        };
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.Rehearsals.ExecuteDelete();
        db.DataProtectionKeys.ExecuteDelete();
        db.WorkshopStates.ExecuteUpdate(states => states.SetProperty(s => s.KeyFingerprint, (string?)null));
        if (engine is Engine.Postgres)
            return db.Database.GetDbConnection().Database;
        var file = Path.Combine(Directory.CreateTempSubdirectory("modmat-template-").FullName, File);
        db.Database.ExecuteSql($"VACUUM INTO {file}");
        return file;
    }

    // PostgreSQL does not copy a database while a connection to it is open, and a pool keeps one open.
    private static string Unpooled(string connection) => $"{connection};Pooling=false";
}
