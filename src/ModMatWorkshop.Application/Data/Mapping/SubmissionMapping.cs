using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Data.Mapping;

internal static class SubmissionMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Submission>(submission =>
        {
            submission.Property(s => s.Id).ValueGeneratedNever();
            submission.Property(s => s.Draft).AsJson();
            submission.Property(s => s.Sent).AsJson();
            submission.Property(s => s.Laboratories).AsJson();
            submission.Property(s => s.AuthorNames).AsJson();
            submission.Ignore(s => s.Read);
            submission.Ignore(s => s.IsNotRecorded);
            submission.Ignore(s => s.Taking);
            submission.HasIndex(s => s.Number).IsUnique();
            // Several submissions may have one address.
            submission.HasIndex(s => s.Email);
            submission.HasIndex(s => s.PreviousEmailUntil);
            submission.HasIndex(s => new { s.State, s.Number });
            submission.HasIndex(s => s.SentAt);
            submission.HasIndex(s => s.ContributionCode).IsUnique();
        });
        model.Entity<SubmissionFile>(file =>
        {
            file.Property(f => f.Id).ValueGeneratedNever();
            file.HasOne<Submission>().WithMany().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            file.HasIndex(f => new
            {
                f.SubmissionId,
                f.Use,
                f.Number,
            });
        });
        model.Entity<SubmissionCorrection>(correction =>
        {
            correction.Property(c => c.Id).ValueGeneratedNever();
            correction.Property(c => c.Before).AsJson();
            correction.Property(c => c.After).AsJson();
            correction.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            correction.HasIndex(c => new { c.State, c.SubmissionId });
        });
        model.Entity<CallTotals>().Property(t => t.Report).AsJson();
        MapReviews(model);
    }

    /// <summary>The database deletes what the committee writes with the submission.</summary>
    private static void MapReviews(ModelBuilder model)
    {
        model.Entity<ReviewerProfile>(profile =>
        {
            profile.HasKey(p => p.Reviewer);
            profile.Property(p => p.Reviewer).ValueGeneratedNever();
            profile.Property(p => p.Topics).AsJson();
        });
        model.Entity<Review>(review =>
        {
            review.HasKey(r => new { r.SubmissionId, r.Reviewer });
            review.Ignore(r => r.Words);
            review.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            review.HasIndex(r => new { r.Reviewer, r.Mark });
        });
        model.Entity<Assessment>(assessment =>
        {
            assessment.HasKey(a => a.SubmissionId);
            assessment.HasOne<Submission>().WithOne().HasForeignKey<Assessment>(a => a.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            assessment.Ignore(a => a.Decision);
            assessment.Ignore(a => a.Told);
            assessment.Property(a => a.ToldWords).AsJson();
            assessment.Ignore(a => a.Marks);
            assessment.HasIndex(a => new { a.Outcome, a.DecidedKind });
        });
        model.Entity<DecisionRecord>(record =>
        {
            record.HasOne<Submission>().WithMany().HasForeignKey(r => r.SubmissionId).OnDelete(DeleteBehavior.Cascade);
            record.HasIndex(r => r.Batch);
        });
        model.Entity<ReviewComment>().HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
