using System.Buffers;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content.Markdown;

/// <content>Titles, and the problems of formulas.</content>
public sealed partial class MarkdownText
{
    private const int LongFormula = 60;

    /// <summary>A title without these signs is plain text.</summary>
    private static readonly SearchValues<char> TitleMarks = SearchValues.Create("$*_~^\\");

    private static readonly MarkdownPipeline TitlePipeline = BuildTitlePipeline();

    private bool _lacksKatex;

    /// <summary>
    /// A title or a keyword as HTML and as plain text. It may have formulas, emphasis and sub- and superscripts, but no links, lists or
    /// citations.
    /// </summary>
    public static (string Html, string Text) Title(string title, string lang, SourceLocation place, ProblemList problems)
    {
        if (title.AsSpan().IndexOfAny(TitleMarks) < 0)
            return (SuperAndSubscripts.ToHtml(lang.Length == 0 ? title : Typography.Of(title, lang)), title);
        var parsed = Parse(title, lang, place, problems, inFrontMatter: true, images: null, TitlePipeline);
        return (parsed.ToInlineHtml(), parsed.ToText());
    }

    private void ReadFormula(MarkdownObject node, ProblemList problems)
    {
        var place = PlaceOf(node);
        if (node is FormulaInline formula)
            Render(formula, place, problems);
        else if (node is LiteralInline literal && RawFormula().Match(literal.Content.ToString()) is { Success: true } mark)
            problems.Warn(
                _inFrontMatter ? place : place with { Column = place.Column + mark.Index },
                $"Readers see {mark.Value} as it is typed.",
                "Write a formula as $…$, or as $$…$$ on a line of its own."
            );
    }

    /// <summary>Renders a formula and reports its error. Missing KaTeX is one warning for each text.</summary>
    private void Render(FormulaInline formula, SourceLocation place, ProblemList problems)
    {
        formula.Render();
        var source = formula.Source.Length <= LongFormula ? formula.Source : formula.Source[..LongFormula] + "…";
        if (formula.Error is not { } error)
        {
            if (FormulaHints.Of(formula.Tex) is { } hint)
                problems.Warn(place, $"The formula {source} may not show what is meant.", hint);
        }
        else if (!error.IsKatexMissing)
            problems.Error(Within(place, formula), $"The formula {source} cannot be read: {error.Message}");
        else if (!_lacksKatex)
        {
            _lacksKatex = true;
            problems.Warn(place, $"The formula {source} is shown as TeX.", error.Message);
        }
    }

    private SourceLocation Within(SourceLocation start, FormulaInline formula)
    {
        if (_inFrontMatter)
            return start;
        var before = formula.Source.AsSpan(0, formula.ErrorIndex);
        var lines = before.Count('\n');
        return lines == 0
            ? start with { Column = start.Column + before.Length }
            : start with { Line = start.Line + lines, Column = before.Length - before.LastIndexOf('\n') };
    }

    private static MarkdownPipeline BuildTitlePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript);
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([new FormulaParser(), new EscapeInlineParser(), new EmphasisInlineParser()]);
        return builder.Build();
    }

    /// <summary>The beginning or the end of a formula that has no other end.</summary>
    [GeneratedRegex(@"\$\$|\\(?:begin|end)\{[A-Za-z]+\*?\}")]
    private static partial Regex RawFormula();
}
