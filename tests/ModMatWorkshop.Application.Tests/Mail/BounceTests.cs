using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Mail;

/// <summary>Mails that come back.</summary>
public sealed class BounceTests
{
    private const string Ours = "0123456789abcdef0123456789abcdef@atelier.example";

    public static TheoryData<string, BounceKind?, string> Shapes =>
        new()
        {
            { "postfix", BounceKind.Address, "5.1.1 550 5.1.1 <ada@labo.example>: Recipient address rejected: User unknown" },
            { "postfix-delayed", BounceKind.Temporary, "4.4.1 connect to mx.labo.example[192.0.2.1]:25: Connection timed out" },
            { "exim", BounceKind.Address, "5.0.0 550 No such user here" },
            { "exim-old", BounceKind.Address, "550 5.1.1 No such user here" },
            { "microsoft", BounceKind.Address, "5.1.10 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found" },
            { "gmail", BounceKind.Address, "5.1.1 550-5.1.1 The email account that you tried to reach does not exist." },
            { "full", BounceKind.Temporary, "5.2.2 552 5.2.2 Mailbox full" },
            { "policy", BounceKind.Refused, "5.7.1 550 5.7.1 Message rejected as spam" },
            { "delivered", null, "" },
            { "vacation", null, "" },
            { "deep", null, "" },
            { "binary", null, "" },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Notices_of_many_servers_are_understood(string shape, BounceKind? kind, string reason)
    {
        using var stream = new MemoryStream(BounceSamples.Of(shape, Ours));
        var notice = BounceNotice.Read(stream);

        Assert.Equal(kind, notice?.Kind);
        if (notice is not null)
        {
            Assert.Equal((Ours, reason), (notice.MessageIds[0], notice.Reason));
        }
    }

    [Fact]
    public void A_notice_that_is_cut_off_in_the_returned_mail_is_understood()
    {
        var large = BounceSamples.Of("postfix", Ours).Concat(Encoding.ASCII.GetBytes(new string('x', 2 * BounceNotice.MaxBytes))).ToArray();
        using var stream = new MemoryStream(large[..BounceNotice.MaxBytes]);

        Assert.Equal([Ours], BounceNotice.Read(stream)!.MessageIds);
    }

    [Theory]
    [InlineData("failed", "5.1.1", BounceKind.Address)]
    [InlineData("FAILED", "5.1.1 (bad)", BounceKind.Address)]
    [InlineData("failed", "4.4.7", BounceKind.Temporary)]
    [InlineData("failed", "", BounceKind.Address)]
    [InlineData("failed", null, BounceKind.Address)]
    [InlineData("failed", "5.7.26", BounceKind.Refused)]
    [InlineData("failed", "5.2.3", BounceKind.Refused)]
    [InlineData("delayed", "5.1.1", BounceKind.Temporary)]
    [InlineData("relayed", "2.0.0", null)]
    [InlineData(null, "5.1.1", null)]
    public void The_kind_follows_from_action_and_status(string? action, string? status, BounceKind? kind) =>
        Assert.Equal(kind, BounceRules.KindOf(action, status));

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_mail_that_was_sent_comes_back_and_only_once_until_the_address_is_corrected(Engine engine)
    {
        using var host = await MailTestHost.OpenAsync(engine);
        var (ada, other) = (host.Person(), host.Person(mailbox: "autre"));
        var sent = Assert.Single(await host.PostAsync(MailKind.Confirmed, ada));
        await host.Sender().RunOnceAsync(CancellationToken.None);
        var waiting = Assert.Single(await host.PostAsync(MailKind.Confirmed, other));

        Assert.False(await RecordAsync(host, BounceKind.Address, "unknown@atelier.example"));
        Assert.False(await RecordAsync(host, BounceKind.Address, waiting.MessageId));
        Assert.Equal(0, await BouncingAsync(host));
        Assert.True(await RecordAsync(host, BounceKind.Temporary, sent.MessageId));
        Assert.Equal(0, await BouncingAsync(host));
        // Two instances, and the same notice again.
        Assert.Single(
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecordAsync(host, BounceKind.Address, $"<{sent.MessageId}>"))),
            news => news
        );
        Assert.False(await RecordAsync(host, BounceKind.Temporary, sent.MessageId));
        Assert.Equal(1, await BouncingAsync(host));

        await using (var db = host.Db())
        {
            Assert.Equal(
                ["Temporary", "Address"],
                await db.AuditLog.Where(e => e.Action == "saw a mail come back").OrderBy(e => e.Id).Select(e => e.Result).ToListAsync()
            );
            Assert.Equal(
                [ada.Number],
                await new AttendeeQuery { Bounces = true }
                    .In(db)
                    .Select(r => r.Number)
                    .ToListAsync()
            );
            var person = await db.Registrations.SingleAsync(r => r.Id == ada.Id);
            Assert.True(EmailAddress.TryParse("corrigee@labo.example", out var corrected));
            person.ChangeAddress(corrected, host.Time.GetUtcNow().AddDays(2));
            await db.SaveChangesAsync();
        }
        Assert.Equal(0, await BouncingAsync(host));
    }

    [ImapFact]
    public async Task Notices_in_a_mailbox_reach_the_person_once_and_the_mailbox_stays_as_it_was()
    {
        await using var server = await ImapServer.StartAsync();
        using var host = await MailTestHost.OpenAsync();
        var sent = Assert.Single(await host.PostAsync(MailKind.Confirmed, host.Person()));
        await host.Sender().RunOnceAsync(CancellationToken.None);
        var mailbox = host.Settings(
            ("Mail:Bounces:Imap:Host", "127.0.0.1"),
            ("Mail:Bounces:Imap:Port", $"{server.Port}"),
            ("Mail:Bounces:Imap:Security", "none"),
            ("Mail:Bounces:Imap:User", ImapServer.User),
            ("Mail:Bounces:Imap:Password", ImapServer.Password)
        ).Mail.Bounces.Mailbox!;
        await using var services = Services(host);
        using var first = Reader(services, host);
        using var second = Reader(services, host);
        Assert.Equal(0, await first.ReadOnceAsync(mailbox, CancellationToken.None));

        await server.AppendAsync(BounceSamples.Of("vacation", sent.MessageId));
        await server.AppendAsync(BounceSamples.Of("postfix", "ffffffffffffffffffffffffffffffff@atelier.example"));
        // Somebody sends a very large one.
        await server.AppendAsync([
            .. BounceSamples.Of("postfix", Ours),
            .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 700_000))),
        ]);
        await server.AppendAsync(BounceSamples.Of("deep", sent.MessageId));
        await server.AppendAsync(BounceSamples.Of("gmail", sent.MessageId));
        await server.AppendAsync(BounceSamples.Of("gmail", sent.MessageId));
        var news = await Task.WhenAll(
            first.ReadOnceAsync(mailbox, CancellationToken.None),
            second.ReadOnceAsync(mailbox, CancellationToken.None)
        );

        Assert.Equal(1, news.Sum());
        Assert.Equal(1, await BouncingAsync(host));
        Assert.Equal(0, await first.ReadOnceAsync(mailbox, CancellationToken.None));
        // After a restart.
        using var third = Reader(services, host);
        Assert.Equal(0, await third.ReadOnceAsync(mailbox, CancellationToken.None));
        Assert.Equal((6, 0), await server.CountAsync());
        Assert.Null(third.Last.Failure);
        await Assert.ThrowsAnyAsync<Exception>(() => first.ReadOnceAsync(mailbox with { Password = "faux" }, CancellationToken.None));
    }

    private static ServiceProvider Services(MailTestHost host) =>
        new ServiceCollection()
            .AddScoped(_ => host.Db())
            .AddSingleton<WriteLock>()
            .AddSingleton<TimeProvider>(TimeProvider.System)
            .AddScoped<AuditTrail>()
            .AddScoped<BounceService>()
            .AddLogging()
            .BuildServiceProvider();

    private static BounceReader Reader(IServiceProvider services, MailTestHost host) =>
        new(services.GetRequiredService<IServiceScopeFactory>(), host.Settings(), TimeProvider.System, NullLogger<BounceReader>.Instance);

    private static async Task<bool> RecordAsync(MailTestHost host, BounceKind kind, string id)
    {
        await using var services = Services(host);
        await using var scope = services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<BounceService>()
            .RecordAsync(BounceNotice.Of(kind, "5.1.1 said the server", [id]), CancellationToken.None);
    }

    private static async Task<int> BouncingAsync(MailTestHost host)
    {
        await using var db = host.Db();
        return await db.Registrations.WithBouncingAddress(db).CountAsync();
    }
}
