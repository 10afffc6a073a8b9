using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>The kinds of changes of which readers are told.</summary>
public enum DifferenceKind
{
    SessionMoved,
    SessionTitleChanged,
    SessionChairsChanged,
    Added,
    Removed,
    Cancelled,
    Restored,

    /// <summary>It had no hour before.</summary>
    Scheduled,

    /// <summary>It has no hour any more.</summary>
    Unscheduled,
    Moved,
    CodeChanged,
    KindChanged,
    TitleChanged,
    SpeakersChanged,
    ChairsChanged,
    AbstractChanged,
    Confirmed,

    /// <summary>It is to be confirmed now.</summary>
    Tentative,
}

/// <summary>A row or a poster before and after a change; null where it does not exist.</summary>
/// <param name="HasNewAbstract">The abstract has changed, and not by a correction.</param>
public sealed record ItemChange(ProgrammeItem? Before, ProgrammeItem? After, bool HasNewAbstract = false)
{
    /// <summary>The names for readers are those of now.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ProgrammeItem Now => After ?? Before!;

    /// <summary>What has changed, without corrections.</summary>
    public IEnumerable<DifferenceKind> Kinds()
    {
        if (Before is null || After is null)
        {
            // Readers do not miss what was cancelled, and cannot expect what is.
            if (!Now.Cancelled)
                yield return Before is null ? DifferenceKind.Added : DifferenceKind.Removed;
            yield break;
        }
        if (After.Cancelled)
        {
            if (!Before.Cancelled)
                yield return DifferenceKind.Cancelled;
            yield break;
        }
        if (Before.Cancelled)
            yield return DifferenceKind.Restored;
        if (Before.Key != After.Key)
            yield return DifferenceKind.CodeChanged;
        if (PlaceKind() is { } place)
            yield return place;
        if (!Before.IsContribution && Before.Kind is not null && After.Kind is not null && Before.Kind != After.Kind)
            yield return DifferenceKind.KindChanged;
        if (!Correction.IsCorrection(Before.Title, After.Title))
            yield return DifferenceKind.TitleChanged;
        if (!Correction.AreSameNames(Before.Speakers, After.Speakers))
            yield return DifferenceKind.SpeakersChanged;
        if (!Correction.AreSameNames(Before.Chairs, After.Chairs))
            yield return DifferenceKind.ChairsChanged;
        if (HasNewAbstract)
            yield return DifferenceKind.AbstractChanged;
        if (Before.IsTentative != After.IsTentative)
            yield return After.IsTentative ? DifferenceKind.Tentative : DifferenceKind.Confirmed;
    }

    private DifferenceKind? PlaceKind() =>
        (Before!.Place, After!.Place) switch
        {
            (null, null) => null,
            (null, _) => DifferenceKind.Scheduled,
            (_, null) => DifferenceKind.Unscheduled,
            var (old, @new) => @new.IsSameAs(old) ? null : DifferenceKind.Moved,
        };
}

/// <summary>A session before and after a change.</summary>
public sealed record SessionChange(ProgrammeSession Before, ProgrammeSession After);

/// <summary>One change of the programme, of a row or of a session.</summary>
public sealed record ProgrammeDifference(DifferenceKind Kind, ItemChange? Item, SessionChange? Session)
{
    /// <summary>Its place now; the last one of what has none any more.</summary>
    public ProgrammePlace? Place => Item is null ? Session!.After.Place ?? Session.Before.Place : Item.After?.Place ?? Item.Before?.Place;

    /// <summary>The rows of the timetable and the posters that it marks.</summary>
    public string? Key => Item?.Now.Key;

    /// <summary>The half-days whose participants it concerns.</summary>
    public IEnumerable<HalfDayId> HalfDays =>
        new[] { Item?.Before?.HalfDay, Item?.After?.HalfDay, Session?.Before.HalfDay, Session?.After.HalfDay }
            .OfType<HalfDayId>()
            .Distinct();
}
