using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Speakers;

public sealed record Work(Contribution Contribution, bool Presents, Slot? Slot);

public sealed class SpeakerModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Work> Works { get; private set; } = [];

    /// <summary>Slots without an abstract in which this person speaks.</summary>
    public IReadOnlyList<Slot> Interventions { get; private set; } = [];

    /// <summary>All affiliations of this person, each once, as printed.</summary>
    public IReadOnlyList<string> Affiliations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var person = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug, cancel);
        if (person is null)
            return NotFound();
        Person = person;
        Workshop = await siteContext.WorkshopAsync();
        Works = await (
            from authorship in db.Authorships.AsNoTracking()
            where authorship.PersonSlug == slug
            join contribution in db.Contributions.AsNoTracking() on authorship.ContributionCode equals contribution.Code
            join slot in db.Slots.AsNoTracking() on contribution.Code equals slot.ContributionCode into slots
            from slot in slots.DefaultIfEmpty()
            orderby contribution.Kind, contribution.Letters, contribution.Number
            select new Work(contribution, authorship.Presents, slot)
        )
            .Take(200)
            .ToListAsync(cancel);
        var amongOthers = $"\"{nameof(Domain.Programme.Speaker.Slug)}\":\"{slug}\"";
        Interventions = await db
            .Slots.AsNoTracking()
            .Where(s => s.ContributionCode == null)
            .Where(s => s.SpeakerSlug == slug || ((string)(object)s.MoreSpeakers).Contains(amongOthers))
            .OrderBy(s => s.Start)
            .ToListAsync(cancel);
        Affiliations =
        [
            .. Works
                .SelectMany(w =>
                    w.Contribution.Authors.Single(a => a.Slug == slug)
                        .Affiliations.Select(number => w.Contribution.Affiliations[number - 1])
                )
                .GroupBy(a => a.Key ?? a.Text)
                .Select(g => g.First().Text),
        ];
        return Page();
    }
}
