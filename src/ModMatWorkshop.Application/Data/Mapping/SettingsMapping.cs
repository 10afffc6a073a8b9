using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class SettingsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StreamChange>(change =>
        {
            change.HasKey(c => c.SessionNumber);
            change.Property(c => c.SessionNumber).ValueGeneratedNever();
        });
        model.Entity<SessionLink>(link =>
        {
            link.HasKey(l => l.SessionNumber);
            link.Property(l => l.SessionNumber).ValueGeneratedNever();
        });
        model.Entity<Announcement>().Property(a => a.Text).AsJson();
        // For the audit log of one person.
        model.Entity<AuditEntry>().HasIndex(e => e.Registration);
    }
}
