using System.Globalization;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Commands;

/// <summary>Puts the site aside, and brings it back.</summary>
internal static class BackupVerbs
{
    private const string Force = "--force";
    private const string SendMails = "--send-mails";

    public static async Task<int> BackupAsync(string[] args, string file)
    {
        await using var app = Verbs.Builder(args).AddSite().Build();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        await DatabaseVerbs.RequireSiteAsync(db);
        var manifest = await scope.ServiceProvider.GetRequiredService<Backup>().WriteAsync(db, Path.GetFullPath(file), CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(file)}: {manifest.Rows.Values.Sum()} rows in {manifest.Rows.Count} tables, {manifest.Sha256.Count} files."));
        Console.WriteLine(manifest.HasKey ? "The site key is in it: whoever has the file can make every secret link." : "The site key is not in it. Keep Site:Key elsewhere: without it no link that was mailed works.");
        return 0;
    }

    public static async Task<int> RestoreAsync(string[] args, string file)
    {
        // Without a value they would swallow the setting that follows.
        await using var app = Verbs.Builder([.. args.Except([Force, SendMails])]).AddSite().Build();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Restore>().RunAsync(Path.GetFullPath(file), args.Contains(Force), args.Contains(SendMails), Console.WriteLine, CancellationToken.None);
        return 0;
    }
}
