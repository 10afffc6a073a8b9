using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <summary>A file of a submission without its bytes.</summary>
public sealed record ListedFile(
    Guid Id,
    SubmissionFileUse Use,
    int Number,
    string Extension,
    int Length,
    int Width,
    int Height,
    DateTimeOffset At,
    DateTimeOffset? PublishedAt
);

/// <summary>A file that was received.</summary>
/// <param name="File">What its bytes say; null to remove the file.</param>
public sealed record ReceivedFile(SubmissionFileUse Use, int Number, UploadedFile? File);

/// <summary>Keeps files of submissions. Each change is one transaction: lock, load, decide with <see cref="FileRules"/>, save.</summary>
public sealed class SubmissionFileService(WorkshopDb db, WriteLock writeLock, TimeProvider realTime)
{
    public const string SentAction = "sent a file of a submission";

    private const string RemovedAction = "removed a file of a submission";

    private const string DescribedAction = "described a presentation";

    /// <summary>The files of a submission, figures first, by number.</summary>
    public static Task<List<ListedFile>> ListAsync(WorkshopDb db, Guid submission, CancellationToken cancel) =>
        Listed(db.SubmissionFiles.Where(f => f.SubmissionId == submission)).ToListAsync(cancel);

    /// <summary>A file with its bytes; null if there is none.</summary>
    public static Task<SubmissionFile?> FindAsync(
        WorkshopDb db,
        Guid submission,
        SubmissionFileUse use,
        int number,
        CancellationToken cancel
    ) =>
        db
            .SubmissionFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.SubmissionId == submission && f.Use == use && f.Number == number, cancel);

    /// <summary>Whether a submission is accepted and its authors know it, and as what.</summary>
    public static async Task<(bool IsAccepted, ContributionKind Kind)> AcceptanceAsync(
        WorkshopDb db,
        Guid submission,
        Workshop workshop,
        CancellationToken cancel
    )
    {
        var kind = await db.ToldAcceptances().Where(a => a.SubmissionId == submission).Select(a => a.ToldKind).SingleOrDefaultAsync(cancel);
        return (kind is not null, KindOf(kind, workshop));
    }

    public static ContributionKind KindOf(string? key, Workshop workshop) =>
        workshop.AllKinds.FirstOrDefault(k => k.Key == key) is { Key: not null } found ? found.Kind : ContributionKind.Oral;

    /// <summary>Keeps files or removes them, each on its own. A file takes the place of the one before.</summary>
    /// <param name="receivedAt">When the site received the request, by the site's clock: deadlines are compared with it.</param>
    /// <returns>What became of each, in the order of the files.</returns>
    public Task<IReadOnlyList<UploadResult>> ChangeAsync(
        Guid id,
        IReadOnlyList<ReceivedFile> files,
        DateTimeOffset receivedAt,
        CancellationToken cancel
    ) =>
        CallTransaction.RunAsync<IReadOnlyList<UploadResult>>(
            db,
            writeLock,
            async () =>
            {
                var workshop = await db.Workshops.AsNoTracking().SingleAsync(CancellationToken.None);
                var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == id, CancellationToken.None);
                if (submission is null || workshop.Call is not { } call)
                    return [.. files.Select(_ => UploadResult.NotFound)];
                var (isAccepted, kind) = await AcceptanceAsync(db, id, workshop, CancellationToken.None);
                var strangers = submission.IsConfirmed
                    ? 0
                    : await db
                        .SubmissionFiles.Where(f => db.Submissions.Any(s => s.Id == f.SubmissionId && s.ConfirmedAt == null))
                        .SumAsync(f => (long)f.Length, CancellationToken.None);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(receivedAt, workshop.TimeZone).DateTime);
                var facts = new FileFacts(call, receivedAt, today, isAccepted, kind, strangers);
                var results = new List<UploadResult>();
                foreach (var file in files)
                    results.Add(await ChangeAsync(submission, file, facts));
                return results;
            },
            cancel
        );

    /// <summary>Keeps what an accepted author says about the presentation.</summary>
    public Task<UploadResult> DescribeAsync(Guid id, PresentationDetails details, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var workshop = await db.Workshops.AsNoTracking().SingleAsync(CancellationToken.None);
                var submission = await db.Submissions.SingleOrDefaultAsync(s => s.Id == id, CancellationToken.None);
                if (submission is null)
                    return UploadResult.NotFound;
                var (isAccepted, _) = await AcceptanceAsync(db, id, workshop, CancellationToken.None);
                if (!isAccepted || submission.State == SubmissionState.Withdrawn || details.Faults().Any())
                    return UploadResult.NotAsked;
                submission.DescribePresentation(details);
                Log(submission, DescribedAction, null);
                return UploadResult.Kept;
            },
            cancel
        );

    private async Task<UploadResult> ChangeAsync(Submission submission, ReceivedFile received, FileFacts facts)
    {
        if (received.File is { Result: not UploadResult.Kept } refused)
            return refused.Result;
        if (FileRules.May(submission, received.Use, received.Number, facts) is var may && may != UploadResult.Kept)
            return may;
        var gone = await db
            .SubmissionFiles.Where(f => f.SubmissionId == submission.Id && f.Use == received.Use && f.Number == received.Number)
            .ExecuteDeleteAsync(CancellationToken.None);
        if (received.File is not { } file)
        {
            if (gone > 0)
                Log(submission, RemovedAction, received);
            return gone > 0 ? UploadResult.Removed : UploadResult.NoChange;
        }
        db.SubmissionFiles.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                SubmissionId = submission.Id,
                Use = received.Use,
                Number = received.Number,
                Extension = file.Extension,
                Length = file.Bytes.Length,
                Bytes = file.Bytes,
                Width = file.Width,
                Height = file.Height,
                At = realTime.GetUtcNow(),
            }
        );
        Log(submission, SentAction, received);
        return UploadResult.Kept;
    }

    private void Log(Submission submission, string action, ReceivedFile? file)
    {
        var what = file is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {file.Use} {file.Number}");
        var result = string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}{what}");
        db.AuditLog.Add(AuditEntry.Of(Actor.Author, realTime.GetUtcNow(), action, null, result));
    }

    internal static IQueryable<ListedFile> Listed(IQueryable<SubmissionFile> files) =>
        files
            .OrderBy(f => f.Use)
            .ThenBy(f => f.Number)
            .Select(f => new ListedFile(f.Id, f.Use, f.Number, f.Extension, f.Length, f.Width, f.Height, f.At, f.PublishedAt));
}
