using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <summary>
/// Backups that somebody has altered, with checksums that match. Each is restored with <c>--force</c> over a site, which stays as it is.
/// </summary>
public sealed class HostileBackupTests(HostileBackupTests.Site site) : IClassFixture<HostileBackupTests.Site>
{
    private const string Foreign = "does not belong in a backup";

    /// <summary>A backup, and the folder of another site with data, key and no content.</summary>
    public sealed class Site : IAsyncLifetime
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-hostile-");

        public string Backup => Path.Combine(folder.FullName, "backup.zip");

        public string Target => Path.Combine(folder.FullName, "target");

        public async Task InitializeAsync()
        {
            await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
            await site.FillAsync();
            await site.InDatabaseAsync(db => site.Services.GetRequiredService<Backup>().WriteAsync(db, Backup, CancellationToken.None));
            Assert.Equal(0, (await RunAsync(Repository.Content, "registration", "seats", "7")).ExitCode);
        }

        public Task<SiteProcess.Outcome> RunAsync(string content, params string[] words) =>
            SiteProcess.RunAsync([
                .. words,
                "--Clock:RehearseFrom=2021-09-01T09:00",
                "--Site:BaseUrl=https://modmat.test",
                $"--Site:DataPath={Path.Combine(Target, "data")}",
                $"--Site:ContentPath={content}",
            ]);

        /// <summary>Everything in the target, with the content of each file.</summary>
        public string[] Tree() =>
            [
                .. Directory
                    .EnumerateFileSystemEntries(Target, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(entry =>
                        $"{entry} {(File.Exists(entry) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(entry))) : "")}"
                    ),
            ];

        public Task DisposeAsync()
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("content/../../evil.md", $"content/../../evil.md {Foreign}")]
    public Task A_file_outside_the_content_folder_is_refused(string name, string fault) => RefusesAsync(With(name), fault);

    [Fact]
    public Task A_key_that_is_none_is_refused() =>
        RefusesAsync(files => files["site.key"] = Encoding.ASCII.GetBytes("not a key"), "site.key is not a site key");

    [Fact]
    public Task A_view_in_the_place_of_a_table_is_refused() =>
        RefusesAsync(
            Sql("ALTER TABLE Broadcasts RENAME TO Others; CREATE VIEW Broadcasts AS SELECT * FROM Others"),
            "its database has other tables than that of this program"
        );

    [Trait("Category", "prove")]
    [Theory]
    [InlineData("../evil.md")]
    [InlineData("/etc/evil.md")]
    [InlineData("evil.md")]
    [InlineData("content/")]
    [InlineData("content//etc/evil.md")]
    [InlineData("content/./evil.md")]
    [InlineData("content/pages/..")]
    [InlineData("content/.git/config")]
    [InlineData(@"content/pages\..\..\evil.md")]
    [InlineData("content/a\0b.md")]
    [InlineData("content/a\nb.md")]
    public Task A_file_with_a_name_that_no_backup_contains_is_refused(string name) =>
        RefusesAsync(With(name), $"{name.Replace('\0', '?').Replace('\n', '?')} {Foreign}");

    [Trait("Category", "prove")]
    [Fact]
    public async Task An_entry_that_is_a_link_or_that_the_manifest_does_not_list_is_refused()
    {
        const string Linked = "content/linked.md";
        await RefusesAsync(
            files => files[Linked] = Encoding.ASCII.GetBytes("/etc/passwd"),
            $"{Linked} {Foreign}",
            zip => zip.GetEntry(Linked)!.ExternalAttributes = 0xA1FF << 16
        );
        await RefusesAsync(_ => { }, $"content/more.md {Foreign}", zip => zip.CreateEntry("content/more.md"));
        await RefusesAsync(_ => { }, $"workshop.db {Foreign}", zip => zip.CreateEntry("workshop.db"));
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_key_that_the_manifest_contradicts_is_refused()
    {
        await RefusesAsync(files => files.Remove("site.key"), "site.key is missing");
        await RefusesAsync(_ => { }, $"site.key {Foreign}", describe: manifest => manifest with { HasKey = false });
        await RefusesAsync(files => files["site.key"] = Encoding.ASCII.GetBytes("AAAA"), "site.key is not a site key");
        await RefusesAsync(
            files => files["site.key"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[32])),
            "site.key is not the key of its database"
        );
    }

    [Trait("Category", "prove")]
    [Fact]
    public async Task Content_that_the_disk_refuses_is_refused()
    {
        var fault = $@"its content cannot be written to {Regex.Escape(Content)} \(.+\)";
        await RefusesAsync(With($"content/{new string('a', 300)}.md"), fault, isPattern: true);
        await RefusesAsync(files => (files["content/pages"], files["content/pages/one.md"]) = ([], []), fault, isPattern: true);
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData("DROP TABLE Broadcasts", @"its database cannot be read \(.+no such table: Broadcasts.+\)")]
    [InlineData("CREATE TABLE More (Id)", "its database has other tables than that of this program")]
    [InlineData(
        "CREATE TRIGGER more AFTER UPDATE ON WorkshopStates BEGIN DELETE FROM Registrations; END",
        "its database has other tables than that of this program"
    )]
    [InlineData(
        "DROP INDEX IX_Registrations_Ticket; ALTER TABLE Registrations DROP COLUMN Ticket",
        @"its database cannot be read \(.+no such column.+\)"
    )]
    [InlineData("UPDATE Registrations SET Details_HalfDays = '{'", @"its database cannot be read \(.+\)")]
    [InlineData("UPDATE RegistrationNotes SET RegistrationId = 'nobody'", @"its database cannot be read \(.+\)")]
    [InlineData("UPDATE Workshops SET TimeZoneId = 'Mars/Olympus'", @"its database cannot be read \(.+\)")]
    [InlineData("DELETE FROM Workshops", "Workshops has 0 rows instead of 1")]
    [InlineData("DELETE FROM WorkshopStates", "WorkshopStates has 0 rows instead of 1")]
    public Task A_database_that_the_program_could_not_use_is_refused(string sql, string fault) =>
        RefusesAsync(Sql(sql), fault, isPattern: true);

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        await RefusesAsync(files => files["workshop.db"] = new byte[20_000], @"its database is damaged \((?s:.+)\)", isPattern: true);
        await RefusesAsync(
            files => files["workshop.db"].AsSpan(8192, 4096).Fill(0x5A),
            @"its database is damaged \((?s:.+)\)",
            isPattern: true
        );
    }

    private string Content => Path.Combine(site.Target, "content");

    private async Task RefusesAsync(
        Action<SortedDictionary<string, byte[]>> change,
        string fault,
        Action<ZipArchive>? then = null,
        Func<Manifest, Manifest>? describe = null,
        bool isPattern = false
    )
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("modmat-hostile-").FullName, "backup.zip");
        await AlterAsync(site.Backup, file, change, then, describe ?? (manifest => manifest));
        var before = site.Tree();

        var restore = await site.RunAsync(Content, "restore", file, "--force");

        Assert.Equal((1, ""), (restore.ExitCode, restore.Output));
        Assert.Matches(
            $@"^{Regex.Escape(file)} cannot be restored: {(isPattern ? fault : Regex.Escape(fault))}\. Nothing was changed\.\n$",
            restore.Errors
        );
        Assert.Equal(before, site.Tree());
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>Writes a backup with other files, and with a manifest that describes them.</summary>
    private static async Task AlterAsync(
        string backup,
        string file,
        Action<SortedDictionary<string, byte[]>> change,
        Action<ZipArchive>? then,
        Func<Manifest, Manifest> describe
    )
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await using (var zip = await ZipFile.OpenReadAsync(backup))
            foreach (var entry in zip.Entries)
            {
                using var bytes = new MemoryStream();
                await using var content = await entry.OpenAsync();
                await content.CopyToAsync(bytes);
                files.Add(entry.FullName, bytes.ToArray());
            }
        files.Remove(Manifest.Name, out var json);
        var manifest = Manifest.Read(new MemoryStream(json!));
        change(files);
        manifest = describe(
            manifest with
            {
                Sha256 = new(
                    files.ToDictionary(f => f.Key, f => Convert.ToHexStringLower(SHA256.HashData(f.Value))),
                    StringComparer.Ordinal
                ),
            }
        );
        await using var altered = await ZipFile.OpenAsync(file, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files.Append(new(Manifest.Name, manifest.ToJson())))
        {
            await using var entry = await altered.CreateEntry(name).OpenAsync();
            await entry.WriteAsync(bytes);
        }
        await altered.DisposeAsync();
        if (then is not null)
            await using (var opened = await ZipFile.OpenAsync(file, ZipArchiveMode.Update))
                then(opened);
    }

    private static Action<SortedDictionary<string, byte[]>> With(string name) => files => files[name] = Encoding.ASCII.GetBytes("evil");

    private static Action<SortedDictionary<string, byte[]>> Sql(string sql) =>
        files =>
        {
            var path = Path.GetTempFileName();
            File.WriteAllBytes(path, files["workshop.db"]);
            using (var database = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False"))
            {
                database.Open();
                using var command = database.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the tests.
                command.CommandText = sql;
#pragma warning restore CA2100
                command.ExecuteNonQuery();
            }
            files["workshop.db"] = File.ReadAllBytes(path);
            File.Delete(path);
        };
}
