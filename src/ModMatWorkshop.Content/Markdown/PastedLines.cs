using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>
/// Recognises lines of a pasted paragraph that happen to begin with a sign: <c>the accuracy was / &gt; 99% and the error / - 5 meV</c>.
/// </summary>
internal static class PastedLines
{
    /// <summary>Whether a line goes on after its last sign, as no line before a list does.</summary>
    public static bool GoesOn(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line.Length > 0
            && (char.IsLetterOrDigit(line[^1]) || line[^1] is ',' or '(' or ')' or '=' or '≈' or '±' or '%' or '$' or '/' or '°');
    }

    /// <summary>Whether a number follows, which makes a sign before it one of arithmetic.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) =>
        text.TrimStart(" \t") is [var first, ..] && (char.IsDigit(first) || first is '$' or '~' or '∞' or '±' or '≈' or '=' or '\\');

    /// <summary>Whether the line that is being read continues an open paragraph.</summary>
    /// <param name="isList">A list may come after a line that goes on; its first item then tells.</param>
    public static bool Continues(BlockProcessor processor, Block? block, bool isList)
    {
        if (block is not ParagraphBlock paragraph || paragraph.Lines.Count == 0)
            return false;
        if (!GoesOn(paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.AsSpan()))
            return false;
        if (!isList)
            return true;
        if (paragraph.Parent is ListItemBlock)
            return false;
        var line = processor.Line.AsSpan();
        var marker = line.IndexOfAny(" \t");
        if (marker is < 0 or > 4 || HasNext(processor.Line, line[..marker]))
            return false;
        var text = line[marker..].TrimStart();
        return text.Length > 0 && (IsNumber(text) || char.IsLower(text[0]) || char.IsDigit(line[0]));
    }

    /// <summary>Whether the next line begins with the same marker, or with the next number.</summary>
    private static bool HasNext(StringSlice line, ReadOnlySpan<char> marker)
    {
        var rest = line.Text.AsSpan(Math.Min(line.Text.Length, line.End + 1)).TrimStart("\n ");
        return char.IsDigit(marker[0])
            ? rest.StartsWith($"2{marker[^1]}", StringComparison.Ordinal)
            : rest.StartsWith(marker, StringComparison.Ordinal);
    }
}

/// <summary>Does not take <c>&gt; 99%</c> for a quotation.</summary>
internal sealed class PastedQuoteParser : QuoteBlockParser
{
    public override bool CanInterrupt(BlockProcessor processor, Block block) => !PastedLines.Continues(processor, block, isList: false);

    public override BlockState TryOpen(BlockProcessor processor) =>
        processor.Line.AsSpan()[1..].TrimStart() is var text
        && PastedLines.IsNumber(text)
        && text is not (['$', '$', ..] or ['\\', '[', ..])
            ? BlockState.None
            : base.TryOpen(processor);
}

/// <summary>Does not take <c># of atoms</c> in the middle of a sentence for a heading.</summary>
internal sealed class PastedHeadingParser : HeadingBlockParser
{
    public override bool CanInterrupt(BlockProcessor processor, Block block) =>
        processor.PeekChar(1) == '#' || !PastedLines.Continues(processor, block, isList: false);
}

/// <summary>Does not take <c>- 5 meV</c> in the middle of a sentence for a list.</summary>
internal sealed class PastedListParser : ListBlockParser
{
    public override bool CanInterrupt(BlockProcessor processor, Block block) => !PastedLines.Continues(processor, block, isList: true);
}
