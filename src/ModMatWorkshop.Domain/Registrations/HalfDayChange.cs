namespace ModMatWorkshop.Domain.Registrations;

public enum HalfDayChangeKind
{
    /// <summary>Its sessions are at another time.</summary>
    Moved,

    /// <summary>It has left the programme. The answers are set aside.</summary>
    Dropped,

    /// <summary>It had left the programme and is back, with the answers that were set aside.</summary>
    Returned,
    Added,

    /// <summary>Its sessions are now part of another half-day. The answers count there, and are also set aside.</summary>
    Merged,

    /// <summary>A part of its sessions is now a half-day of its own. The answers count for both.</summary>
    Split,
}

/// <summary>What a change of the programme does to one half-day and to the answers about it.</summary>
/// <param name="Before">Where it was; where its sessions came from for <see cref="HalfDayChangeKind.Split"/>; null if added.</param>
/// <param name="After">Where it is, or the half-day that contains its sessions; null if dropped.</param>
/// <param name="Aside">The number under which its answers are, or were, set aside; null for none.</param>
public sealed record HalfDayChange(HalfDayChangeKind Kind, HalfDayId? Before, HalfDayId? After, int? Aside = null)
{
    /// <summary>Whether a person has an answer that this change moved or set aside.</summary>
    public bool Concerns(RegistrationDetails details) =>
        After is null
            ? details.SetAside.HalfDays.Any(a => a.HalfDay == Aside)
            : Kind != HalfDayChangeKind.Added && details.HalfDays.Any(h => h.Id == After);
}

/// <summary>An answer about a half-day that has left the programme.</summary>
/// <param name="HalfDay">The number of the <see cref="DroppedHalfDay"/>.</param>
public sealed record AsideChoice(int HalfDay, Attendance Attendance);

/// <summary>Answers about half-days and meals that have left the programme. They count again when these return.</summary>
public sealed record AnswersAside
{
    public static readonly AnswersAside None = new();

    public IReadOnlyList<AsideChoice> HalfDays { get; init; } = [];

    public IReadOnlyList<string> Meals { get; init; } = [];
}
