using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class BatchMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Batch>(batch =>
        {
            batch.HasIndex(b => b.Key).IsUnique();
            batch.HasIndex(b => b.State);
            batch.HasIndex(b => b.MessageId);
        });
        model.Entity<BatchItem>(item =>
        {
            item.HasOne<Batch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Cascade);
            item.HasIndex(i => new
            {
                i.BatchId,
                i.State,
                i.Position,
            });
            item.HasIndex(i => i.Number);
            item.HasIndex(i => i.RowEmail);
            item.Property(i => i.Row).AsJson();
        });
        model.Entity<Message>().HasIndex(m => m.Key).IsUnique();
        model.Entity<OutboxMessage>().HasIndex(m => m.TextId);
    }
}
