using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <summary>A running site is backed up, and the restore verb restores it into a new folder and database.</summary>
public sealed partial class BackupTests : IDisposable
{
    private const string DuringRegistration = "--Clock:RehearseFrom=2021-09-01T09:00";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-backup-");

    private string File => Path.Combine(folder.FullName, "backup.zip");

    private string Data => Path.Combine(folder.FullName, "data");

    private string ContentFolder => Path.Combine(folder.FullName, "content");

    public static TheoryData<Engine, Engine> FromAndTo =>
        new()
        {
            { Engine.Sqlite, Engine.Sqlite },
            { Engine.Sqlite, Engine.Postgres },
            { Engine.Postgres, Engine.Sqlite },
            { Engine.Postgres, Engine.Postgres },
        };

    [Trait("Category", "prove")]
    [PostgresTheory]
    [MemberData(nameof(FromAndTo))]
    public async Task A_backup_of_either_database_is_restored_into_either_with_key_and_content(Engine engine, Engine to)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start, Engine = engine };
        await site.FillAsync();
        await BackUpAsync(site);
        await using var taken = await ExtractAsync();
        var expected = await BackupTestData.ValuesAsync(taken);
        var connection = to is Engine.Postgres ? PostgresCluster.NewDatabase() : Sqlite;

        var restore = await RestoreAsync([
            DuringRegistration,
            "--send-mails",
            $"--Database:Provider={to.ToString().ToLowerInvariant()}",
            $"--ConnectionStrings:Workshop={connection}",
        ]);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        await using var back = DatabaseTemplates.Open(to, connection);
        var values = await BackupTestData.ValuesAsync(back);
        // A restore advances versions, ends sessions and starts the rehearsal clock again.
        foreach (var other in new[] { "ContentStates", "WorkshopStates", "OrganiserSessions", "Rehearsals" })
            Assert.True(expected.Remove(other) && values.Remove(other));
        Assert.Equal(
            expected.SelectMany(t => t.Value.Select(row => $"{t.Key}: {row}")),
            values.SelectMany(t => t.Value.Select(row => $"{t.Key}: {row}"))
        );
        Assert.Equal((0, 1), (await back.OrganiserSessions.CountAsync(), await back.Rehearsals.CountAsync()));
        Assert.Equal(
            await System.IO.File.ReadAllBytesAsync(Path.Combine(site.DataPath, "site.key")),
            await System.IO.File.ReadAllBytesAsync(Path.Combine(Data, "site.key"))
        );
        Assert.Equal(Tree(Repository.Content), Tree(ContentFolder));
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_restored_site_serves_the_registrations_and_old_links_still_work()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        var link = await site.LinkAsync("ada@example.org");
        await BackUpAsync(site);
        Assert.Equal(0, (await RestoreAsync([DuringRegistration])).ExitCode);

        await using var restored = await SiteProcess.ServeAsync([
            $"--Site:DataPath={Data}",
            $"--Site:ContentPath={ContentFolder}",
            DuringRegistration,
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var response = await restored.Reader.SendAsync(request);

        Assert.Contains("data-registration-status=\"confirmed\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_readable_only_by_its_owner_and_leaves_no_temporary_file()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        var manifest = await BackUpAsync(site);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal([File], Directory.EnumerateFileSystemEntries(folder.FullName));
        Assert.Equal((1, true, 2L), (manifest.Format, manifest.HasKey, manifest.Rows["Registrations"]));
        await using var zip = await ZipFile.OpenReadAsync(File);
        Assert.Equal(
            manifest.Sha256.Keys.Append("manifest.json").Order(StringComparer.Ordinal),
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)
        );
        var refused = await Assert.ThrowsAsync<SettingsException>(() => BackUpAsync(site));
        Assert.Equal($"{File} already exists. A backup does not overwrite files.", refused.Message);
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_site_key_from_a_setting_is_not_in_the_backup_and_is_required_to_restore_it()
    {
        const string Key = "Site:Key";
        await using var site = new SiteFactory
        {
            RehearseFrom = OpenSite.Start,
            More = new Dictionary<string, string?> { [Key] = "the-key-under-which-links-were-mailed" },
        };
        await site.FillAsync();
        Assert.False((await BackUpAsync(site)).HasKey);

        var without = await RestoreAsync([DuringRegistration]);
        var other = await RestoreAsync([DuringRegistration, $"--{Key}=a-key-that-nobody-has-seen-before-now"]);
        var same = await RestoreAsync([DuringRegistration, $"--{Key}=the-key-under-which-links-were-mailed"]);

        Assert.Equal(
            (
                1,
                "The backup has no site key and was taken with a different one: links sent by email would not work. "
                    + "Set the original Site:Key, or put its file site.key into the data folder. Nothing was changed.\n"
            ),
            (without.ExitCode, without.Errors)
        );
        Assert.Equal(
            (1, "The backup was taken with a different key than Site:Key: links sent by email would not work. Nothing was changed.\n"),
            (other.ExitCode, other.Errors)
        );
        Assert.Equal(
            (0, "Site key: kept as it was; the backup has none."),
            (same.ExitCode, same.Output.Split('\n').Single(line => line.StartsWith("Site key", StringComparison.Ordinal)))
        );
    }

    [Fact]
    public Task A_backup_with_one_changed_byte_is_refused_and_nothing_is_restored() => RefusesChangedByteAsync("workshop.db");

    [Trait("Category", "prove")]
    [Theory]
    [InlineData("content/workshop.md")]
    [InlineData("site.key")]
    public Task The_same_holds_for_a_changed_byte_of_the_content_or_the_key(string name) => RefusesChangedByteAsync(name);

    private async Task RefusesChangedByteAsync(string name)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await BackUpAsync(site);
        await using (var zip = await ZipFile.OpenAsync(File, ZipArchiveMode.Update))
        {
            await using var content = await zip.GetEntry(name)!.OpenAsync();
            var first = content.ReadByte();
            content.Position = 0;
            content.WriteByte((byte)(first ^ 1));
        }

        var restore = await RestoreAsync([DuringRegistration]);

        Assert.Equal(
            new SiteProcess.Outcome(1, "", $"{File} cannot be restored: {name} has been altered. Nothing was changed.\n"),
            restore
        );
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_truncated_backup_is_refused()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await BackUpAsync(site);
        await using (var half = new FileStream(File, FileMode.Open))
            half.SetLength(half.Length / 2);

        var restore = await RestoreAsync([DuringRegistration]);

        Assert.Equal((1, ""), (restore.ExitCode, restore.Output));
        Assert.StartsWith($"{File} cannot be restored: ", restore.Errors, StringComparison.Ordinal);
    }
}
