using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Store;

/// <summary>In the background: asks the database twice a second what other instances have changed, and compresses as well as can be what has been rendered.</summary>
public sealed partial class StoreKeeper(IServiceScopeFactory scopes, KnownVersions versions, PageStore store, ILogger<StoreKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Task.Run(() => store.CompressAsync(stoppingToken), stoppingToken), WatchAsync(stoppingToken));

    private async Task WatchAsync(CancellationToken stopping)
    {
        await WorkerThreads.Enter();
        var isAway = false;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stopping))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await versions.ReadAsync(scope.ServiceProvider.GetRequiredService<WorkshopDb>(), stopping);
                isAway = false;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (!isAway)
                    LogAway(failure);
                isAway = true;
            }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not report changes; pages stay unchanged until it does")]
    private partial void LogAway(Exception failure);
}
