using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Cryptography;

namespace ModMatWorkshop.Application.Mail;

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>Rejected for good: unknown recipient or unacceptable message.</summary>
    Refused,

    /// <summary>Rejected for now. Other mails can be sent.</summary>
    Postponed,

    /// <summary>The connection was lost during this mail. The cause may be the mail or the server.</summary>
    Dropped,

    /// <summary>The server is unreachable or accepts no mail from this site. The mail is not the cause.</summary>
    Unreachable,
}

/// <param name="Reason">For the person who runs the site; null when delivered.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? Reason = null);

/// <summary>
/// Delivers mails to the SMTP server of the settings, or into the pickup folder. It keeps one connection from the first mail until
/// <see cref="DisconnectAsync"/>. Not thread-safe.
/// </summary>
public sealed class MailTransport(SiteSettings settings, SiteClock clock) : IDisposable
{
    private readonly MailSettings _mail = settings.Mail;
    private SmtpClient? _client;
    private DkimSigner? _signer;

    /// <summary>The headers that a relay must not change. One that the mail does not have is signed as absent or left out.</summary>
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From,
        HeaderId.ReplyTo,
        HeaderId.To,
        HeaderId.Subject,
        HeaderId.Date,
        HeaderId.MessageId,
        HeaderId.MimeVersion,
        HeaderId.ContentType,
        HeaderId.AutoSubmitted,
        HeaderId.ListUnsubscribe,
    ];

    /// <summary>The timeout of each step: connecting, signing in, sending one mail.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Validates the certificate in tests. Null for the default: certificates that the machine trusts.</summary>
    public System.Net.Security.RemoteCertificateValidationCallback? ServerCertificateValidation { get; init; }

    public async Task<Delivery> DeliverAsync(MimeMessage mail, CancellationToken cancel)
    {
        Sign(mail);
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
        // The sender is a setting. If the server rejects it, it rejects every mail.
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

    /// <summary>Signs the mail as it will be sent: after this, nothing encodes it differently.</summary>
    private void Sign(MimeMessage mail)
    {
        if (_mail.Dkim is not { } dkim)
            return;
        mail.Prepare(EncodingConstraint.SevenBit);
        _signer ??= dkim.CreateSigner();
        _signer.Sign(mail, Signed);
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
            // The server has closed the connection already.
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
            // A machine behind a firewall may reach its mail server but not the revocation lists.
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
    /// Writes a file named after the Message-ID, so that a mail delivered twice is one file. Writes a temporary file first and renames it,
    /// so that readers never see an incomplete file.
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
