using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Mail;

/// <summary>Which mail is sent, once and no more, by one sender or several.</summary>
public sealed class MailSenderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_senders_on_one_outbox_deliver_each_mail_once(Engine engine)
    {
        using var office = await MailTestHost.OpenAsync(engine);
        var messages = await office.PostAsync(MailKind.Confirmed, Enumerable.Range(0, 60).Select(_ => office.Person()));
        MailSender[] senders =
        [
            office.Sender(("Mail:PickupPath", office.Folder + "/1")),
            office.Sender(("Mail:PickupPath", office.Folder + "/2")),
        ];

        await Task.WhenAll(
            senders.Select(sender =>
                Task.Run(async () =>
                {
                    while (await sender.RunOnceAsync(CancellationToken.None)) { }
                })
            )
        );

        var delivered = Directory
            .EnumerateFiles(office.Folder, "*.eml", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);
        Assert.Equal(messages.Select(m => m.MessageId).Order(StringComparer.Ordinal), delivered);
        Assert.All(await office.MessagesAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Tries)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_sender_held_when_it_died_is_sent_when_its_claim_is_over(Engine engine)
    {
        using var office = await MailTestHost.OpenAsync(engine);
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await using (var db = office.Db())
            await db.Outbox.ExecuteUpdateAsync(m =>
                m.SetProperty(x => x.NextTryAt, office.Time.GetUtcNow().AddMinutes(3)).SetProperty(x => x.Tries, 1)
            );
        var sender = office.Sender();

        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Empty(office.Picked());
        office.Time.Advance(TimeSpan.FromMinutes(3));
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(office.Picked());
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_keeps_nobody_waiting()
    {
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync((MailKind)99, office.Person());
        await office.PostAsync(MailKind.Confirmed, office.Person());

        await office.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Single(office.Picked());
        Assert.StartsWith(
            "It could not be composed.",
            Assert.Single(await office.MessagesAsync(MailState.Waiting)).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mail_to_somebody_who_was_erased_is_moot()
    {
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.LinkAgain, office.Person());
        await using (var db = office.Db())
            await db.Registrations.ExecuteDeleteAsync();

        await office.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Equal(MailState.Skipped, Assert.Single(await office.MessagesAsync()).State);
        Assert.Empty(office.Picked());
    }

    [SmtpFact]
    public async Task A_rehearsal_writes_to_nobody_unless_it_is_forced_to()
    {
        await using var server = await SmtpServer.StartAsync();
        using var office = await MailTestHost.OpenAsync();
        var clock = new SiteClock(office.Time);
        await using (var db = office.Db())
            await clock.SetAsync("2030-02-01T09:00", TimeZoneInfo.Utc, db, CancellationToken.None);

        await office.PostAsync(MailKind.Confirmed, office.Person());
        await office.Sender(clock, null, null, MailTestHost.Smtp(server)).RunOnceAsync(CancellationToken.None);
        Assert.Empty(await server.AllTakenAsync());
        Assert.Single(office.Picked());

        var forced = await office.PostAsync(MailKind.Confirmed, office.Person());
        await office
            .Sender(clock, null, null, [.. MailTestHost.Smtp(server), ("Mail:EvenInRehearsal", "true")])
            .RunOnceAsync(CancellationToken.None);
        await server.HasEachOnceAsync(forced);
        Assert.Single(office.Picked());
    }

    [Fact]
    public async Task The_same_mail_dropped_twice_lies_in_the_folder_once()
    {
        using var office = await MailTestHost.OpenAsync();
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await office.Sender().RunOnceAsync(CancellationToken.None);
        await using (var db = office.Db())
            await db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Waiting));
        await office.Sender().RunOnceAsync(CancellationToken.None);

        Assert.Single(office.Picked());
        Assert.Equal([".eml"], Directory.EnumerateFiles(office.Folder).Select(Path.GetExtension));
    }
}
