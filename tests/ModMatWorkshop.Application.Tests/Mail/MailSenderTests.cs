using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>One or more senders send each mail of the outbox once.</summary>
public sealed class MailSenderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_senders_on_one_outbox_deliver_each_mail_once(Engine engine)
    {
        using var host = await MailTestHost.OpenAsync(engine);
        var messages = await host.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 60).Select(_ => host.Person()));
        MailSender[] senders = [host.Sender(("Mail:PickupPath", host.Folder + "/1")), host.Sender(("Mail:PickupPath", host.Folder + "/2"))];

        await Task.WhenAll(
            senders.Select(sender =>
                Task.Run(async () =>
                {
                    while (await sender.RunOnceAsync(CancellationToken.None)) { }
                })
            )
        );

        var delivered = Directory
            .EnumerateFiles(host.Folder, "*.eml", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        Assert.Equal(messages.Select(m => m.MessageId).Order(StringComparer.Ordinal), delivered);
        Assert.All(await host.MessagesAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Tries)));
    }

    [Theory, OnPostgres]
    public async Task A_mail_claimed_by_an_instance_that_crashed_is_sent_when_the_claim_expires(Engine engine)
    {
        using var host = await WithClaimedMailAsync(engine);
        var sender = host.Sender();

        await sender.EndClaimsAsync(CancellationToken.None);
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Empty(host.PickedUpMails());
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(host.PickedUpMails());
    }

    [Fact]
    public async Task A_mail_claimed_by_the_only_process_is_sent_as_soon_as_it_starts_again()
    {
        using var host = await WithClaimedMailAsync(Engine.Sqlite);
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await using (var db = host.Db())
            await db
                .Outbox.Where(m => m.Tries == 0)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, host.Time.GetUtcNow().AddMinutes(5)));
        var sender = host.Sender();

        await sender.EndClaimsAsync(CancellationToken.None);
        await sender.RunOnceAsync(CancellationToken.None);

        Assert.Single(host.PickedUpMails());
        Assert.Equal([(MailState.Sent, 2), (MailState.Waiting, 0)], (await host.MessagesAsync()).Select(m => (m.State, m.Tries)));
    }

    /// <summary>A mail that a process has just claimed when it crashes.</summary>
    private static async Task<MailTestHost> WithClaimedMailAsync(Engine engine)
    {
        var host = await MailTestHost.OpenAsync(engine);
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await using var db = host.Db();
        await db.Outbox.ExecuteUpdateAsync(m =>
            m.SetProperty(x => x.NextTryAt, host.Time.GetUtcNow().AddMinutes(3)).SetProperty(x => x.Tries, 1)
        );
        return host;
    }

    [Fact]
    public async Task A_mail_that_cannot_be_composed_does_not_delay_others()
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync((MailKind)99, host.Person());
        await host.PostAsync(MailKind.Confirmed, host.Person());

        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Single(host.PickedUpMails());
        Assert.StartsWith(
            "It could not be composed.",
            Assert.Single(await host.MessagesAsync(MailState.Waiting)).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mail_to_an_erased_participant_is_skipped()
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.LinkAgain, host.Person());
        await using (var db = host.Db())
            await db.Registrations.ExecuteDeleteAsync();

        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal(MailState.Skipped, Assert.Single(await host.MessagesAsync()).State);
        Assert.Empty(host.PickedUpMails());
    }

    [SmtpFact]
    public async Task A_rehearsal_sends_no_mail_unless_a_setting_asks_for_it()
    {
        await using var server = await SmtpServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var clock = new SiteClock(host.Time);
        await using (var db = host.Db())
            await clock.SetAsync("2030-02-01T09:00", TimeZoneInfo.Utc, db, CancellationToken.None);

        await host.PostAsync(MailKind.Confirmed, host.Person());
        await host.Sender(clock, null, null, MailTestHost.Smtp(server)).RunOnceAsync(CancellationToken.None);
        Assert.Empty(await server.AllReceivedAsync());
        Assert.Single(host.PickedUpMails());

        var forced = await host.PostAsync(MailKind.Confirmed, host.Person());
        await host.Sender(clock, null, null, [.. MailTestHost.Smtp(server), ("Mail:EvenInRehearsal", "true")])
            .RunOnceAsync(CancellationToken.None);
        await server.AssertReceivedOnceAsync(forced);
        Assert.Single(host.PickedUpMails());
    }

    [Fact]
    public async Task A_mail_sent_twice_is_in_the_pickup_folder_once()
    {
        using var host = await MailTestHost.OpenAsync();
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await host.Sender().RunOnceAsync(CancellationToken.None);
        await using (var db = host.Db())
            await db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Waiting));
        await host.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Single(host.PickedUpMails());
        Assert.Equal([".eml"], Directory.EnumerateFiles(host.Folder).Select(Path.GetExtension));
    }
}
