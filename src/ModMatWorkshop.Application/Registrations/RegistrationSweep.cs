
namespace ModMatWorkshop.Application.Registrations;

/// <summary>Comes round every few seconds of real time for what is due on the site's clock. Several instances may: the desk's lock lets one do it, and the next finds nothing left.</summary>
public sealed partial class RegistrationSweep(IServiceScopeFactory scopes, ILogger<RegistrationSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RegistrationDesk>().SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The sweep of the registrations failed; it comes round again")]
    private partial void LogFailed(Exception failure);
}
