using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class FeeMapping
{
    public static void Map(ModelBuilder model)
    {
        // No foreign key: the accounts may have to outlive the registration.
        model.Entity<FeeRecord>(record =>
        {
            record.Property(r => r.Amount).HasPrecision(12, 2);
            record.Property(r => r.Note).HasMaxLength(FeeRecord.MaxNote);
            record.HasIndex(r => r.RegistrationId);
            record.HasIndex(r => r.Batch);
            // The database, too, counts a line of a list once.
            record.HasIndex(r => r.ImportKey).IsUnique();
        });
        model.Entity<FeeBilling>(billing =>
        {
            billing.HasKey(b => b.RegistrationId);
            billing.Property(b => b.RegistrationId).ValueGeneratedNever();
            billing.HasOne<Registration>().WithOne().HasForeignKey<FeeBilling>(b => b.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
