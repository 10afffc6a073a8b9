using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages;

public sealed record ListedParticipant(string GivenName, string FamilyName, string Affiliation);

/// <summary>The registered people who agreed to be listed, by family name. The page does not reveal how many others there are.</summary>
public sealed class ParticipantsModel(WorkshopDb db) : PageModel
{
    private const int PageSize = 200;

    public IReadOnlyList<ListedParticipant> People { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 1, PageSize);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var listed = db.Registrations.AsNoTracking().Where(r => r.Status == RegistrationStatus.Confirmed && r.Details.MayBeListed);
        Paging = Paging.Of(page, await listed.CountAsync(cancel), PageSize);
        People = await listed
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .Skip(Paging.Skip)
            .Take(PageSize)
            .Select(r => new ListedParticipant(r.Details.GivenName, r.Details.FamilyName, r.Details.Affiliation))
            .ToListAsync(cancel);
    }
}
