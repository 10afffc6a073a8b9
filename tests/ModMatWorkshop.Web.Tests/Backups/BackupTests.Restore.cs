using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Pages.Registering;

namespace ModMatWorkshop.Web.Tests.Backups;

public sealed partial class BackupTests
{
    [Trait("Category", "prove")]
    [Fact]
    public async Task What_is_there_is_overwritten_by_force_only_and_put_aside_first_and_who_was_erased_since_stays_erased()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Hour };
        await site.FillAsync();
        await BackUpAsync(site);
        Assert.Equal(0, (await RestoreAsync([During])).ExitCode);
        await using (var db = DatabaseTemplates.Open(Engine.Sqlite, Sqlite))
            await db.WorkshopStates.ExecuteUpdateAsync(room => room.SetProperty(r => r.LastNumber, 7));
        await using (var db = DatabaseTemplates.Open(Engine.Sqlite, Sqlite))
        {
            // As the desk leaves it when Ada asks for it.
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

        var polite = await RestoreAsync([During]);
        var force = await RestoreAsync(["--force", During]);

        Assert.Equal(
            (
                1,
                "The database contains 1 registrations, 1 organiser accounts and 1 certificates. "
                    + "Use --force to overwrite it; its current content is backed up first.\n"
            ),
            (polite.ExitCode, polite.Errors)
        );
        Assert.Equal((0, ""), (force.ExitCode, force.Errors));
        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        Assert.Equal(["ben@example.org"], await back.Registrations.Select(r => r.Email).ToListAsync());
        Assert.Equal(7, (await back.WorkshopStates.SingleAsync()).LastNumber);
        Assert.Contains(
            "Erased: 1 on request after the backup, 0 that were due, and the diet and access needs of 0.",
            force.Output,
            StringComparison.Ordinal
        );
        var aside = Directory.EnumerateFiles(Path.Combine(Data, "backups")).Single();
        Assert.Contains($"The previous content is saved as {aside}.", force.Output, StringComparison.Ordinal);
        await using var zip = await ZipFile.OpenReadAsync(aside);
        Assert.Equal(1, Manifest.Read(zip.GetEntry(Manifest.Name)!.Open()).Rows["Registrations"]);
    }

    [Fact]
    public async Task What_was_due_meanwhile_is_erased_before_it_is_there()
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Hour };
        await site.FillAsync();
        await BackUpAsync(site);

        // In real time the workshop is long over.
        var restore = await RestoreAsync([]);

        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
        Assert.Contains(
            "Erased: 0 on request after the backup, 2 that were due, and the diet and access needs of 1.",
            restore.Output,
            StringComparison.Ordinal
        );
        await using var back = DatabaseTemplates.Open(Engine.Sqlite, Sqlite);
        Assert.Equal((0, 2), (await back.Registrations.CountAsync(), await back.Totals.CountAsync()));
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
    public async Task What_waited_to_be_mailed_is_held_back_unless_it_is_asked_for(MailState mail, BatchState batch, params string[] more)
    {
        await using var site = new SiteFactory { RehearseFrom = OpenSite.Hour };
        await site.FillAsync();
        var manifest = await BackUpAsync(site);

        Assert.Equal(0, (await RestoreAsync([.. more, During])).ExitCode);

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

/// <summary>A theory of which some rows need PostgreSQL: skipped where that is missing, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresCluster.WhyMissing;
}
