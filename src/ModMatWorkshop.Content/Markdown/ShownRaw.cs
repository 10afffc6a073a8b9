using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>Warns of marks that readers would see as typed, and of lines that are a list or a quotation by accident.</summary>
internal static partial class ShownRaw
{
    private static readonly (Regex Mark, string Message, string Hint)[] Marks =
    [
        (
            Dollar(),
            "A dollar sign is shown as typed.",
            "A formula needs two, without spaces inside: `$E=mc^2$`. A dollar that is none is written `\\$`."
        ),
        (Bold(), "Two asterisks are shown as typed.", "Bold text has no space inside: `**bold**`."),
        (Graves(), "Two grave accents are shown as typed.", "Write quotation marks: “local”."),
        (Subscript(), "A sign _ is shown as typed.", "For a subscript write `H~2~O`."),
        (
            TableRow(),
            "This line of a table is shown as typed.",
            "Put an empty line before the table, and the same number of cells in each line."
        ),
    ];

    public static void Report(
        MarkdownDocument document,
        string source,
        Func<MarkdownObject, int, SourceLocation> placeOf,
        ProblemList problems
    )
    {
        foreach (var literal in document.Descendants<LiteralInline>().Where(l => l.Parent is not LinkInline))
        {
            var text = literal.Content.AsSpan();
            if (!text.ContainsAny("$*`_|"))
                continue;
            foreach (var (mark, message, hint) in Marks)
            foreach (var found in mark.EnumerateMatches(text))
            {
                if (found.Index == 0 && (literal.IsFirstCharacterEscaped || literal is RawInline))
                    continue;
                problems.Warn(placeOf(literal, found.Index), message, hint);
                break;
            }
        }
        foreach (var block in document.Descendants<Block>())
            if (Warning(block, source) is { } warning)
                problems.Warn(placeOf(block, 0), warning.Message, warning.Hint);
    }

    private static (string Message, string Hint)? Warning(Block block, string source) =>
        block switch
        {
            FootnoteLinkReferenceDefinition { Footnote.Order: < 0 } note => (
                $"The footnote [{note.Label}] is not shown.",
                $"Refer to it in the text: `[{note.Label}]`."
            ),
            LinkReferenceDefinition { Label: { } label } when label.All(char.IsDigit) => (
                $"The line [{label}]: is not shown.",
                "List references under `references`, in the front matter."
            ),
            ParagraphBlock paragraph => OfParagraph(source.AsSpan(Within(paragraph, source))),
            ListBlock or QuoteBlock when Interrupts(block, source) => (
                "This line begins a list or a quotation in the middle of a sentence.",
                "Put an empty line before it. A sign at the beginning of a line is written `\\-`, `\\+` or `\\>`."
            ),
            ListBlock { IsOrdered: false, Count: 1 } list when PastedLines.IsNumber(AfterMarker(list, source)) => (
                $"The sign {list.BulletType} is shown as a list of one item.",
                $"A sign at the beginning of a line is written `\\{list.BulletType}`."
            ),
            _ => null,
        };

    private static (string Message, string Hint)? OfParagraph(ReadOnlySpan<char> text)
    {
        if (Heading().IsMatch(text))
            return ("A heading is shown as typed.", "Put a space after the signs #: `## Method`.");
        var (bars, tabs) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            bars = line.Count('|') >= 2 ? bars + 1 : 0;
            tabs = line.Count('\t') >= 2 ? tabs + 1 : 0;
            if (bars > 1 || tabs > 1)
                return (
                    "These lines are not a table.",
                    "A table has bars between its cells, `| a | b |`, and `|---|---|` as its second line."
                );
        }
        return null;
    }

    /// <summary>Whether a list or a quotation follows a sentence that goes on, without an empty line between.</summary>
    private static bool Interrupts(Block block, string source)
    {
        if (block.Parent is ListItemBlock)
            return false;
        var index = block.Parent?.IndexOf(block) ?? 0;
        if (index == 0 || block.Parent![index - 1] is not ParagraphBlock before)
            return false;
        var text = source.AsSpan(Within(before, source));
        return before.Line + text.Count('\n') + 1 == block.Line
            && PastedLines.GoesOn(text)
            && AfterMarker(block, source) is [var first, ..]
            && !char.IsUpper(first);
    }

    private static ReadOnlySpan<char> AfterMarker(Block block, string source)
    {
        var text = source.AsSpan(Within(block, source));
        var marker = text is ['>', ..] ? 1 : Math.Max(0, text.IndexOfAny(" \t"));
        return text[marker..].TrimStart();
    }

    private static Range Within(Block block, string source) =>
        Math.Clamp(block.Span.Start, 0, source.Length)..Math.Clamp(
            block.Span.End + 1,
            Math.Clamp(block.Span.Start, 0, source.Length),
            source.Length
        );

    [GeneratedRegex(@"\$\$|\$(?=[\\A-Za-z({^_])")]
    private static partial Regex Dollar();

    [GeneratedRegex(@"\A#{2,6}\p{L}")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("``")]
    private static partial Regex Graves();

    [GeneratedRegex(@"(?<![\w/.])(?:[A-Z][a-z]?){1,4}_[0-9](?!\w*[./])")]
    private static partial Regex Subscript();

    [GeneratedRegex(@"\|\s*:?-{2,}:?\s*(?:\||$)")]
    private static partial Regex TableRow();
}
