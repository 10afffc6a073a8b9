using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Options;

/// <summary>An option in numbers, also one that has left the content while people have chosen it.</summary>
/// <param name="Option">Null for an option that the content no longer has.</param>
/// <param name="People">The people who have places of it, without their companions.</param>
public sealed record OptionOverview(string Key, Localized Name, WorkshopOption? Option, OptionTotals Totals, int People)
{
    public int? Free => Option?.Places is { } places ? Math.Max(0, places - Totals.Taken) : null;
}

/// <summary>What one person has of one option.</summary>
/// <param name="Rank">The rank on its waiting list, from 1; null for somebody who is not on it.</param>
public sealed record OptionStanding(Registration Registration, OptionPlace Place, int? Rank)
{
    /// <summary>The option of the content; null if it no longer has it.</summary>
    public WorkshopOption? Option { get; init; }

    public Localized Name =>
        Option?.Name ?? Registration.Details.Answers.Find(WorkshopOption.IdOf(Place.Key))?.Label ?? Localized.Same(Place.Key);
}

/// <summary>Queries about the options of the workshop. Only people who have chosen one are read.</summary>
public static class OptionQueries
{
    /// <summary>All options of the content, in its order, then those that people still have.</summary>
    public static async Task<IReadOnlyList<OptionOverview>> OverviewAsync(
        WorkshopDb db,
        IReadOnlyList<WorkshopOption> options,
        CancellationToken cancel
    )
    {
        var chosen = (await ChosenAsync(db, cancel)).SelectMany(r => r.Options.Select(p => (Place: p, Registration: r))).ToList();
        return
        [
            .. options.Select(o => Of(o.Key, o)),
            .. chosen
                .Where(c => !c.Place.IsKept)
                .Select(c => c.Place.Key)
                .Except(options.Select(o => o.Key))
                .Order()
                .Select(key => Of(key, null)),
        ];

        OptionOverview Of(string key, WorkshopOption? option)
        {
            var of = chosen.Where(c => c.Place.Key == key).ToList();
            return new(
                key,
                option?.Name ?? new OptionStanding(of[0].Registration, of[0].Place, null).Name,
                option,
                OptionTotals.Of(of.Select(c => c.Place)),
                of.Count(c => c.Place is { IsKept: false, Held: > 0 })
            );
        }
    }

    /// <summary>Everybody who has chosen an option: with places by name, then with an offer, then the waiting list in its order.</summary>
    public static async Task<IReadOnlyList<OptionStanding>> PeopleAsync(WorkshopDb db, string key, CancellationToken cancel)
    {
        var people = (await ChosenAsync(db, cancel)).Where(r => r.OptionPlace(key) is not null).ToList();
        var line = people.Where(r => r.OptionPlace(key)!.IsWaiting).OrderBy(r => r.OptionPlace(key)!.Line).Select(r => r.Id).ToList();
        return
        [
            .. from person in people
            let place = person.OptionPlace(key)
            orderby place.IsWaiting, place.IsOffered, place.Line, person.SortKey, person.Number
            select new OptionStanding(person, place, place.IsWaiting ? line.IndexOf(person.Id) + 1 : null),
        ];
    }

    /// <summary>What one person has of the options, in the order of the content. Those that it no longer has come last.</summary>
    public static async Task<IReadOnlyList<OptionStanding>> StandingOfAsync(
        WorkshopDb db,
        Registration registration,
        IReadOnlyList<WorkshopOption> options,
        CancellationToken cancel
    )
    {
        var places = registration.Options.Where(p => !p.IsKept).ToList();
        var others = places.Exists(p => p.IsWaiting) ? await ChosenAsync(db, cancel) : [];
        return
        [
            .. from place in places
            let option = options.FirstOrDefault(o => o.Key == place.Key)
            orderby option is null, option is null ? 0 : options.ToList().IndexOf(option)
            select new OptionStanding(registration, place, place.Line is { } line ? RankOf(place.Key, line) : null) { Option = option },
        ];

        int RankOf(string key, long line) => others.Count(r => r.OptionPlace(key)?.Line <= line);
    }

    /// <summary>Roughly how many places are left of each option with a limit, by key. It reveals no single registration.</summary>
    public static async Task<IReadOnlyDictionary<string, SeatsLeft>> LeftAsync(WorkshopDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var lines = await (await RegistrationContext.ReadAsync(db, cancel)).ReadOptionsAsync(db, cancel);
        return lines
            .Terms.Where(t => t.Option.Places is not null)
            .ToDictionary(t => t.Key, t => RegistrationAvailability.FromCount(lines.Free(t, now) - lines.Waiting(t.Key)));
    }

    private static Task<List<Registration>> ChosenAsync(WorkshopDb db, CancellationToken cancel) =>
        db.Registrations.AsNoTracking().Where(r => r.OptionPlaces != null).ToListAsync(cancel);
}
