using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class PresenceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Presence>(presence =>
        {
            // One record for each person and half-day. The database deletes it with the registration.
            presence
                .HasIndex(p => new
                {
                    p.RegistrationId,
                    p.Date,
                    p.Half,
                })
                .IsUnique();
            presence.HasOne<Registration>().WithMany().HasForeignKey(p => p.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Certificate>(certificate =>
        {
            certificate.HasIndex(c => c.NumberHash).IsUnique();
            certificate.HasIndex(c => new { c.RegistrationId, c.Issue }).IsUnique();
            certificate.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Totals>().Property(t => t.Report).AsJson();
    }
}
