using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ModMatWorkshop.Application.Mail;

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>Never will be: the server knows no such recipient, or wants no such message.</summary>
    Refused,

    /// <summary>The server wants this message later; others may go.</summary>
    Postponed,

    /// <summary>The connection was lost over this message. It may be the message's fault or the server's.</summary>
    Dropped,

    /// <summary>There is no server to talk to, or it does not let us in: no message's fault.</summary>
    Unreachable,
}

/// <param name="Reason">For whoever runs the site; null when delivered.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? Reason = null);

/// <summary>
/// Brings mails to the server of the settings, or into the pickup folder. Holds one connection from the first mail until told to hang up;
/// for one caller at a time.
/// </summary>
public sealed class MailTransport(SiteSettings settings, SiteClock clock) : IDisposable
{
    private readonly MailSettings _mail = settings.Mail;
    private SmtpClient? _client;

    /// <summary>For each step: to connect, to log in, to send one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A test trusts the certificate that it has made; the site trusts those that the machine trusts.</summary>
    public System.Net.Security.RemoteCertificateValidationCallback? ServerCertificateValidation { get; init; }

    public async Task<Delivery> DeliverAsync(MimeMessage mail, CancellationToken cancel)
    {
        if (_mail.SmtpHost is null || (clock.IsRehearsal && !_mail.EvenInRehearsal))
            return await WriteToPickupFolderAsync(mail, cancel);

        try
        {
            await ConnectAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await DisconnectAsync();
            return new(
                DeliveryOutcome.Unreachable,
                $"The mail server {_mail.SmtpHost}:{_mail.SmtpPort} rejects mail from this site. {DescribeFailure(failure)}"
            );
        }

        try
        {
            await WithTimeoutAsync(token => _client!.SendAsync(mail, token), cancel);
            return new(DeliveryOutcome.Delivered);
        }
        // Who writes is a setting: a sender that is refused is refused with every mail.
        catch (SmtpCommandException answer) when (answer.ErrorCode == SmtpErrorCode.SenderNotAccepted)
        {
            return new(DeliveryOutcome.Unreachable, $"The mail server rejects mail from {_mail.From.Address}. {DescribeFailure(answer)}");
        }
        catch (SmtpCommandException answer) when (answer.StatusCode != SmtpStatusCode.ServiceNotAvailable)
        {
            return new((int)answer.StatusCode >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.Postponed, DescribeFailure(answer));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await DisconnectAsync();
            return new(DeliveryOutcome.Dropped, DescribeFailure(failure));
        }
    }

    public async Task DisconnectAsync()
    {
        if (_client is null)
            return;
        using var client = _client;
        _client = null;
        try
        {
            if (client.IsConnected)
                await WithTimeoutAsync(token => client.DisconnectAsync(quit: true, token), CancellationToken.None);
        }
        catch (Exception failure)
            when (failure is IOException or OperationCanceledException or MailKit.ProtocolException or MailKit.CommandException)
        {
            // It has hung up first.
        }
    }

    public void Dispose() => _client?.Dispose();

    private async Task ConnectAsync(CancellationToken cancel)
    {
        if (_client is { IsConnected: true })
            return;
        await DisconnectAsync();
        _client = new()
        {
            Timeout = (int)Timeout.TotalMilliseconds,
            ServerCertificateValidationCallback = ServerCertificateValidation,
            // A machine behind a firewall reaches its relay, but not the lists of what was revoked.
            CheckCertificateRevocation = false,
        };
        var security = _mail.Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await WithTimeoutAsync(token => _client.ConnectAsync(_mail.SmtpHost!, _mail.SmtpPort, security, token), cancel);
        if (_mail.User is { } user)
            await WithTimeoutAsync(token => _client.AuthenticateAsync(user, _mail.Password ?? "", token), cancel);
    }

    private async Task WithTimeoutAsync(Func<CancellationToken, Task> step, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout);
        await step(limit.Token);
    }

    private string DescribeFailure(Exception failure) =>
        failure switch
        {
            OperationCanceledException or TimeoutException => $"It did not answer within {Timeout.TotalSeconds:0} s.",
            SmtpCommandException answer => $"It answered {(int)answer.StatusCode} {answer.Message}",
            _ => failure.Message,
        };

    /// <summary>
    /// Under the name of the Message-ID: a mail that is brought twice lies there once. Written beside and moved, so that nobody reads a
    /// half.
    /// </summary>
    private async Task<Delivery> WriteToPickupFolderAsync(MimeMessage mail, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(_mail.PickupPath);
            var path = Path.Combine(
                _mail.PickupPath,
                string.Concat(mail.MessageId!.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '@' ? c : '_'))
            );
            mail.Prepare(EncodingConstraint.SevenBit);
            await mail.WriteToAsync(path + ".tmp", cancel);
            File.Move(path + ".tmp", path + ".eml", overwrite: true);
            return new(DeliveryOutcome.Delivered);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(DeliveryOutcome.Unreachable, $"The pickup folder {_mail.PickupPath} cannot be written to. {failure.Message}");
        }
    }
}
