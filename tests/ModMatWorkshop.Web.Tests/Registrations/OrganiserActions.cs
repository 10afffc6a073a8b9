using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What an organiser asks of the desk about a person who goes by their given name.</summary>
internal static class OrganiserActions
{
    public static readonly CancellationToken Never = CancellationToken.None;

    public static async Task<string> AddAsync(
        RegistrationTestDatabase desk,
        string name,
        Attendance attendance = Attendance.InPerson,
        bool confirmed = true,
        string? form = null
    )
    {
        var (answer, number) = await desk.AtDeskAsync(d =>
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
        RegistrationTestDatabase desk,
        string name,
        Func<RegistrationService, Guid, Task<ChangeResult>> ask
    ) => desk.AskAsync(name, ask);

    public static Task<ChangeResult> OfferAsync(RegistrationTestDatabase desk, string name) =>
        desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new OfferSeat(), RegistrationTestDatabase.Organiser, Never));

    public static Task<ChangeResult> ReserveAsync(RegistrationTestDatabase desk, string name) =>
        desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new SeatFromReserve(), RegistrationTestDatabase.Organiser, Never));

    public static Task<ChangeResult> CorrectAsync(RegistrationTestDatabase desk, string name, string other, string? seen = null) =>
        desk.AskAsync(name, (d, id) =>
            d.ApplyAsync(
                id,
                new CorrectAddress(RegistrationTestDatabase.AddressOf(other), RegistrationTestDatabase.AddressOf(seen ?? name).Value),
                RegistrationTestDatabase.Organiser,
                Never
            )
        );

    public static async Task<ChangeResult> UpdateDetailsAsync(
        RegistrationTestDatabase desk,
        string name,
        Func<RegistrationDetails, RegistrationDetails> change,
        int? revision = null
    )
    {
        var details = change((await desk.FindAsync(name))!.Details);
        return await desk.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new ChangeDetails(details, revision), RegistrationTestDatabase.Organiser, Never)
        );
    }

    public static async Task<ChangeResult> UndoAsync(RegistrationTestDatabase desk, string name)
    {
        await using var db = desk.Open();
        var last = await RegistrationQueries.LastChangeAsync(db, (await desk.FindAsync(name))!.Id);
        return await desk.AskAsync(name, (d, id) =>
            d.ApplyAsync(id, new UndoLastChange(last!.Id), RegistrationTestDatabase.Organiser, Never)
        );
    }

    public static async Task<IReadOnlyList<RegistrationChange>> HistoryAsync(RegistrationTestDatabase desk, string name)
    {
        var id = (await desk.FindAsync(name))!.Id;
        return [.. (await AllChangesAsync(desk)).Where(c => c.RegistrationId == id)];
    }

    public static async Task<IReadOnlyList<RegistrationChange>> AllChangesAsync(RegistrationTestDatabase desk)
    {
        await using var db = desk.Open();
        return await db.RegistrationChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }
}
