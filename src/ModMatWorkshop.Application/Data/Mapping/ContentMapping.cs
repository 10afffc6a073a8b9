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
        model.Entity<SearchDocument>(document =>
        {
            document.HasIndex(d => new { d.Kind, d.Key });
            document.HasIndex(d => d.Key);
            document.HasIndex(d => d.Language);
        });
        model.Entity<Rehearsal>().Property(r => r.Id).ValueGeneratedNever();
    }
}
