using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mail servers that are unreachable, slow or silent, refuse mail or drop the connection.</summary>
public sealed class MailServerFailureTests
{
    [SmtpFact]
    public async Task A_server_that_was_down_gets_every_mail_once_and_is_not_tried_too_often()
    {
        var server = await SmtpServer.StartAsync();
        var port = server.Port;
        await server.DisposeAsync();
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 20).Select(_ => host.Person()));
        var sender = host.Sender(MailTestHost.Smtp(port, "none"));

        Assert.False(await sender.RunOnceAsync(CancellationToken.None));
        // One mail was tried, and failed. No other mail is tried until the pause is over.
        Assert.Single(await host.MessagesAsync(), m => m.Reason is not null);
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await host.MessagesAsync(), m => m.Reason is not null);

        await using var back = await SmtpServer.StartAsync(port);
        await host.SendAllAsync(sender);
        await back.AssertReceivedOnceAsync(messages);
    }

    [SmtpFact]
    public async Task A_mail_fails_with_the_reason_when_the_server_is_down_for_three_days()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.Confirmed, host.Person());
        var sender = host.Sender(MailTestHost.Smtp(port, "none"));

        await sender.RunOnceAsync(CancellationToken.None);
        host.Time.Advance(TimeSpan.FromHours(71));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await host.MessagesAsync()).State);
        host.Time.Advance(TimeSpan.FromHours(2));
        await sender.RunOnceAsync(CancellationToken.None);

        var row = Assert.Single(await host.MessagesAsync());
        Assert.Equal(MailState.Failed, row.State);
        Assert.StartsWith($"The mail server localhost:{port} rejects mail from this site.", row.Reason, StringComparison.Ordinal);

        // An organiser retries it: it waits as long as a new mail.
        await using (var db = host.Db())
        {
            (await db.Outbox.SingleAsync()).TryAgain(host.Time.GetUtcNow());
            await db.SaveChangesAsync();
        }
        host.Time.Advance(TimeSpan.FromHours(71));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await host.MessagesAsync()).State);
        host.Time.Advance(TimeSpan.FromHours(2));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Failed, Assert.Single(await host.MessagesAsync()).State);
    }

    [SmtpFact]
    public async Task A_slow_server_gets_each_mail_once()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, host.Person(), host.Person());

        await server.BehaveAsync("slow 0.3");
        await host.SendAllAsync(host.Sender(MailTestHost.Smtp(server)));

        await server.AssertReceivedOnceAsync(messages);
        Assert.Equal(2, server.Received.Count);
    }

    [SmtpFact]
    public async Task A_server_that_never_answers_is_tried_again_later()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, host.Person(), host.Person());
        var sender = host.Sender(new SiteClock(host.Time), TimeSpan.FromSeconds(1), null, MailTestHost.Smtp(server));

        await server.BehaveAsync("slow 3600");
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal("It did not answer within 1 s.", Assert.Single(await host.MessagesAsync(), m => m.Reason is not null).Reason);

        await server.BehaveAsync("well");
        await host.SendAllAsync(sender);
        Assert.All(await host.MessagesAsync(), m => Assert.Equal(MailState.Sent, m.State));
        Assert.Empty(messages.Select(m => m.MessageId).Except((await server.AllReceivedAsync()).Select(t => t.Mail.MessageId)));
    }

    [SmtpFact]
    public async Task A_permanent_refusal_fails_at_once_and_does_not_delay_other_mails()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var refused = Assert.Single(await host.PostAsync(MailKind.Confirmed, host.Person(mailbox: "unknown")));
        var others = await host.PostAsync(MailKind.Confirmed, host.Person(), host.Person());

        await host.Sender(MailTestHost.Smtp(server)).RunOnceAsync(CancellationToken.None);

        await server.AssertReceivedOnceAsync(others);
        var row = Assert.Single(await host.MessagesAsync(MailState.Failed));
        Assert.Equal((refused.Id, 1, "It answered 550 5.1.1 Nobody of that name"), (row.Id, row.Tries, row.Reason));
    }

    [SmtpFact]
    public async Task A_temporary_refusal_is_retried_at_growing_intervals_and_then_fails()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.Confirmed, host.Person(mailbox: "busy"));
        var sender = host.Sender(MailTestHost.Smtp(server));
        var pauses = new List<double>();

        while (true)
        {
            await sender.RunOnceAsync(CancellationToken.None);
            var row = Assert.Single(await host.MessagesAsync());
            if (row.State == MailState.Failed)
                break;
            pauses.Add((row.NextTryAt - host.Time.GetUtcNow()).TotalMinutes);
            // One second earlier nothing is sent.
            host.Time.Advance(row.NextTryAt - host.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
            await sender.RunOnceAsync(CancellationToken.None);
            Assert.Equal(row.Tries, Assert.Single(await host.MessagesAsync()).Tries);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 5, 15, 60, .. Enumerable.Repeat(240.0, 15)], pauses);
        var failed = Assert.Single(await host.MessagesAsync());
        Assert.Equal((MailSender.MaxAttempts, "It answered 451 4.2.0 Come back later"), (failed.Tries, failed.Reason));
    }

    [SmtpFact]
    public async Task A_mail_is_sent_again_when_the_connection_drops_in_the_middle()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, host.Person(), host.Person(), host.Person());
        var sender = host.Sender(MailTestHost.Smtp(server));

        await server.BehaveAsync("drop");
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await host.MessagesAsync(), m => m is { State: MailState.Waiting, Tries: 1, Reason: not null });

        await server.BehaveAsync("well");
        await host.SendAllAsync(sender);
        await server.AssertReceivedOnceAsync(messages);
        Assert.Equal(3, server.Received.Count);
    }

    [SmtpFact]
    public async Task A_mail_without_a_reply_from_the_server_is_sent_again_with_the_same_message_id()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var messages = await host.PostAsync(MailKind.Confirmed, host.Person());
        var sender = host.Sender(MailTestHost.Smtp(server));

        await server.BehaveAsync("no-reply");
        await sender.RunOnceAsync(CancellationToken.None);
        await server.BehaveAsync("well");
        await host.SendAllAsync(sender);

        await server.AssertReceivedOnceAsync(messages);
        Assert.Equal(2, server.Received.Count);
    }
}
