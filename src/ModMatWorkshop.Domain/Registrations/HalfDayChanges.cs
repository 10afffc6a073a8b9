namespace ModMatWorkshop.Domain.Registrations;

/// <summary>
/// What a change of the programme does to the answers. A half-day is recognised by the sessions and slots that it contains, then by its
/// date and half, so the answers follow the sessions.
/// </summary>
/// <param name="HalfDays">Without the half-days that stay where they are.</param>
/// <param name="Meals">The slugs of meals and breaks that people can choose after the change.</param>
/// <param name="FormerMeals">The slugs that they could choose before it.</param>
public sealed record HalfDayChanges(IReadOnlyList<HalfDayChange> HalfDays, IReadOnlySet<string> Meals, IReadOnlySet<string> FormerMeals)
{
    /// <summary>False if no answer can change.</summary>
    public bool Any => HalfDays.Count > 0 || !Meals.SetEquals(FormerMeals);

    /// <param name="dropped">The half-days that left the programme earlier.</param>
    public static HalfDayChanges Between(ProgrammeChoices before, ProgrammeChoices after, IReadOnlyCollection<DroppedHalfDay> dropped)
    {
        var next = dropped.Select(d => d.Number).DefaultIfEmpty().Max();
        var pairs = Match(before.HalfDays, after.HalfDays, dropped);
        var changes = new List<HalfDayChange>();
        foreach (var half in before.HalfDays)
        {
            if (pairs.FirstOrDefault(p => p.Aside is null && p.Before == half) is { } pair)
            {
                if (pair.After.Id != half.Id)
                    changes.Add(new(HalfDayChangeKind.Moved, half.Id, pair.After.Id));
            }
            else if (MostShared(half, after.HalfDays) is { } other)
                changes.Add(new(HalfDayChangeKind.Merged, half.Id, other.Id, ++next));
            else
                changes.Add(new(HalfDayChangeKind.Dropped, half.Id, null, ++next));
        }
        foreach (var half in after.HalfDays)
        {
            if (pairs.FirstOrDefault(p => p.After == half) is { } pair)
            {
                if (pair.Aside is { } number)
                    changes.Add(new(HalfDayChangeKind.Returned, pair.Before.Id, half.Id, number));
            }
            else if (MostShared(half, before.HalfDays) is { } source)
                changes.Add(new(HalfDayChangeKind.Split, source.Id, half.Id));
            else
                changes.Add(new(HalfDayChangeKind.Added, null, half.Id));
        }
        return new(changes, after.Meals, before.Meals);
    }

    /// <summary>The half-days of a programme that the changes have not added.</summary>
    public static IReadOnlyList<HalfDayId> NotAdded(IEnumerable<HalfDayId> programme, IReadOnlyList<HalfDayChange> changes) =>
        [.. programme.Where(half => !changes.Any(c => c.Kind == HalfDayChangeKind.Added && c.After == half))];

    /// <summary>Whether a change concerns answers: it moves one, or adds a half-day that the person might attend too.</summary>
    /// <param name="moved">The answers after <see cref="Apply"/>.</param>
    public bool Concern(RegistrationDetails moved) =>
        HalfDays.Any(c => c.Kind == HalfDayChangeKind.Added ? moved.HalfDays.Count > 0 : c.Concerns(moved));

    /// <summary>The same answers for the changed programme. Nothing is lost: what has no place in it is set aside.</summary>
    public RegistrationDetails Apply(RegistrationDetails details)
    {
        var aside = details.SetAside.HalfDays.ToList();
        var choices = new Dictionary<HalfDayId, Attendance>();
        foreach (var choice in details.HalfDays)
        {
            var half = choice.Id;
            var change = HalfDays.FirstOrDefault(c =>
                c.Before == half && c.Kind is not (HalfDayChangeKind.Split or HalfDayChangeKind.Returned)
            );
            if (change?.Aside is { } number)
                aside.Add(new(number, choice.Attendance));
            Add(change is null ? half : change.After, choice.Attendance);
            foreach (var split in HalfDays.Where(c => c.Before == half && c.Kind == HalfDayChangeKind.Split))
                Add(split.After, choice.Attendance);
        }
        foreach (var back in HalfDays.Where(c => c.Kind == HalfDayChangeKind.Returned))
        foreach (var kept in aside.Where(a => a.HalfDay == back.Aside).ToList())
        {
            Add(back.After, kept.Attendance);
            aside.Remove(kept);
        }
        return details with
        {
            HalfDays =
            [
                .. choices.Select(c => new HalfDayChoice(c.Key.Date, c.Key.Half, c.Value)).OrderBy(c => c.Date).ThenBy(c => c.Half),
            ],
            Meals = [.. details.Meals.Where(m => !IsDropped(m)).Union(details.SetAside.Meals.Where(Meals.Contains))],
            SetAside = new()
            {
                HalfDays = aside,
                Meals = [.. details.SetAside.Meals.Where(m => !Meals.Contains(m)).Union(details.Meals.Where(IsDropped))],
            },
        };

        bool IsDropped(string meal) => FormerMeals.Contains(meal) && !Meals.Contains(meal);

        // In the room counts more than remote where two half-days become one.
        void Add(HalfDayId? half, Attendance attendance)
        {
            if (half is not null && (!choices.TryGetValue(half, out var known) || known == Attendance.Remote))
                choices[half] = attendance;
        }
    }

    /// <summary>
    /// The changes of two imports in a row as one, as people see them: a half-day that is moved twice is moved once, one that is moved and
    /// moved back is not moved.
    /// </summary>
    public static IReadOnlyList<HalfDayChange> Join(IReadOnlyList<HalfDayChange> first, IReadOnlyList<HalfDayChange> second)
    {
        var joined = first.Select(change => Join(change, second)).OfType<HalfDayChange>();
        var others = second.Where(c =>
            c.Kind switch
            {
                HalfDayChangeKind.Returned => !first.Any(f => f.Aside == c.Aside),
                HalfDayChangeKind.Moved or HalfDayChangeKind.Dropped => !first.Any(f => f.After == c.Before),
                _ => true,
            }
        );
        return [.. joined, .. others];
    }

    /// <returns>Null when the second import has reverted the change.</returns>
    private static HalfDayChange? Join(HalfDayChange change, IReadOnlyList<HalfDayChange> second)
    {
        var back = second.FirstOrDefault(c => c.Kind == HalfDayChangeKind.Returned && c.Aside == change.Aside);
        var next = back
            ?? second.FirstOrDefault(c => c.Before == change.After && c.Kind is HalfDayChangeKind.Moved or HalfDayChangeKind.Dropped);
        if (next is null)
            return change;
        if (next.Kind == HalfDayChangeKind.Dropped)
            return change.Kind is HalfDayChangeKind.Added or HalfDayChangeKind.Split ? null : next with { Before = change.Before };
        if (back is not null || change.Kind == HalfDayChangeKind.Moved)
            return change.Before == next.After ? null : new(HalfDayChangeKind.Moved, change.Before, next.After);
        return change with { After = next.After };
    }

    /// <summary>Pairs the half-days that share most, each with one other at most.</summary>
    private static List<HalfDayPair> Match(
        IReadOnlyList<ProgrammeHalfDay> before,
        IReadOnlyList<ProgrammeHalfDay> after,
        IReadOnlyCollection<DroppedHalfDay> dropped
    )
    {
        var known = before.Select(b => (Half: b, Aside: (int?)null)).Concat(dropped.Select(d => (Half: d.HalfDay, Aside: (int?)d.Number)));
        var possible =
            from b in known
            from a in after
            where b.Aside is null || b.Half.SharesSlotsWith(a)
            let isSameTime = b.Aside is null && b.Half.Id == a.Id
            let score = b.Half.SharedWith(a) + (isSameTime ? 1 : 0)
            where score > 0
            orderby score descending, isSameTime descending, b.Half.Id.Date, b.Half.Id.Half
            select new HalfDayPair(b.Half, a, b.Aside);
        var pairs = new List<HalfDayPair>();
        foreach (var pair in possible)
            if (!pairs.Any(p => p.After == pair.After || p.Before == pair.Before && p.Aside == pair.Aside))
                pairs.Add(pair);
        return pairs;
    }

    private static ProgrammeHalfDay? MostShared(ProgrammeHalfDay half, IEnumerable<ProgrammeHalfDay> others) =>
        others.Where(o => o.SharesSlotsWith(half)).MaxBy(o => o.SharedWith(half));

    private sealed record HalfDayPair(ProgrammeHalfDay Before, ProgrammeHalfDay After, int? Aside);
}
