namespace ModMatWorkshop.Web;

/// <summary>
/// Keeps a stopping process available for a while. In the first half it still reports ready: another instance may just have started, and
/// the proxy must detect that one first. In the second half <c>/readyz</c> reports that it is stopping, so that the proxy sends new
/// requests to the other instance. Then the server finishes open requests and stops.
/// </summary>
public sealed class ShutdownDrain(SiteSettings settings) : IHostedLifecycleService
{
    /// <summary>True when <c>/readyz</c> must report that the process is stopping.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>Runs before any service stops, including the web server.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(settings.Drain / 2, cancellationToken);
        IsDraining = true;
        await Task.Delay(settings.Drain / 2, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
