using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What an organiser asks of the desk about a person who goes by their given name.</summary>
internal static class OrganisersDesk
{
    public static readonly CancellationToken Never = CancellationToken.None;

    public static async Task<string> AddAsync(DeskDatabase desk, string name, Attendance attendance = Attendance.InPerson, bool confirmed = true, string? form = null)
    {
        var (answer, number) = await desk.AtDeskAsync(d => d.AddAsync(
            new(DeskDatabase.AddressOf(name), DeskDatabase.DetailsOf(name), attendance, form ?? $"form of {name} {Guid.NewGuid()}"), confirmed, DeskDatabase.Organiser, Never));
        return $"{answer} {number}";
    }

    public static Task<ChangeResult> AskAsync(DeskDatabase desk, string name, Func<RegistrationService, Guid, Task<ChangeResult>> ask) => desk.AskAsync(name, ask);

    public static Task<ChangeResult> OfferAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new OfferSeat(), DeskDatabase.Organiser, Never));

    public static Task<ChangeResult> ReserveAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new SeatFromReserve(), DeskDatabase.Organiser, Never));

    public static Task<ChangeResult> CorrectAsync(DeskDatabase desk, string name, string other, string? seen = null) =>
        desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new CorrectAddress(DeskDatabase.AddressOf(other), DeskDatabase.AddressOf(seen ?? name).Value), DeskDatabase.Organiser, Never));

    public static async Task<ChangeResult> DescribeAsync(DeskDatabase desk, string name, Func<RegistrationDetails, RegistrationDetails> change, int? revision = null)
    {
        var details = change((await desk.FindAsync(name))!.Details);
        return await desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new ChangeDetails(details, revision), DeskDatabase.Organiser, Never));
    }

    public static async Task<ChangeResult> UndoAsync(DeskDatabase desk, string name)
    {
        await using var db = desk.Open();
        var last = await RegistrationQueries.LastChangeAsync(db, (await desk.FindAsync(name))!.Id);
        return await desk.AskAsync(name, (d, id) => d.ApplyAsync(id, new UndoLastChange(last!.Id), DeskDatabase.Organiser, Never));
    }

    public static async Task<IReadOnlyList<RegistrationChange>> HistoryAsync(DeskDatabase desk, string name)
    {
        var id = (await desk.FindAsync(name))!.Id;
        return [.. (await AllChangesAsync(desk)).Where(c => c.RegistrationId == id)];
    }

    public static async Task<IReadOnlyList<RegistrationChange>> AllChangesAsync(DeskDatabase desk)
    {
        await using var db = desk.Open();
        return await db.RegistrationChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }
}
