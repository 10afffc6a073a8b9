using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <content>A timetable that changes half-days with answers waits until an organiser agrees.</content>
public sealed partial class ContentImportTransaction
{
    /// <returns>Null if no organiser needs to agree to the timetable of <paramref name="content"/>.</returns>
    private async Task<WorkshopContent?> ReadWithOldTimetableAsync(
        WorkshopContent content,
        string folder,
        string? agreed,
        CancellationToken cancel
    )
    {
        if (content.TimetableHash == agreed || !await ProgrammeChangePreview.ConcernsAnybodyAsync(db, content, cancel))
            return null;
        var old = await ReadAsync(db, folder, memory, keepTimetable: true, cancel);
        return old.CanBeImported && old.Waiting.Any(f => f.Reason == WaitReason.Decision) ? old : null;
    }

    /// <summary>Whether the content is the folder as it is, and not an older version of some of its files.</summary>
    private static bool IsFolder(WorkshopContent content) => !content.HasErrors && content.Waiting.Count == 0;
}
