namespace ModMatWorkshop.Exports;

/// <summary>A news item in one language.</summary>
/// <param name="Slug">The anchor on the news page and the permanent identifier in the feed.</param>
/// <param name="Html">Sanitised. Links may be paths of this site.</param>
public sealed record NewsEntry(string Slug, DateOnly Date, string Title, string Html)
{
    /// <summary>The instant of an entry about the programme; null for an item of news, which has a date only.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
