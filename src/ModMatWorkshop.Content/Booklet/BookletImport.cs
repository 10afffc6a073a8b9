using System.IO.Enumeration;
using System.Text;
using YamlDotNet.Core;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>
/// The result of an import. Paths are relative to the target, with forward slashes. Nothing is written if there is a problem or a conflict.
/// </summary>
/// <param name="Conflicts">Existing files of the target with other content, which the import may not overwrite.</param>
public sealed record BookletImportResult(
    IReadOnlyList<string> Written,
    IReadOnlyList<string> Unchanged,
    IReadOnlyList<string> Conflicts,
    IReadOnlyList<BookletProblem> Problems
)
{
    public bool Succeeded => Conflicts.Count == 0 && Problems.Count == 0;
}

/// <summary>
/// Copies a content folder and replaces its abstracts, captions and introduction by the authors' own texts from the booklet. All other
/// facts come from the content folder. A second import changes nothing.
/// </summary>
public sealed class BookletImport
{
    private const string WorkshopFile = "workshop.md";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly List<BookletProblem> problems = [];

    /// <param name="bookletPath">A text file in the format that <see cref="BookletText"/> reads.</param>
    /// <param name="sourceContent">The curated content folder. It is only read.</param>
    /// <param name="targetDirectory">Created if missing. It must not be inside the source or contain it.</param>
    /// <param name="force">Overwrites files of the target that differ.</param>
    public static BookletImportResult Run(string bookletPath, string sourceContent, string targetDirectory, bool force) =>
        new BookletImport().Import(bookletPath, Path.GetFullPath(sourceContent), Path.GetFullPath(targetDirectory), force);

    private BookletImportResult Import(string bookletPath, string source, string target, bool force)
    {
        if (!File.Exists(bookletPath))
            return Refused($"There is no booklet at {bookletPath}.");
        if (!Directory.Exists(source))
            return Refused($"There is no content folder {source}.");
        if (Contains(source, target) || Contains(target, source))
            return Refused($"The copy cannot be written to {target}, which is inside or around the content folder {source}.");
        if (Text(File.ReadAllBytes(bookletPath), out var brokenLine) is not { } text)
            return new([], [], [], [new(brokenLine, "The booklet is not UTF-8 from here on.")]);

        var booklet = BookletText.Read(text);
        if (booklet.Problems.Count > 0)
            return new([], [], [], booklet.Problems);
        foreach (var path in FilesOf(source))
            files.Add(Path.GetRelativePath(source, path).Replace('\\', '/'), File.ReadAllBytes(path));
        ReplaceIntroduction(booklet.Introduction);
        foreach (var contribution in booklet.Contributions)
            ReplaceAbstract(contribution);
        return problems.Count > 0 ? new([], [], [], problems) : Write(target, force);
    }

    private void ReplaceIntroduction(IReadOnlyList<string> paragraphs)
    {
        if (FrontMatterOf(WorkshopFile, 0) is { } yaml)
            Put(WorkshopFile, yaml, BookletMarkup.Body(paragraphs, 0));
    }

    private void ReplaceAbstract(BookletContribution contribution)
    {
        var path = $"contributions/{contribution.Code.Slug}.md";
        var body = BookletMarkup.Body(contribution.Paragraphs, contribution.References.Count);
        if (!files.ContainsKey(path))
        {
            Put(path, BookletFrontMatter.From(contribution), body);
            return;
        }
        if (FrontMatterOf(path, contribution.Line) is not { } yaml)
            return;
        try
        {
            Put(path, BookletFrontMatter.WithOwnTexts(yaml, contribution, out var missing), body);
            problems.AddRange(
                missing.Select(f => new BookletProblem(
                    f.Line,
                    $"{path} has no caption of a figure {f.Number} that this one could replace."
                ))
            );
        }
        catch (YamlException wrong)
        {
            problems.Add(new(contribution.Line, $"{path}: the front matter is not YAML: {wrong.Message}"));
        }
    }

    private string? FrontMatterOf(string path, int line)
    {
        string? yaml = null;
        if (!files.TryGetValue(path, out var bytes))
            problems.Add(new(line, $"The content folder has no {path}."));
        else if (Text(bytes, out var brokenLine) is not { } text)
            problems.Add(new(line, $"{path} is not UTF-8 in line {brokenLine}."));
        else if ((yaml = BookletFrontMatter.Of(text)) is null)
            problems.Add(new(line, $"{path} does not start with front matter between two --- lines."));
        return yaml;
    }

    private void Put(string path, string yaml, string body) => files[path] = Utf8.GetBytes($"---\n{yaml}---\n\n{body}");

    private BookletImportResult Write(string target, bool force)
    {
        var written = new List<string>();
        var unchanged = new List<string>();
        var conflicts = new List<string>();
        foreach (var (path, bytes) in files)
        {
            var existing = Path.Combine(target, path);
            var list =
                !File.Exists(existing) ? written
                : File.ReadAllBytes(existing).AsSpan().SequenceEqual(bytes) ? unchanged
                : force ? written
                : conflicts;
            list.Add(path);
        }
        if (conflicts.Count > 0)
            return new([], unchanged, conflicts, []);

        foreach (var path in written)
        {
            var file = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, files[path]);
        }
        return new(written, unchanged, [], []);
    }

    private static BookletImportResult Refused(string why) => new([], [], [], [new(0, why)]);

    private static string? Text(byte[] bytes, out int brokenLine)
    {
        brokenLine = 0;
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException wrong)
        {
            brokenLine = bytes.AsSpan(0, wrong.Index).Count((byte)'\n') + 1;
            return null;
        }
    }

    private static bool Contains(string folder, string path) =>
        Path.GetRelativePath(folder, path) is var relative
        && relative != ".."
        && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !Path.IsPathRooted(relative);

    /// <summary>Every file below a folder. Links to folders are not followed, because they could form a loop.</summary>
    private static FileSystemEnumerable<string> FilesOf(string folder) =>
        new FileSystemEnumerable<string>(
            folder,
            (ref entry) => entry.ToFullPath(),
            new()
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.None,
                IgnoreInaccessible = false,
            }
        )
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
