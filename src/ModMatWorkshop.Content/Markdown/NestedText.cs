using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>Reads the text within a mark, such as a script or an argument of TeX, with the marks that it contains itself.</summary>
internal static class NestedText
{
    /// <summary>Signs that cannot begin a mark.</summary>
    private const string Unmarked = "+-−,.()/=;: ";

    /// <summary>Puts the inlines of a part of the text into a container.</summary>
    /// <param name="length">The signs of the text in whose place the container stands.</param>
    public static bool Fill(ContainerInline container, InlineProcessor processor, ref StringSlice slice, Range content, int length)
    {
        container.IsClosed = true;
        Place(container, processor, slice.Start, length);
        var text = slice.Text[content];
        if (text.All(c => char.IsLetterOrDigit(c) || Unmarked.Contains(c, StringComparison.Ordinal)))
            container.AppendChild(Place(new LiteralInline(text), processor, content.Start.Value, text.Length));
        else
            Parse(text, container, processor, content.Start.Value);
        processor.Inline = container;
        slice.Start += length;
        return true;
    }

    /// <summary>Puts another text in the place of some signs of the text.</summary>
    public static bool Literal(InlineProcessor processor, ref StringSlice slice, string text, int length)
    {
        processor.Inline = Place(new LiteralInline(text), processor, slice.Start, length);
        slice.Start += length;
        return true;
    }

    public static T Place<T>(T inline, InlineProcessor processor, int start, int length)
        where T : Inline
    {
        inline.Span = new(
            processor.GetSourcePosition(start, out var line, out var column),
            processor.GetSourcePosition(start + Math.Max(length, 1) - 1)
        );
        (inline.Line, inline.Column) = (line, column);
        return inline;
    }

    private static void Parse(string text, ContainerInline container, InlineProcessor processor, int start)
    {
        var position = processor.GetSourcePosition(start, out var line, out var column);
        var nested = Markdig.Markdown.Parse(text, Pipelines.Inlines);
        Stars.Restore(nested, text);
        foreach (var node in nested.Descendants<Inline>())
        {
            (node.Line, node.Column) = (node.Line + line, node.Line == 0 ? node.Column + column : node.Column);
            node.Span = new(node.Span.Start + position, node.Span.End + position);
        }
        foreach (var paragraph in nested.OfType<LeafBlock>())
        foreach (var inline in paragraph.Inline?.ToList() ?? [])
        {
            inline.Remove();
            container.AppendChild(inline);
        }
    }
}
