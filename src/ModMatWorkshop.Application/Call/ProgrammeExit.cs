using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Call;

/// <summary>What taking a contribution out of the programme changes.</summary>
/// <param name="Slot">Its place in the timetable; null for none.</param>
/// <param name="Before">The file as it is, and as it becomes; that is null if it is deleted.</param>
/// <param name="Version">The version of the file that the organiser sees.</param>
public sealed record ExitPreview(
    EntryCandidate Entry,
    SubmissionText Text,
    ExitWay Way,
    Slot? Slot,
    string Before,
    string? After,
    long Version,
    bool IsInDraft
);

/// <summary>Cancels contributions whose submission has left the call, or deletes their files, through the content editor.</summary>
public sealed class ProgrammeExit(WorkshopDb db, ProgrammeEntry entry, ContentEditor editor, AuditTrail trail)
{
    /// <returns>Null if the submission is not in the programme, or this way is not open to it.</returns>
    public async Task<ExitPreview?> PreviewAsync(int number, ExitWay way, Actor by, CancellationToken cancel)
    {
        var found = (await entry.ListAsync(by, cancel)).There.FirstOrDefault(t => t.Number == number);
        if (found is null || !found.Ways.Contains(way))
            return null;
        var name = ContributionFile.NameOf(found.Code);
        var live = await editor.OpenLiveAsync(name, cancel);
        if ((live ?? await editor.OpenAsync(name, cancel)) is not { } file || AfterOf(file.Text, way) is not { } after)
            return null;
        var slot = await db
            .Slots.AsNoTracking()
            .Where(s => s.ContributionCode == found.Code.Slug)
            .OrderBy(s => s.Start)
            .FirstOrDefaultAsync(cancel);
        var text = (await entry.TextsAsync([found], cancel))[number];
        return new(found, text, way, slot, file.Text, after.Length > 0 ? after : null, file.Version, live is null);
    }

    /// <param name="version">The version that the preview showed. Somebody who has changed the file since is not overwritten.</param>
    /// <returns>Null if there is nothing to do any more.</returns>
    public async Task<EditOutcome?> LeaveAsync(int number, ExitWay way, long version, Actor by, CancellationToken cancel)
    {
        if (await PreviewAsync(number, way, by, cancel) is not { } preview)
            return null;
        if (preview.Version != version)
            return EditOutcome.Of(EditResult.Conflict);
        var change = new FileChange(ContributionFile.NameOf(preview.Entry.Code), preview.After, version);
        var outcome = await editor.SaveAsync(by, [change], preview.IsInDraft ? SaveTarget.Draft : SaveTarget.Live, cancel);
        if (outcome.Result == EditResult.Saved)
            await trail.WriteAsync(
                by,
                way == ExitWay.Cancel ? "cancelled a contribution of the call" : "took a contribution out of the programme",
                result: string.Create(CultureInfo.InvariantCulture, $"submission {number}, {preview.Entry.Code}"),
                cancel: cancel
            );
        return outcome;
    }

    /// <returns>Empty for a file that is deleted; null for one that cannot be read.</returns>
    private static string? AfterOf(string text, ExitWay way)
    {
        if (way == ExitWay.TakeOut)
            return "";
        if (FileEdit.Open(text) is not { HasFrontMatter: true } edit)
            return null;
        edit.Set("cancelled", FormEdit.True);
        return edit.Text;
    }
}
