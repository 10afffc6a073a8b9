using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Exports;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The versions of the programme, newest first.</summary>
public sealed record ProgrammeHistory(IReadOnlyList<ProgrammeVersion> Versions)
{
    private const int Shown = 100;
    private const int InFeed = 20;

    private readonly Dictionary<string, DateTimeOffset> _changedAt = Versions
        .SelectMany(v => v.Changes.Items.Select(i => (i.Now.Key, v.At)))
        .GroupBy(i => i.Key)
        .ToDictionary(i => i.Key, i => i.Max(v => v.At));

    public static async Task<ProgrammeHistory> ReadAsync(WorkshopDb db) =>
        new(await db.ProgrammeVersions.AsNoTracking().OrderByDescending(v => v.Number).Take(Shown).ToListAsync());

    /// <summary>The anchor of a version on the page of the changes.</summary>
    public static string AnchorOf(ProgrammeVersion version) => string.Create(CultureInfo.InvariantCulture, $"v{version.Number}");

    /// <summary>The time of the last change of a row, in seconds, for the script that marks what is new; null for none.</summary>
    public long? ChangedAt(string key) => _changedAt.TryGetValue(key, out var at) ? at.ToUnixTimeSeconds() : null;

    /// <summary>The time of the last version; null for none.</summary>
    public long? LastAt => Versions is [var last, ..] ? last.At.ToUnixTimeSeconds() : null;

    /// <summary>The number of changes on the day of the reader's clock.</summary>
    public int CountOn(DateOnly day, SiteContext siteContext, Workshop workshop) =>
        Versions.Where(v => DayOf(v, siteContext, workshop) == day).Sum(v => v.Changes.Differences.Count);

    public IEnumerable<NewsEntry> EntriesFor(SiteContext siteContext, Workshop workshop)
    {
        var words = siteContext.Words;
        return Versions
            .Take(InFeed)
            .Select(v => new NewsEntry(
                AnchorOf(v),
                DayOf(v, siteContext, workshop),
                words.ProgrammeVersion(v.Number),
                "<ul>"
                    + string.Concat(
                        v.Changes.Differences.Select(d =>
                            $"<li>{HtmlEncoder.Default.Encode(words.LineOf(d, workshop.TimeZone))}"
                            + (words.StruckOf(d, workshop.TimeZone) is { } old ? $" <del>{HtmlEncoder.Default.Encode(old)}</del>" : "")
                            + "</li>"
                        )
                    )
                    + "</ul>"
            )
            {
                ChangedAt = v.At + siteContext.Clock.Shift,
            });
    }

    private static DateOnly DayOf(ProgrammeVersion version, SiteContext siteContext, Workshop workshop) =>
        DateOnly.FromDateTime(workshop.Local(version.At + siteContext.Clock.Shift).DateTime);
}
