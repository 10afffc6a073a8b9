using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <content>The places of options: offers at the end of each change, and what is due.</content>
internal sealed partial class RegistrationTransaction
{
    private readonly HashSet<Guid> _withoutHistory = [];

    /// <summary>Ends what is due: offers lapse, and places that an organiser has freed are no longer kept.</summary>
    public async Task LapseOptionsAsync()
    {
        foreach (var registration in await db.Registrations.Where(r => r.OptionsDueAt <= Now).OrderBy(r => r.Number).ToListAsync())
            if (registration.Options.Any(p => p.OfferUntil <= Now))
                await ApplyAsync(registration, new LapseOptions(), Actor.Site);
            else
            {
                registration.ForgetKeptOptions(Now);
                Seating.Options.Update(registration);
                _withoutHistory.Add(registration.Id);
            }
    }

    private async Task OfferFreeOptionsAsync()
    {
        if (Seating.Options.IsEmpty)
            return;
        var offers = Seating.Options.OfferFree(Seating.Policy, Now).GroupBy(o => o.Id).ToList();
        if (offers.Count == 0)
            return;
        foreach (var person in offers)
        {
            var registration = db.Registrations.Local.FirstOrDefault(r => r.Id == person.Key)
                ?? await db.Registrations.SingleAsync(r => r.Id == person.Key);
            foreach (var offer in person)
            {
                registration.OfferOption(offer.Key, offer.Until);
                Log(Actor.Site, LapseOptions.Offered, registration, offer.Key);
            }
            Seating.Options.Update(registration);
            Mail(registration, MailKind.OptionOffer);
        }
        await SaveAsync();
    }

    /// <summary>Nobody reads that the site has forgotten what was kept for an undo.</summary>
    private bool HasHistory(Guid id) => !_withoutHistory.Contains(id) || _changedBy.ContainsKey(id);
}
