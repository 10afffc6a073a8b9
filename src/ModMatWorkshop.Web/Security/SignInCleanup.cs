using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Security;

/// <summary>Deletes expired sessions and sign-in attempts once an hour, by real time.</summary>
public sealed class SignInCleanup(IServiceScopeFactory scopes, TimeProvider realTime, ILogger<SignInCleanup> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, realTime);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await DeleteExpiredAsync(scope.ServiceProvider.GetRequiredService<WorkshopDb>(), realTime.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Could not delete expired sessions and sign-in attempts");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public static async Task DeleteExpiredAsync(WorkshopDb db, DateTimeOffset realNow, CancellationToken cancel)
    {
        await SignInThrottle.Expired(db, realNow).ExecuteDeleteAsync(cancel);
        await OrganiserSessions.Ended(db, realNow).ExecuteDeleteAsync(cancel);
    }
}
