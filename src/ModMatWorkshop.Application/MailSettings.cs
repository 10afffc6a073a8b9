using MimeKit;

namespace ModMatWorkshop.Application;

/// <summary>How mail is sent: by SMTP if a host is set, otherwise as files in the pickup folder.</summary>
/// <param name="SmtpHost">Null for the pickup folder.</param>
/// <param name="Security"><c>starttls</c> (required), <c>tls</c> from the first byte, or <c>none</c> for a mail server on the same
/// machine.</param>
/// <param name="EvenInRehearsal">True to use SMTP during a rehearsal too; otherwise a rehearsal uses the pickup folder.</param>
public sealed record MailSettings(
    string PickupPath,
    MailboxAddress From,
    MailboxAddress? ReplyTo,
    string? SmtpHost,
    int SmtpPort,
    string Security,
    string? User,
    string? Password,
    bool EvenInRehearsal
)
{
    /// <summary>Null if the site does not sign its mails.</summary>
    public DkimSettings? Dkim { get; init; }

    public BounceSettings Bounces { get; init; } = new(null, null);

    internal static MailSettings Read(IConfiguration configuration, string data)
    {
        var host = configuration["Mail:Smtp:Host"] is { Length: > 0 } named ? named : null;
        var security = configuration["Mail:Smtp:Security"] ?? "starttls";
        if (security is not ("starttls" or "tls" or "none"))
            throw new SettingsException($"Mail:Smtp:Security is '{security}'; it must be 'starttls', 'tls' or 'none'.");
        var from = configuration["Mail:From"];
        if (host is not null && from is null)
            throw new SettingsException(
                "Mail:Smtp:Host is set, so Mail:From must give the sender, for example Mail__From='Workshop <workshop@example.org>'."
            );
        var sender = Mailbox("Mail:From", from ?? "site@localhost");
        return new(
            Path.GetFullPath(configuration["Mail:PickupPath"] ?? Path.Combine(data, "mail"), SiteSettings.Root),
            sender,
            configuration["Mail:ReplyTo"] is { } reply ? Mailbox("Mail:ReplyTo", reply) : null,
            host,
            SiteSettings.Number(configuration, "Mail:Smtp:Port", security == "tls" ? 465 : 587, 1, 65_535),
            security,
            configuration["Mail:Smtp:User"] is { Length: > 0 } user ? user : null,
            configuration["Mail:Smtp:Password"],
            SiteSettings.Flag(configuration, "Mail:EvenInRehearsal", false)
        )
        {
            Dkim = DkimSettings.Read(configuration, sender.Address[(sender.Address.LastIndexOf('@') + 1)..]),
            Bounces = BounceSettings.Read(configuration),
        };
    }

    private static MailboxAddress Mailbox(string key, string text) =>
        MailboxAddress.TryParse(text, out var mailbox)
            ? mailbox
            : throw new SettingsException($"{key} is '{text}'; it must be an address like 'Workshop <workshop@example.org>'.");
}
