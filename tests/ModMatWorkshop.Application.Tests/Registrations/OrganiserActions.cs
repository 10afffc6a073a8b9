using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Actions of an organiser on people, who are identified by their given names.</summary>
internal static class OrganiserActions
{
    public static readonly CancellationToken Never = CancellationToken.None;

    public static async Task<string> AddAsync(
        RegistrationTestDatabase database,
        string name,
        Attendance attendance = Attendance.InPerson,
        bool confirmed = true,
        string? form = null
    )
    {
        var (answer, number) = await database.WithRegistrationsAsync(d =>
            d.AddAsync(
                new(
                    RegistrationTestDatabase.AddressOf(name),
                    RegistrationTestDatabase.DetailsOf(name),
                    attendance,
                    form ?? $"form of {name} {Guid.NewGuid()}"
                ),
                confirmed,
                RegistrationTestDatabase.Organiser,
                Never
            )
        );
        return $"{answer} {number}";
    }

    public static Task<ChangeResult> AskAsync(
        RegistrationTestDatabase database,
        string name,
        Func<RegistrationService, Guid, Task<ChangeResult>> ask
    ) => database.AskAsync(name, ask);

    public static Task<ChangeResult> OfferAsync(RegistrationTestDatabase database, string name) =>
        database.AskAsync(name, (d, id) => d.ApplyAsync(id, new OfferSeat(), RegistrationTestDatabase.Organiser, Never));

    public static Task<ChangeResult> ReserveAsync(RegistrationTestDatabase database, string name) =>
        database.AskAsync(name, (d, id) => d.ApplyAsync(id, new SeatFromReserve(), RegistrationTestDatabase.Organiser, Never));

    public static Task<ChangeResult> CorrectAsync(
        RegistrationTestDatabase database,
        string name,
        string other,
        string? shownAddress = null
    ) =>
        database.AskAsync(name, (d, id) =>
            d.ApplyAsync(
                id,
                new CorrectAddress(
                    RegistrationTestDatabase.AddressOf(other),
                    RegistrationTestDatabase.AddressOf(shownAddress ?? name).Value
                ),
                RegistrationTestDatabase.Organiser,
                Never
            )
        );

    public static async Task<ChangeResult> UpdateDetailsAsync(
        RegistrationTestDatabase database,
        string name,
        Func<RegistrationDetails, RegistrationDetails> change,
        int? revision = null
    )
    {
        var details = change((await database.FindAsync(name))!.Details);
        return await database.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new ChangeDetails(details, revision), RegistrationTestDatabase.Organiser, Never)
        );
    }

    public static async Task<ChangeResult> UndoAsync(RegistrationTestDatabase database, string name)
    {
        await using var db = database.Open();
        var last = await RegistrationQueries.LastChangeAsync(db, (await database.FindAsync(name))!.Id);
        return await database.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new UndoLastChange(last!.Id), RegistrationTestDatabase.Organiser, Never)
        );
    }

    public static async Task<IReadOnlyList<RegistrationChange>> HistoryAsync(RegistrationTestDatabase database, string name)
    {
        var id = (await database.FindAsync(name))!.Id;
        return [.. (await AllChangesAsync(database)).Where(c => c.RegistrationId == id)];
    }

    public static async Task<IReadOnlyList<RegistrationChange>> AllChangesAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return await db.RegistrationChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }
}
