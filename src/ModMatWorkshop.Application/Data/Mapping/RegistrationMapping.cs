using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class RegistrationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Registration>(registration =>
        {
            registration.Property(r => r.Id).ValueGeneratedNever();
            var details = registration.ComplexProperty(r => r.Details);
            details.Property(d => d.HalfDays).AsJson();
            details.Property(d => d.Meals).AsJson();
            details.Property(d => d.SetAside).AsJson();
            details.Property(d => d.Answers).AsJson().HasDefaultValueSql("'[]'");
            registration.Property(r => r.RoleDecisions).AsJson().HasDefaultValueSql("'[]'");
            // Unique indexes guarantee that no two registrations share a seat, a position on the waiting list or an address.
            registration.HasIndex(r => r.SeatNumber).IsUnique();
            registration.HasIndex(r => r.LineNumber).IsUnique();
            registration.HasIndex(r => r.Email).IsUnique();
            registration.HasIndex(r => r.Number).IsUnique();
            registration.HasIndex(r => r.Ticket).IsUnique();
            registration.HasIndex(r => r.CheckInCode).IsUnique();
            // One index for each sort order of the attendee list, so that a page is read without sorting. RawSql creates the one for the
            // order by position, because EF cannot index a column of a complex property.
            registration.HasIndex(r => new { r.SortKey, r.Number });
            registration.HasIndex(r => new { r.AffiliationKey, r.Number });
            registration.HasIndex(r => new { r.CreatedAt, r.Number });
            registration.HasIndex(r => r.HoldUntil);
            registration.HasIndex(r => r.OfferUntil);
            registration.HasIndex(r => r.KeptUntil);
            registration.HasIndex(r => r.PreviousEmailUntil);
            registration.Property(r => r.OptionPlaces).AsJson();
            registration.HasIndex(r => r.OptionsDueAt);
            registration.Ignore(r => r.KeptSeat);
            registration.Ignore(r => r.Options);
            registration.Ignore(r => r.WantsOptions);
            registration.Ignore(r => r.FirstOptionDeadline);
        });

        model.Entity<WorkshopState>(state =>
        {
            state.Property(r => r.Id).ValueGeneratedNever();
            state.HasData(new WorkshopState());
        });
        model.Entity<Invitation>().Property(i => i.Id).ValueGeneratedNever();
        model.Entity<AuditEntry>().HasIndex(e => e.At);
        model.Entity<OutboxMessage>(Map);
        model.Entity<DroppedHalfDayRow>(half =>
        {
            half.HasKey(h => h.Number);
            half.Property(h => h.Number).ValueGeneratedNever();
            half.Property(h => h.HalfDay).AsJson();
        });
        model.Entity<ProgrammeChange>(change =>
        {
            change.Property(c => c.HalfDays).AsJson();
            change.Property(c => c.OtherHalfDays).AsJson();
        });
        model.Entity<Broadcast>(broadcast =>
        {
            broadcast.HasKey(s => s.SessionNumber);
            broadcast.Property(s => s.SessionNumber).ValueGeneratedNever();
        });
    }

    private static void Map(EntityTypeBuilder<OutboxMessage> message)
    {
        message.HasIndex(m => m.Cause).IsUnique();
        message.HasIndex(m => new { m.State, m.NextTryAt });
        message.HasIndex(m => m.RegistrationId);
        message.HasIndex(m => m.MessageId);
        // Few rows have bounced, and the list of people looks for them.
        message.HasIndex(m => m.Bounce).HasFilter("\"Bounce\" IS NOT NULL");
    }
}
