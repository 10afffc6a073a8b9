using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>
/// A registration database and any number of instances that run batches on it. People are named <c>p1</c>, <c>p2</c>, … after the number
/// of their registration.
/// </summary>
public sealed class BatchTestHost : IDisposable
{
    private readonly Dictionary<int, ServiceProvider> _instances = [];
    private readonly List<BatchRunner> _runners = [];

    private BatchTestHost(RegistrationTestDatabase database) => Database = database;

    public RegistrationTestDatabase Database { get; }

    public static async Task<BatchTestHost> OpenAsync(Engine engine, int seats = 50, int reserved = 0) =>
        new(await RegistrationTestDatabase.OpenAsync(engine, seats, reserved));

    /// <summary>
    /// Adds people who wish for a seat to the database: the first have one, all others are on the waiting list. Holds last 30 days.
    /// </summary>
    public async Task FillAsync(int people, int seats, bool areConfirmed)
    {
        await using var db = Database.Open();
        for (var number = 1; number <= people; number++)
        {
            var person = Registration.New(Guid.NewGuid(), number, $"ticket {number}", RegistrationTestDatabase.AddressOf($"p{number}"));
            person.Begin(
                RegistrationTestDatabase.DetailsOf($"p{number}"),
                Attendance.InPerson,
                $"form {number}",
                Database.Clock.GetUtcNow()
            );
            if (number <= seats)
                person.AssignSeat(number, fromReserve: false);
            else
                person.JoinWaitingList(number - seats);
            if (areConfirmed)
                person.Confirm(Database.Clock.GetUtcNow());
            else
                person.HoldPlaceUntil(Database.Clock.GetUtcNow().AddDays(30));
            db.Registrations.Add(person);
        }
        var state = await db.WorkshopStates.SingleAsync();
        (state.LastNumber, state.LastLineNumber) = (people, Math.Max(0, people - seats));
        await db.SaveChangesAsync();
    }

    /// <summary>The batch preview, in the order in which the batch runs.</summary>
    public async Task<IReadOnlyList<(int Number, PreviewResult Preview)>> PreviewAsync(BatchKind kind, params IEnumerable<int> numbers)
    {
        await using var db = Database.Open();
        var preview = await BatchPreview.ReadAsync(db, Database.Clock.GetUtcNow(), CancellationToken.None);
        return
        [
            .. (await AttendeeSelection.WithNumbers(db, [.. numbers]).ToListAsync())
                .OrderBy(r => r.LineNumber ?? long.MaxValue)
                .ThenBy(r => r.Number)
                .Select(r => (r.Number, preview.Of(BatchItemService.CommandOf(kind), r))),
        ];
    }

    public async Task<Batch> BeginAsync(BatchKind kind, IEnumerable<int> numbers, Guid? key = null) =>
        await WithBatchesAsync(batches =>
            batches.BeginAsync(key ?? Guid.NewGuid(), kind, numbers, RegistrationTestDatabase.Organiser, CancellationToken.None)
        );

    public async Task<T> WithBatchesAsync<T>(Func<BatchService, Task<T>> ask)
    {
        await using var scope = Services(0).CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<BatchService>());
    }

    public async Task PauseAsync(Batch batch) =>
        await WithBatchesAsync(async batches =>
        {
            await batches.PauseAsync(batch, RegistrationTestDatabase.Organiser, CancellationToken.None);
            return true;
        });

    public async Task ResumeAsync(Batch batch) =>
        await WithBatchesAsync(async batches =>
        {
            await batches.ResumeAsync(batch, RegistrationTestDatabase.Organiser, CancellationToken.None);
            return true;
        });

    public BatchRunner Runner(int instance = 0)
    {
        var services = Services(instance);
        var runner = new BatchRunner(
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<WriteLock>(),
            Database.Time,
            NullLogger<BatchRunner>.Instance
        );
        _runners.Add(runner);
        return runner;
    }

    public async Task RunAsync()
    {
        var runner = Runner();
        while (await runner.RunOnceAsync(CancellationToken.None)) { }
    }

    /// <summary>Runs one item in the given instance.</summary>
    public async Task ProcessAsync(Batch batch, BatchItem item, int instance)
    {
        await using var scope = Services(instance).CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BatchItemService>().ProcessAsync(batch, item, CancellationToken.None);
    }

    public async Task<IReadOnlyList<BatchItem>> ItemsAsync(Batch batch)
    {
        await using var db = Database.Open();
        return await db.BatchItems.AsNoTracking().Where(i => i.BatchId == batch.Id).OrderBy(i => i.Position).ToListAsync();
    }

    public async Task<BatchState> StateAsync(Batch batch)
    {
        await using var db = Database.Open();
        return await db.Batches.Where(b => b.Id == batch.Id).Select(b => b.State).SingleAsync();
    }

    /// <summary>The results by registration number: <c>1 Done, 2 OthersFirst</c>.</summary>
    public async Task<string> AnswersAsync(Batch batch) =>
        string.Join(
            ", ",
            (await ItemsAsync(batch)).Select(i =>
                string.Create(CultureInfo.InvariantCulture, $"{i.Number} {i.Answer ?? i.State.ToString()}")
            )
        );

    public async Task<int> LoggedAsync(string action)
    {
        await using var db = Database.Open();
        return await db.AuditLog.CountAsync(e => e.Action == action && e.Actor == RegistrationTestDatabase.Organiser.Name);
    }

    public void Dispose()
    {
        foreach (var runner in _runners)
            runner.Dispose();
        foreach (var services in _instances.Values)
            services.Dispose();
        Database.Dispose();
    }

    private ServiceProvider Services(int instance)
    {
        if (!_instances.TryGetValue(instance, out var services))
            _instances[instance] = services = new ServiceCollection()
                .AddScoped(_ => Database.Open(instance))
                .AddScoped<RegistrationService>()
                .AddScoped<BatchItemService>()
                .AddScoped<BatchService>()
                .AddScoped<AuditTrail>()
                .AddSingleton<WriteLock>()
                .AddSingleton<DataVersions>()
                .AddSingleton<RegistrationQueue>()
                .AddSingleton<OutboxSignal>()
                .AddSingleton(Database.Clock)
                .AddSingleton(RegistrationTestDatabase.Settings)
                .AddSingleton<TimeProvider>(Database.Time)
                .BuildServiceProvider();
        return services;
    }
}
