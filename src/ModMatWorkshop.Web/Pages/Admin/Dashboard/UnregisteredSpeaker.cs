using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <summary>A speaker of the programme who has not registered, and the codes of what they present.</summary>
public sealed record UnregisteredSpeaker(string Name, IReadOnlyList<string> Codes)
{
    /// <summary>Speakers who neither named their contribution in a registration nor registered under their name in the programme.</summary>
    public static async Task<IReadOnlyList<UnregisteredSpeaker>> AllAsync(WorkshopDb db, CancellationToken cancel)
    {
        var contributions = await db
            .Contributions.Where(c => !c.Cancelled)
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Number)
            .Select(c => new
            {
                c.Code,
                Name = c.SpeakerName,
                Slug = c.SpeakerSlug,
            })
            .ToListAsync(cancel);
        var speakers = await db
            .Slots.Where(s => s.SpeakerName != null && s.ContributionCode == null && !s.Cancelled)
            .OrderBy(s => s.Start)
            .Select(s => new
            {
                Code = s.Slug,
                Name = s.SpeakerName!,
                Slug = s.SpeakerSlug!,
            })
            .ToListAsync(cancel);
        var registered = db.Registrations.Where(r => r.Status != RegistrationStatus.Cancelled);
        var codes = (
            await registered.Where(r => r.Details.Presents != null).Select(r => r.Details.Presents!).Distinct().ToListAsync(cancel)
        ).ToHashSet();
        var presenters = contributions.Concat(speakers).Where(c => !codes.Contains(c.Code)).GroupBy(c => c.Slug).ToList();
        var keys = presenters.SelectMany(p => SortKeysOf(p.First().Name)).Distinct().ToArray();
        var names = (
            await registered.Where(r => EF.Parameter(keys).Contains(r.SortKey)).Select(r => r.SortKey).ToListAsync(cancel)
        ).ToHashSet();
        return
        [
            .. presenters
                .Where(p => !SortKeysOf(p.First().Name).Any(names.Contains))
                .Select(p => new UnregisteredSpeaker(p.First().Name, [.. p.Select(c => c.Code)])),
        ];
    }

    /// <summary>The programme has the full name, the form has two parts. Returns a sort key for every way to split the name.</summary>
    private static IEnumerable<string> SortKeysOf(string name)
    {
        var words = Folding.Words(name);
        return Enumerable.Range(0, words.Length).Select(cut => string.Join(' ', words[cut..].Concat(words[..cut])));
    }
}
