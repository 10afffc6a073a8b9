using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class RegistrationHistoryMapping
{
    /// <summary>Maps history, proposals, files and notes. The database deletes them with the registration.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<RegistrationChange>(change =>
        {
            change.Property(c => c.Before).AsJson();
            change.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            change.HasIndex(c => c.ContainsNeeds);
        });
        model.Entity<AnswerProposal>(proposal =>
        {
            proposal.Property(p => p.Details).AsJson();
            proposal.Ignore(p => p.Waits);
            proposal.HasIndex(p => new { p.RegistrationId, p.IsLate }).IsUnique();
            proposal.HasOne<Registration>().WithMany().HasForeignKey(p => p.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AnswerFile>(file =>
        {
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Ignore(f => f.Answer);
            file.HasIndex(f => new { f.Form, f.Question });
            file.HasOne<Registration>().WithMany().HasForeignKey(f => f.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RegistrationNote>(note =>
        {
            note.Property(n => n.Text).HasMaxLength(RegistrationNote.MaxLength);
            note.HasOne<Registration>().WithMany().HasForeignKey(n => n.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
