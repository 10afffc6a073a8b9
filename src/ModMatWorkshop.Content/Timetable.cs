using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>A slot, and where the content says so.</summary>
internal sealed record PlacedSlot(Slot Slot, SourceLocation Place);

/// <summary>Puts the slots in order, completes those of talks, and reports what contradicts itself.</summary>
/// <param name="workshop">Null if it cannot be read.</param>
/// <param name="unreadable">Files that exist but cannot be read. Their content is unknown, so it is not reported as missing.</param>
internal sealed class Timetable(
    Workshop? workshop,
    IReadOnlyList<Contribution> contributions,
    IReadOnlySet<string> unreadable,
    ProblemList problems
)
{
    private readonly Dictionary<string, Contribution> _byCode = contributions.DistinctBy(c => c.Code).ToDictionary(c => c.Code);

    /// <param name="slots">In the order in which they were read.</param>
    public IReadOnlyList<Slot> InOrder(IReadOnlyList<PlacedSlot> slots)
    {
        var ordered = slots.OrderBy(s => s.Slot.Start).ThenBy(s => s.Slot.Slug, StringComparer.Ordinal).ToList();
        ReportOverlaps([.. ordered.Where(s => !s.Slot.Cancelled && TalkOf(s.Slot) is not { Cancelled: true })]);
        foreach (var twice in slots.GroupBy(s => s.Slot.Slug).Where(g => g.Count() > 1))
            problems.Contradiction(
                twice.Last().Place,
                $"Two slots have the slug `{twice.Key}`.",
                "Each slot needs its own slug, and each talk has one slot."
            );
        return [.. ordered.DistinctBy(s => s.Slot.Slug).Select(s => s.Slot.IsTalk ? OfTalk(s.Slot, s.Place) : s.Slot).OfType<Slot>()];
    }

    private Contribution? TalkOf(Slot slot) => slot.ContributionCode is { } code ? _byCode.GetValueOrDefault(code) : null;

    private void ReportOverlaps(IReadOnlyList<PlacedSlot> slots)
    {
        foreach (var ((slot, place), (before, _)) in OccupiedTime.Overlaps(slots, TimeOf))
            problems.Contradiction(place, $"`{slot.Slug}` starts before `{before.Slug}` ends.", WhyNot(slot, before));
        foreach (var (name, (first, _), (second, place)) in OccupiedTime.SpeakersInTwoRooms(slots, TimeOf))
            problems.Warn(place, $"{name} speaks in `{first.Slug}` and `{second.Slug}` at the same time.", "Move one of them.");
    }

    private OccupiedTime TimeOf(PlacedSlot placed)
    {
        var slot = placed.Slot;
        return new(slot.Start, slot.End, slot.Room, [.. (TalkOf(slot)?.Speakers ?? slot.Speakers).Select(s => s.Name)], []);
    }

    private ProblemText WhyNot(Slot slot, Slot before)
    {
        if (workshop is not { HasSeveralRooms: true })
            return "There is only one track: the times must not overlap.";
        if (slot.Room is not null && before.Room is not null)
            return $"Both are in the room `{slot.Room}`: the times must not overlap.";
        return $"`{(slot.Room is null ? slot : before).Slug}` has no room, so it is for everybody: the times must not overlap.";
    }

    /// <summary>Null for an unknown talk.</summary>
    private Slot? OfTalk(Slot slot, SourceLocation place)
    {
        if (TalkOf(slot) is not { } talk)
        {
            if (!unreadable.Contains($"contributions/{slot.ContributionCode}.md"))
                problems.Contradiction(
                    place,
                    $"The slot refers to {slot.ContributionCode!.ToUpperInvariant()}, which does not exist.",
                    $"Write contributions/{slot.ContributionCode}.md or correct the code.",
                    $"contributions/{slot.ContributionCode}.md"
                );
            return null;
        }
        if (talk.Kind == ContributionKind.Poster)
            problems.Contradiction(
                place,
                $"The slot refers to {talk.ContributionCode}, which is a poster.",
                "Posters are on boards; a slot says `posters: true` while they are on display."
            );
        return new()
        {
            Slug = slot.Slug,
            Date = slot.Date,
            Start = slot.Start,
            End = slot.End,
            Kind = SlotKinds.Of(talk.Kind),
            SessionNumber = slot.SessionNumber,
            Room = slot.Room,
            ContributionCode = slot.ContributionCode,
            SpeakerSlug = talk.SpeakerSlug,
            SpeakerName = talk.SpeakerName,
            Lab = talk.Lab,
            Town = talk.Town,
            MoreSpeakers = talk.MoreSpeakers,
            Posters = slot.Posters,
            Cancelled = slot.Cancelled || talk.Cancelled,
            CancelledBecause = slot.CancelledBecause,
            ToBeConfirmed = slot.ToBeConfirmed || talk.ToBeConfirmed,
            HoursToBeConfirmed = slot.HoursToBeConfirmed,
            MovedFromStart = slot.MovedFromStart,
            MovedFromEnd = slot.MovedFromEnd,
            Chairs = slot.Chairs,
            DoNotRecord = slot.DoNotRecord || talk.DoNotRecord,
            Materials = slot.Materials,
        };
    }
}
