using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Mail;

/// <summary>Servers that are away, slow, silent, refuse or break off.</summary>
public sealed class MailServerFailureTests
{
    [SmtpFact]
    public async Task A_server_that_is_down_gets_everything_once_it_is_back_and_is_not_hammered()
    {
        var server = await SmtpServer.StartAsync();
        var port = server.Port;
        await server.DisposeAsync();
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 20).Select(_ => office.Person()));
        var sender = office.Sender(MailTestHost.Smtp(port, "none"));

        Assert.False(await sender.RunOnceAsync(CancellationToken.None));
        // One was tried, found nobody, and that was all; until the rest is over, nobody is tried again.
        Assert.Single(await office.MessagesAsync(), m => m.Reason is not null);
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await office.MessagesAsync(), m => m.Reason is not null);

        await using var back = await SmtpServer.StartAsync(port);
        await office.WorkOffAsync(sender);
        await back.HasEachOnceAsync(messages);
    }

    [SmtpFact]
    public async Task A_server_that_stays_away_for_three_days_is_given_up_with_the_reason()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());
        var sender = office.Sender(MailTestHost.Smtp(port, "none"));

        await sender.RunOnceAsync(CancellationToken.None);
        office.Time.Advance(TimeSpan.FromHours(71));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await office.MessagesAsync()).State);
        office.Time.Advance(TimeSpan.FromHours(2));
        await sender.RunOnceAsync(CancellationToken.None);

        var row = Assert.Single(await office.MessagesAsync());
        Assert.Equal(MailState.Failed, row.State);
        Assert.StartsWith($"The mail server localhost:{port} rejects mail from this site.", row.Reason, StringComparison.Ordinal);

        // An organiser has it tried again: it waits as long as a new one.
        await using (var db = office.Db())
        {
            (await db.Outbox.SingleAsync()).TryAgain(office.Time.GetUtcNow());
            await db.SaveChangesAsync();
        }
        office.Time.Advance(TimeSpan.FromHours(71));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Waiting, Assert.Single(await office.MessagesAsync()).State);
        office.Time.Advance(TimeSpan.FromHours(2));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal(MailState.Failed, Assert.Single(await office.MessagesAsync()).State);
    }

    [SmtpFact]
    public async Task A_slow_server_is_waited_for()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());

        await server.BehaveAsync("slow 0.3");
        await office.WorkOffAsync(office.Sender(MailTestHost.Smtp(server)));

        await server.HasEachOnceAsync(messages);
        Assert.Equal(2, server.Taken.Count);
    }

    [SmtpFact]
    public async Task A_server_that_never_answers_is_left_and_tried_again()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());
        var sender = office.Sender(new SiteClock(office.Time), TimeSpan.FromSeconds(1), null, MailTestHost.Smtp(server));

        await server.BehaveAsync("slow 3600");
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Equal("It did not answer within 1 s.", Assert.Single(await office.MessagesAsync(), m => m.Reason is not null).Reason);

        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal(MailState.Sent, m.State));
        Assert.Empty(messages.Select(m => m.MessageId).Except((await server.AllTakenAsync()).Select(t => t.Mail.MessageId)));
    }

    [SmtpFact]
    public async Task Who_is_refused_for_good_has_failed_at_once_and_keeps_nobody_waiting()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var refused = Assert.Single(await office.PostAsync(MailKind.Confirmed, office.Person(mailbox: "unknown")));
        var others = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person());

        await office.Sender(MailTestHost.Smtp(server)).RunOnceAsync(CancellationToken.None);

        await server.HasEachOnceAsync(others);
        var row = Assert.Single(await office.MessagesAsync(MailState.Failed));
        Assert.Equal((refused.Id, 1, "It answered 550 5.1.1 Nobody of that name"), (row.Id, row.Tries, row.Reason));
    }

    [SmtpFact]
    public async Task Who_is_refused_for_now_is_tried_more_and_more_rarely_and_then_has_failed()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person(mailbox: "busy"));
        var sender = office.Sender(MailTestHost.Smtp(server));
        var pauses = new List<double>();

        while (true)
        {
            await sender.RunOnceAsync(CancellationToken.None);
            var row = Assert.Single(await office.MessagesAsync());
            if (row.State == MailState.Failed)
                break;
            pauses.Add((row.NextTryAt - office.Time.GetUtcNow()).TotalMinutes);
            // A moment earlier nothing happens.
            office.Time.Advance(row.NextTryAt - office.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
            await sender.RunOnceAsync(CancellationToken.None);
            Assert.Equal(row.Tries, Assert.Single(await office.MessagesAsync()).Tries);
            office.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([1, 5, 15, 60, .. Enumerable.Repeat(240.0, 15)], pauses);
        var failed = Assert.Single(await office.MessagesAsync());
        Assert.Equal((MailSender.MaxAttempts, "It answered 451 4.2.0 Come back later"), (failed.Tries, failed.Reason));
    }

    [SmtpFact]
    public async Task A_mail_that_is_cut_off_in_the_middle_is_sent_again()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person(), office.Person(), office.Person());
        var sender = office.Sender(MailTestHost.Smtp(server));

        await server.BehaveAsync("drop");
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await office.MessagesAsync(), m => m is { State: MailState.Waiting, Tries: 1, Reason: not null });

        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);
        await server.HasEachOnceAsync(messages);
        Assert.Equal(3, server.Taken.Count);
    }

    [SmtpFact]
    public async Task A_mail_of_which_nobody_knows_whether_it_arrived_comes_again_under_the_same_name()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var messages = await office.PostAsync(MailKind.Confirmed, office.Person());
        var sender = office.Sender(MailTestHost.Smtp(server));

        await server.BehaveAsync("deaf");
        await sender.RunOnceAsync(CancellationToken.None);
        await server.BehaveAsync("well");
        await office.WorkOffAsync(sender);

        await server.HasEachOnceAsync(messages);
        Assert.Equal(2, server.Taken.Count);
    }
}
