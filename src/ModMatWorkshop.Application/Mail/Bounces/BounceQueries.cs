using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail.Bounces;

/// <summary>Who cannot be reached by mail.</summary>
public static class BounceQueries
{
    /// <summary>
    /// The registrations whose address bounces. A mail to an address that was corrected since does not count.
    /// </summary>
    public static IQueryable<Registration> WithBouncingAddress(this IQueryable<Registration> all, WorkshopDb db) =>
        all.Where(r => db.Outbox.Any(m => m.RegistrationId == r.Id && m.Bounce == BounceKind.Address && m.SentTo == r.Email));
}
