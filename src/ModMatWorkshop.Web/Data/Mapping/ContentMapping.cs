using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Web.Data.Mapping;

internal static class ContentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ContentState>(state =>
        {
            state.Property(s => s.Id).ValueGeneratedNever();
            state.HasData(new ContentState { ImportedAt = DateTimeOffset.UnixEpoch });
        });
        model.Entity<ImportedRow>().HasKey(r => new { r.Kind, r.Key });
        model.Entity<SearchDocument>().HasIndex(d => new { d.Kind, d.Key });
        model.Entity<Rehearsal>().Property(r => r.Id).ValueGeneratedNever();
    }
}
