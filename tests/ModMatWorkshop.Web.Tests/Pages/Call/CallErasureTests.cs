using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Organisers;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Backups;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Pages.Call;

/// <summary>
/// On the announced day nothing of a submission is left. The tests write a secret into every text of every table of the call, as the model
/// lists them, and look for it wherever the site keeps anything.
/// </summary>
public sealed class CallErasureTests : IDisposable
{
    private readonly CallSite sites = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-call-");

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_announced_day_no_table_file_or_backup_has_a_text_of_the_call(Engine engine)
    {
        var site = sites.At("2021-09-20T09:00", engine);
        var tables = await site.InDatabaseAsync(SecretCall.PlantAsync);
        using var chair = await site.SignedInAsync(OrganiserRoles.Chair | OrganiserRoles.Organiser);
        foreach (
            var address in new[]
            {
                "/admin/call",
                "/admin/call/1",
                "/admin/call/assign",
                "/admin/log",
                "/admin/mail",
                "/admin/reports/call",
            }
        )
            await chair.ReadAsync(address);
        Assert.Equal(tables, (await site.InDatabaseAsync(SecretCall.TablesWithSecretAsync)).Intersect(tables));
        var before = await BackUpAsync(site, "before.zip");
        Assert.NotEmpty(await EntriesWithSecretAsync(before));
        var contributions = await site.InDatabaseAsync(db => db.Contributions.CountAsync());

        await EraseAsync(site);

        Assert.Equal([], await site.InDatabaseAsync(SecretCall.TablesWithSecretAsync));
        Assert.Equal([], FilesWithSecret(site.DataPath));
        Assert.Equal([], await EntriesWithSecretAsync(await BackUpAsync(site, "after.zip")));
        Assert.Equal(contributions, await site.InDatabaseAsync(db => db.Contributions.CountAsync()));
        Assert.DoesNotContain(SecretCall.Text, await chair.GetStringAsync("/admin/call"), StringComparison.Ordinal);

        // A backup from before that day has the texts. They are erased before the restored site opens.
        var data = Path.Combine(folder.FullName, "restored");
        var restore = await SiteProcess.RunAsync([
            "restore",
            before,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={data}",
            $"--Site:ContentPath={Path.Combine(folder.FullName, "content")}",
        ]);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Equal([], FilesWithSecret(data));
    }

    [Fact]
    public async Task The_counts_stay_and_the_report_shows_them()
    {
        var site = sites.At("2021-09-20T09:00");
        await site.InDatabaseAsync(SecretCall.PlantAsync);
        using var grace = await site.SignedInAsync();
        var before = await CountsAsync(grace);

        await EraseAsync(site);

        Assert.Equal(before, await CountsAsync(grace));
        Assert.Equal((1, 0), await site.InDatabaseAsync(async db => (await db.CallTotals.CountAsync(), await db.Submissions.CountAsync())));
        // A second visit of the maintenance changes nothing.
        await EraseAsync(site);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.CallTotals.CountAsync()));
    }

    [Fact]
    public async Task Every_table_is_of_the_call_or_known_as_another() =>
        Assert.Equal(
            [],
            await sites
                .At("2021-09-20T09:00")
                .InDatabaseAsync(db =>
                    Task.FromResult(
                        db.Model.GetEntityTypes()
                            .Where(t => !t.IsOwned() && !SecretCall.IsOfTheCall(t))
                            .Select(t => t.GetTableName()!)
                            .Except(SecretCall.OtherTables)
                            .Order()
                            .ToList()
                    )
                )
        );

    private static async Task<IReadOnlyList<string>> CountsAsync(HttpClient grace) =>
        [.. (await grace.ReadAsync("/admin/reports/call")).QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    /// <summary>Ends the rehearsal: by real time the announced day, in 2022, is over.</summary>
    private static async Task EraseAsync(SiteFactory site)
    {
        site.Services.GetRequiredService<SiteClock>().KeepRealTimeFrom(DateTimeOffset.UnixEpoch);
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionService>().EraseDueAsync(CancellationToken.None);
    }

    private async Task<string> BackUpAsync(SiteFactory site, string name)
    {
        var file = Path.Combine(folder.FullName, name);
        await site.InDatabaseAsync(db => site.Services.GetRequiredService<Backup>().WriteAsync(db, file, CancellationToken.None));
        return file;
    }

    private static List<string> FilesWithSecret(string path) =>
        [
            .. Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(f => SecretCall.IsIn(ReadShared(f)))
                .Select(f => Path.GetRelativePath(path, f)),
        ];

    /// <summary>The site has its database open.</summary>
    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static async Task<List<string>> EntriesWithSecretAsync(string backup)
    {
        var found = new List<string>();
        await using var zip = await ZipFile.OpenReadAsync(backup);
        foreach (var entry in zip.Entries)
        {
            var bytes = new MemoryStream();
            await using (var stream = await entry.OpenAsync())
                await stream.CopyToAsync(bytes);
            if (SecretCall.IsIn(bytes.ToArray()))
                found.Add(entry.FullName);
        }
        return found;
    }

    public void Dispose()
    {
        sites.Dispose();
        folder.Delete(recursive: true);
    }
}
