using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModMatWorkshop.Content;

/// <summary>One Markdown file of the content folder: the front matter as YAML nodes, and the body.</summary>
public sealed partial class SourceFile
{
    /// <summary>The placeholder for a fact that is not known yet.</summary>
    public const string ToBeCompleted = "à compléter";

    private const string ToBeCompletedInEnglish = "to be completed";
    private static readonly string[] Placeholders = [ToBeCompleted, ToBeCompletedInEnglish];
    private const int MaxBytes = 1 << 20;
    private const int MaxPart = 1 << 15;
    private const string Fence = "---";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SourceFile(string name, YamlMappingNode? frontMatter, string body, int bodyLine)
    {
        Name = name;
        FrontMatter = frontMatter;
        Body = body;
        BodyLine = bodyLine;
    }

    /// <summary>The path in the content folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>Null for a file without a front matter.</summary>
    public YamlMappingNode? FrontMatter { get; }

    public string Body { get; }

    /// <summary>The first line of the body in the file, from 1.</summary>
    public int BodyLine { get; }

    /// <summary><c>o3</c> for <c>contributions/o3.md</c>.</summary>
    public string Slug => Path.GetFileNameWithoutExtension(Name);

    /// <summary>The text of a file on disk. Reports a problem and returns null if it is too large, not UTF-8 or not accessible.</summary>
    public static string? ReadText(string name, string path, ProblemList problems)
    {
        var start = new SourceLocation(name);
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                problems.Error(
                    start,
                    "The file is larger than 1 MB.",
                    "Abstracts and pages are texts of a few kilobytes; put images and slides elsewhere."
                );
                return null;
            }
            return Decode(name, File.ReadAllBytes(path), problems);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Error(start, $"The file cannot be read: {unreadable.Message}");
            return null;
        }
    }

    /// <summary>The text of a file. Reports a problem and returns null if it is not UTF-8.</summary>
    public static string? Decode(string name, byte[] content, ProblemList problems)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException bad)
        {
            problems.Error(new(name), $"The file is not UTF-8 (byte {bad.Index + 1}).", "Save it as UTF-8.");
            return null;
        }
    }

    /// <summary>Splits a text into front matter and body. Reports a problem and returns null if that is impossible.</summary>
    public static SourceFile? Parse(string name, string text, ProblemList problems)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        if (ControlCharacter(text) is { } at)
        {
            problems.Error(PlaceOf(name, text, at), "The text contains a control character.", "Delete it and type the passage again.");
            return null;
        }
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
            return WithBody(null, 0);

        var close = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (close < 0 && text.EndsWith("\n" + Fence, StringComparison.Ordinal))
            close = text.Length - Fence.Length - 1;
        if (close < 0)
        {
            problems.Error(new(name), "The front matter that starts here is not closed.", "End it with a line of three hyphens.");
            return null;
        }
        if (close > MaxPart)
        {
            problems.Error(new(name), "The front matter is larger than 32 kB.", "Put long texts in the body.");
            return null;
        }

        var bodyAt = Math.Min(text.Length, close + Fence.Length + 2);
        var yaml = text[(Fence.Length + 1)..(close + 1)];
        return Yaml(name, yaml, problems) is { } mapping ? WithBody(mapping, bodyAt) : null;

        SourceFile? WithBody(YamlMappingNode? frontMatter, int start)
        {
            if (text.Length - start > MaxPart)
            {
                problems.Error(PlaceOf(name, text, start), "The body is larger than 32 kB.", "It must fit on a page: shorten it.");
                return null;
            }
            var file = new SourceFile(name, frontMatter, text[start..], text.AsSpan(0, start).Count('\n') + 1);
            file.WarnAboutPlaceholders(problems);
            return file;
        }
    }

    public static string PlaceholderIn(Language language) => language == Language.English ? ToBeCompletedInEnglish : ToBeCompleted;

    public static bool IsPlaceholder(string text) => Placeholders.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static bool HasPlaceholder(string text) => Placeholders.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private void WarnAboutPlaceholders(ProblemList problems)
    {
        var lines = Body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            foreach (var mark in Placeholders)
                if (lines[i].IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                    problems.WarnOfUnknown(new(Name, BodyLine + i, at + 1), NameOfFact(lines[i].Remove(at, mark.Length)), mark);
    }

    /// <summary>"Courriel" for the rest of <c>- **Courriel :** à compléter</c>.</summary>
    private static string NameOfFact(string line) =>
        line.Replace("*", "", StringComparison.Ordinal).Trim(' ', '-', ':', '.', '\u00A0', '\u202F');

    private static YamlMappingNode? Yaml(string name, string yaml, ProblemList problems)
    {
        var parser = new LimitedParser(new Parser(new StringReader(yaml)));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping)
                return mapping;
            problems.Error(new(name, 2), "The front matter is not a list of `key: value` lines.", "See docs/content-format.md.");
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these without a position for an unclosed bracket or an invalid tag.
            problems.Error(
                PlaceOf(name, parser.Reached),
                "The front matter is not valid YAML from here on.",
                "Look for a bracket or a quotation mark that is not closed."
            );
        }
        catch (YamlException) when (TabInIndentation().Match(yaml) is { Success: true } tab)
        {
            problems.Error(PlaceOf(name, "\n" + yaml, tab.Index + tab.Length), "The indentation contains a tab.", "Indent with spaces.");
        }
        catch (YamlException bad)
        {
            problems.Error(
                PlaceOf(name, bad.Start),
                $"The front matter is not valid YAML: {bad.Message.TrimEnd('.')}.",
                "Put texts with `: `, `#` or quotation marks in double quotes."
            );
        }
        return null;
    }

    private static int? ControlCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\t'))
                return i;
        return null;
    }

    /// <summary>The opening line of the front matter is line 1 of the file, so line 1 of the YAML is line 2.</summary>
    private static SourceLocation PlaceOf(string name, Mark mark) => new(name, (int)mark.Line + 1, (int)mark.Column);

    private static SourceLocation PlaceOf(string name, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new(name, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("^ *\t", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TabInIndentation();
}
