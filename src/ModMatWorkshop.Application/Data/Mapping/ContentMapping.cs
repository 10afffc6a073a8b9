using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class ContentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ContentState>(state =>
        {
            state.Property(s => s.Id).ValueGeneratedNever();
            state.HasData(new ContentState { ImportedAt = DateTimeOffset.UnixEpoch });
        });
        model.Entity<Formula>().HasKey(f => f.Key);
        model.Entity<ImportedRow>().HasKey(r => new { r.Kind, r.Key });
        model.Entity<LastGoodFile>().HasKey(f => f.Name);
        model.Entity<ContentFileVersion>(version =>
        {
            version.HasIndex(v => new { v.Name, v.Id });
            version.HasIndex(v => new { v.Save, v.Id });
            version.HasIndex(v => v.State).HasFilter($"\"State\" = {(int)ContentVersionState.Waiting}");
            version
                .HasIndex(v => new { v.State, v.Name }, "IX_ContentFileVersions_Draft")
                .HasFilter($"\"State\" = {(int)ContentVersionState.Draft}");
        });
        model.Entity<ContentDraft>(draft =>
        {
            draft.HasKey(d => new { d.OrganiserId, d.File });
            draft.Property(d => d.Fields).AsJson();
            draft.HasOne<Organiser>().WithMany().HasForeignKey(d => d.OrganiserId).OnDelete(DeleteBehavior.Cascade);
            draft.HasIndex(d => d.At);
        });
        model.Entity<SearchDocument>(document =>
        {
            document.HasIndex(d => new { d.Kind, d.Key });
            document.HasIndex(d => d.Key);
            document.HasIndex(d => d.Language);
        });
        model.Entity<Rehearsal>().Property(r => r.Id).ValueGeneratedNever();
    }
}
