using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Application.Content;

/// <summary>Two changes of one file, merged.</summary>
/// <param name="Content">Null for a file that is deleted.</param>
/// <param name="Conflict">The text with both changes, if they touch; null if they do not.</param>
/// <param name="HasBoth">Whether the content has changes of both.</param>
internal sealed record MergedFile(byte[]? Content, string? Conflict, bool HasBoth = false);

internal static class ContentMerge
{
    /// <summary>A longer text is an error of the content check, and is not compared line by line.</summary>
    private const int MaxMerged = 1 << 17;

    /// <param name="basis">The version that both have changed; null if it is unknown, or if there was no file.</param>
    /// <param name="ours">Null deletes the file.</param>
    public static MergedFile Merge(string name, ContentFileVersion? basis, byte[]? ours, byte[]? theirs)
    {
        var before = ContentFiles.HashOf(basis?.Content);
        var (one, other) = (ContentFiles.HashOf(ours), ContentFiles.HashOf(theirs));
        if (before == other || one == other)
            return new(ours, null);
        var (ourText, theirText) = (ContentEditor.TextOf(ours), ContentEditor.TextOf(theirs));
        if (
            basis?.Content is null
            || ours is null
            || theirs is null
            || !ContentFileName.IsText(name)
            || Math.Max(ourText.Length, theirText.Length) > MaxMerged
        )
            return new(ours, ourText);
        var merged = LineMerge.Merge(ContentEditor.TextOf(basis.Content), ourText, theirText);
        return merged.HasConflict ? new(ours, merged.Text) : new(ContentEditor.BytesOf(merged.Text), null, HasBoth: merged.Text != ourText);
    }
}
