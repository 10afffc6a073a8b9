using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>What has changed in the programme, in words, the latest version first.</summary>
public sealed class ChangesModel(WorkshopDb db, SiteContext siteContext) : PageModel
{
    private HashSet<string> _contributions = [];
    private HashSet<string> _slots = [];

    public Workshop Workshop { get; private set; } = null!;

    public IReadOnlyList<ProgrammeVersion> Versions { get; private set; } = [];

    /// <summary>Site time.</summary>
    public DateTimeOffset AtOf(ProgrammeVersion version) => version.At + siteContext.Clock.Shift;

    /// <summary>The page of what has changed; null if it is no longer there.</summary>
    public string? AddressOf(ProgrammeDifference difference) =>
        difference.Key is not { } key ? null
        : _contributions.Contains(key) ? siteContext.Path(Routes.Abstract, key)
        : _slots.Contains(key) ? $"{siteContext.Path(Routes.Programme)}#{key}"
        : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Workshop = await siteContext.WorkshopAsync();
        Versions = (await siteContext.CachedAsync(ProgrammeHistory.ReadAsync)).Versions;
        if (Versions.Count == 0)
            return;
        _contributions = await db.Contributions.Select(c => c.Code).ToHashSetAsync(cancel);
        _slots = await db.Slots.Select(s => s.Slug).ToHashSetAsync(cancel);
    }
}
