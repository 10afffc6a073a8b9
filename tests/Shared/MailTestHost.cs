using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>
/// An outbox with a small workshop and any number of senders. It is noon on 1 January 2030 until the test moves the clock.
/// </summary>
public sealed class MailTestHost : IDisposable
{
    public const string Site = "https://atelier.test";

    /// <summary>What everybody owes, for the mail about it.</summary>
    private static readonly WorkshopFees Fee = new() { Categories = [new("full", new("Plein tarif", "Full fee")) { Amount = 200 }] };

    private readonly ContentDatabase _database;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("modmat-mail-");
    private readonly List<IDisposable> _toDispose = [];
    private int _people;

    private MailTestHost(ContentDatabase database) => _database = database;

    public FakeTimeProvider Time => _database.Time;

    public string Folder => Path.Combine(_data.FullName, "mail");

    /// <param name="seats">The lines about seats in <c>workshop.md</c>, and others; null for those of the sample.</param>
    public static async Task<MailTestHost> OpenAsync(Engine engine = Engine.Sqlite, string? seats = null) =>
        new(await ContentDatabase.WithSampleAsync(engine, seats));

    /// <summary>With other content than that of the sample.</summary>
    public static async Task<MailTestHost> OpenWithAsync(ContentSample content)
    {
        var database = new ContentDatabase(Engine.Sqlite);
        await database.ImportAsync(content);
        return new(database);
    }

    public WorkshopDb Db() => _database.Open();

    public static (string, string?)[] Smtp(SmtpServer server) => Smtp(server.Port, "none");

    public static (string, string?)[] Smtp(int port, string security) =>
        [
            ("Mail:Smtp:Host", "localhost"),
            ("Mail:Smtp:Port", $"{port}"),
            ("Mail:Smtp:Security", security),
            ("Mail:From", "Atelier <atelier@atelier.test>"),
            ("Mail:ReplyTo", "comite@atelier.test"),
        ];

    public SiteSettings Settings(params (string Key, string? Value)[] settings) =>
        SiteSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Site:BaseUrl", Site),
                    new("Site:DataPath", _data.FullName),
                    new("Site:Key", "a key for the tests, long enough to be one"),
                    .. settings.Select(s => KeyValuePair.Create(s.Key, s.Value)),
                ])
                .Build(),
            new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootFileProvider = new NullFileProvider() }
        );

    public MailSender Sender(params (string Key, string? Value)[] settings) => Sender(new SiteClock(Time), null, null, settings);

    public MailSender Sender(SiteClock clock, TimeSpan? timeout, TestCertificate? trusted, params (string Key, string? Value)[] settings)
    {
        var read = Settings(settings);
        var services = new ServiceCollection()
            .AddScoped(_ => Db())
            .AddScoped<MailComposer>()
            .AddSingleton(read)
            .AddSingleton(read.Address)
            .AddSingleton<SiteKey>()
            .AddSingleton<SecretLinks>()
            .AddSingleton<OrganiserLinks>()
            .AddSingleton(clock)
            .AddSingleton<ILogger<MailComposer>>(NullLogger<MailComposer>.Instance)
            .AddSingleton<TimeProvider>(Time)
            .BuildServiceProvider();
        var transport = new MailTransport(read, clock)
        {
            Timeout = timeout ?? TimeSpan.FromSeconds(15),
            ServerCertificateValidation = trusted is null ? null : trusted.Trusts,
        };
        var sender = new MailSender(
            services.GetRequiredService<IServiceScopeFactory>(),
            new WriteLock(),
            transport,
            new OutboxSignal(),
            Time,
            NullLogger<MailSender>.Instance
        );
        _toDispose.AddRange([sender, transport, services]);
        return sender;
    }

    /// <summary>Moves the clock from one attempt to the next until no mail waits.</summary>
    public async Task SendAllAsync(MailSender sender)
    {
        for (var round = 0; round < 100; round++)
        {
            while (await sender.RunOnceAsync(CancellationToken.None)) { }
            var waiting = await MessagesAsync(MailState.Waiting);
            if (waiting.Count == 0)
                return;
            Time.Advance(TimeSpan.FromMinutes(1));
            var next = waiting.Min(m => m.NextTryAt) - Time.GetUtcNow();
            if (next > TimeSpan.Zero)
                Time.Advance(next);
        }
        Assert.Fail("The outbox never empties.");
    }

    /// <summary>By default a confirmed participant with a seat who reads French.</summary>
    public Registration Person(
        string? name = null,
        Language language = Language.French,
        string mailbox = "lectrice",
        Action<Registration>? then = null
    )
    {
        var number = ++_people;
        // The SMTP server recognises "unknown" and "busy" by the mailbox, so their number goes into the domain.
        var address = mailbox is "unknown" or "busy" ? $"{mailbox}@n{number}.labo.example" : $"{mailbox}{number}@labo.example";
        Assert.True(EmailAddress.TryParse(address, out var email));
        var person = Registration.New(Guid.NewGuid(), number, $"ticket-{number}", email, $"1234{number:0000}");
        person.Begin(
            new()
            {
                GivenName = name ?? "Ada",
                FamilyName = "Lovelace",
                Affiliation = "Labo",
                Position = Position.Postdoc,
                Language = language,
                HalfDays = [new(new(2030, 3, 30), HalfDay.Morning, Attendance.InPerson)],
                Meals = [],
                MayBeListed = false,
                MayBePhotographed = false,
            },
            Attendance.InPerson,
            $"form-{number}",
            Time.GetUtcNow()
        );
        if (then is null)
        {
            person.AssignSeat(number, fromReserve: false);
            person.Confirm(Time.GetUtcNow());
        }
        else
            then(person);
        return person;
    }

    /// <summary>Adds one mail to each person to the outbox.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> PostAsync(MailKind kind, params IEnumerable<Registration> people)
    {
        await using var db = Db();
        if (kind == MailKind.FeeReminder)
            await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.Fees, Fee));
        var messages = new List<OutboxMessage>();
        foreach (var person in people)
        {
            if (!await db.Registrations.AnyAsync(r => r.Id == person.Id))
                db.Registrations.Add(person);
            messages.Add(OutboxMessage.For(person, kind, "test", Time.GetUtcNow(), "atelier.example"));
        }
        db.Outbox.AddRange(messages);
        await db.SaveChangesAsync();
        return messages;
    }

    /// <summary>Adds one mail about this account to the outbox.</summary>
    public async Task<OutboxMessage> PostAsync(MailKind kind, Organiser organiser)
    {
        await using var db = Db();
        if (!await db.Organisers.AnyAsync(o => o.Id == organiser.Id))
            db.Organisers.Add(organiser);
        var message = OutboxMessage.For(organiser, kind, Time.GetUtcNow(), "atelier.example");
        db.Outbox.Add(message);
        await db.SaveChangesAsync();
        return message;
    }

    public async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(MailState? state = null)
    {
        await using var db = Db();
        return await db.Outbox.AsNoTracking().Where(m => state == null || m.State == state).OrderBy(m => m.Id).ToListAsync();
    }

    /// <summary>The mails in the pickup folder.</summary>
    public IReadOnlyList<MimeMessage> PickedUpMails() =>
        Directory.Exists(Folder)
            ? [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))]
            : [];

    /// <summary>Sends a mail of this kind to the person.</summary>
    /// <returns>The mail in the pickup folder.</returns>
    public async Task<MimeMessage> SendAsync(MailKind kind, Registration person)
    {
        var message = Assert.Single(await PostAsync(kind, person));
        await Sender().RunOnceAsync(CancellationToken.None);
        return Assert.Single(PickedUpMails(), mail => mail.MessageId == message.MessageId);
    }

    public void Dispose()
    {
        foreach (var disposable in _toDispose)
            disposable.Dispose();
        _database.Dispose();
        _data.Delete(recursive: true);
    }
}
