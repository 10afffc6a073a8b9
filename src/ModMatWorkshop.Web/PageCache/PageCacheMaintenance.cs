using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.PageCache;

/// <summary>Polls the database for changes of other instances, and compresses pages with Brotli.</summary>
public sealed partial class PageCacheMaintenance(
    IServiceScopeFactory scopes,
    DataVersions versions,
    PageCacheStore cache,
    ILogger<PageCacheMaintenance> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(cache.CompressAsync(stoppingToken), ReadVersionsAsync(stoppingToken));

    private async Task ReadVersionsAsync(CancellationToken stopping)
    {
        var hasFailed = false;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stopping))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await versions.ReadAsync(scope.ServiceProvider.GetRequiredService<WorkshopDb>(), stopping);
                hasFailed = false;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (!hasFailed)
                    LogFailed(failure);
                hasFailed = true;
            }
    }

    [LoggerMessage(LogLevel.Warning, "The versions could not be read from the database; cached pages stay as they are until they can")]
    private partial void LogFailed(Exception failure);
}
