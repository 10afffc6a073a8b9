using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Registrations;

/// <summary>
/// Erases withdrawn answers from the older history of their owners, from proposals that wait for them, and from rows of imports that are
/// not processed yet.
/// </summary>
internal static class WithdrawnAnswerErasure
{
    /// <param name="changed">The changed registrations, before and after.</param>
    /// <returns>True if answers were withdrawn, which the database files may still contain after the commit.</returns>
    public static async Task<bool> RunAsync(
        WorkshopDb db,
        IReadOnlyList<(RegistrationState Before, RegistrationState After, Guid Id)> changed
    )
    {
        var owners = changed.Where(c => c.Before.WithdrawnIn(c.After).Count > 0).ToList();
        if (owners.Count == 0)
            return false;
        var ids = owners.Select(o => o.Id).ToList();
        var history = (await db.RegistrationChanges.Where(c => ids.Contains(c.RegistrationId)).ToListAsync()).ToLookup(c =>
            c.RegistrationId
        );
        var rows = await db.BatchItems.Where(i => i.Row != null && i.RowEmail != null).ToListAsync();
        var proposals = await db.AnswerProposals.Where(p => ids.Contains(p.RegistrationId)).ToListAsync();
        foreach (var (before, after, id) in owners)
        {
            foreach (var proposal in proposals.Where(p => p.RegistrationId == id))
                proposal.Erase(before.WithdrawnIn(after));
            HashSet<string> addresses = [before.Email, after.Email];
            foreach (var change in history[id])
            {
                addresses.Add(change.Before.Email);
                change.EraseWithdrawn(after);
            }
            foreach (var item in rows.Where(i => addresses.Contains(i.RowEmail ?? "")))
                item.Row = item.Row?.Without(before.WithdrawnIn(after));
        }
        return true;
    }
}
