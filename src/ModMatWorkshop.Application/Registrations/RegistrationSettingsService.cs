using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>Dates and offer times set by an organiser; each null for the content's date or the default.</summary>
/// <param name="OffersUntil">Seats are offered to the end of this day.</param>
/// <param name="OfferHours">How long an offer lasts, in hours.</param>
/// <param name="LastOfferHours">How long an offer lasts in the last three days, in hours.</param>
/// <param name="Reserved">The number of seats of the reserve.</param>
public sealed record RegistrationDateSettings(
    DateOnly? Opens = null,
    DateOnly? Closes = null,
    DateOnly? ReservedUntil = null,
    DateOnly? OffersUntil = null,
    int? OfferHours = null,
    int? LastOfferHours = null,
    int? Reserved = null
)
{
    public static RegistrationDateSettings Of(WorkshopState state) =>
        new(
            state.RegistrationOpens,
            state.RegistrationCloses,
            state.ReservedUntil,
            state.OffersUntil,
            state.OfferHours,
            state.LastOfferHours,
            state.Reserved
        );

    /// <summary>The same text for the same settings, in any language.</summary>
    public string Stamp =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Opens:O} {Closes:O} {ReservedUntil:O} {OffersUntil:O} {OfferHours} {LastOfferHours} {Reserved}"
        );
}

/// <summary>Settings by which organisers override the content. Each change is a line in the audit log.</summary>
public sealed class RegistrationSettingsService(WorkshopDb db, RegistrationQueue queue)
{
    public const string SetCapacityAction = "set the capacity";
    private const string AsInContent = "as in the content";

    /// <summary>
    /// Sets the number of seats; null for the content's number. Fewer seats remove nobody; more seats are offered to the waiting list at
    /// once.
    /// </summary>
    /// <param name="seen">The number that the organiser saw; null overwrites any number.</param>
    /// <returns>False when another organiser has set another number in the meantime; then nothing is saved.</returns>
    public Task<bool> SetCapacityAsync(int? capacity, Actor actor, CancellationToken cancel, int? seen = null) =>
        SetAsync(
            transaction =>
            {
                if (seen is not null && seen != transaction.Context.Policy.Capacity)
                    return false;
                transaction.State.Capacity = capacity;
                transaction.Log(actor, SetCapacityAction, null, Text(capacity));
                return true;
            },
            cancel
        );

    /// <summary>Opens or closes registration regardless of its dates; null lets the dates decide.</summary>
    public Task SetOpenAsync(bool? open, Actor actor, CancellationToken cancel) =>
        SetAsync(
            transaction =>
            {
                transaction.State.Open = open;
                transaction.Log(
                    actor,
                    "set registration",
                    null,
                    open switch
                    {
                        true => "open",
                        false => "closed",
                        null => AsInContent,
                    }
                );
                return true;
            },
            cancel
        );

    /// <summary>
    /// Sets the dates. Seats that become free, for example from the reserve, are offered at once. Nobody loses a seat or an offer.
    /// </summary>
    /// <param name="seen">The stamp of the settings that the organiser saw; null overwrites any settings.</param>
    /// <returns>False when another organiser has changed them in the meantime; then nothing is saved.</returns>
    public Task<bool> SetDatesAsync(RegistrationDateSettings dates, Actor actor, CancellationToken cancel, string? seen = null) =>
        SetAsync(
            transaction =>
            {
                var state = transaction.State;
                if (seen is not null && seen != RegistrationDateSettings.Of(state).Stamp)
                    return false;
                Log("set when registration opens", state.RegistrationOpens, dates.Opens);
                Log("set when registration closes", state.RegistrationCloses, dates.Closes);
                Log("set when the reserve ends", state.ReservedUntil, dates.ReservedUntil);
                Log("set the size of the reserve", state.Reserved, dates.Reserved);
                Log("set when seat offers end", state.OffersUntil, dates.OffersUntil);
                Log("set how long an offer lasts", state.OfferHours, dates.OfferHours);
                Log("set how long a late offer lasts", state.LastOfferHours, dates.LastOfferHours);
                (state.RegistrationOpens, state.RegistrationCloses, state.ReservedUntil) = (dates.Opens, dates.Closes, dates.ReservedUntil);
                (state.OffersUntil, state.OfferHours, state.LastOfferHours) = (dates.OffersUntil, dates.OfferHours, dates.LastOfferHours);
                state.Reserved = dates.Reserved;
                return true;

                void Log<T>(string action, T? before, T? after)
                    where T : struct, IFormattable
                {
                    if (!Equals(before, after))
                        transaction.Log(actor, action, null, Text(after));
                }
            },
            cancel
        );

    /// <summary>
    /// Sets the stream of a session; null for no stream. It overrides the content until <see cref="ResetStreamAsync"/>. The audit log does
    /// not contain the URL.
    /// </summary>
    public Task SetStreamAsync(int session, Uri? url, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.StreamChanges.SingleOrDefaultAsync(c => c.SessionNumber == session) is not { } change)
                    transaction.Db.StreamChanges.Add(change = new() { SessionNumber = session });
                change.Url = url?.AbsoluteUri;
                transaction.Log(
                    actor,
                    "set the stream",
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"session {session}{(url is null ? ", none" : "")}")
                );
                return true;
            },
            cancel
        );

    /// <summary>Returns to the stream of the session in the content.</summary>
    public Task ResetStreamAsync(int session, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.Db.StreamChanges.SingleOrDefaultAsync(c => c.SessionNumber == session) is { } change)
                {
                    transaction.Db.StreamChanges.Remove(change);
                    transaction.Log(
                        actor,
                        "set the stream",
                        null,
                        string.Create(CultureInfo.InvariantCulture, $"session {session}, {AsInContent}")
                    );
                }
                return true;
            },
            cancel
        );

    /// <summary>Sets a short code that opens the stream on one day; null for none. People who used the previous code lose access.</summary>
    public Task SetShortCodeAsync(string? code, DateOnly day, Actor actor, CancellationToken cancel) =>
        SetAsync(
            transaction =>
            {
                (transaction.State.ShortCode, transaction.State.ShortCodeDay) = (code, code is null ? null : day);
                transaction.Log(actor, "set the short code", null, code is null ? "off" : Text<DateOnly>(day));
                return true;
            },
            cancel
        );

    /// <summary>Saves the settings first, because free seats are then offered under the new ones.</summary>
    private Task<bool> SetAsync(Func<RegistrationTransaction, bool> set, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (!set(transaction))
                    return false;
                await transaction.Db.SaveChangesAsync();
                await transaction.ReadAsync();
                return true;
            },
            cancel
        );

    private static string Text<T>(T? value)
        where T : struct, IFormattable =>
        value is DateOnly day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value?.ToString(null, CultureInfo.InvariantCulture) ?? AsInContent;
}
