using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <summary>
/// A backup from before the migrations were squashed: Ada is confirmed and has changed her answers, Ben has not confirmed, and every
/// table has a row.
/// </summary>
public sealed class PreviousSchemaTests : IDisposable
{
    private const string DuringRegistration = "--Clock:RehearseFrom=2021-09-01T09:00";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modmat-previous-");

    private static string Backup => Path.Combine(AppContext.BaseDirectory, "Backups", "Samples", "previous-schema.zip");

    private string Data => Path.Combine(folder.FullName, "data");

    private string Database => $"Data Source={Path.Combine(Data, "workshop.db")};Pooling=False";

    [Trait("Category", "prove")]
    [Fact]
    public async Task A_backup_of_the_previous_schema_is_restored_completely()
    {
        var restore = await RunAsync("restore", Backup);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        await using var db = DatabaseTemplates.Open(Engine.Sqlite, Database);
        var people = await db.Registrations.AsNoTracking().OrderBy(r => r.Number).ToListAsync();
        Assert.Equal(
            [("ada@example.org", RegistrationStatus.Confirmed, Place.Seat), ("ben@example.org", RegistrationStatus.Pending, Place.Remote)],
            people.Select(p => (p.Email, p.Status, p.Place))
        );
        Assert.Equal(BackupTestData.Diet, people[0].Details.Diet);
        Assert.Equal(2, (await db.WorkshopStates.SingleAsync()).LastNumber);
        // The diet that Ada replaced has left her history.
        var history = await db.RegistrationChanges.AsNoTracking().ToListAsync();
        Assert.Equal(
            [("diet", null, false), ("diet", null, false)],
            history.Select(c => (string.Join(' ', c.Before.Erased.Keys), c.Before.Details.Diet, c.ContainsNeeds))
        );
    }

    [Fact]
    public async Task A_database_of_the_previous_schema_stops_the_start_with_a_message_that_says_how_to_copy_it()
    {
        Directory.CreateDirectory(Data);
        await using (var zip = await ZipFile.OpenReadAsync(Backup))
            await zip.GetEntry("workshop.db")!.ExtractToFileAsync(Path.Combine(Data, "workshop.db"));

        var outcome = await RunAsync("registration", "close");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "This database was made by an earlier version of the program, and this version cannot run on it. "
                + "Write a backup with the earlier version (`backup FILE`), give this one an empty data folder or database, "
                + "and copy the backup into it (`restore FILE`). Nothing was changed.",
            outcome.Errors,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<SiteProcess.Outcome> RunAsync(params string[] words) =>
        SiteProcess.RunAsync([
            .. words,
            DuringRegistration,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Data}",
            $"--Site:ContentPath={Path.Combine(folder.FullName, "content")}",
        ]);
}
