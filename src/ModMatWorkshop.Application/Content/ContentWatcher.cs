using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>
/// Imports the folder again when a file in it has changed. It looks at names, sizes and dates instead of waiting for the system's events,
/// which
/// do not cross container mounts and network disks.
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
                // A folder that is still being written differs from one look to the next: wait until it rests.
                if (now != importer.Stamp && now == before)
                    await importer.ImportAsync(stoppingToken);
                before = now;
                // To look at a folder of ten thousand files may cost 5 % of a core, no more.
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
