using MimeKit;
using MimeKit.Utils;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail.Deliverability;

/// <summary>Sends a mail without an outbox, to see at once what the mail server answers.</summary>
public sealed class TestMail(SiteSettings settings, SiteClock clock, TimeProvider realTime)
{
    public async Task<Delivery> SendAsync(EmailAddress to, string workshop, Words words, CancellationToken cancel)
    {
        using var mail = new MimeMessage
        {
            MessageId = MimeUtils.GenerateMessageId(DeliveryCheck.DomainOf(settings.Mail.From.Address)),
            Date = realTime.GetUtcNow(),
            Subject = words.TestMailSubject(workshop),
            Body = new TextPart("plain") { Text = words.TestMailText(workshop) },
        };
        mail.From.Add(settings.Mail.From);
        if (settings.Mail.ReplyTo is { } reply)
            mail.ReplyTo.Add(reply);
        mail.To.Add(new MailboxAddress("", to.Value));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        // The transport of the outbox has one connection, which is not to be shared.
        using var transport = new MailTransport(settings, clock);
        var delivery = await transport.DeliverAsync(mail, cancel);
        await transport.DisconnectAsync();
        return delivery;
    }
}
