using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Backups;

/// <summary>
/// Takes a backup every night at three, real time in the workshop's time zone, and keeps the newest ones. Of several instances, the one
/// that writes <see cref="StartedAction"/> to the audit log takes the backup. If it has not finished after half an hour, another instance
/// takes over. A missed backup is taken as soon as the site runs again.
/// </summary>
public sealed partial class NightlyBackup(
    IServiceScopeFactory scopes,
    Backup backup,
    WriteLock writeLock,
    SiteSettings settings,
    TimeProvider realTime,
    ILogger<NightlyBackup> log
) : BackgroundService
{
    /// <summary>The action in the audit log, written once the backup is complete.</summary>
    public const string CompletedAction = "took the nightly backup";

    /// <summary>The action in the audit log when an instance starts the backup.</summary>
    public const string StartedAction = "started the nightly backup";

    private static readonly TimeOnly Hour = new(3, 0);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromMinutes(30);

    /// <summary>The last night for which this instance has nothing left to do.</summary>
    private DateTimeOffset? _done;

    /// <summary>Until when this instance alone takes the backup.</summary>
    private DateTimeOffset? _claimedUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.BackupPath is { } folder && !stoppingToken.IsCancellationRequested)
        {
            var pause = PollInterval;
            try
            {
                await RunOnceAsync(folder, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
                pause = RetryDelay;
            }
            await Task.Delay(pause, stoppingToken);
        }
    }

    /// <summary>Takes the backup of the last night unless an instance has taken it.</summary>
    public async Task RunOnceAsync(string folder, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, trail) = (scope.ServiceProvider.GetRequiredService<WorkshopDb>(), scope.ServiceProvider.GetRequiredService<AuditTrail>());
        if (await db.Workshops.Select(w => w.TimeZoneId).SingleOrDefaultAsync(cancel) is not { } zone)
            return;
        var night = LastNight(zone);
        if (night <= _done)
            return;
        // A new site takes its first backup in its first night, not at once.
        var isNew = _done is null && !await db.AuditLog.AnyAsync(e => e.Action == CompletedAction || e.Action == StartedAction, cancel);
        if (!isNew && !await db.AuditLog.AnyAsync(e => e.At >= night && e.Action == CompletedAction, cancel))
        {
            if (!(realTime.GetUtcNow() < _claimedUntil) && !await ClaimAsync(db, trail, night, cancel))
                return;
            var file = backup.PathIn(folder);
            await backup.WriteAsync(db, file, cancel);
            Backup.Rotate(folder, settings.BackupsKept);
            await trail.WriteAsync(Actor.Site, CompletedAction, cancel: cancel);
            LogTaken(file);
        }
        _done = night;
    }

    private async Task<bool> ClaimAsync(WorkshopDb db, AuditTrail trail, DateTimeOffset night, CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        var alive = now - ClaimLifetime is var since && since > night ? since : night;
        var isOurs = await writeLock.RunAsync(
            db,
            async () =>
            {
                await db.LockForWriteAsync(cancel);
                if (await db.AuditLog.AnyAsync(e => e.At >= alive && (e.Action == StartedAction || e.Action == CompletedAction), cancel))
                    return false;
                await trail.WriteAsync(Actor.Site, StartedAction, cancel: cancel);
                return true;
            },
            cancel,
            lowPriority: true
        );
        if (isOurs)
            _claimedUntil = now + ClaimLifetime;
        return isOurs;
    }

    private DateTimeOffset LastNight(string timeZone)
    {
        var (zone, now) = (TimeZoneInfo.FindSystemTimeZoneById(timeZone), realTime.GetUtcNow());
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return At(today) is var night && night <= now ? night : At(today.AddDays(-1));

        // If the change to summer time skips the hour, count it from midnight.
        DateTimeOffset At(DateOnly day) =>
            LocalHours.TryToInstant(day, Hour, zone, out var instant) ? instant : LocalHours.StartOfDay(day, zone) + Hour.ToTimeSpan();
    }

    [LoggerMessage(LogLevel.Information, "Nightly backup written to {File}")]
    private partial void LogTaken(string file);

    [LoggerMessage(LogLevel.Error, "The nightly backup failed; retrying in 15 minutes")]
    private partial void LogFailed(Exception failure);
}
