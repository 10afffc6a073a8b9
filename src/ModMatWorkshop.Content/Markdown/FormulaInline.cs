using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A formula in a text. It is rendered after the text has passed its limits.</summary>
public sealed class FormulaInline : LeafInline
{
    private readonly FormulaSyntax _syntax;

    /// <param name="source">The formula as it is written, with its delimiters.</param>
    internal FormulaInline(FormulaSyntax syntax, string source) => (_syntax, Source) = (syntax, source);

    public string Source { get; }

    /// <summary>The TeX that KaTeX reads.</summary>
    public string Tex => _syntax.Tex;

    public bool IsDisplayed => _syntax.IsDisplayed;

    /// <summary>Null if it cannot be shown.</summary>
    public Formula? Formula { get; private set; }

    public FormulaError? Error { get; private set; }

    /// <summary>The position of the error in <see cref="Source"/>.</summary>
    public int ErrorIndex => Error is null ? 0 : Math.Clamp(_syntax.Offset + Error.Position, 0, Source.Length);

    public void Render()
    {
        _ = FormulaRenderer.Shared.TryRender(Tex, IsDisplayed, out var formula, out var error);
        (Formula, Error) = (formula, error);
    }
}

/// <summary>Finds formulas within a line or a paragraph.</summary>
public sealed class FormulaParser : InlineParser
{
    /// <summary>A longer formula is not looked for, because a text may have thousands of dollars.</summary>
    private const int MaxLength = 10_000;

    public FormulaParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!FormulaSyntax.MayBegin(text) || FormulaSyntax.At(text[..Math.Min(text.Length, MaxLength)].ToString()) is not { } syntax)
            return false;
        var inline = new FormulaInline(syntax, text[..syntax.Length].ToString());
        inline.Span = new(
            processor.GetSourcePosition(slice.Start, out var line, out var column),
            processor.GetSourcePosition(slice.Start + syntax.Length - 1)
        );
        (inline.Line, inline.Column) = (line, column);
        processor.Inline = inline;
        slice.Start += syntax.Length;
        return true;
    }
}

/// <summary>
/// Writes a mark for each formula, which <see cref="Insert"/> replaces by its MathML after the sanitiser has read the rest. A formula that
/// cannot be rendered is shown as code.
/// </summary>
internal sealed partial class FormulaHtmlRenderer : HtmlObjectRenderer<FormulaInline>
{
    // A private character. In a text that has it, a mark only repeats a formula of the text.
    private const string Mark = "\uE001";

    /// <summary>A longer formula may be wider than a phone, and scrolls. The keyboard can scroll only what it can reach.</summary>
    private const int WideFormula = 40;

    /// <summary>The signs of a formula within a line that may be wider than a phone. MathML does not break lines.</summary>
    private const int WideInline = 24;

    private readonly List<FormulaInline> _formulas = [];

    protected override void Write(HtmlRenderer renderer, FormulaInline inline)
    {
        if (!renderer.EnableHtmlForInline)
            renderer.WriteEscape(inline.Formula?.ToText() ?? inline.Tex);
        else if (inline.Formula is null)
            renderer.Write("<code>").WriteEscape(inline.Source).Write("</code>");
        else
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"{Mark}{_formulas.Count}{Mark}"));
            _formulas.Add(inline);
        }
    }

    public string Insert(string html) =>
        _formulas.Count == 0
            ? html
            : Marks()
                .Replace(html, mark =>
                    int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var index && index < _formulas.Count
                        ? Html(_formulas[index])
                        : mark.Value
                );

    private static string Html(FormulaInline inline)
    {
        var mathMl = inline.Formula!.MathMl;
        var focus = inline.Tex.Length > WideFormula ? " tabindex=\"0\"" : "";
        return inline.IsDisplayed ? $"<span class=\"formula\"{focus}>{mathMl}</span>"
            : inline.Formula.ToText().Length > WideInline ? $"<span class=\"formula-wide\">{mathMl}</span>"
            : mathMl;
    }

    [GeneratedRegex($"{Mark}([0-9]{{1,6}}){Mark}")]
    private static partial Regex Marks();
}
