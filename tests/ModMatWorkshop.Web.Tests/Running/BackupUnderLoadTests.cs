using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>A backup is taken while people register, and restored elsewhere.</summary>
[Trait("Category", "prove")]
public sealed class BackupUnderLoadTests
{
    private const int AtOnce = 8;

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_registration_answered_before_the_backup_is_in_it_once(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("modmat-backup-");
        var file = Path.Combine(folder.FullName, "backup.zip");
        string[] settings =
        [
            $"--Site:DataPath={Path.Combine(folder.FullName, "data")}",
            "--Site:BaseUrl=https://modmat.test",
            "--RateLimits:Enabled=false",
            "--Clock:RehearseFrom=2021-09-01T09:00",
            "--Site:Key=a-secret-that-outlives-the-machine",
            .. engine is Engine.Postgres
                ? ["--Database:Provider=postgres", $"--ConnectionStrings:Workshop={PostgresCluster.NewDatabase()}"]
                : Array.Empty<string>(),
        ];
        var elsewhere = Path.Combine(folder.FullName, "elsewhere");
        ConcurrentBag<string> answered = [];
        List<string> before;
        await using (var site = await SiteProcess.ServeAsync(settings))
        {
            var form = await OpenForm.ReadAsync(site.Reader);
            using var stop = new CancellationTokenSource();
            var (next, warm) = (0, new TaskCompletionSource());
            var clients = Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        var email = $"p{Interlocked.Increment(ref next)}@example.org";
                        using var request = form.Of(email);
                        using var response = await site.Reader.SendAsync(request, CancellationToken.None);
                        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                        answered.Add(email);
                        if (answered.Count >= 200)
                            warm.TrySetResult();
                    }
                })
                .ToList();
            // A client ends only when it fails.
            await await Task.WhenAny(warm.Task, Task.WhenAny(clients).Unwrap());
            before = [.. answered];
            var backup = await SiteProcess.RunAsync(["backup", file, .. settings]);
            Assert.Equal((0, ""), (backup.ExitCode, backup.Errors));
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }

        await RestoreAsync(file, elsewhere, Path.Combine(folder.FullName, "content"));
        await using var db = DatabaseTemplates.Open(Engine.Sqlite, $"Data Source={Path.Combine(elsewhere, "workshop.db")};Pooling=False");
        var restored = await db.Registrations.Select(r => r.Email).ToListAsync();
        Assert.Equal([], before.Except(restored));
        Assert.Equal(restored.Count, restored.Distinct().Count());
        Assert.True(answered.Count > before.Count, "Nobody registered while the backup was taken.");
        folder.Delete(recursive: true);
    }

    private static async Task RestoreAsync(string file, string data, string content)
    {
        var restore = await SiteProcess.RunAsync([
            "restore",
            file,
            $"--Site:DataPath={data}",
            $"--Site:ContentPath={content}",
            "--Site:BaseUrl=https://modmat.test",
            "--Site:Key=a-secret-that-outlives-the-machine",
            "--Clock:RehearseFrom=2021-09-01T09:00",
        ]);
        Assert.Equal((0, ""), (restore.ExitCode, restore.Errors));
    }
}
