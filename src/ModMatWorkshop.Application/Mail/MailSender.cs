using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>
/// Sends the mails in the outbox, each at least once and with the same Message-ID. To claim a row, an instance moves the time of its next
/// attempt forward. So several instances can share the outbox, and a row is sent again after its claim ends if an instance stops. With
/// SQLite there is one instance, which ends the claims of the process before it when it starts.
/// </summary>
public sealed partial class MailSender(
    IServiceScopeFactory scopes,
    WriteLock writeLock,
    MailTransport mailTransport,
    OutboxSignal outboxSignal,
    TimeProvider realTime,
    ILogger<MailSender> log
) : BackgroundService
{
    public const int MaxAttempts = 20;

    private const int Batch = 50;
    private const int MaxReasonLength = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    /// <summary>How long a claim lasts: longer than one mail can take.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromHours(4);
    private static readonly TimeSpan MaxServerPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ServerRetryLimit = TimeSpan.FromDays(3);
    private static readonly TimeSpan[] RetryDelays =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        MaxServerPause,
        TimeSpan.FromHours(1),
    ];

    private int _serverFailures;
    private DateTimeOffset _serverPausedUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hasEndedClaims = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!hasEndedClaims)
                    await EndClaimsAsync(stoppingToken);
                hasEndedClaims = true;
                while (await RunOnceAsync(stoppingToken)) { }
                await outboxSignal.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await outboxSignal.WaitAsync(Poll, stoppingToken);
            }
        }
    }

    /// <summary>
    /// Makes the mails due that a process that crashed had claimed. Does nothing on PostgreSQL, where another instance may be sending them.
    /// </summary>
    public async Task EndClaimsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        if (db is not SqliteWorkshopDb)
            return;
        var now = realTime.GetUtcNow();
        var until = now + Claim;
        await writeLock.RunAsync(
            db,
            () =>
                // A mail that is only to be retried within that time is retried now: that does no harm.
                db
                    .Outbox.Where(m => m.State == MailState.Waiting && m.NextTryAt > now && m.NextTryAt <= until)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, now), cancel),
            cancel,
            lowPriority: true
        );
    }

    /// <summary>
    /// Sends the mails that are due, oldest first, up to one batch. If the server fails, the run ends and the server is paused.
    /// </summary>
    /// <returns>True when more mails may be due.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancel)
    {
        var now = realTime.GetUtcNow();
        if (IsServerPaused(now))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        var composer = scope.ServiceProvider.GetRequiredService<MailComposer>();
        // No delay reaches this far. A later time means that the clock was set back, so the mail is sent now.
        var never = now + MaxRetryDelay + Claim;
        var due = await NotPaused(db)
            .AsNoTracking()
            .Where(m => m.State == MailState.Waiting && (m.NextTryAt <= now || m.NextTryAt > never))
            // Each mail names the workshop, which a site has once it is set up.
            .Where(m => db.Workshops.Any())
            .OrderBy(m => m.NextTryAt)
            .ThenBy(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancel);
        try
        {
            foreach (var message in due)
            {
                if (!await ClaimAsync(db, message, cancel))
                    continue;
                await SendAsync(db, composer, message, cancel);
                if (IsServerPaused(realTime.GetUtcNow()))
                    return false;
            }
            return due.Count == Batch;
        }
        finally
        {
            await mailTransport.DisconnectAsync();
        }
    }

    /// <summary>
    /// True during a pause of the server. A pause beyond the maximum means that the clock was set back, and does not count.
    /// </summary>
    private bool IsServerPaused(DateTimeOffset now) => now < _serverPausedUntil && _serverPausedUntil - now <= MaxServerPause;

    /// <summary>False when another instance was faster: NextTryAt has changed, and the condition no longer matches.</summary>
    private async Task<bool> ClaimAsync(WorkshopDb db, OutboxMessage message, CancellationToken cancel)
    {
        var until = realTime.GetUtcNow() + Claim;
        return await writeLock.RunAsync(
                db,
                () =>
                    NotPaused(db)
                        .Where(m => m.Id == message.Id && m.State == MailState.Waiting && m.NextTryAt == message.NextTryAt)
                        .ExecuteUpdateAsync(
                            m => m.SetProperty(x => x.NextTryAt, until).SetProperty(x => x.Tries, x => x.Tries + 1),
                            cancel
                        ),
                cancel,
                lowPriority: true
            ) == 1;
    }

    /// <summary>All mails except those of paused messages. Tests of a message are never paused.</summary>
    private static IQueryable<OutboxMessage> NotPaused(WorkshopDb db) =>
        db.Outbox.Where(m => m.TextId == null || m.To != null || !db.Messages.Any(t => t.Id == m.TextId && t.State == MessageState.Paused));

    private async Task SendAsync(WorkshopDb db, MailComposer composer, OutboxMessage message, CancellationToken cancel)
    {
        var tries = message.Tries + 1;
        var (delivery, to) = await DeliverAsync(composer, message, cancel);
        var now = realTime.GetUtcNow();
        if (delivery is { Outcome: DeliveryOutcome.Dropped or DeliveryOutcome.Unreachable })
        {
            _serverPausedUntil = now + DelayAfter(++_serverFailures, MaxServerPause);
            LogServerUnavailable(delivery.Reason, _serverPausedUntil);
        }
        else if (delivery is not null)
            _serverFailures = 0;

        await (
            delivery switch
            {
                null => MarkAsync(db, message, MailState.Skipped, tries, now, null),
                { Outcome: DeliveryOutcome.Delivered } => MarkAsync(db, message, MailState.Sent, tries, now, null, to),
                { Outcome: DeliveryOutcome.Refused } => MarkAsync(db, message, MailState.Failed, tries, now, delivery.Reason),
                // An unreachable server does not count as an attempt.
                { Outcome: DeliveryOutcome.Unreachable } => MarkAsync(
                    db,
                    message,
                    now - (message.RetriedAt ?? message.CreatedAt) < ServerRetryLimit ? MailState.Waiting : MailState.Failed,
                    message.Tries,
                    _serverPausedUntil,
                    delivery.Reason
                ),
                _ => MarkAsync(
                    db,
                    message,
                    tries < MaxAttempts ? MailState.Waiting : MailState.Failed,
                    tries,
                    now + DelayAfter(tries, MaxRetryDelay),
                    delivery.Reason
                ),
            }
        );
    }

    /// <returns>No delivery when the mail is no longer true.</returns>
    private async Task<(Delivery? Delivery, string? To)> DeliverAsync(
        MailComposer composer,
        OutboxMessage message,
        CancellationToken cancel
    )
    {
        try
        {
            using var mail = await composer.ComposeAsync(message, cancel);
            return mail is null ? default : (await mailTransport.DeliverAsync(mail, cancel), mail.To.Mailboxes.First().Address);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // An error in one mail does not stop the others.
            LogComposeFailed(failure, message.Id, message.Kind);
            return (new Delivery(DeliveryOutcome.Postponed, $"It could not be composed. {failure.Message}"), null);
        }
    }

    /// <summary>Saves the result. Not cancelled at shutdown, because a delivered mail would be sent again.</summary>
    private async Task MarkAsync(
        WorkshopDb db,
        OutboxMessage message,
        MailState state,
        int tries,
        DateTimeOffset next,
        string? reason,
        string? to = null
    )
    {
        // A test goes to an organiser; its bounce says nothing about the person.
        var sentTo = message.To is null ? to : null;
        var sentAt = state == MailState.Sent ? next : (DateTimeOffset?)null;
        var shortened = reason is { Length: > MaxReasonLength } ? reason[..MaxReasonLength] : reason;
        if (state == MailState.Failed)
            LogRefused(message.Id, message.Kind);
        await writeLock.RunAsync(
            db,
            () =>
                db
                    .Outbox.Where(m => m.Id == message.Id && m.State == MailState.Waiting)
                    .ExecuteUpdateAsync(
                        m =>
                            m.SetProperty(x => x.State, state)
                                .SetProperty(x => x.Tries, tries)
                                .SetProperty(x => x.NextTryAt, next)
                                .SetProperty(x => x.SentAt, sentAt)
                                .SetProperty(x => x.SentTo, sentTo)
                                .SetProperty(x => x.Reason, shortened),
                        CancellationToken.None
                    ),
            CancellationToken.None,
            lowPriority: true
        );
    }

    private static TimeSpan DelayAfter(int times, TimeSpan longest)
    {
        var pause = times <= RetryDelays.Length ? RetryDelays[times - 1] : longest;
        return pause < longest ? pause : longest;
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be processed; retrying")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Error, "Email {Id} ({Kind}) could not be composed")]
    private partial void LogComposeFailed(Exception failure, long id, MailKind kind);

    [LoggerMessage(LogLevel.Warning, "Sending email is paused until {Until}. {Reason}")]
    private partial void LogServerUnavailable(string? reason, DateTimeOffset until);

    [LoggerMessage(LogLevel.Warning, "Email {Id} ({Kind}) has failed; see the outbox")]
    private partial void LogRefused(long id, MailKind kind);
}
