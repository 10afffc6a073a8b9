using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class SubmissionMapping
{
    public static void Map(ModelBuilder model) =>
        model.Entity<Submission>(submission =>
        {
            submission.Property(s => s.Id).ValueGeneratedNever();
            submission.Property(s => s.Draft).AsJson();
            submission.Property(s => s.Sent).AsJson();
            submission.Property(s => s.Laboratories).AsJson();
            submission.Ignore(s => s.Read);
            submission.HasIndex(s => s.Number).IsUnique();
            // Several submissions may have one address.
            submission.HasIndex(s => s.Email);
            submission.HasIndex(s => new { s.State, s.Number });
            submission.HasIndex(s => s.SentAt);
        });
}
