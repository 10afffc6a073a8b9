using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Dashboard;

/// <summary>The number of confirmed people by position: the built-in ones first, then those of the content.</summary>
internal static class PositionCounts
{
    public static async Task<IReadOnlyList<(string Position, int Count)>> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var counts = await db
            .Registrations.Where(r => r.Status == RegistrationStatus.Confirmed)
            .GroupBy(r => new { r.Details.Position, r.Details.OwnPosition })
            .Select(g => new
            {
                g.Key.Position,
                g.Key.OwnPosition,
                Count = g.Count(),
            })
            .ToListAsync(cancel);
        return
        [
            .. counts
                .OrderBy(c => c.OwnPosition is not null)
                .ThenBy(c => c.Position)
                .ThenBy(c => c.OwnPosition, StringComparer.Ordinal)
                .Select(c => (c.OwnPosition ?? c.Position.ToString(), c.Count)),
        ];
    }
}
