using System.Globalization;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Writes a backup of the site, and restores one.</summary>
internal static class BackupCommands
{
    private const string Force = "--force";
    private const string SendMails = "--send-mails";

    public static async Task<int> BackupAsync(string[] args, string file)
    {
        await using var app = CommandDispatcher.Builder(args).AddSite().Build();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await DatabaseCommands.RequireSiteAsync(db);
        var manifest = await scope
            .ServiceProvider.GetRequiredService<Backup>()
            .WriteAsync(db, Path.GetFullPath(file), CancellationToken.None);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFullPath(file)}: {manifest.Rows.Values.Sum()} rows "
                    + $"in {manifest.Rows.Count} tables, {manifest.Sha256.Count} files."
            )
        );
        Console.WriteLine(
            manifest.HasKey
                ? "It contains the site key: anybody who has the file can create every secret link."
                : "It does not contain the site key. Keep Site:Key elsewhere: links sent by email do not work without it."
        );
        return 0;
    }

    public static async Task<int> RestoreAsync(string[] args, string file)
    {
        // Leave these flags out: they have no value, so the configuration would read the next argument as their value.
        await using var app = CommandDispatcher.Builder([.. args.Except([Force, SendMails])]).AddSite().Build();
        await using var scope = app.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<Restore>()
            .RunAsync(Path.GetFullPath(file), args.Contains(Force), args.Contains(SendMails), Console.WriteLine, CancellationToken.None);
        return 0;
    }
}
