using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>What has changed between two programmes.</summary>
public sealed record ProgrammeChanges(IReadOnlyList<ItemChange> Items, IReadOnlyList<SessionChange> Sessions)
{
    public static ProgrammeChanges None { get; } = new([], []);

    /// <summary>False if there are only corrections.</summary>
    [JsonIgnore]
    public bool Any => Differences.Count > 0;

    /// <summary>In chronological order; what has no hour comes last. A session that moves as a whole is one difference.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProgrammeDifference> Differences
    {
        get
        {
            var moved = Sessions.Where(s => MovedWith(s).Count > 0).ToList();
            var movedWith = moved.SelectMany(MovedWith).ToHashSet();
            return
            [
                .. moved
                    .Select(s => new ProgrammeDifference(DifferenceKind.SessionMoved, null, s))
                    .Concat(Sessions.SelectMany(s => KindsOf(s).Select(kind => new ProgrammeDifference(kind, null, s))))
                    .Concat(
                        Items.SelectMany(i =>
                            i.Kinds()
                                .Where(kind => kind != DifferenceKind.Moved || !movedWith.Contains(i))
                                .Select(kind => new ProgrammeDifference(kind, i, null))
                        )
                    )
                    .OrderBy(d => d.Place is null)
                    .ThenBy(d => d.Place?.Start)
                    .ThenBy(d => d.Key, StringComparer.Ordinal)
                    .ThenBy(d => d.Kind),
            ];
        }
    }

    /// <summary>The rows that a difference is about: one, or all rows of a session that moves.</summary>
    public IReadOnlyList<ItemChange> ItemsOf(ProgrammeDifference difference) =>
        difference.Item is { } item ? [item]
        : difference.Kind == DifferenceKind.SessionMoved ? MovedWith(difference.Session!)
        : [];

    /// <param name="newAbstracts">The codes of contributions with another abstract, if it is no correction.</param>
    public static ProgrammeChanges Between(ProgrammeSnapshot before, ProgrammeSnapshot after, IReadOnlySet<string> newAbstracts)
    {
        var old = before.Items.ToDictionary(i => i.Key);
        var (common, added) = (new List<ItemChange>(), new List<ProgrammeItem>());
        foreach (var item in after.Items)
            if (old.Remove(item.Key, out var was))
                common.Add(new(was, item, newAbstracts.Contains(item.Key)));
            else
                added.Add(item);
        // A contribution of another kind has another code.
        foreach (var item in added)
        {
            var was = item.IsContribution ? old.Values.FirstOrDefault(o => o.IsContribution && HasTitleOf(o, item)) : null;
            if (was is not null)
                old.Remove(was.Key);
            common.Add(new(was, item));
        }
        return new ProgrammeChanges(
            [.. common, .. old.Values.Select(gone => new ItemChange(gone, null))],
            [.. SessionsOf(before, after)]
        ).WithoutCorrections();
    }

    /// <summary>What changes if one contribution changes, is new (null before) or is deleted (null after).</summary>
    /// <param name="slots">The rows of the timetable with it.</param>
    public static ProgrammeChanges OfContribution(
        Workshop workshop,
        IReadOnlyCollection<Slot> slots,
        Contribution? before,
        Contribution? after
    )
    {
        var hasOtherText = before is not null && after is not null && before.BodyText != after.BodyText;
        var code = after?.Code ?? before?.Code;
        return Between(
            SnapshotOf(before),
            SnapshotOf(after),
            hasOtherText && !Correction.IsCorrection(before!.BodyText, after!.BodyText) ? new HashSet<string> { code! } : []
        );

        ProgrammeSnapshot SnapshotOf(Contribution? one) =>
            one is null
                ? new([], [])
                : ProgrammeSnapshot.Of(
                    workshop,
                    [],
                    [.. slots.Where(s => s.ContributionCode == one.Code)],
                    [ProgrammeContribution.Of(one)]
                );
    }

    /// <summary>The changes of both: what moves twice moves once, and what returns to what it was has not changed.</summary>
    public static ProgrammeChanges Join(ProgrammeChanges earlier, ProgrammeChanges later)
    {
        var rest = later.Items.ToList();
        List<ItemChange> items = [.. earlier.Items.Select(change => JoinedWith(change, Take)), .. rest];
        var sessions = later.Sessions.ToDictionary(s => s.Before.Number);
        return new ProgrammeChanges(
            [.. items.Where(i => i.Before is not null || i.After is not null)],
            [
                .. earlier.Sessions.Select(s => sessions.Remove(s.After.Number, out var next) ? new(s.Before, next.After) : s),
                .. sessions.Values,
            ]
        ).WithoutCorrections();

        ItemChange? Take(Predicate<ItemChange> which)
        {
            if (rest.FindIndex(which) is not (>= 0 and var at))
                return null;
            var found = rest[at];
            rest.RemoveAt(at);
            return found;
        }
    }

    private static ItemChange JoinedWith(ItemChange change, Func<Predicate<ItemChange>, ItemChange?> take)
    {
        var key = change.Now.Key;
        var next = change.After is null ? take(l => l.Before is null && l.After!.Key == key) : take(l => l.Before?.Key == key);
        return next is null ? change : new(change.Before, next.After, change.HasNewAbstract || next.HasNewAbstract);
    }

    private ProgrammeChanges WithoutCorrections()
    {
        List<SessionChange> sessions = [.. Sessions.Where(s => KindsOf(s).Any() || MovedWith(s).Count > 0)];
        return new([.. Items.Where(i => i.Kinds().Any())], sessions);
    }

    /// <summary>A session keeps its identity with most of its rows, because a new session shifts the numbers of all that follow.</summary>
    private static IEnumerable<SessionChange> SessionsOf(ProgrammeSnapshot before, ProgrammeSnapshot after)
    {
        var old = before.Sessions.ToDictionary(s => s.Number);
        var oldSessionOf = before.Items.Where(i => i.Session is not null).ToDictionary(i => i.Key, i => i.Session!.Value);
        // A session without known rows gets a number that is left.
        foreach (var (session, was) in after.Sessions.Select(s => (s, Was: OldNumberOf(s))).OrderBy(s => s.Was is null))
            if (old.Remove(was ?? session.Number, out var same))
                yield return new(same, session);

        int? OldNumberOf(ProgrammeSession session) =>
            after
                .Items.Where(i => i.Session == session.Number && oldSessionOf.ContainsKey(i.Key))
                .GroupBy(i => oldSessionOf[i.Key])
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key != session.Number)
                .Select(g => (int?)g.Key)
                .FirstOrDefault();
    }

    private static IEnumerable<DifferenceKind> KindsOf(SessionChange session)
    {
        if (session is { Before.Title: { } old, After.Title: { } now } && !Correction.IsCorrection(old, now))
            yield return DifferenceKind.SessionTitleChanged;
        if (!Correction.AreSameNames(session.Before.Chairs, session.After.Chairs))
            yield return DifferenceKind.SessionChairsChanged;
    }

    /// <summary>The rows of a session that moves as a whole: all of them, by the same time, to the same room. Empty otherwise.</summary>
    private IReadOnlyList<ItemChange> MovedWith(SessionChange session)
    {
        var rows = Items
            .Where(i => i.Before?.Session == session.Before.Number && i.After?.Session == session.After.Number)
            .Where(i => i is { Before.Place: { } old, After.Place: { } now } && !now.IsSameAs(old))
            .ToList();
        return
            rows.Count > 1
            && rows.Count == session.Before.Items
            && rows.Count == session.After.Items
            && rows.Select(ShiftOf).Distinct().Count() == 1
            ? rows
            : [];
    }

    private static (TimeSpan Start, TimeSpan End, string? Room) ShiftOf(ItemChange change)
    {
        var (old, now) = (change.Before!.Place!, change.After!.Place!);
        return (now.Start - old.Start, now.End - old.End, now.Room);
    }

    private static bool HasTitleOf(ProgrammeItem one, ProgrammeItem other) =>
        Folding.Fold(one.Title.In(Language.French)) == Folding.Fold(other.Title.In(Language.French));
}
