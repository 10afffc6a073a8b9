using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Encryption and login at the mail server.</summary>
public sealed class EncryptionTests
{
    [SmtpFact]
    public async Task A_mail_is_sent_over_TLS_after_a_login()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var host = await MailTestHost.OpenAsync();
        var message = Assert.Single(await host.PostAsync(MailKind.Confirmed, host.Person(language: Language.English)));
        var sender = host.Sender(new SiteClock(host.Time), null, certificate, WithLogin(server, SmtpServer.Password));

        await sender.RunOnceAsync(CancellationToken.None);

        var received = Assert.Single(await server.AllReceivedAsync());
        Assert.Equal(
            (true, SmtpServer.User, "atelier@atelier.test", "lectrice1@labo.example"),
            (received.Encrypted, received.User, received.From, Assert.Single(received.To))
        );
        var mail = received.Mail;
        Assert.Equal((message.MessageId, "Atelier 2030: your registration is confirmed"), (mail.MessageId, mail.Subject));
        Assert.Equal(
            ("\"Atelier\" <atelier@atelier.test>", "comite@atelier.test", "lectrice1@labo.example"),
            (mail.From.ToString(), mail.ReplyTo.ToString(), mail.To.ToString())
        );
        Assert.Equal((host.Time.GetUtcNow(), null), (mail.Date, mail.Headers["Precedence"]));
        Assert.StartsWith("Hello Ada,", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<p>Hello Ada,</p>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("text/calendar", Assert.Single(mail.Attachments).ContentType.MimeType);
        var row = Assert.Single(await host.MessagesAsync());
        Assert.Equal((MailState.Sent, 1, host.Time.GetUtcNow(), null), (row.State, row.Tries, row.SentAt, row.Reason));
    }

    [SmtpFact]
    public async Task Nothing_is_sent_to_a_server_with_an_untrusted_certificate()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.Confirmed, host.Person());

        await host.Sender(WithLogin(server, SmtpServer.Password)).RunOnceAsync(CancellationToken.None);

        Assert.Empty(await server.AllReceivedAsync());
        await AssertWaitingAsync(host, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task If_encryption_is_required_nothing_is_sent_to_a_server_without_it()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.Confirmed, host.Person());

        await host.Sender(MailTestHost.Smtp(server.Port, "starttls")).RunOnceAsync(CancellationToken.None);

        Assert.Empty(await server.AllReceivedAsync());
        await AssertWaitingAsync(host, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task A_refused_login_loses_no_mail()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, host.Person(), host.Person());
        var clock = new SiteClock(host.Time);

        await host.Sender(clock, null, certificate, WithLogin(server, "faux")).RunOnceAsync(CancellationToken.None);
        Assert.Empty(await server.AllReceivedAsync());
        Assert.All(await host.MessagesAsync(), m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Tries)));

        await host.SendAllAsync(host.Sender(clock, null, certificate, WithLogin(server, SmtpServer.Password)));
        await server.AssertReceivedOnceAsync(messages);
    }

    private static (string, string?)[] WithLogin(SmtpServer server, string password) =>
        [.. MailTestHost.Smtp(server.Port, "starttls"), ("Mail:Smtp:User", SmtpServer.User), ("Mail:Smtp:Password", password)];

    private static async Task AssertWaitingAsync(MailTestHost host, string reason)
    {
        var row = Assert.Single(await host.MessagesAsync());
        Assert.Equal(MailState.Waiting, row.State);
        Assert.StartsWith(reason, row.Reason, StringComparison.Ordinal);
    }
}
