using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Web.Pages.Speakers;

public sealed record PersonItem(
    string Slug,
    string Name,
    string Family,
    string SortKey,
    bool Speaks,
    string? CommitteeAffiliation,
    IReadOnlyList<string> Codes
);

public sealed class IndexModel(WorkshopDb db) : PageModel
{
    private const int PageSize = 200;

    public IReadOnlyList<PersonItem> Persons { get; private set; } = [];

    public int Total { get; private set; }

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        Total = await db.Persons.CountAsync(cancel);
        Paging = Paging.Of(page, Total, PageSize);
        Persons = await db
            .Persons.AsNoTracking()
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Slug)
            .Skip(Paging.Skip)
            .Take(PageSize)
            .Select(p => new PersonItem(
                p.Slug,
                p.Name,
                p.Family,
                p.SortKey,
                p.Speaks,
                p.CommitteeAffiliation,
                db.Authorships.Where(a => a.PersonSlug == p.Slug).OrderBy(a => a.ContributionCode).Select(a => a.ContributionCode).ToList()
            ))
            .ToListAsync(cancel);
    }
}
