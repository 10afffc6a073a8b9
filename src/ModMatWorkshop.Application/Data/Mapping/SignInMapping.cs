using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class SignInMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OrganiserSession>(session =>
        {
            session.ToTable("OrganiserSessions");
            session.HasIndex(s => s.Key).IsUnique();
            session.HasOne<Organiser>().WithMany().HasForeignKey(s => s.OrganiserId);
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("SignInAttempts");
            attempt.HasIndex(t => t.Account);
            attempt.HasIndex(t => t.Source);
        });
        model.Entity<OutboxMessage>().HasIndex(m => m.OrganiserId);
    }
}
