using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Application;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>
/// A database with the real registration service and a clock that the test moves. It is noon on 1 January 2030 and registration has just
/// opened; it closes on 20 March, and the workshop begins on 30 March. Names are given names: <c>ada</c> is <c>ada@lab.example</c>.
/// </summary>
public sealed partial class RegistrationTestDatabase : IDisposable
{
    public static readonly Actor Organiser = new("organiser 1");
    private readonly Engine engine;
    private readonly ContentDatabase database;
    private readonly OutboxSignal outboxSignal = new();
    private readonly ConcurrentDictionary<int, (WriteLock Lock, RegistrationQueue Queue)> instances = [];
    private int forms;

    private RegistrationTestDatabase(Engine engine, ContentDatabase database)
    {
        (this.engine, this.database) = (engine, database);
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
        string? rehearseFrom = null,
        string options = ""
    )
    {
        var created = new RegistrationTestDatabase(
            engine,
            await ContentDatabase.WithSampleAsync(engine, $"seats: {seats}\nreserved: {reserved}\nreserved_until: 2030-02-01\n{options}")
        );
        await using var db = created.Open();
        await db.PrepareAsync(CancellationToken.None);
        await created.Clock.SetAsync(rehearseFrom, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), db, CancellationToken.None);
        return created;
    }

    /// <summary>Imports other content, as the site does when the folder has changed.</summary>
    public Task<ContentImportResult> ImportAsync(ContentSample content, string? agreed = null) => database.ImportAsync(content, agreed);

    /// <summary>Imports other content; if its timetable waits, an organiser agrees to it.</summary>
    public async Task ImportAndAgreeAsync(ContentSample content)
    {
        if ((await database.ImportAsync(content)).WaitingTimetable is { } waiting)
            await database.ImportAsync(content, waiting.TimetableHash);
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

    /// <param name="instance">The process that runs it. Each has its own queue; they share only the database.</param>
    public async Task<T> WithRegistrationsAsync<T>(Func<RegistrationService, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(new(db, QueueOf(instance)));
    }

    public async Task<T> AskAsync<T>(Func<WorkshopDb, RegistrationQueue, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(db, QueueOf(instance));
    }

    /// <summary>Check-ins, heartbeats and corrections.</summary>
    public async Task<T> WithPresenceAsync<T>(Func<PresenceService, WorkshopDb, Task<T>> ask, int instance = 0)
    {
        await using var db = Open(instance);
        return await ask(new(db, instances.GetOrAdd(instance, _ => NewInstance()).Lock, Clock, Time, new AuditTrail(db, Time)), db);
    }

    public async Task<string> RegisterAsync(
        string name,
        Attendance attendance = Attendance.InPerson,
        string? form = null,
        Guid? invitation = null,
        int instance = 0,
        string? corrects = null,
        RegistrationDetails? details = null
    )
    {
        form ??= $"form {Interlocked.Increment(ref forms)}";
        var mistyped = corrects is null ? null : AddressOf(corrects);
        var submission = new FormSubmission(AddressOf(name), details ?? DetailsOf(name), attendance, form, mistyped);
        var answer = await WithRegistrationsAsync(
            service => service.RegisterAsync(submission, invitation, CancellationToken.None),
            instance
        );
        return answer is { } place ? PlaceOf(place) : "closed";
    }

    public Task<ChangeResult> ConfirmAsync(string name, int instance = 0) => ApplyAsync(name, new Confirm(), instance: instance);

    public Task<ChangeResult> CancelAsync(string name, int instance = 0) => ApplyAsync(name, new Cancel(), instance: instance);

    public Task<ChangeResult> AcceptAsync(string name, int instance = 0) => ApplyAsync(name, new AcceptOffer(), instance: instance);

    public Task<ChangeResult> RequestSeatAsync(string name) => ApplyAsync(name, new RequestSeat());

    public Task<ChangeResult> FollowRemotelyAsync(string name) => ApplyAsync(name, new FollowRemotely());

    public Task<ChangeResult> EraseAsync(string name) =>
        AskAsync(name, (service, id) => service.EraseAsync(id, Actor.Participant, CancellationToken.None));

    public Task<ChangeResult> ApplyAsync(string name, RegistrationCommand command, Actor? actor = null, int instance = 0) =>
        AskAsync(name, (service, id) => service.ApplyAsync(id, command, actor ?? Actor.Participant, CancellationToken.None), instance);

    public async Task<ChangeResult> AskAsync(string name, Func<RegistrationService, Guid, Task<ChangeResult>> ask, int instance = 0)
    {
        var id = (await FindAsync(name))?.Id ?? Guid.Empty;
        return await WithRegistrationsAsync(service => ask(service, id), instance);
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

    /// <summary>Moves the clock and runs maintenance.</summary>
    public Task WaitAsync(TimeSpan time)
    {
        Time.Advance(time);
        return RunMaintenanceAsync();
    }

    public async Task<Guid> InviteAsync(string guest, params string[] parts) =>
        (
            await AskAsync(
                (db, queue) =>
                    new InvitationService(db, queue).InviteAsync(
                        Guid.NewGuid(),
                        guest,
                        null,
                        Language.French,
                        parts,
                        Organiser,
                        CancellationToken.None
                    )
            )
        ).Id;
}
