using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>The dates and hours that an organiser sets; each null for what the content says or what is usual.</summary>
/// <param name="OffersUntil">Seats are offered to the end of this day.</param>
/// <param name="OfferHours">How long an offer lasts, in hours.</param>
/// <param name="LastOfferHours">How long one lasts in the last three days.</param>
public sealed record RoomDates(DateOnly? Opens = null, DateOnly? Closes = null, DateOnly? ReservedUntil = null, DateOnly? OffersUntil = null, int? OfferHours = null, int? LastOfferHours = null);

/// <content>What organisers set. Each has its own line in the log.</content>
public sealed partial class RegistrationDesk
{
    private const string AsInContent = "as in the content";

    /// <summary>An organiser's number of seats, or null for the content's. A smaller one unseats nobody; a larger one is offered to the line at once.</summary>
    public Task SetCapacityAsync(int? capacity, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        turn.Room.Capacity = capacity;
        turn.Log(actor, "set the capacity", null, capacity?.ToString(CultureInfo.InvariantCulture) ?? AsInContent);
        await turn.Db.SaveChangesAsync();
        await turn.ReadAsync();
        turn.SeatsChanged();
        return true;
    }, cancel);

    /// <summary>Opens or closes registration whatever its dates say; null goes back to the dates.</summary>
    public Task SetOpenAsync(bool? open, Actor actor, CancellationToken cancel) => TurnAsync(turn =>
    {
        turn.Room.Open = open;
        turn.Log(actor, "set registration", null, open switch { true => "open", false => "closed", null => AsInContent });
        return Task.FromResult(true);
    }, cancel);

    /// <summary>Sets the dates and hours. What this frees, such as a reserve that is released, is offered at once; whoever has a seat or an offer keeps it.</summary>
    public Task SetDatesAsync(RoomDates dates, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        var room = turn.Room;
        Log("set when registration opens", room.RegistrationOpens, dates.Opens);
        Log("set when registration closes", room.RegistrationCloses, dates.Closes);
        Log("set until when the reserve is kept", room.ReservedUntil, dates.ReservedUntil);
        Log("set until when seats are offered", room.OffersUntil, dates.OffersUntil);
        Log("set how long an offer lasts", room.OfferHours, dates.OfferHours);
        Log("set how long a late offer lasts", room.LastOfferHours, dates.LastOfferHours);
        (room.RegistrationOpens, room.RegistrationCloses, room.ReservedUntil) = (dates.Opens, dates.Closes, dates.ReservedUntil);
        (room.OffersUntil, room.OfferHours, room.LastOfferHours) = (dates.OffersUntil, dates.OfferHours, dates.LastOfferHours);
        await turn.Db.SaveChangesAsync();
        await turn.ReadAsync();
        turn.SeatsChanged();
        return true;

        void Log<T>(string action, T? before, T? after) where T : struct, IFormattable
        {
            if (!Equals(before, after))
                turn.Log(actor, action, null, after is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : after?.ToString(null, CultureInfo.InvariantCulture) ?? AsInContent);
        }
    }, cancel);

    /// <summary>An organiser's stream of a session, or none: it wins over the content until <see cref="StreamAsInContentAsync"/>. The log does not tell the address.</summary>
    public Task SetStreamAsync(int session, Uri? url, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (await turn.Db.StreamChanges.SingleOrDefaultAsync(c => c.SessionNumber == session) is not { } change)
            turn.Db.StreamChanges.Add(change = new() { SessionNumber = session });
        change.Url = url?.AbsoluteUri;
        turn.Log(actor, "set the stream", null, string.Create(CultureInfo.InvariantCulture, $"session {session}{(url is null ? ", none" : "")}"));
        return true;
    }, cancel);

    public Task StreamAsInContentAsync(int session, Actor actor, CancellationToken cancel) => TurnAsync(async turn =>
    {
        if (await turn.Db.StreamChanges.SingleOrDefaultAsync(c => c.SessionNumber == session) is { } change)
        {
            turn.Db.StreamChanges.Remove(change);
            turn.Log(actor, "set the stream", null, string.Create(CultureInfo.InvariantCulture, $"session {session}, {AsInContent}"));
        }
        return true;
    }, cancel);

    /// <summary>A short code that opens the stream on one day, or none. Another code shuts out whom the one before let in.</summary>
    public Task SetShortCodeAsync(string? code, DateOnly day, Actor actor, CancellationToken cancel) => TurnAsync(turn =>
    {
        (turn.Room.ShortCode, turn.Room.ShortCodeDay) = (code, code is null ? null : day);
        turn.Log(actor, "set the short code", null, code is null ? "off" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }, cancel);
}
