using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Backups;

public sealed partial class BackupTests
{
    [Trait("Category", "prove")]
    [Fact]
    public async Task A_restore_overwrites_data_only_by_force_after_a_backup_and_erased_people_stay_erased()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        await BackUpAsync(site);
        Assert.Equal(0, (await RestoreAsync([DuringRegistration])).ExitCode);
        await using (var db = DatabaseTemplates.Open(Engine.Sqlite, Sqlite))
            await db.WorkshopStates.ExecuteUpdateAsync(states => states.SetProperty(s => s.LastNumber, 7));
        await using (var db = DatabaseTemplates.Open(Engine.Sqlite, Sqlite))
        {
            // As RegistrationService leaves it when Ada erases her registration.
            await db.Registrations.Where(r => r.Email == "ada@example.org").ExecuteDeleteAsync();
            db.AuditLog.Add(
                new()
                {
                    At = DateTimeOffset.UtcNow,
                    Actor = "participant",
                    Action = RegistrationService.ErasedAction,
                    Registration = 1,
                    Result = "None",
                }
            );
            await db.SaveChangesAsync();
        }

        var withoutForce = await RestoreAsync([DuringRegistration]);
        var withForce = await RestoreAsync(["--force", DuringRegistration]);

        Assert.Equal(
            (
                1,
                "The database contains 1 registrations, 1 organiser accounts and 1 certificates. "
                    + "Use --force to overwrite it; its current content is backed up first.\n"
            ),
            (withoutForce.ExitCode, withoutForce.Errors)
        );
        Assert.Equal((0, ""), (withForce.ExitCode, withForce.Errors));
        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        Assert.Equal(["ben@example.org"], await back.Registrations.Select(r => r.Email).ToListAsync());
        Assert.Equal(7, (await back.WorkshopStates.SingleAsync()).LastNumber);
        Assert.Contains(
            "Erased: 1 on request after the backup, 0 that were due, and the diet and access needs of 0.",
            withForce.Output,
            StringComparison.Ordinal
        );
        var saved = Directory.EnumerateFiles(Path.Combine(Data, "backups")).Single();
        Assert.Contains($"The previous content is saved as {saved}.", withForce.Output, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(saved);
        Assert.Equal(1, Manifest.Read(zip.GetEntry(Manifest.Name)!.Open()).Rows["Registrations"]);
    }

    [Fact]
    public async Task Data_that_is_due_for_erasure_is_not_restored()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        await BackUpAsync(site);

        // Without a rehearsal clock the workshop is long over.
        var restore = await RestoreAsync([]);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Contains(
            "Erased: 0 on request after the backup, 2 that were due, and the diet and access needs of 1.",
            restore.Output,
            StringComparison.Ordinal
        );
        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        Assert.Equal(
            (0, 0, 2),
            (await back.Registrations.CountAsync(), await back.Submissions.CountAsync(), await back.Totals.CountAsync())
        );
        Assert.Equal(
            [],
            Directory
                .EnumerateFiles(Data, "*", SearchOption.AllDirectories)
                .Where(f => System.IO.File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(BackupTestData.Diet)) >= 0)
        );
    }

    [Trait("Category", "prove")]
    [Theory]
    [InlineData(MailState.Failed, BatchState.Paused)]
    [InlineData(MailState.Waiting, BatchState.Running, "--send-mails")]
    public async Task Mails_that_waited_in_the_backup_are_not_sent_unless_the_option_asks_for_it(
        MailState mail,
        BatchState batch,
        params string[] more
    )
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Start };
        await site.FillAsync();
        var manifest = await BackUpAsync(site);

        Assert.Equal(0, (await RestoreAsync([.. more, DuringRegistration])).ExitCode);

        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        var waited = await back.Outbox.SingleAsync(m => m.Cause == BackupTestData.Waiting);
        Assert.Equal(
            (
                mail,
                mail is MailState.Failed
                    ? $"It was waiting in the backup of {manifest.TakenAt:yyyy-MM-dd HH:mm} UTC, and may have been sent since."
                    : null
            ),
            (waited.State, waited.Reason)
        );
        Assert.Equal(batch, (await back.Batches.SingleAsync()).State);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Sqlite => $"Data Source={Path.Combine(Data, "workshop.db")};Pooling=False";

    private Task<Manifest> BackUpAsync(SiteFactory site) =>
        site.InDatabaseAsync(db => site.Services.GetRequiredService<Backup>().WriteAsync(db, File, CancellationToken.None));

    private Task<SiteProcess.Outcome> RestoreAsync(string[] more) =>
        SiteProcess.RunAsync([
            "restore",
            File,
            .. more,
            "--Site:BaseUrl=https://modmat.test",
            $"--Site:DataPath={Data}",
            $"--Site:ContentPath={ContentFolder}",
        ]);

    private async Task<WorkshopDb> ExtractAsync()
    {
        await using var zip = await ZipFile.OpenReadAsync(File);
        var database = Path.Combine(folder.FullName, "taken.db");
        await zip.GetEntry("workshop.db")!.ExtractToFileAsync(database);
        return DatabaseTemplates.Open(Engine.Sqlite, $"Data Source={database};Pooling=False");
    }

    private static IReadOnlyList<string> Tree(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(f =>
                    $"{Path.GetRelativePath(folder, f)} "
                    + $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(f)))}"
                ),
        ];
}

/// <summary>A theory with rows that need PostgreSQL. It is skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresCluster.WhyMissing;
}
