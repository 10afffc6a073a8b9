using Microsoft.EntityFrameworkCore;
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
            // What the plan promises, the database guards: nobody shares a seat, a place in the line, or an address.
            registration.HasIndex(r => r.SeatNumber).IsUnique();
            registration.HasIndex(r => r.LineNumber).IsUnique();
            registration.HasIndex(r => r.Email).IsUnique();
            registration.HasIndex(r => r.Number).IsUnique();
            registration.HasIndex(r => r.Ticket).IsUnique();
            // The orders of the organisers' list, each to its end, so that a page of it is read and not sorted. The order by position has
            // one too, made by
            // the migration OneOrder: EF knows no index on a part of the details.
            registration.HasIndex(r => new { r.SortKey, r.Number });
            registration.HasIndex(r => new { r.AffiliationKey, r.Number });
            registration.HasIndex(r => new { r.CreatedAt, r.Number });
            registration.HasIndex(r => r.HoldUntil);
            registration.HasIndex(r => r.OfferUntil);
        });

        model.Entity<WorkshopState>(room =>
        {
            room.Property(r => r.Id).ValueGeneratedNever();
            room.HasData(new WorkshopState());
        });
        model.Entity<Invitation>().Property(i => i.Id).ValueGeneratedNever();
        model.Entity<AuditEntry>().HasIndex(e => e.At);
        model.Entity<OutboxMessage>(message =>
        {
            message.HasIndex(m => m.Cause).IsUnique();
            message.HasIndex(m => new { m.State, m.NextTryAt });
            message.HasIndex(m => m.RegistrationId);
        });
        model.Entity<Broadcast>(broadcast =>
        {
            broadcast.HasKey(s => s.SessionNumber);
            broadcast.Property(s => s.SessionNumber).ValueGeneratedNever();
        });
    }
}
