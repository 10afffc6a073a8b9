namespace ModMatWorkshop.Domain.Programme;

/// <summary>A short text of the organisers that readers see during the workshop until an hour: "Coffee is on the first floor."</summary>
public sealed class Announcement
{
    public const int MaxLength = 200;

    public int Id { get; init; }

    public required Localized Text { get; init; }

    /// <summary>On the site's clock.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>On the site's clock. Readers no longer see it then.</summary>
    public required DateTimeOffset Until { get; init; }

    public bool IsShownAt(DateTimeOffset now) => From <= now && now < Until;

    /// <summary>The texts without surrounding spaces, each on one line; null if one is missing in the first language or too long.</summary>
    public static Localized? TextOf(string? french, string? english, WorkshopLanguages languages)
    {
        var text = new Localized(Clean(french, Language.French), Clean(english, Language.English));
        var first = languages.First == Language.French ? text.Fr : text.En;
        return first is null || text.Fr?.Length > MaxLength || text.En?.Length > MaxLength ? null : text;

        string? Clean(string? typed, Language language) =>
            languages.Has(language)
            && string.Join(' ', (typed ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } clean
            && !clean.Any(char.IsControl)
                ? clean
                : null;
    }

    /// <summary>The next time a clock in the zone shows an hour; null if that is too far away.</summary>
    public static DateTimeOffset? Next(TimeOnly hour, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        foreach (var day in new[] { today, today.AddDays(1) })
            if (LocalHours.TryToInstant(day, hour, zone, out var instant) && instant > now)
                return instant;
        return null;
    }
}

/// <summary>All announcements that are not over.</summary>
public sealed record Announcements(IReadOnlyList<Announcement> All)
{
    public IReadOnlyList<Announcement> At(DateTimeOffset now) => [.. All.Where(a => a.IsShownAt(now)).OrderBy(a => a.From)];

    /// <summary>The instants at which pages change because an announcement begins or ends.</summary>
    public IEnumerable<DateTimeOffset> Instants => All.SelectMany(a => new[] { a.From, a.Until });
}
