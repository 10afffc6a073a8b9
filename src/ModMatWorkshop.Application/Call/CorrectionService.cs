using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Call;

public enum CorrectionResult
{
    /// <summary>It waits for an organiser.</summary>
    Proposed,

    /// <summary>It is live.</summary>
    Live,
    Declined,

    /// <summary>Nothing differs.</summary>
    NoChange,

    /// <summary>A text is missing or too long.</summary>
    Invalid,

    /// <summary>The contribution is not in the programme.</summary>
    NotInProgramme,

    /// <summary>Somebody has changed the same lines of the file.</summary>
    Conflict,

    /// <summary>The content check finds an error, which the problems name.</summary>
    Refused,
    ReadOnlyFolder,

    /// <summary>There is none, or somebody has decided already.</summary>
    NotFound,
}

/// <summary>What an author corrects: the text in the programme, and the version of the file that has it.</summary>
public sealed record CorrectableText(CorrectedText Text, long Version);

/// <summary>Takes corrections of contributions from authors, and writes those that are accepted through the content editor.</summary>
public sealed class CorrectionService(
    WorkshopDb db,
    WriteLock writeLock,
    ContentEditor editor,
    TimeProvider realTime,
    OutboxSignal mailSignal
)
{
    /// <summary>The text of a contribution in the programme; null if it is not there.</summary>
    public async Task<CorrectableText?> OpenAsync(Submission submission, CancellationToken cancel) =>
        submission.ContributionCode is { } code
        && await editor.OpenLiveAsync(FileOf(code), cancel) is { } opened
        && FileEdit.Open(opened.Text) is { HasFrontMatter: true } edit
            ? new(ContributionText.Read(edit), opened.Version)
            : null;

    /// <summary>Keeps a correction for an organiser. One that is a typo is live at once, if the call says so.</summary>
    /// <param name="basedOn">The version that the author had before them.</param>
    public async Task<CorrectionResult> ProposeAsync(Guid id, CorrectedText typed, long basedOn, CancellationToken cancel)
    {
        if (CorrectionRules.Faults(typed).Any())
            return CorrectionResult.Invalid;
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (submission is not { State: SubmissionState.Submitted, ContributionCode: { } code })
            return CorrectionResult.NotInProgramme;
        if (await ReadAsync(code, basedOn, cancel) is not { } edit)
            return CorrectionResult.NotInProgramme;
        var before = ContributionText.Read(edit);
        if (before == typed)
            return CorrectionResult.NoChange;
        var correction = new SubmissionCorrection
        {
            Id = Guid.CreateVersion7(),
            SubmissionId = id,
            At = realTime.GetUtcNow(),
            Before = before,
            After = typed,
            BasedOn = basedOn,
        };
        await AddAsync(submission, correction, cancel);
        var call = await db.Workshops.Select(w => w.Call).SingleAsync(cancel);
        if (call is not { TyposAtOnce: true } || !CorrectionRules.IsTypo(before, typed))
            return CorrectionResult.Proposed;
        // What cannot be written waits for somebody who sees why.
        return await WriteAsync(correction, code, Actor.Author, cancel) == CorrectionResult.Live
            ? await DecidedAsync(correction.Id, CorrectionState.Accepted, Actor.Author, atOnce: true)
            : CorrectionResult.Proposed;
    }

    public async Task<CorrectionResult> AcceptAsync(Guid id, Actor by, CancellationToken cancel)
    {
        var found = await db.SubmissionCorrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (found is not { IsWaiting: true } || await IsOwnAsync(id, by, cancel))
            return CorrectionResult.NotFound;
        var code = await db.Submissions.Where(s => s.Id == found.SubmissionId).Select(s => s.ContributionCode).SingleAsync(cancel);
        if (code is null)
            return CorrectionResult.NotInProgramme;
        var written = await WriteAsync(found, code, by, cancel);
        return written == CorrectionResult.Live ? await DecidedAsync(id, CorrectionState.Accepted, by) : written;
    }

    public async Task<CorrectionResult> DeclineAsync(Guid id, Actor by) =>
        await IsOwnAsync(id, by, CancellationToken.None) ? CorrectionResult.NotFound : await DecidedAsync(id, CorrectionState.Declined, by);

    private async Task<bool> IsOwnAsync(Guid id, Actor by, CancellationToken cancel)
    {
        var own = await OwnSubmissions.OfAsync(db, by, cancel);
        return await db.SubmissionCorrections.AnyAsync(
            c => c.Id == id && db.Submissions.Any(s => s.Id == c.SubmissionId && own.Contains(s.Number)),
            cancel
        );
    }

    /// <summary>Writes the difference into the file as it is now; the editor merges it with what others have changed.</summary>
    private async Task<CorrectionResult> WriteAsync(SubmissionCorrection correction, string code, Actor by, CancellationToken cancel)
    {
        if (await ReadAsync(code, correction.BasedOn, cancel) is not { } edit)
            return CorrectionResult.Conflict;
        ContributionText.Apply(edit, correction.Before, correction.After);
        var outcome = await editor.SaveAsync(by, [new FileChange(FileOf(code), edit.Text, correction.BasedOn)], SaveTarget.Live, cancel);
        return outcome.Result switch
        {
            EditResult.Saved or EditResult.Unchanged => CorrectionResult.Live,
            EditResult.Conflict => CorrectionResult.Conflict,
            EditResult.ReadOnlyFolder => CorrectionResult.ReadOnlyFolder,
            _ => CorrectionResult.Refused,
        };
    }

    /// <summary>The file of a contribution in a version; null if it is another file, or is gone.</summary>
    private async Task<FileEdit?> ReadAsync(string code, long version, CancellationToken cancel)
    {
        var content = await db
            .ContentFileVersions.Where(v => v.Id == version && v.Name == FileOf(code))
            .Select(v => v.Content)
            .SingleOrDefaultAsync(cancel);
        return content is null ? null
            : FileEdit.Open(ContentEditor.TextOf(content)) is { HasFrontMatter: true } edit ? edit
            : null;
    }

    private Task<bool> AddAsync(Submission submission, SubmissionCorrection correction, CancellationToken cancel) =>
        CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var earlier = await db
                    .SubmissionCorrections.Where(c => c.SubmissionId == submission.Id && c.State == CorrectionState.Waiting)
                    .ToListAsync(CancellationToken.None);
                foreach (var old in earlier)
                    old.Decide(CorrectionState.Replaced, realTime.GetUtcNow());
                db.SubmissionCorrections.Add(correction);
                Log(Actor.Author, "proposed a correction", submission.Number);
                return true;
            },
            cancel
        );

    private async Task<CorrectionResult> DecidedAsync(Guid id, CorrectionState state, Actor by, bool atOnce = false)
    {
        var result = await CallTransaction.RunAsync(
            db,
            writeLock,
            async () =>
            {
                var correction = await db.SubmissionCorrections.SingleOrDefaultAsync(c => c.Id == id, CancellationToken.None);
                if (correction is not { IsWaiting: true })
                    return CorrectionResult.NotFound;
                correction.Decide(state, realTime.GetUtcNow(), atOnce);
                var submission = await db.Submissions.SingleAsync(s => s.Id == correction.SubmissionId, CancellationToken.None);
                Log(by, state == CorrectionState.Accepted ? "accepted a correction" : "declined a correction", submission.Number);
                var domain = await db.UidDomainAsync(CancellationToken.None);
                db.Outbox.Add(OutboxMessage.For(submission, MailKind.CorrectionDecided, $"{id:N}", realTime.GetUtcNow(), domain));
                return state == CorrectionState.Accepted ? CorrectionResult.Live : CorrectionResult.Declined;
            },
            CancellationToken.None
        );
        mailSignal.Set();
        return result;
    }

    private void Log(Actor by, string action, int number) =>
        db.AuditLog.Add(
            AuditEntry.Of(by, realTime.GetUtcNow(), action, null, string.Create(CultureInfo.InvariantCulture, $"submission {number}"))
        );

    private static string FileOf(string code) => $"contributions/{code.ToLowerInvariant()}.md";
}
