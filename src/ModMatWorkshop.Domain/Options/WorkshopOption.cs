using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Options;

/// <summary>
/// What people may choose beside the workshop itself, as its content describes it: a dinner, an excursion, a tutorial, a hands-on session.
/// </summary>
/// <param name="Key">Names the option for ever: another option has another key.</param>
public sealed record WorkshopOption(string Key, Localized Name)
{
    /// <summary>In a workshop.</summary>
    public const int Most = 20;

    /// <summary>The most companions that an option can allow.</summary>
    public const int MostCompanions = 4;

    private const string Suffix = "_option";

    /// <summary>The day on which it takes place; null while it is unknown.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>In the time zone of the workshop. Only with <see cref="Date"/>.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>Earlier than <see cref="Start"/> if it ends after midnight.</summary>
    public TimeOnly? End { get; init; }

    public Localized? Where { get; init; }

    /// <summary>The places for people and their companions; null without limit.</summary>
    public int? Places { get; init; }

    /// <summary>How many companions a person may bring.</summary>
    public int Companions { get; init; }

    /// <summary>In words.</summary>
    public Localized? Price { get; init; }

    /// <summary>The last day on which people choose it or give it up themselves; null until the workshop starts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only for people who ask to attend in this way; null for all.</summary>
    public Attendance? Attendance { get; init; }

    /// <summary>The values of the field <see cref="PersonFields.Position"/> that may choose it; none for all.</summary>
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>What the caterer or the guide needs to know; printed on their sheet.</summary>
    public Localized? CatererNote { get; init; }

    /// <summary>The key of the registration field that says how many places a person asks for.</summary>
    public string Id => IdOf(Key);

    public static string IdOf(string key) => key + Suffix;

    /// <summary>The key of the option that a field asks about; null for another field.</summary>
    public static string? KeyIn(string id) => id.EndsWith(Suffix, StringComparison.Ordinal) ? id[..^Suffix.Length] : null;

    /// <summary>The instant from which people no longer choose it or give it up themselves.</summary>
    /// <param name="start">The start of the workshop.</param>
    public DateTimeOffset ClosesAt(TimeZoneInfo zone, DateTimeOffset start) =>
        Until is { } day ? LocalHours.StartOfDay(day.AddDays(1), zone) : start;
}
