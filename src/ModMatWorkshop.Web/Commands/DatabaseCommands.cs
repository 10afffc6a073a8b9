using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Copies the site from one database to another.</summary>
internal static class DatabaseCommands
{
    public static async Task<int> CopyAsync(string[] args, bool toPostgres, string connectionString)
    {
        await using var app = CommandDispatcher.Builder(args).AddSite().Build();
        await using var scope = app.Services.CreateAsyncScope();
        var from = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await RequireSiteAsync(from);
        await using var to = WorkshopDb.Open(toPostgres, connectionString);
        await to.PrepareAsync(CancellationToken.None);
        if (!await DatabaseCopy.IsEmptyAsync(to, CancellationToken.None))
            throw new SettingsException("The target database is not empty. Use an empty or new database.");
        var tables = await DatabaseCopy.RunAsync(from, to, CancellationToken.None);
        foreach (var table in tables)
        {
            var remark = table.SourceRows == table.TargetRows ? "" : "  differs";
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{table.Name, -20} {table.SourceRows, 8} {table.TargetRows, 8}{remark}")
            );
        }
        var isWhole = tables.All(t => t.SourceRows == t.TargetRows);
        Console.WriteLine(
            isWhole
                ? "All rows have been copied. Point Database:Provider and ConnectionStrings:Workshop to the new database; "
                    + "the site key stays where it is."
                : "Some rows could not be copied, so nothing was copied."
        );
        return isWhole ? 0 : 1;
    }

    /// <summary>Migrates the configured database, and throws a <see cref="SettingsException"/> when it contains no site.</summary>
    public static async Task RequireSiteAsync(WorkshopDb db)
    {
        if (!await db.Database.CanConnectAsync() || !(await db.Database.GetAppliedMigrationsAsync()).Any())
            throw new SettingsException("The configured database contains no site.");
        await db.PrepareAsync(CancellationToken.None);
    }
}
