using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Web.Tests.PageCache;

namespace ModMatWorkshop.Web.Tests.Backups;

public sealed class NightlyBackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-nightly-");

    [Fact]
    public async Task A_new_site_is_put_aside_from_its_first_night_on_once_a_night_at_three_in_Paris()
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

    [Fact]
    public async Task A_night_that_was_slept_through_is_made_up_for()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var awake = Instance(site);
        await RunOnceAsync(awake);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(awake);

        site.Time.SetUtcNow(new(2030, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await RunOnceAsync(Instance(site));

        Assert.Equal(["backup-20300102T020000Z.zip", "backup-20300105T090000Z.zip"], Files());
    }

    [Fact]
    public async Task A_clock_that_jumps_takes_no_second_backup()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var awake = Instance(site);
        await RunOnceAsync(awake);
        foreach (var hour in new[] { 26, 27, 2, 3, 26 })
        {
            site.Time.AdjustTime(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour));
            await RunOnceAsync(awake);
        }
        await RunOnceAsync(Instance(site));

        Assert.Equal(["backup-20300102T020000Z.zip"], Files());
    }

    [Fact]
    public async Task What_cannot_be_written_is_tried_again()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var night = Instance(site);
        await RunOnceAsync(night);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        var inTheWay = Path.Combine(folder.FullName, "full");
        await File.WriteAllTextAsync(inTheWay, "no folder");
        await Assert.ThrowsAnyAsync<IOException>(() => night.RunOnceAsync(inTheWay, CancellationToken.None));

        await RunOnceAsync(night);

        Assert.Equal(["backup-20300102T020000Z.zip", "full"], Files());
    }

    [Fact]
    public async Task A_night_whose_backup_was_begun_and_never_ended_is_taken_over_after_half_an_hour()
    {
        await using var site = new TimedSite(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var (dies, other) = (Instance(site), Instance(site));
        await RunOnceAsync(dies, other);
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 0, 0, TimeSpan.Zero));
        var inTheWay = Path.Combine(folder.FullName, "full");
        await File.WriteAllTextAsync(inTheWay, "no folder");
        await Assert.ThrowsAnyAsync<IOException>(() => dies.RunOnceAsync(inTheWay, CancellationToken.None));
        site.Time.SetUtcNow(new(2030, 1, 2, 2, 30, 0, TimeSpan.Zero));
        await RunOnceAsync(other);
        Assert.Equal(["full"], Files());

        site.Time.SetUtcNow(new(2030, 1, 2, 2, 30, 1, TimeSpan.Zero));
        await RunOnceAsync(Instance(site), other, dies);

        Assert.Equal(["backup-20300102T023001Z.zip", "full"], Files());
    }

    [Fact]
    public void Rotation_keeps_the_newest_and_touches_nothing_that_it_did_not_name()
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
