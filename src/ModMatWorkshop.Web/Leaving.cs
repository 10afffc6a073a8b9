namespace ModMatWorkshop.Web;

/// <summary>
/// A process that is told to stop says at <c>/readyz</c> that it is leaving and goes on answering for a while, until the proxy has seen it and sends everybody to another instance.
/// Then what has begun is ended, and nothing new is taken.
/// </summary>
public sealed class Leaving(IHostApplicationLifetime lifetime, SiteSettings settings) : IHostedLifecycleService
{
    public bool HasBegun => lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Before any service stops, the web server among them.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Drain, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
