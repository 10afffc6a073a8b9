using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Imports the folder again when a file in it has changed. It polls names, sizes and dates, because file system events do not cross
/// container mounts and network disks.
/// </summary>
public sealed partial class ContentWatcher(ContentImporter importer, SiteSettings settings, ILogger<ContentWatcher> log) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = importer.Stamp;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = Environment.TickCount64;
                var now = ContentFolder.Stamp(settings.ContentPath);
                var looked = TimeSpan.FromMilliseconds(Environment.TickCount64 - started);
                // Import only when two polls agree: a folder that is still being written keeps changing.
                if (now == before && (now != importer.Stamp || importer.IsAwaitingOutdated))
                    await importer.ImportAsync(stoppingToken);
                before = now;
                // Polling a large folder uses at most 5 % of one core.
                await Task.Delay(looked * 20 > PollInterval ? looked * 20 : PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await Task.Delay(PollInterval * 10, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The content folder could not be imported; retrying")]
    private partial void LogFailed(Exception failure);
}
