using System.IO.Enumeration;

namespace ModMatWorkshop.Web.Content;

/// <summary>
/// Imports the folder again when a file in it has changed. It looks at names, sizes and dates instead of waiting for the system's events, which
/// do not cross container mounts and network disks.
/// </summary>
public sealed partial class ContentWatch(ContentDesk desk, SiteSettings settings, ILogger<ContentWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var imported = Stamp();
        var before = imported;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = Environment.TickCount64;
                var now = Stamp();
                // A folder that is still being written differs from one look to the next: wait until it rests.
                if (now != imported && now == before)
                {
                    await desk.ImportAsync(stoppingToken);
                    imported = now;
                }
                before = now;
                // A folder of ten thousand files may cost 2 % of a core, no more.
                var busy = TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
                await Task.Delay(now == imported && busy * 20 > Pause ? busy * 20 : Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await Task.Delay(Pause * 10, CancellationToken.None);
            }
        }
    }

    private int Stamp()
    {
        if (!Directory.Exists(settings.ContentPath))
            return 0;
        var files = new FileSystemEnumerable<int>(settings.ContentPath,
            (ref FileSystemEntry entry) => HashCode.Combine(entry.FileName.Length, string.GetHashCode(entry.ToSpecifiedFullPath(), StringComparison.Ordinal), entry.LastWriteTimeUtc, entry.Length),
            new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(".md", StringComparison.Ordinal),
        };
        // The order of a directory is not fixed; a sum does not mind.
        return files.Aggregate(1, (sum, file) => unchecked(sum + file));
    }

    [LoggerMessage(LogLevel.Error, "The content folder could not be imported; trying again")]
    private partial void LogFailed(Exception failure);
}
