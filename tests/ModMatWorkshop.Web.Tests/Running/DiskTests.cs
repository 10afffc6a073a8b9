using System.Diagnostics;
using System.Globalization;
using System.Net;
using ModMatWorkshop.Tests.Shared;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Running;

/// <summary>A fact that needs strace. It is skipped where strace is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TraceFactAttribute : FactAttribute
{
    public TraceFactAttribute() => Skip = ExternalTools.WhyMissing(("strace", "strace"));
}

/// <summary>A registration is on disk before it is answered.</summary>
public sealed class DiskTests
{
    private const int People = 20;

    [Trait("Category", "prove")]
    [TraceFact]
    public async Task Every_registration_is_synced_to_disk_before_it_is_answered()
    {
        var trace = Path.GetTempFileName();
        await using var site = await SiteProcess.ServeAsync(["--RateLimits:Enabled=false", "--Clock:RehearseFrom=2021-09-01T09:00"]);
        var form = await OpenForm.ReadAsync(site.Reader);
        using var strace = Process.Start(
            new ProcessStartInfo(
                "strace",
                ["-f", "-e", "trace=fsync,fdatasync", "-o", trace, "-p", site.Id.ToString(CultureInfo.InvariantCulture)]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        // strace prints this line when it has attached to all threads.
        await strace.StandardError.ReadLineAsync();
        _ = strace.StandardError.ReadToEndAsync();
        var before = Syncs();
        for (var i = 0; i < People; i++)
        {
            using var request = form.Of($"p{i}@example.org");
            using var response = await site.Reader.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var after = Syncs();
            Assert.True(after > before, $"Registration {i + 1} was answered before it was synced to disk.");
            before = after;
        }
        strace.Kill();
        await strace.WaitForExitAsync();
        File.Delete(trace);

        int Syncs()
        {
            using var reader = new StreamReader(new FileStream(trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader
                .ReadToEnd()
                .Split('\n')
                .Count(line => line.Contains("sync(", StringComparison.Ordinal) && line.Contains("= 0", StringComparison.Ordinal));
        }
    }
}
