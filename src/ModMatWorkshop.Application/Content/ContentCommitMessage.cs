using System.Text.RegularExpressions;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>The message of the commit of a save: <c>O7: edit</c>, an empty line, and the names of the files.</summary>
public static partial class ContentCommitMessage
{
    private const int MaxSubject = 72;

    public static string Of(IReadOnlyList<(string Name, ContentChangeKind Kind)> files)
    {
        var what = string.Join(", ", files.Select(f => WordOf(f.Kind)).Distinct());
        var subject = $"{string.Join(", ", files.Select(f => LabelOf(f.Name)))}: {what}";
        if (subject.Length > MaxSubject)
            subject = FormattableString.Invariant($"{files.Count} files: {what}");
        return $"{subject}\n\n{string.Join('\n', files.Select(f => f.Name))}\n";
    }

    /// <summary><c>O7</c> for <c>contributions/o7.md</c>, <c>contact</c> for <c>pages/contact.md</c> for a page.</summary>
    private static string LabelOf(string name) =>
        !ContentFileName.IsText(name) ? Path.GetFileName(name)
        : Path.GetFileNameWithoutExtension(name) is var stem && Code().IsMatch(stem) ? stem.ToUpperInvariant()
        : stem;

    private static string WordOf(ContentChangeKind kind) =>
        kind switch
        {
            ContentChangeKind.Created => "create",
            ContentChangeKind.Deleted => "delete",
            ContentChangeKind.Merged => "merge",
            ContentChangeKind.BroughtBack => "bring back",
            _ => "edit",
        };

    [GeneratedRegex("^[a-z]{1,3}[0-9]{1,4}$")]
    private static partial Regex Code();
}
