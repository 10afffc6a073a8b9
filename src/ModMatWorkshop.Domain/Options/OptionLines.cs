using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Options;

/// <summary>What a person has of the options, reduced to what <see cref="OptionLines"/> needs.</summary>
public sealed record OptionEntry(Guid Id, bool IsConfirmed, IReadOnlyList<OptionPlace> Places);

/// <summary>
/// The places of all options and their waiting lists, in memory, as <see cref="Seating"/> has the seats. The rule of the line: places go to
/// the first in order whose whole party fits, so that none stays empty while somebody can use it.
/// </summary>
public sealed class OptionLines
{
    private readonly Dictionary<Guid, OptionEntry> _entries;

    public OptionLines(IReadOnlyList<OptionTerms> terms, IEnumerable<OptionEntry> entries) =>
        (Terms, _entries) = (terms, entries.ToDictionary(e => e.Id));

    /// <summary>The options of the content, in its order.</summary>
    public IReadOnlyList<OptionTerms> Terms { get; }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Must be called after every change of a registration.</summary>
    public void Update(Registration registration)
    {
        _entries.Remove(registration.Id);
        if (registration.Options.Count > 0)
            _entries.Add(registration.Id, new(registration.Id, registration.Status == RegistrationStatus.Confirmed, registration.Options));
    }

    public void Remove(Guid id) => _entries.Remove(id);

    /// <summary>The number of free places; a very large one without limit. Never negative: a lower limit takes no place away.</summary>
    /// <param name="except">A person whose own places, held, offered or kept, count as free.</param>
    public int Free(OptionTerms terms, DateTimeOffset now, Guid? except = null) =>
        terms.Option.Places is not { } places
            ? int.MaxValue
            : Math.Max(
                0,
                places - _entries.Values.Where(e => e.Id != except).SelectMany(e => e.Places).Sum(p => TakenOf(p, terms.Key, now))
            );

    /// <summary>
    /// Whether the whole party fits now, after everybody ahead whose party fits: the confirmed people before this line number, or the whole
    /// waiting list for somebody who is not on it.
    /// </summary>
    /// <param name="missing">The places that the person asks for and does not hold.</param>
    /// <param name="own">The places that the person has in another way: offered or kept.</param>
    public bool Fits(OptionTerms terms, Guid id, long? line, int missing, int own, DateTimeOffset now)
    {
        if (missing <= own)
            return true;
        var ahead = Line(terms.Key).Where(w => w.Id != id && (line is { } number ? w.IsConfirmed && w.Line < number : true));
        return missing - own <= Left(Free(terms, now), ahead.Select(w => w.Missing));
    }

    /// <summary>The rank on the waiting list of an option, from 1; null for somebody who is not on it.</summary>
    public int? Rank(string key, Guid id) =>
        Line(key).Select((w, i) => (w.Id, Rank: i + 1)).FirstOrDefault(w => w.Id == id) is { Rank: > 0 } found ? found.Rank : null;

    /// <summary>The places that people on the waiting list of an option ask for.</summary>
    public int Waiting(string key) => Line(key).Sum(w => w.Missing);

    /// <summary>Offers the free places to confirmed people on the waiting lists. Every transaction calls it last.</summary>
    public IReadOnlyList<OptionOffer> OfferFree(RegistrationPolicy policy, DateTimeOffset now)
    {
        var offers = new List<OptionOffer>();
        foreach (var terms in Terms.Where(t => t.IsOpenAt(now)))
        {
            var (free, confirmed) = (Free(terms, now), Line(terms.Key).Where(w => w.IsConfirmed).ToList());
            foreach (var first in confirmed)
                if (first.Missing <= free)
                {
                    free -= first.Missing;
                    offers.Add(new(first.Id, terms.Key, policy.OptionOfferDeadline(terms, now)));
                }
        }
        return offers;
    }

    /// <summary>What is left when people in this order take their places, each only if the whole party fits.</summary>
    private static int Left(int free, IEnumerable<int> parties) =>
        parties.Aggregate(free, (left, missing) => missing <= left ? left - missing : left);

    private static int TakenOf(OptionPlace place, string key, DateTimeOffset now) =>
        place.Key == key && !(place.KeptUntil <= now) ? place.Taken : 0;

    private List<(Guid Id, bool IsConfirmed, long Line, int Missing)> Line(string key) =>
        [
            .. from entry in _entries.Values
            from place in entry.Places
            where place.Key == key && place.IsWaiting
            orderby place.Line
            select (entry.Id, entry.IsConfirmed, place.Line!.Value, place.Missing),
        ];
}
