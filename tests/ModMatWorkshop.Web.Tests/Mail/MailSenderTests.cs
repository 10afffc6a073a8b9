using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Mail;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Mail;

public sealed class MailSenderTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [SmtpFact]
    public async Task A_mail_is_delivered_encrypted_and_after_a_login()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var office = await PostOffice.OpenAsync();
        var message = Assert.Single(await office.PostAsync(MailKind.Confirmed, office.Person(language: Language.English)));
        var sender = office.Sender(new SiteClock(office.Time), null, certificate, WithLogin(server, SmtpServer.Password));

        await sender.RoundAsync(CancellationToken.None);

        var taken = Assert.Single(await TakenAsync(server));
        Assert.Equal((true, SmtpServer.User, "atelier@atelier.test", "lectrice1@labo.example"), (taken.Encrypted, taken.User, taken.From, Assert.Single(taken.To)));
        var mail = taken.Mail;
        Assert.Equal((message.MessageId, "Atelier 2030: your registration is confirmed"), (mail.MessageId, mail.Subject));
        Assert.Equal(("\"Atelier\" <atelier@atelier.test>", "comite@atelier.test", "lectrice1@labo.example"), (mail.From.ToString(), mail.ReplyTo.ToString(), mail.To.ToString()));
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
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender(WithLogin(server, SmtpServer.Password)).RoundAsync(CancellationToken.None);

        Assert.Empty(await TakenAsync(server));
        await WaitsAsync(office, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task Where_encryption_is_required_a_server_without_it_gets_nothing()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender(PostOffice.Smtp(server.Port, "starttls")).RoundAsync(CancellationToken.None);

        Assert.Empty(await TakenAsync(server));
        await WaitsAsync(office, "The mail server localhost:");
    }

    [SmtpFact]
    public async Task A_login_that_is_refused_costs_no_mail()
    {
        using var certificate = new TestCertificate();
        await using var server = await SmtpServer.StartAsync(certificate: certificate);
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());
        var clock = new SiteClock(office.Time);

        await office.Sender(clock, null, certificate, WithLogin(server, "faux")).RoundAsync(CancellationToken.None);
        Assert.Empty(await TakenAsync(server));
        Assert.All(await office.MessagesAsync(), m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Tries)));

        await office.WorkOffAsync(office.Sender(clock, null, certificate, WithLogin(server, SmtpServer.Password)));
        await EachOnceAsync(messages, server);
    }

    [SmtpFact]
    public async Task A_server_that_is_down_gets_everything_once_it_is_back_and_is_not_hammered()
    {
        var server = await SmtpServer.StartAsync();
        var port = server.Port;
        await server.DisposeAsync();
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 20).Select(_ => office.Person()));
        var sender = office.Sender(PostOffice.Smtp(port, "none"));

        Assert.False(await sender.RoundAsync(CancellationToken.None));
        // One was tried, found nobody, and that was all; until the rest is over, nobody is tried again.
        Assert.Single(await office.MessagesAsync(), m => m.Reason is not null);
        await sender.RoundAsync(CancellationToken.None);
        Assert.Single(await office.MessagesAsync(), m => m.Reason is not null);

        await using var back = await SmtpServer.StartAsync(port);
        await office.WorkOffAsync(sender);
        await EachOnceAsync(messages, back);
    }

    [SmtpFact]
    public async Task A_server_that_stays_away_for_three_days_is_given_up_with_the_reason()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());
        var sender = office.Sender(PostOffice.Smtp(port, "none"));

        await sender.RoundAsync(CancellationToken.None);
        office.Time.Advance(TimeSpan.FromHours(71));
        await sender.RoundAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await office.MessagesAsync()).State);
        office.Time.Advance(TimeSpan.FromHours(2));
        await sender.RoundAsync(CancellationToken.None);

        var row = Assert.Single(await office.MessagesAsync());
        Assert.Equal(MailState.Failed, row.State);
        Assert.StartsWith($"The mail server localhost:{port} does not take mail from us.", row.Reason, StringComparison.Ordinal);

        // An organiser has it tried again: it waits as long as a new one.
        await using (var db = office.Db())
        {
            (await db.Outbox.SingleAsync()).TryAgain(office.Time.GetUtcNow());
            await db.SaveChangesAsync();
        }
        office.Time.Advance(TimeSpan.FromHours(71));
        await sender.RoundAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await office.MessagesAsync()).State);
        office.Time.Advance(TimeSpan.FromHours(2));
        await sender.RoundAsync(CancellationToken.None);
        Assert.Equal(MailState.Failed, Assert.Single(await office.MessagesAsync()).State);
    }

    [SmtpFact]
    public async Task A_slow_server_is_waited_for()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());

        await server.BehaveAsync("slow 0.3");
        await office.WorkOffAsync(office.Sender(PostOffice.Smtp(server)));

        await EachOnceAsync(messages, server);
        Assert.Equal(2, server.Taken.Count);
    }

    [SmtpFact]
    public async Task A_server_that_never_answers_is_left_and_tried_again()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());
        var sender = office.Sender(new SiteClock(office.Time), Short, null, PostOffice.Smtp(server));

        await server.BehaveAsync("slow 3600");
        await sender.RoundAsync(CancellationToken.None);
        Assert.Equal("It did not answer within 1 s.", Assert.Single(await office.MessagesAsync(), m => m.Reason is not null).Reason);

        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal(MailState.Sent, m.State));
        Assert.Empty(messages.Select(m => m.MessageId).Except((await TakenAsync(server)).Select(t => t.Mail.MessageId)));
    }

    [SmtpFact]
    public async Task Who_is_refused_for_good_has_failed_at_once_and_keeps_nobody_waiting()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var refused = Assert.Single(await office.PostAsync(MailKind.Confirmed, office.Person(mailbox: "unknown")));
        var others = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());

        await office.Sender(PostOffice.Smtp(server)).RoundAsync(CancellationToken.None);

        await EachOnceAsync(others, server);
        var row = Assert.Single(await office.MessagesAsync(MailState.Failed));
        Assert.Equal((refused.Id, 1, "It answered 550 5.1.1 Nobody of that name"), (row.Id, row.Tries, row.Reason));
    }

    [SmtpFact]
    public async Task Who_is_refused_for_now_is_tried_more_and_more_rarely_and_then_has_failed()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person(mailbox: "busy"));
        var sender = office.Sender(PostOffice.Smtp(server));
        var pauses = new List<double>();

        while (true)
        {
            await sender.RoundAsync(CancellationToken.None);
            var row = Assert.Single(await office.MessagesAsync());
            if (row.State == MailState.Failed)
                break;
            pauses.Add((row.NextTryAt - office.Time.GetUtcNow()).TotalMinutes);
            // A moment earlier nothing happens.
            office.Time.Advance(row.NextTryAt - office.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
            await sender.RoundAsync(CancellationToken.None);
            Assert.Equal(row.Tries, Assert.Single(await office.MessagesAsync()).Tries);
            office.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 5, 15, 60, .. Enumerable.Repeat(240.0, 15)], pauses);
        var failed = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MailSender.MostTries, "It answered 451 4.2.0 Come back later"), (failed.Tries, failed.Reason));
    }

    [SmtpFact]
    public async Task A_mail_that_is_cut_off_in_the_middle_is_sent_again()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person(), office.Person());
        var sender = office.Sender(PostOffice.Smtp(server));

        await server.BehaveAsync("drop");
        await sender.RoundAsync(CancellationToken.None);
        Assert.Single(await office.MessagesAsync(), m => m is { State: MailState.Waiting, Tries: 1, Reason: not null });

        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);
        await EachOnceAsync(messages, server);
        Assert.Equal(3, server.Taken.Count);
    }

    [SmtpFact]
    public async Task A_mail_of_which_nobody_knows_whether_it_arrived_comes_again_under_the_same_name()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person());
        var sender = office.Sender(PostOffice.Smtp(server));

        await server.BehaveAsync("deaf");
        await sender.RoundAsync(CancellationToken.None);
        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);

        await EachOnceAsync(messages, server);
        Assert.Equal(2, server.Taken.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_senders_on_one_outbox_deliver_each_mail_once(Engine engine)
    {
        using var office = await PostOffice.OpenAsync(engine);
        var messages = await office.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 60).Select(_ => office.Person()));
        MailSender[] senders = [office.Sender(("Mail:PickupPath", office.Folder + "/1")), office.Sender(("Mail:PickupPath", office.Folder + "/2"))];

        await Task.WhenAll(senders.Select(sender => Task.Run(async () =>
        {
            while (await sender.RoundAsync(CancellationToken.None))
            {
            }
        })));

        var delivered = Directory.EnumerateFiles(office.Folder, "*.eml", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(messages.Select(m => m.MessageId).Order(StringComparer.Ordinal), delivered);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Tries)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_sender_held_when_it_died_is_sent_when_its_claim_is_over(Engine engine)
    {
        using var office = await PostOffice.OpenAsync(engine);
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await using (var db = office.Db())
            await db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, office.Time.GetUtcNow().AddMinutes(3)).SetProperty(x => x.Tries, 1));
        var sender = office.Sender();

        await sender.RoundAsync(CancellationToken.None);
        Assert.Empty(office.Picked());
        office.Time.Advance(TimeSpan.FromMinutes(3));
        await sender.RoundAsync(CancellationToken.None);
        Assert.Single(office.Picked());
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_keeps_nobody_waiting()
    {
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync((MailKind)99, office.Person());
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender().RoundAsync(CancellationToken.None);

        Assert.Single(office.Picked());
        Assert.StartsWith("It could not be written.", Assert.Single(await office.MessagesAsync(MailState.Waiting)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_to_somebody_who_was_erased_is_moot()
    {
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.LinkAgain, office.Person());
        await using (var db = office.Db())
            await db.Registrations.ExecuteDeleteAsync();

        await office.Sender().RoundAsync(CancellationToken.None);

        Assert.Equal(MailState.Moot, Assert.Single(await office.MessagesAsync()).State);
        Assert.Empty(office.Picked());
    }

    [SmtpFact]
    public async Task A_rehearsal_writes_to_nobody_unless_it_is_forced_to()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await PostOffice.OpenAsync();
        var clock = new SiteClock(office.Time);
        await using (var db = office.Db())
            await clock.SetAsync("2030-02-01T09:00", TimeZoneInfo.Utc, db, CancellationToken.None);

        await office.PostAsync(MailKind.Confirmed, office.Person());
        await office.Sender(clock, null, null, PostOffice.Smtp(server)).RoundAsync(CancellationToken.None);
        Assert.Empty(await TakenAsync(server));
        Assert.Single(office.Picked());

        var forced = await office.PostAsync(MailKind.Confirmed, office.Person());
        await office.Sender(clock, null, null, [.. PostOffice.Smtp(server), ("Mail:EvenInRehearsal", "true")]).RoundAsync(CancellationToken.None);
        await EachOnceAsync(forced, server);
        Assert.Single(office.Picked());
    }

    [Fact]
    public async Task The_same_mail_dropped_twice_lies_in_the_folder_once()
    {
        using var office = await PostOffice.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await office.Sender().RoundAsync(CancellationToken.None);
        await using (var db = office.Db())
            await db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Waiting));
        await office.Sender().RoundAsync(CancellationToken.None);

        Assert.Single(office.Picked());
        Assert.Equal([".eml"], Directory.EnumerateFiles(office.Folder).Select(Path.GetExtension));
    }

    private static (string, string?)[] WithLogin(SmtpServer server, string password) =>
        [.. PostOffice.Smtp(server.Port, "starttls"), ("Mail:Smtp:User", SmtpServer.User), ("Mail:Smtp:Password", password)];

    /// <summary>Everything that the server has taken so far: what it said before it answers this is heard before.</summary>
    private static async Task<IReadOnlyCollection<TakenMail>> TakenAsync(SmtpServer server)
    {
        await server.BehaveAsync("well");
        return server.Taken;
    }

    private static async Task EachOnceAsync(IReadOnlyList<OutboxMessage> messages, SmtpServer server)
    {
        var taken = (await TakenAsync(server)).Select(t => t.Mail.MessageId).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(messages.Select(m => m.MessageId).Order(StringComparer.Ordinal), taken);
    }

    private static async Task WaitsAsync(PostOffice office, string reason)
    {
        var row = Assert.Single(await office.MessagesAsync());
        Assert.Equal(MailState.Waiting, row.State);
        Assert.StartsWith(reason, row.Reason, StringComparison.Ordinal);
    }
}
