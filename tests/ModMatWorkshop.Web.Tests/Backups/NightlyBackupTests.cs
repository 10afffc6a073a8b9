using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.PageCache;

namespace ModMatWorkshop.Web.Tests.Backups;

public sealed class NightlyBackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-nightly-");

    [Fact]
    public async Task A_new_site_is_backed_up_once_a_night_at_three_in_Paris_by_one_of_its_instances()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var (one, other) = (Instance(site), Instance(site));
        await RunOnceAsync(one, other);
        site.Time.SetUtcNow(new(2030, 1, 2, 1, 59, 59, TimeSpan.Zero));
        await RunOnceAsync(one, other);
        Assert.Equal([], Files());

        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(one, other);
        site.Time.SetUtcNow(new(2030, 1, 2, 20, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(one, other);

        Assert.Equal(["backup-20300102T020000Z.zip"], Files());
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditLog.CountAsync(e => e.Action == NightlyBackup.CompletedAction)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_backup_into_the_content_folder_has_neither_itself_nor_the_data_in_it(string end)
    {
        using var content = new ContentSample();
        var site = new SiteFactory { ContentPath = content.Folder + end };
        await using (site)
        {
            var settings = site.Services.GetRequiredService<SiteSettings>();
            var backup = new Backup(settings with { DataPath = content.PathOf("data") }, TimeProvider.System);
            Directory.CreateDirectory(content.PathOf("data"));
            await File.WriteAllTextAsync(content.PathOf("data/workshop.db"), "");
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await site.InDatabaseAsync(async db => await backup.WriteAsync(db, content.PathOf("backup.zip"), limit.Token));
        }

        using var zip = ZipFile.OpenRead(content.PathOf("backup.zip"));
        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("content/workshop.md", names);
        Assert.Equal(
            [],
            names.Where(n =>
                n.StartsWith("content/backup", StringComparison.Ordinal) || n.StartsWith("content/data", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_missed_backup_is_made_at_the_next_start()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var instance = Instance(site);
        await RunOnceAsync(instance);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(instance);

        site.Time.SetUtcNow(new(2030, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(Instance(site));

        Assert.Equal(["backup-20300102T020000Z.zip", "backup-20300105T090000Z.zip"], Files());
    }

    [Fact]
    public async Task A_clock_that_jumps_causes_no_second_backup()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var instance = Instance(site);
        await RunOnceAsync(instance);
        foreach (var hour in new[] { 26, 27, 2, 3, 26 })
        {
            site.Time.AdjustTime(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour));
            await RunOnceAsync(instance);
        }
        await RunOnceAsync(Instance(site));

        Assert.Equal(["backup-20300102T020000Z.zip"], Files());
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_is_retried()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var instance = Instance(site);
        await RunOnceAsync(instance);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        var notAFolder = Path.Combine(folder.FullName, "full");
        await File.WriteAllTextAsync(notAFolder, "not a folder");
        await Assert.ThrowsAnyAsync<IOException>(() => instance.RunOnceAsync(notAFolder, CancellationToken.None));

        await RunOnceAsync(instance);

        Assert.Equal(["backup-20300102T020000Z.zip", "full"], Files());
    }

    [Fact]
    public async Task A_backup_that_was_never_finished_is_taken_over_after_half_an_hour()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var (failing, other) = (Instance(site), Instance(site));
        await RunOnceAsync(failing, other);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        var notAFolder = Path.Combine(folder.FullName, "full");
        await File.WriteAllTextAsync(notAFolder, "not a folder");
        await Assert.ThrowsAnyAsync<IOException>(() => failing.RunOnceAsync(notAFolder, CancellationToken.None));
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 30, 0, TimeSpan.Zero));
        await RunOnceAsync(other);
        Assert.Equal(["full"], Files());

        site.Time.SetUtcNow(new(2030, 1, 2, 2, 30, 1, TimeSpan.Zero));
        await RunOnceAsync(Instance(site), other, failing);

        Assert.Equal(["backup-20300102T023001Z.zip", "full"], Files());
    }

    [Fact]
    public void Rotation_keeps_the_newest_backups_and_all_files_with_other_names()
    {
        string[] others = ["backup-20200101T030000Z.zip.txt", "backup.zip", "before-the-move.zip", "my-backup-20200101T030000Z.zip"];
        foreach (
            var name in others.Concat([
                "backup-20300101T020000Z.zip",
                "backup-20300102T020000Z.zip",
                "backup-20300103T020000Z.zip",
                "backup-20300103T020000Z.zip.part",
                "backup-20300103T020000Z.zip.db-wal",
            ])
        )
            File.WriteAllText(Path.Combine(folder.FullName, name), "");

        Backup.Rotate(folder.FullName, keep: 2);

        Assert.Equal(others.Concat(["backup-20300102T020000Z.zip", "backup-20300103T020000Z.zip"]).Order(StringComparer.Ordinal), Files());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static NightlyBackup Instance(TimedSite site) =>
        new(
            site.Services.GetRequiredService<IServiceScopeFactory>(),
            site.Services.GetRequiredService<Backup>(),
            site.Services.GetRequiredService<WriteLock>(),
            site.Services.GetRequiredService<SiteSettings>(),
            site.Services.GetRequiredService<TimeProvider>(),
            NullLogger<NightlyBackup>.Instance
        );

    private async Task RunOnceAsync(params NightlyBackup[] instances)
    {
        foreach (var instance in instances)
            await instance.RunOnceAsync(folder.FullName, CancellationToken.None);
    }

    private IEnumerable<string> Files() => folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal);
}
