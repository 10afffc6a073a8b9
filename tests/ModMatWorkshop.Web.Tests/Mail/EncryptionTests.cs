using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Mail;

/// <summary>What is said to which server: encryption and login.</summary>
public sealed class EncryptionTests
{
    [SmtpFact]
    public async Task A_mail_is_delivered_encrypted_and_after_a_login()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var office = await MailTestHost.OpenAsync();
        var message = Assert.Single(await office.PostAsync(MailKind.Confirmed, office.Person(language: Language.English)));
        var sender = office.Sender(new SiteClock(office.Time), null, certificate, WithLogin(server, SmtpServer.Password));

        await sender.RunOnceAsync(CancellationToken.None);

        var taken = Assert.Single(await server.AllTakenAsync());
        Assert.Equal(
            (true, SmtpServer.User, "atelier@atelier.test", "lectrice1@labo.example"),
            (taken.Encrypted, taken.User, taken.From, Assert.Single(taken.To))
        );
        var mail = taken.Mail;
        Assert.Equal((message.MessageId, "Atelier 2030: your registration is confirmed"), (mail.MessageId, mail.Subject));
        Assert.Equal(
            ("\"Atelier\" <atelier@atelier.test>", "comite@atelier.test", "lectrice1@labo.example"),
            (mail.From.ToString(), mail.ReplyTo.ToString(), mail.To.ToString())
        );
        Assert.Equal((office.Time.GetUtcNow(), null), (mail.Date, mail.Headers["Precedence"]));
        Assert.StartsWith("Hello Ada Lovelace,", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<p>Hello Ada Lovelace,</p>", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("text/calendar", Assert.Single(mail.Attachments).ContentType.MimeType);
        var row = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MailState.Sent, 1, office.Time.GetUtcNow(), null), (row.State, row.Tries, row.SentAt, row.Reason));
    }

    [SmtpFact]
    public async Task To_a_server_that_nobody_vouches_for_nothing_is_said()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender(WithLogin(server, SmtpServer.Password)).RunOnceAsync(CancellationToken.None);

        Assert.Empty(await server.AllTakenAsync());
        await WaitsAsync(office, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task Where_encryption_is_required_a_server_without_it_gets_nothing()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender(MailTestHost.Smtp(server.Port, "starttls")).RunOnceAsync(CancellationToken.None);

        Assert.Empty(await server.AllTakenAsync());
        await WaitsAsync(office, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task A_login_that_is_refused_costs_no_mail()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());
        var clock = new SiteClock(office.Time);

        await office.Sender(clock, null, certificate, WithLogin(server, "faux")).RunOnceAsync(CancellationToken.None);
        Assert.Empty(await server.AllTakenAsync());
        Assert.All(await office.MessagesAsync(), m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Tries)));

        await office.WorkOffAsync(office.Sender(clock, null, certificate, WithLogin(server, SmtpServer.Password)));
        await server.HasEachOnceAsync(messages);
    }

    private static (string, string?)[] WithLogin(SmtpServer server, string password) =>
        [.. MailTestHost.Smtp(server.Port, "starttls"), ("Mail:Smtp:User", SmtpServer.User), ("Mail:Smtp:Password", password)];

    private static async Task WaitsAsync(MailTestHost office, string reason)
    {
        var row = Assert.Single(await office.MessagesAsync());
        Assert.Equal(MailState.Waiting, row.State);
        Assert.StartsWith(reason, row.Reason, StringComparison.Ordinal);
    }
}
