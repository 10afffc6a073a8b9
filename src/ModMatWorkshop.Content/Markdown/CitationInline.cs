using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A citation in an abstract, such as <c>[1]</c>, <c>[1,2]</c> or <c>[2-4]</c>. It links to the references.</summary>
public sealed class CitationInline : LeafInline
{
    public required IReadOnlyList<CitedRange> Ranges { get; init; }

    /// <summary>The citation as typed, with its brackets.</summary>
    public required string Text { get; init; }

    public int Highest => Ranges.Max(r => r.Last);

    /// <summary>Three digits, such as a crystal direction: <c>[110]</c>.</summary>
    public bool IsDirection => Ranges is [{ First: >= 100 } only] && only.First == only.Last;
}

/// <summary>One reference (first and last are equal) or a range.</summary>
public readonly record struct CitedRange(int First, int Last);

public sealed partial class CitationParser : InlineParser
{
    private const int MaxNumber = 999;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // A number may also be the text of a link: [1](https://…) is not a citation.
        var match = Shape().Match(slice.Text, slice.Start, slice.Length);
        var end = match.Index + match.Length;
        if (!match.Success || end < slice.Text.Length && slice.Text[end] == '(')
            return false;

        var ranges = new List<CitedRange>();
        foreach (var part in match.Groups[1].Value.Split(','))
        {
            var ends = part.Split('-', '–');
            // Directions: [001], [2-1-10].
            if (ends.Length > 2 || ends.Any(e => e.Trim() is ['0', _, ..]))
                return false;
            var first = int.Parse(ends[0], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            var last = int.Parse(ends[^1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
            if (first is 0 or > MaxNumber || last < first || last > MaxNumber)
                return false;
            ranges.Add(new(first, last));
        }

        processor.Inline = new CitationInline
        {
            Ranges = ranges,
            Text = match.Value,
            Span = new(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + match.Length - 1)
            ),
            Line = line,
            Column = column,
        };
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex(@"\G\[( ?[0-9]{1,3}(?: ?[-–,] ?[0-9]{1,3})* ?)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

public sealed class CitationRenderer : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline citation)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        renderer.Write("<span class=\"cite\">[");
        for (var i = 0; i < citation.Ranges.Count; i++)
        {
            if (i > 0)
                renderer.Write(", ");
            var (first, last) = citation.Ranges[i];
            Link(first);
            if (last == first)
                continue;
            renderer.Write('–');
            Link(last);
        }
        renderer.Write("]</span>");

        void Link(int number) => renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<a href=\"#ref-{number}\">{number}</a>"));
    }
}
