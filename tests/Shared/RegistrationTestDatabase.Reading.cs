using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using Npgsql;

namespace ModMatWorkshop.Tests.Shared;

public sealed partial class RegistrationTestDatabase
{
    /// <summary>Registers and confirms each person in turn.</summary>
    public async Task SeatAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await RegisterAsync(name);
            await ConfirmAsync(name);
        }
    }

    public async Task<Registration?> FindAsync(string name)
    {
        await using var db = Open();
        return await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Email == AddressOf(name).Value);
    }

    /// <summary>Everybody by number, with status and place: <c>ada seat, ben pending waiting list 1, cat cancelled</c>.</summary>
    public async Task<string> StandingAsync()
    {
        var all = await AllAsync();
        var waiting = all.Where(r => r.LineNumber is not null).OrderBy(r => r.LineNumber).ToList();
        return string.Join(", ", all.Select(r => $"{r.Email.Split('@')[0]} {Standing(r)}"));

        string Standing(Registration r) =>
            r.Status switch
            {
                RegistrationStatus.Cancelled => "cancelled",
                _ => $"{(r.Status == RegistrationStatus.Pending ? "pending " : "")}"
                    + $"{(r.FromReserve ? "reserved " : "")}{PlaceOf(r.Place, waiting.IndexOf(r) + 1)}",
            };
    }

    public async Task<IReadOnlyList<Registration>> AllAsync()
    {
        await using var db = Open();
        return await db.Registrations.AsNoTracking().OrderBy(r => r.Number).ToListAsync();
    }

    /// <summary>The kinds of mails to a person, in order.</summary>
    public async Task<string> MailsAsync(string name)
    {
        var id = (await FindAsync(name))!.Id;
        await using var db = Open();
        return string.Join(", ", await db.Outbox.Where(m => m.RegistrationId == id).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());
    }

    /// <summary>The audit log from its beginning: <c>actor | action | registration number | result</c>.</summary>
    public async Task<IReadOnlyList<string>> LogAsync()
    {
        await using var db = Open();
        return
        [
            .. (await db.AuditLog.OrderBy(e => e.Id).ToListAsync()).Select(e =>
                string.Create(CultureInfo.InvariantCulture, $"{e.Actor} | {e.Action} | {e.Registration} | {e.Result}")
            ),
        ];
    }

    public void Dispose()
    {
        if (engine is Engine.Postgres)
            for (var pool = 0; pool < 2; pool++)
                using (var connection = new NpgsqlConnection(Pool(pool)))
                    NpgsqlConnection.ClearPool(connection);
        foreach (var (writeLock, _) in instances.Values)
            writeLock.Dispose();
        outboxSignal.Dispose();
        database.Dispose();
    }

    private (WriteLock Lock, RegistrationQueue Queue) NewInstance()
    {
        var writeLock = new WriteLock();
        return (writeLock, new(writeLock, Clock, Time, outboxSignal, new DataVersions(), Settings));
    }

    private static string PlaceOf(Place place, int? rank = null) =>
        place switch
        {
            Place.None => "no place",
            Place.WaitingList => string.Create(CultureInfo.InvariantCulture, $"waiting list {rank}").TrimEnd(),
            _ => place.ToString().ToLowerInvariant(),
        };

    private Task<bool> SetAsync(Func<RegistrationSettingsService, Task> set) =>
        AskAsync(
            async (db, queue) =>
            {
                await set(new(db, queue));
                return true;
            }
        );

    /// <summary>The write lock of an instance, for a service that is not about registrations.</summary>
    public WriteLock LockOf(int instance) => instances.GetOrAdd(instance, _ => NewInstance()).Lock;

    private RegistrationQueue QueueOf(int instance) => instances.GetOrAdd(instance, _ => NewInstance()).Queue;

    private string Pool(int instance) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            ApplicationName = $"instance {instance % 2}",
            MaxPoolSize = 80,
        }.ConnectionString;
}
