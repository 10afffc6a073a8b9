using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Options;

/// <summary>How many people take part in an option, without names.</summary>
/// <param name="People">Confirmed people with places, without their companions.</param>
/// <param name="Places">With companions, of whom the site knows nothing else.</param>
public sealed record OptionServing(WorkshopOption Option, int People, int Places, IReadOnlyList<DietCount> Diets)
{
    public int Companions => Places - People;

    public static async Task<IReadOnlyList<OptionServing>> ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var options = (await db.Workshops.AsNoTracking().SingleAsync(cancel)).Options;
        if (options.Count == 0)
            return [];
        var confirmed = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.OptionPlaces != null)
            .ToListAsync(cancel);
        return
        [
            .. from option in options
            let there = confirmed.Where(r => r.OptionPlace(option.Key) is { Held: > 0 }).ToList()
            select new OptionServing(option, there.Count, there.Sum(r => r.OptionPlace(option.Key)!.Held), AttendeeReports.DietsOf(there)),
        ];
    }
}
