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
        var (answer, number) = await desk.AtDeskAsync(d => d.AddAsync(DeskDatabase.AddressOf(name), DeskDatabase.DetailsOf(name), attendance, confirmed, form ?? $"form of {name} {Guid.NewGuid()}", DeskDatabase.Organiser, Never));
        return $"{answer} {number}";
    }

    public static Task<DeskAnswer> AskAsync(DeskDatabase desk, string name, Func<RegistrationDesk, Guid, Task<DeskAnswer>> ask) => desk.AskAsync(name, ask);

    public static Task<DeskAnswer> OfferAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.OfferSeatAsync(id, DeskDatabase.Organiser, Never));

    public static Task<DeskAnswer> ReserveAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.SeatFromReserveAsync(id, DeskDatabase.Organiser, Never));

    public static Task<DeskAnswer> CorrectAsync(DeskDatabase desk, string name, string other, string? seen = null) =>
        desk.AskAsync(name, (d, id) => d.CorrectAddressAsync(id, DeskDatabase.AddressOf(other), DeskDatabase.AddressOf(seen ?? name).Value, DeskDatabase.Organiser, Never));

    public static async Task<DeskAnswer> DescribeAsync(DeskDatabase desk, string name, Func<RegistrationDetails, RegistrationDetails> change, int? revision = null)
    {
        var details = change((await desk.FindAsync(name))!.Details);
        return await desk.AskAsync(name, (d, id) => d.DescribeAsync(id, details, DeskDatabase.Organiser, Never, revision));
    }

    public static async Task<DeskAnswer> UndoAsync(DeskDatabase desk, string name)
    {
        await using var db = desk.Open();
        var last = await RegistrationDesk.LastChangeAsync(db, (await desk.FindAsync(name))!.Id);
        return await desk.AskAsync(name, (d, id) => d.UndoAsync(id, last!.Id, DeskDatabase.Organiser, Never));
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
