using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Content;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>
/// A room of one's own, with the real desk before it and a clock that the test moves. It is noon on 1 January 2030 and registration has
/// just opened; it closes on
/// 20 March, and all begins on 30 March. People go by their given names: <c>ada</c> is <c>ada@lab.example</c>.
/// </summary>
public sealed partial class RegistrationTestDatabase : IDisposable
{
    public static readonly Actor Organiser = new("organiser 1");
    private readonly Engine engine;
    private readonly ContentDatabase database;
    private readonly OutboxSignal outboxSignal = new();
    private readonly ConcurrentDictionary<int, (WriteLock Lock, RegistrationQueue Queue)> instances = [];
    private int forms;

    private RegistrationTestDatabase(Engine engine)
    {
        (this.engine, database) = (engine, new(engine));
        Clock = new(Time);
    }

    public static SiteSettings Settings { get; } =
        new()
        {
            Address = new("https://modmat.test"),
            ContentPath = "",
            DataPath = "",
            UsesPostgres = false,
            ConnectionString = "",
            RehearseFrom = null,
            Key = null,
            Hold = TimeSpan.FromHours(2),
            Mail = new("", new("site@modmat.test", "site@modmat.test"), null, null, 0, "none", null, null, false),
            Players = [],
            RateLimits = false,
            KnownProxies = [],
        };

    public FakeTimeProvider Time => database.Time;

    public SiteClock Clock { get; }

    public IInterceptor[] Interceptors { get; set; } = [];

    public static async Task<RegistrationTestDatabase> OpenAsync(
        Engine engine,
        int seats = 50,
        int reserved = 0,
        string? rehearseFrom = null
    )
    {
        var desk = new RegistrationTestDatabase(engine);
        using var content = new ContentSample();
        content.Replace("workshop.md", "seats: 20\nreserved: 2\n", $"seats: {seats}\nreserved: {reserved}\nreserved_until: 2030-02-01\n");
        await desk.database.ImportAsync(content);
        await using var db = desk.Open();
        await db.PrepareAsync(CancellationToken.None);
        await desk.Clock.SetAsync(rehearseFrom, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), db, CancellationToken.None);
        return desk;
    }

    public static EmailAddress AddressOf(string name) =>
        EmailAddress.TryParse($"{name}@lab.example", out var address) ? address : throw new ArgumentException(name);

    public static RegistrationDetails DetailsOf(string name) =>
        new()
        {
            GivenName = name,
            FamilyName = "Lovelace",
            Affiliation = "Laboratory",
            Position = Position.Postdoc,
            Language = Language.French,
            HalfDays = [],
            Meals = [],
            MayBeListed = false,
            MayBePhotographed = false,
        };

    public WorkshopDb Open(int instance = 0) =>
        engine is Engine.Postgres
            ? new PostgresWorkshopDb(
                new DbContextOptionsBuilder<PostgresWorkshopDb>().UseNpgsql(Pool(instance)).AddInterceptors(Interceptors).Options
            )
            : new SqliteWorkshopDb(
                new DbContextOptionsBuilder<SqliteWorkshopDb>()
                    .UseSqliteFile(database.ConnectionString)
                    .AddInterceptors(Interceptors)
                    .Options
            );

    /// <param name="instance">The process that is asked: each has a queue of its own, and they share nothing but the database.</param>
    public async Task<T> AtDeskAsync<T>(Func<RegistrationService, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(new(db, QueueOf(instance)));
    }

    public async Task<T> AskAsync<T>(Func<WorkshopDb, RegistrationQueue, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(db, QueueOf(instance));
    }

    /// <summary>The other desk: presses, beats, corrections.</summary>
    public async Task<T> AtTheDoorAsync<T>(Func<PresenceService, WorkshopDb, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(new(db, instances.GetOrAdd(instance, _ => NewInstance()).Lock, Clock, Time, new AuditTrail(db, Time)), db);
    }

    public async Task<string> RegisterAsync(
        string name,
        Attendance attendance = Attendance.InPerson,
        string? form = null,
        Guid? invitation = null,
        int instance = 0
    )
    {
        form ??= $"form {Interlocked.Increment(ref forms)}";
        var answer = await AtDeskAsync(
            desk => desk.RegisterAsync(new(AddressOf(name), DetailsOf(name), attendance, form), invitation, CancellationToken.None),
            instance
        );
        return answer is null ? "closed" : In(answer.Place, answer.Rank);
    }

    public Task<ChangeResult> ConfirmAsync(string name, int instance = 0) => ApplyAsync(name, new Confirm(), instance: instance);

    public Task<ChangeResult> CancelAsync(string name, int instance = 0) => ApplyAsync(name, new Cancel(), instance: instance);

    public Task<ChangeResult> AcceptAsync(string name, int instance = 0) => ApplyAsync(name, new AcceptOffer(), instance: instance);

    public Task<ChangeResult> ComeAsync(string name) => ApplyAsync(name, new RequestSeat());

    public Task<ChangeResult> LeaveAsync(string name) => ApplyAsync(name, new FollowRemotely());

    public Task<ChangeResult> EraseAsync(string name) =>
        AskAsync(name, (desk, id) => desk.EraseAsync(id, Actor.Participant, CancellationToken.None));

    public Task<ChangeResult> ApplyAsync(string name, RegistrationCommand command, Actor? actor = null, int instance = 0) =>
        AskAsync(name, (desk, id) => desk.ApplyAsync(id, command, actor ?? Actor.Participant, CancellationToken.None), instance);

    public async Task<ChangeResult> AskAsync(string name, Func<RegistrationService, Guid, Task<ChangeResult>> ask, int instance = 0)
    {
        var id = (await FindAsync(name))?.Id ?? Guid.Empty;
        return await AtDeskAsync(desk => ask(desk, id), instance);
    }

    public Task SetCapacityAsync(int? seats) => SetAsync(settings => settings.SetCapacityAsync(seats, Organiser, CancellationToken.None));

    public Task SetOpenAsync(bool? open) => SetAsync(settings => settings.SetOpenAsync(open, Organiser, CancellationToken.None));

    public Task SetDatesAsync(RegistrationDateSettings dates) =>
        SetAsync(settings => settings.SetDatesAsync(dates, Organiser, CancellationToken.None));

    public Task RunMaintenanceAsync(int instance = 0) =>
        AskAsync(
            async (db, queue) =>
            {
                await new RegistrationMaintenance(db, queue, Clock, new(db, queue, Clock, Time)).RunAsync(CancellationToken.None);
                return true;
            },
            instance
        );

    /// <summary>Time passes, and the sweep comes round.</summary>
    public Task WaitAsync(TimeSpan time)
    {
        Time.Advance(time);
        return RunMaintenanceAsync();
    }

    public async Task<Guid> InviteAsync(string guest) =>
        (
            await AskAsync(
                (db, queue) =>
                    new InvitationService(db, queue).InviteAsync(
                        Guid.NewGuid(),
                        guest,
                        null,
                        Language.French,
                        Organiser,
                        CancellationToken.None
                    )
            )
        ).Id;
}
