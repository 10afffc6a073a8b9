using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>A slot of the timetable in one language, with the texts for exports.</summary>
/// <param name="poster">A poster on show during the slot; the row then describes the poster.</param>
internal sealed class ProgrammeRow(Schedule schedule, Slot slot, SiteAddress site, Language language, Contribution? poster = null)
{
    private static readonly Localized Cancelled = new("Annulé", "Cancelled");
    private static readonly Localized MovedFrom = new("Déplacé\u00A0: initialement prévu le {0} à {1}", "Moved from {0} at {1}");
    private static readonly Localized Remotely = new("Exposé donné à distance", "Given remotely");
    private static readonly Localized ToBeConfirmed = new("À confirmer", "To be confirmed");
    private static readonly Localized HoursToBeConfirmed = new("Horaire à confirmer", "Time to be confirmed");
    private static readonly Localized AtBoard = new("{0}, panneau {1}", "{0}, board {1}");
    private static readonly Localized ChairedBy = new("{0}, présidée par {1}", "{0}, chaired by {1}");

    public Slot Slot => slot;

    /// <summary>Whether the owner of a personal calendar follows the slot on the stream; null in a public calendar.</summary>
    public bool? IsFollowedRemotely { get; init; }

    public Contribution? Contribution { get; } = poster ?? schedule.ContributionOf(slot);

    /// <summary>Unique in the workshop and stable while the slot exists.</summary>
    public string Name => poster is null ? slot.Slug : $"{poster.Code}-{slot.Slug}";

    public string Title => Contribution?.Title ?? slot.Title?.In(language) ?? slot.Slug;

    /// <summary>The title. A cancelled talk says so here too, because some calendars ignore the status.</summary>
    public string Heading =>
        IsCancelled
            ? language == Language.English
                ? $"{Cancelled.En}: {Title}"
                : $"{Cancelled.Fr}\u00A0: {Title}"
            : Title;

    public IReadOnlyList<Speaker> Speakers => Contribution?.Speakers ?? slot.Speakers;

    /// <summary>The names of the speakers, with the moderator of a panel; null for a slot without any.</summary>
    public string? SpeakerNames =>
        Contribution is { } c ? Joined(c.Speakers.Select(s => s.Name)) : Joined(slot.PeopleIn(language).Select(p => p.Name));

    /// <summary>The chairs of the slot alone; null for none.</summary>
    public string? Chairs => poster is null ? slot.ChairsIn(language) : null;

    /// <summary>The laboratories of the speakers with their towns, each once; null if none is known.</summary>
    public string? Laboratory =>
        string.Join("; ", Speakers.Select(s => s.FromWhere()).Where(place => place.Length > 0).Select(place => place[2..]).Distinct())
            is { Length: > 0 } laboratory
            ? laboratory
            : null;

    public string Kind =>
        (
            (Contribution is { } c ? schedule.Workshop.OwnKindOf(c.ContributionCode)?.Name : null)
            ?? (poster is null ? Phrases.Kind(slot.Kind) : Phrases.Kind(poster.Kind))
        ).In(language);

    public bool IsCancelled => slot.Cancelled || Contribution is { Cancelled: true };

    /// <summary>True while the slot or its times are provisional.</summary>
    public bool IsTentative => slot.ToBeConfirmed || slot.HoursToBeConfirmed || Contribution is { ToBeConfirmed: true };

    public bool IsRemote => Contribution is { Remote: true };

    public bool DoNotRecord => slot.DoNotRecord || Contribution is { DoNotRecord: true };

    private Session? Session => slot.SessionNumber is { } number ? schedule.Sessions.FirstOrDefault(s => s.Number == number) : null;

    /// <summary>
    /// The session and its chair; for a poster, the slot and the poster board; outside sessions the chairs of the slot, or null.
    /// </summary>
    public string? Frame
    {
        get
        {
            if (poster is not null)
                return Phrases.Fill(AtBoard.In(language), slot.Title?.In(language) ?? Kind, Phrases.Number(poster.Board ?? poster.Number));
            if (Session is not { } session || slot.Kind is SlotKind.Break or SlotKind.Meal)
                return Chairs;
            var name = Phrases.SessionName(session, language);
            var chairs = slot.Chairs.Count > 0 ? slot.Chairs : session.Chairs;
            return chairs.Count > 0 ? Phrases.Fill(ChairedBy.In(language), name, string.Join(", ", chairs)) : name;
        }
    }

    /// <summary>The page of the abstract, or the slot on the programme page.</summary>
    public string Url =>
        Contribution is { } c
            ? site.Of(Routes.Abstract.Path(schedule.Workshop.Languages, language, c.Code))
            : site.Of(Routes.Programme.Path(schedule.Workshop.Languages, language)) + "#" + slot.Slug;

    /// <summary>The changes of the slot, one sentence each, the most important first.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (IsCancelled)
                yield return slot.CancelledBecause?.In(language) is { } because
                    ? language == Language.English
                        ? $"{Cancelled.En}: {because}"
                        : $"{Cancelled.Fr}\u00A0: {because}"
                    : Cancelled.In(language);
            if (slot.MovedFromStart is { } old)
            {
                var was = schedule.Workshop.Local(old);
                yield return Phrases.Fill(
                    MovedFrom.In(language),
                    Phrases.Day(DateOnly.FromDateTime(was.DateTime), language),
                    was.ToString("HH:mm", CultureInfo.InvariantCulture)
                );
            }
            if (slot.HoursToBeConfirmed)
                yield return HoursToBeConfirmed.In(language);
            if (slot.ToBeConfirmed || Contribution is { ToBeConfirmed: true })
                yield return ToBeConfirmed.In(language);
            if (IsRemote)
                yield return Remotely.In(language);
        }
    }

    /// <summary>Grows with each change of the slot or of its contribution.</summary>
    public int Sequence => slot.Revision.Sequence + (Contribution?.Revision.Sequence ?? 0);

    public DateTimeOffset LastModified =>
        Contribution is { } c && c.Revision.LastModified > slot.Revision.LastModified
            ? c.Revision.LastModified
            : slot.Revision.LastModified;

    private static string? Joined(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } joined ? joined : null;

    public DateTimeOffset Start => schedule.Workshop.Local(slot.Start);

    public DateTimeOffset End => schedule.Workshop.Local(slot.End);
}
