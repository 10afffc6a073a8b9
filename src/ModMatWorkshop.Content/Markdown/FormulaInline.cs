using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A formula <c>$…$</c> in a text. <see cref="Formula"/> is null if the TeX is not valid.</summary>
public sealed class FormulaInline : LeafInline
{
    public required string Tex { get; init; }

    public required Formula? Formula { get; init; }

    public FormulaError? Error { get; init; }
}

/// <summary>
/// Finds formulas. A dollar opens one only without a space after it and closes one only without a space before it, so that "20 $ et 30 $"
/// stays text.
/// </summary>
public sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var close = text[1..].IndexOf('$') + 1;
        if (close < 2 || char.IsWhiteSpace(text[1]) || char.IsWhiteSpace(text[close - 1]))
            return false;

        var tex = text[1..close].ToString();
        _ = Formula.TryParse(tex, out var formula, out var error);
        processor.Inline = new FormulaInline
        {
            Tex = tex,
            Formula = formula,
            Error = error,
            Span = new(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + close)
            ),
            Line = line,
            Column = column,
        };
        slice.Start += close + 1;
        return true;
    }
}

/// <summary>Writes MathML for the screen and plain HTML for the PDF renderer, which has no MathML.</summary>
public sealed class FormulaRenderer(bool forPrint) : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline inline)
    {
        if (inline.Formula is not { } formula)
            renderer.WriteEscape(inline.Tex);
        else if (!renderer.EnableHtmlForInline)
            renderer.WriteEscape(formula.ToText());
        else
            renderer.Write(forPrint ? formula.ToHtml() : formula.ToMathMl());
    }
}
