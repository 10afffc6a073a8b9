using System.Globalization;
using ModMatWorkshop.Application.Data;

namespace ModMatWorkshop.Application.Content;

/// <summary>Takes a save of several files back, all or none.</summary>
public sealed class ContentUndo(ContentEditor editor, ContentHistory history)
{
    /// <summary>The versions before and after a save: <c>12-15.13-16</c>.</summary>
    /// <param name="open">Opens the files where they were saved.</param>
    public static async Task<string> OfAsync(
        IReadOnlyList<FileChange> saved,
        Func<string, CancellationToken, Task<OpenedFile?>> open,
        CancellationToken cancel
    )
    {
        var pairs = new List<string>();
        foreach (var change in saved)
            if (await open(change.Name, cancel) is { } now)
                pairs.Add(string.Create(CultureInfo.InvariantCulture, $"{change.BasedOn}-{now.Version}"));
        return string.Join('.', pairs);
    }

    /// <summary>Brings the versions back that a save took the place of.</summary>
    /// <returns>Null if the text is none of <see cref="OfAsync"/>.</returns>
    public async Task<EditOutcome?> UndoAsync(string? undo, Actor by, CancellationToken cancel)
    {
        var (changes, target) = (new List<FileChange>(), SaveTarget.Live);
        foreach (var pair in (undo ?? "").Split('.'))
        {
            if (
                pair.Split('-') is not [var from, var to]
                || !long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var old)
                || !long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var saved)
                || await history.FindAsync(old, cancel) is not { Content: { } text } version
            )
                return null;
            changes.Add(new(version.Name, ContentEditor.TextOf(text), saved));
            if (await history.FindAsync(saved, cancel) is { State: not ContentVersionState.Written })
                target = SaveTarget.Draft;
        }
        return await editor.SaveAsync(by, changes, target, cancel);
    }
}
