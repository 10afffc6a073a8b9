namespace ModMatWorkshop.Application;

/// <summary>Where mails that come back are read.</summary>
/// <param name="Mailbox">Null to read none.</param>
/// <param name="Token">With which another program reports them; null to take no reports.</param>
public sealed record BounceSettings(BounceMailbox? Mailbox, string? Token)
{
    internal static BounceSettings Read(IConfiguration configuration)
    {
        var token = configuration["Mail:Bounces:Token"] is { Length: > 0 } given ? given : null;
        if (token is { Length: < 32 })
            throw new SettingsException(
                "Mail:Bounces:Token is too short; it must be a secret of at least 32 characters,"
                    + " for example what `openssl rand -base64 32` prints."
            );
        return new(ReadMailbox(configuration), token);
    }

    private static BounceMailbox? ReadMailbox(IConfiguration configuration)
    {
        if (configuration["Mail:Bounces:Imap:Host"] is not { Length: > 0 } host)
            return null;
        var security = configuration["Mail:Bounces:Imap:Security"] ?? "tls";
        if (security is not ("starttls" or "tls" or "none"))
            throw new SettingsException($"Mail:Bounces:Imap:Security is '{security}'; it must be 'tls', 'starttls' or 'none'.");
        if (configuration["Mail:Bounces:Imap:User"] is not { Length: > 0 } user)
            throw new SettingsException("Mail:Bounces:Imap:Host is set, so Mail:Bounces:Imap:User must name the mailbox.");
        return new(
            host,
            SiteSettings.Number(configuration, "Mail:Bounces:Imap:Port", security == "tls" ? 993 : 143, 1, 65_535),
            security,
            user,
            configuration["Mail:Bounces:Imap:Password"] ?? "",
            configuration["Mail:Bounces:Imap:Folder"] is { Length: > 0 } folder ? folder : "INBOX",
            TimeSpan.FromSeconds(SiteSettings.Number(configuration, "Mail:Bounces:Imap:Seconds", 30, 1, 86_400))
        );
    }
}

/// <summary>A mailbox to which mails come back, read by IMAP. Nothing in it is changed.</summary>
/// <param name="Security"><c>tls</c> from the first byte, <c>starttls</c> (required), or <c>none</c> for a server on the same
/// machine.</param>
/// <param name="Pause">Between two readings.</param>
public sealed record BounceMailbox(string Host, int Port, string Security, string User, string Password, string Folder, TimeSpan Pause);
