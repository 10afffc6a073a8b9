using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Call;

public enum PublishResult
{
    Published,

    /// <summary>Everything that is there is public.</summary>
    Unchanged,

    /// <summary>The contribution is not in the programme, or its file cannot be edited.</summary>
    NotInProgramme,

    /// <summary>The content check refuses, or somebody is changing the file.</summary>
    Refused,

    /// <summary>The site may not write its content.</summary>
    ReadOnlyFolder,
    NotFound,
}

/// <summary>
/// Makes what an accepted author has sent public: copies in the content folder, which the file of the contribution names. It goes through
/// the content editor, so it is checked, has versions and works with either store.
/// </summary>
public sealed class FilePublisher(WorkshopDb db, ContentEditor editor, TimeProvider realTime)
{
    public const string PublishedAction = "published files of a submission";

    /// <param name="pictureOf">Makes a picture of the first page of a PDF; null where that is not possible.</param>
    public async Task<PublishResult> PublishAsync(int number, Actor by, Func<byte[], Task<byte[]?>> pictureOf, CancellationToken cancel)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancel);
        if (submission is null || submission.State == SubmissionState.Withdrawn)
            return PublishResult.NotFound;
        if (submission.ContributionCode is not { } code)
            return PublishResult.NotInProgramme;
        var slug = code.ToLowerInvariant();
        if (
            await editor.OpenLiveAsync($"contributions/{slug}.md", cancel) is not { } opened
            || FileEdit.Open(opened.Text) is not { HasFrontMatter: true } edit
        )
            return PublishResult.NotInProgramme;
        var files = await SubmissionFileService.ListAsync(db, submission.Id, cancel);
        var pictures = new List<PendingChange>();
        var published = new List<Guid>();
        foreach (var listed in files.Where(f => f.PublishedAt is null))
        {
            // One at a time: a file may have fifty megabytes.
            var bytes = await db.SubmissionFiles.Where(f => f.Id == listed.Id).Select(f => f.Bytes).SingleOrDefaultAsync(cancel);
            if (bytes is null)
                continue;
            if (listed.Use == SubmissionFileUse.Figure)
                pictures.Add(await FigureAsync(edit, slug, listed, bytes, cancel));
            else if (await DocumentAsync(edit, slug, listed, bytes, by, pictures, pictureOf, cancel) != WriteResult.Written)
                return PublishResult.ReadOnlyFolder;
            published.Add(listed.Id);
        }
        ContributionMaterials.SetRecording(edit, submission.RecordingUrl);
        // The flag may be the organisers' own, so only they take it away.
        if (submission.NotRecorded == true)
            edit.Set("do_not_record", "true");
        var text = new PendingChange(opened.Name, ContentEditor.BytesOf(edit.Text), opened.Version, opened.Live);
        var outcome = await editor.SaveAsync(by, [text, .. pictures], SaveTarget.Live, null, cancel);
        return outcome.Result switch
        {
            EditResult.Saved => await MarkAsync(submission, published, by),
            // A document that takes the place of one with the same name changes no text.
            EditResult.Unchanged => published.Count > 0 ? await MarkAsync(submission, published, by) : PublishResult.Unchanged,
            EditResult.ReadOnlyFolder => PublishResult.ReadOnlyFolder,
            _ => PublishResult.Refused,
        };
    }

    private async Task<PendingChange> FigureAsync(FileEdit edit, string slug, ListedFile file, byte[] bytes, CancellationToken cancel)
    {
        var picture = string.Create(CultureInfo.InvariantCulture, $"{slug}-fig{file.Number}.{file.Extension}");
        ContributionMaterials.SetFigure(edit, file.Number, picture);
        return await PictureAsync(picture, bytes, cancel);
    }

    private async Task<WriteResult> DocumentAsync(
        FileEdit edit,
        string slug,
        ListedFile file,
        byte[] bytes,
        Actor by,
        List<PendingChange> pictures,
        Func<byte[], Task<byte[]?>> pictureOf,
        CancellationToken cancel
    )
    {
        var kind = file.Use == SubmissionFileUse.Poster ? "poster" : "slides";
        var (name, picture) = ($"{slug}-{kind}.{file.Extension}", (string?)null);
        if (file.Use == SubmissionFileUse.Poster && await pictureOf(bytes) is { } page)
        {
            picture = $"{slug}-poster.png";
            pictures.Add(await PictureAsync(picture, page, cancel));
        }
        ContributionMaterials.SetFile(edit, kind, name, picture);
        return await editor.WriteMaterialAsync(by, ContentFileName.OfMaterial(name), bytes, cancel);
    }

    private async Task<PendingChange> PictureAsync(string file, byte[] bytes, CancellationToken cancel)
    {
        var name = ContentFileName.OfPicture(file);
        return new(name, bytes, (await editor.OpenLivePictureAsync(name, cancel))?.Version, null);
    }

    private async Task<PublishResult> MarkAsync(Submission submission, List<Guid> files, Actor by)
    {
        // A file that was replaced meanwhile has another id, and waits.
        await db
            .SubmissionFiles.Where(f => files.Contains(f.Id))
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.PublishedAt, realTime.GetUtcNow()), CancellationToken.None);
        var result = string.Create(CultureInfo.InvariantCulture, $"submission {submission.Number}, {files.Count} files");
        db.AuditLog.Add(AuditEntry.Of(by, realTime.GetUtcNow(), PublishedAction, null, result));
        await db.SaveChangesAsync(CancellationToken.None);
        return PublishResult.Published;
    }
}
