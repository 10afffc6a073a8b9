using System.Diagnostics;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Imports the content again when a file of it has changed. It polls names, sizes and dates, because file system events do not cross
/// container mounts and network disks.
/// </summary>
public sealed partial class ContentWatcher(ContentImporter importer, ILogger<ContentWatcher> log) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a changed folder must stay the same before its import.</summary>
    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(100);

    /// <summary>When a folder that an earlier process imported is read, so that its first change need not wait for that.</summary>
    private static readonly TimeSpan ReadAfter = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = importer.Stamp;
        var running = Stopwatch.StartNew();
        var hasFailed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (running.Elapsed > ReadAfter)
                    await importer.ProblemsAsync(stoppingToken);
                var started = Environment.TickCount64;
                var now = await importer.ReadStampAsync(stoppingToken);
                var looked = TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
                // Import only when two polls agree: a folder that is still being written keeps changing.
                if (now == before && (now != importer.Stamp || importer.IsWaitingTimetableOutdated))
                    await importer.ImportAsync(stoppingToken);
                (before, hasFailed) = (now, false);
                // Polling a large folder uses at most 5 % of one core, but for the moments in which it changes.
                var pause = now == importer.Stamp ? TimeSpan.FromTicks(Math.Max(looked.Ticks * 20, PollInterval.Ticks)) : SettleTime;
                await Task.Delay(pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Once, however long the database is unavailable.
                if (!hasFailed)
                    LogFailed(failure);
                hasFailed = true;
                await Task.Delay(PollInterval * 10, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The content could not be imported; retrying")]
    private partial void LogFailed(Exception failure);
}
