using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// Databases with the real content are made once in a run, on each engine, by a site that starts for the first time. Every test gets a
/// copy and need not migrate and import again. Tests with <see cref="SiteFactory.StartsEmpty"/> show that a site does both by itself.
/// </summary>
internal static class ContentTemplates
{
    private static readonly Lazy<string> Sqlite = new(() => Make(Engine.Sqlite));
    private static readonly Lazy<string> Postgres = new(() => Make(Engine.Postgres));

    /// <summary>
    /// Copies that database, without the rows that differ between sites, such as keys. Call it only under the lock of
    /// <see cref="SiteFactory"/>.
    /// </summary>
    /// <param name="folder">The folder for the SQLite file.</param>
    /// <returns>The connection string.</returns>
    public static string Copy(Engine engine, string folder) =>
        DatabaseTemplates.Copy(engine, engine is Engine.Postgres ? Postgres.Value : Sqlite.Value, folder);

    private static string Make(Engine engine)
    {
        var connection = new Dictionary<string, string?>();
        if (engine is Engine.Postgres)
            connection["ConnectionStrings:Workshop"] = DatabaseTemplates.Unpooled(PostgresCluster.NewDatabase());
        using var site = new SiteFactory
        {
            Engine = engine,
            StartsEmpty = true,
            More = connection,
        };
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        db.Rehearsals.ExecuteDelete();
        db.DataProtectionKeys.ExecuteDelete();
        db.WorkshopStates.ExecuteUpdate(states => states.SetProperty(s => s.KeyFingerprint, (string?)null));
        if (engine is Engine.Postgres)
            return db.Database.GetDbConnection().Database;
        var file = Path.Combine(Directory.CreateTempSubdirectory("modmat-template-").FullName, DatabaseTemplates.File);
        db.Database.ExecuteSql($"VACUUM INTO {file}");
        return file;
    }
}
