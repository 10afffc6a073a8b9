namespace ModMatWorkshop.Web;

/// <summary>
/// A process that is told to stop goes on answering for a while, in two halves. In the first it is ready as before: another instance may
/// have come back just now, and the proxy is to see
/// that one first. In the second it says at <c>/readyz</c> that it is leaving, until the proxy has seen this as well and sends everybody to
/// the other. Then what has begun is ended, and
/// nothing new is taken.
/// </summary>
public sealed class ShutdownDrain(SiteSettings settings) : IHostedLifecycleService
{
    /// <summary>Whether whoever asks for readiness is told so.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>Before any service stops, the web server among them.</summary>
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
