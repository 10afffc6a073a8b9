using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain.Options;

/// <summary>
/// What one person has of an option: places that they hold, an offer of the rest, or a position on its waiting list. One person may also
/// have places that an organiser has freed and that are kept for an undo: another one of these, with <see cref="KeptUntil"/>.
/// </summary>
/// <param name="Key">Of the <see cref="WorkshopOption"/>.</param>
/// <param name="Wanted">The places that the person asks for: 1, and one for each companion.</param>
/// <param name="Held">The places that the person has. Less than <paramref name="Wanted"/> while the person waits for the rest.</param>
public sealed record OptionPlace(string Key, int Wanted, int Held)
{
    /// <summary>The order of the waiting list; null for somebody who is not on it.</summary>
    public long? Line { get; init; }

    /// <summary>The deadline of the offer of the places that are not held yet; null without an offer.</summary>
    public DateTimeOffset? OfferUntil { get; init; }

    /// <summary>The freed places are kept until then; null for places that are not freed.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    [JsonIgnore]
    public bool IsOffered => OfferUntil is not null;

    [JsonIgnore]
    public bool IsWaiting => Line is not null;

    [JsonIgnore]
    public bool IsKept => KeptUntil is not null;

    /// <summary>The places that are still missing.</summary>
    [JsonIgnore]
    public int Missing => Wanted - Held;

    /// <summary>The places that nobody else can have now, an offer included.</summary>
    [JsonIgnore]
    public int Taken => IsOffered ? Wanted : Held;

    /// <summary>When the site has to do something about it; null for never.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueAt => KeptUntil ?? OfferUntil;
}

/// <summary>An option with the rules of its places at this moment.</summary>
/// <param name="ClosesAt">From then on, participants no longer choose it or give it up, and no offers go out.</param>
public sealed record OptionTerms(WorkshopOption Option, DateTimeOffset ClosesAt)
{
    public string Key => Option.Key;

    public bool IsOpenAt(DateTimeOffset now) => now < ClosesAt;
}

/// <summary>The missing places of one person, offered to them.</summary>
public sealed record OptionOffer(Guid Id, string Key, DateTimeOffset Until);

/// <summary>An option in numbers. All are places, not people.</summary>
/// <param name="Waiting">The places that people on the waiting list ask for.</param>
/// <param name="Kept">Freed by an organiser and kept for an undo.</param>
public sealed record OptionTotals(int Held, int Offered, int Waiting, int Kept)
{
    public static OptionTotals Of(IEnumerable<OptionPlace> places) =>
        places.Aggregate(new OptionTotals(0, 0, 0, 0), (sum, place) =>
            place.IsKept
                ? sum with
                {
                    Kept = sum.Kept + place.Held,
                }
                : new(
                    sum.Held + place.Held,
                    sum.Offered + (place.IsOffered ? place.Missing : 0),
                    sum.Waiting + (place.IsWaiting ? place.Missing : 0),
                    sum.Kept
                )
        );

    public int Taken => Held + Offered + Kept;

    /// <summary>How many places are taken above a limit that was lowered; 0 for none.</summary>
    public int AboveLimit(int? places) => Math.Max(0, Taken - (places ?? Taken));
}
