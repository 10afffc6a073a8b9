using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace ModMatWorkshop.Application.Mail.Bounces;

/// <summary>What the last reading of the mailbox gave.</summary>
/// <param name="At">Real time; null before the first one.</param>
/// <param name="Failure">Null if it succeeded.</param>
public sealed record BounceReading(DateTimeOffset? At, string? Failure);

/// <summary>
/// Reads the mailbox to which mails come back. It changes nothing there: no flag, no deletion. What it has read is known by the database,
/// so a restart, or a second instance, reads the same notices again without effect.
/// </summary>
public sealed partial class BounceReader(
    IServiceScopeFactory scopes,
    SiteSettings settings,
    TimeProvider realTime,
    ILogger<BounceReader> log
) : BackgroundService
{
    private const int MaxRound = 500;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(15);

    /// <summary>At the start, notices of so long are read again: they arrive within days.</summary>
    private static readonly TimeSpan Lookback = TimeSpan.FromDays(10);

    private uint _validity;
    private uint _next;

    /// <summary>For the page about delivery.</summary>
    public BounceReading Last { get; private set; } = new(null, null);

    /// <summary>Validates the certificate in tests. Null for the default: certificates that the machine trusts.</summary>
    public System.Net.Security.RemoteCertificateValidationCallback? ServerCertificateValidation { get; init; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mail.Bounces.Mailbox is not { } mailbox)
            return;
        var pause = mailbox.Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadOnceAsync(mailbox, stoppingToken);
                pause = mailbox.Pause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                pause = pause * 2 < MaxPause ? pause * 2 : MaxPause;
                Last = new(realTime.GetUtcNow(), failure is OperationCanceledException ? "It did not answer in time." : failure.Message);
                LogFailed(mailbox.Host, Last.Failure, pause);
            }
            await Task.Delay(pause, realTime, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How many notices were news.</returns>
    public async Task<int> ReadOnceAsync(BounceMailbox mailbox, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        using var client = new ImapClient
        {
            Timeout = (int)Timeout.TotalMilliseconds,
            ServerCertificateValidationCallback = ServerCertificateValidation,
            CheckCertificateRevocation = false,
        };
        var security = mailbox.Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await client.ConnectAsync(mailbox.Host, mailbox.Port, security, limit.Token);
        await client.AuthenticateAsync(mailbox.User, mailbox.Password, limit.Token);
        var folder = await client.GetFolderAsync(mailbox.Folder, limit.Token);
        await folder.OpenAsync(FolderAccess.ReadOnly, limit.Token);
        var news = await ReadAsync(folder, limit.Token);
        await client.DisconnectAsync(quit: true, limit.Token);
        Last = new(realTime.GetUtcNow(), null);
        return news;
    }

    private async Task<int> ReadAsync(IMailFolder folder, CancellationToken cancel)
    {
        if (folder.UidValidity != _validity)
            (_validity, _next) = (folder.UidValidity, 0);
        var unread = await folder.SearchAsync(
            _next == 0
                ? SearchQuery.DeliveredAfter(realTime.GetUtcNow().UtcDateTime - Lookback)
                // A range to the end always has the last message, even one before its start.
                : SearchQuery.Uids(new UniqueIdRange(new UniqueId(_next), UniqueId.MaxValue)),
            cancel
        );
        var news = 0;
        foreach (var uid in unread.Where(uid => uid.Id >= _next).OrderBy(uid => uid.Id).Take(MaxRound))
        {
            if (await NoticeAsync(folder, uid, cancel) is { } notice)
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<BounceService>().RecordAsync(notice, cancel))
                    news++;
            }
            _next = uid.Id + 1;
        }
        return news;
    }

    /// <summary>Reads the beginning of a mail: somebody may send a very large one.</summary>
    private static async Task<BounceNotice?> NoticeAsync(IMailFolder folder, UniqueId uid, CancellationToken cancel)
    {
        try
        {
            await using var stream = await folder.GetStreamAsync(uid, 0, BounceNotice.MaxBytes, cancel);
            return BounceNotice.Read(stream);
        }
        catch (MessageNotFoundException)
        {
            // Somebody deleted it meanwhile.
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The mailbox for bounces on {Host} cannot be read: {Reason} Next attempt in {Pause}")]
    private partial void LogFailed(string host, string? reason, TimeSpan pause);
}
