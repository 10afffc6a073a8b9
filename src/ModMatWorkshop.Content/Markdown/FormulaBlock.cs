using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A displayed formula that has lines of its own. Its lines are not read as lists, quotations or headings.</summary>
public sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The number of lines that follow the first one.</summary>
    internal int LinesLeft { get; set; }
}

public sealed class FormulaBlockParser : BlockParser
{
    public FormulaBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;
        var text = UpToBlankLine(processor.Line.Text.AsSpan(processor.Line.Start));
        if (FormulaSyntax.At(text) is not { IsDisplayed: true } formula || !IsAtEndOfLine(text.AsSpan(formula.Length)))
            return BlockState.None;
        var lines = text.AsSpan(0, formula.Length).Count('\n');
        processor.NewBlocks.Push(
            new FormulaBlock(this)
            {
                Column = processor.Column,
                Span = new(processor.Start, processor.Line.End),
                LinesLeft = lines,
            }
        );
        return lines == 0 ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        return --((FormulaBlock)block).LinesLeft == 0 ? BlockState.Break : BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var leaf = (FormulaBlock)block;
        var text = leaf.Lines.ToString().Trim();
        if (FormulaSyntax.At(text) is not { } formula || formula.Length < text.Length)
        {
            // In a quotation, the lines may be others than those that were looked at.
            leaf.ProcessInlines = true;
            return true;
        }
        var inline = new FormulaInline(formula, text);
        (inline.Line, inline.Column, inline.Span) = (block.Line, block.Column, block.Span);
        leaf.ProcessInlines = false;
        leaf.Inline = new ContainerInline().AppendChild(inline);
        return true;
    }

    private static string UpToBlankLine(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = text[at..].IndexOf('\n');
            if (end < 0)
                break;
            if (at > 0 && text.Slice(at, end).IsWhiteSpace())
                return text[..at].ToString();
            at += end + 1;
        }
        return text.ToString();
    }

    private static bool IsAtEndOfLine(ReadOnlySpan<char> rest) =>
        (rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest).IsWhiteSpace();
}

internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
{
    protected override void Write(HtmlRenderer renderer, FormulaBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<p>");
        renderer.WriteLeafInline(block);
        renderer.WriteLine("</p>");
    }
}
