using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

/// <summary>An accepted submission with what its author has sent, and what is missing.</summary>
public sealed record AcceptedFiles(
    Submission Submission,
    ContributionKind Kind,
    IReadOnlyList<ListedFile> Files,
    IReadOnlyList<(SubmissionFileUse Use, int Number)> Missing
);

/// <summary>Finds the files that accepted authors have not sent, and asks for them.</summary>
public sealed class MissingFiles(WorkshopDb db, WriteLock writeLock, TimeProvider realTime, OutboxSignal mailSignal)
{
    private const int Batch = 200;

    /// <summary>Submissions that are accepted, whose authors know it, and which are not withdrawn or declined.</summary>
    public static IQueryable<Submission> Accepted(WorkshopDb db)
    {
        var told = db.ToldAcceptances();
        return db.Submissions.Where(s =>
            s.State == SubmissionState.Submitted && s.Answer != AcceptanceAnswer.Declined && told.Any(a => a.SubmissionId == s.Id)
        );
    }

    /// <summary>Those that lack slides or the file of a poster.</summary>
    public static IQueryable<Submission> WithoutDocument(WorkshopDb db) =>
        Accepted(db).Where(s => !db.SubmissionFiles.Any(f => f.SubmissionId == s.Id && f.Use != SubmissionFileUse.Figure));

    /// <summary>What is missing of one submission; nothing of one that is not accepted.</summary>
    public static async Task<IReadOnlyList<(SubmissionFileUse Use, int Number)>> OfAsync(
        WorkshopDb db,
        Submission submission,
        Workshop workshop,
        CancellationToken cancel
    )
    {
        var (isAccepted, kind) = await SubmissionFileService.AcceptanceAsync(db, submission.Id, workshop, cancel);
        if (!isAccepted || workshop.Call is not { } call)
            return [];
        var files = await SubmissionFileService.ListAsync(db, submission.Id, cancel);
        return FileRules.Missing(submission.Read, kind, call.Figures, files.Select(f => (f.Use, f.Number)));
    }

    /// <summary>The submissions with their files, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<AcceptedFiles>> ReadAsync(
        WorkshopDb db,
        IQueryable<Submission> which,
        Workshop workshop,
        CancellationToken cancel
    )
    {
        var submissions = await which.OrderBy(s => s.Number).ToListAsync(cancel);
        var ids = submissions.ConvertAll(s => s.Id);
        var kinds = await db
            .Assessments.Where(a => ids.Contains(a.SubmissionId))
            .ToDictionaryAsync(a => a.SubmissionId, a => a.DecidedKind, cancel);
        var files = (
            await db
                .SubmissionFiles.Where(f => ids.Contains(f.SubmissionId))
                .Select(f => new
                {
                    f.SubmissionId,
                    File = new ListedFile(f.Id, f.Use, f.Number, f.Extension, f.Length, f.Width, f.Height, f.At, f.PublishedAt),
                })
                .ToListAsync(cancel)
        ).ToLookup(f => f.SubmissionId, f => f.File);
        return
        [
            .. submissions.Select(s =>
            {
                var kind = SubmissionFileService.KindOf(kinds.GetValueOrDefault(s.Id), workshop);
                List<ListedFile> own = [.. files[s.Id].OrderBy(f => f.Use).ThenBy(f => f.Number)];
                var there = own.Select(f => (f.Use, f.Number));
                return new AcceptedFiles(s, kind, own, FileRules.Missing(s.Read, kind, workshop.Call?.Figures ?? 0, there));
            }),
        ];
    }

    /// <summary>Mails everybody of whom something is missing, and who was not asked within a day.</summary>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(Actor by, CancellationToken cancel)
    {
        var asked = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var workshop = await db.Workshops.AsNoTracking().SingleAsync(CancellationToken.None);
                var (now, domain) = (realTime.GetUtcNow(), await db.UidDomainAsync(CancellationToken.None));
                var (count, after) = (0, 0);
                for (; ; )
                {
                    var from = after;
                    var part = await ReadAsync(
                        db,
                        Accepted(db).Where(s => s.Number > from).OrderBy(s => s.Number).Take(Batch),
                        workshop,
                        CancellationToken.None
                    );
                    foreach (var accepted in part.Where(p => p.Missing.Count > 0 && FileRules.MayAskAt(p.Submission.FilesAskedAt, now)))
                    {
                        accepted.Submission.AskForFiles(now);
                        var suffix = string.Create(CultureInfo.InvariantCulture, $"{now.UtcTicks:x}");
                        db.Outbox.Add(OutboxMessage.For(accepted.Submission, MailKind.FilesMissing, suffix, now, domain));
                        count++;
                    }
                    if (part.Count < Batch)
                        break;
                    after = part[^1].Submission.Number;
                }
                if (count > 0)
                {
                    var result = string.Create(CultureInfo.InvariantCulture, $"{count} authors");
                    db.AuditLog.Add(AuditEntry.Of(by, now, "asked for files of submissions", null, result));
                }
                return count;
            },
            cancel
        );
        if (asked > 0)
            mailSignal.Set();
        return asked;
    }
}
