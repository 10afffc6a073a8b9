using System.Text.RegularExpressions;
using Markdig.Helpers;

namespace ModMatWorkshop.Content.Markdown;

/// <param name="Anchor">The same in every language: the English heading as GitHub links to it.</param>
/// <param name="Level">2 for a chapter, 3 for a section of the chapter before it.</param>
/// <param name="Html">The text below the heading, up to the next one.</param>
public sealed record GuideChapter(string Anchor, int Level, string Title, string Html);

/// <summary>
/// A guide in Markdown, as the repository has it, split at its headings for a page of the site. Its pictures and its links to other files
/// of the repository are left out: the site serves neither.
/// </summary>
public sealed partial record Guide(string Title, string IntroductionHtml, IReadOnlyList<GuideChapter> Chapters)
{
    public static Guide Parse(string markdown, string lang)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var headings = Headings(lines).ToList();
        var chapters = new List<GuideChapter>();
        for (var i = 1; i < headings.Count; i++)
        {
            var (line, level, title) = headings[i];
            // A translation names the anchor of the English heading on a line of its own before the heading.
            var above = lines[..line].LastOrDefault(l => l.Length > 0);
            var anchor = Anchor().Match(above ?? "") is { Success: true } named ? named.Groups["id"].Value : LinkHelper.UrilizeAsGfm(title);
            chapters.Add(new(anchor, level, title, Html(BodyOf(i))));
        }
        return new(headings[0].Title, Html(BodyOf(0)), chapters);

        IEnumerable<string> BodyOf(int heading) =>
            lines[(headings[heading].Line + 1)..(heading + 1 < headings.Count ? headings[heading + 1].Line : lines.Length)];

        string Html(IEnumerable<string> body) => MarkdownText.Parse(WithoutFiles(body), lang, new("guide"), new ProblemList()).ToHtml();
    }

    private static IEnumerable<(int Line, int Level, string Title)> Headings(string[] lines)
    {
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && Heading().Match(lines[i]) is { Success: true } heading)
                yield return (i, heading.Groups["level"].Length, heading.Groups["title"].Value);
    }

    private static string WithoutFiles(IEnumerable<string> lines) =>
        FileLink()
            .Replace(Picture().Replace(string.Join('\n', lines.Where(l => !Anchor().IsMatch(l))), ""), link => link.Groups["text"].Value);

    [GeneratedRegex("^(?<level>#{1,3}) (?<title>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("""^<a id="(?<id>[^"]+)"></a>$""")]
    private static partial Regex Anchor();

    /// <summary>A paragraph that starts with a picture; the rest is its caption.</summary>
    [GeneratedRegex(@"^!\[.*(\n.+)*", RegexOptions.Multiline)]
    private static partial Regex Picture();

    /// <summary>A link that leads neither within the guide nor to an address.</summary>
    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\((?!#|/|https?:)[^()]*\)")]
    private static partial Regex FileLink();
}
