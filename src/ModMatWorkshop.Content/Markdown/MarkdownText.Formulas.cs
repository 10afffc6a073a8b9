using System.Buffers;
using Markdig.Syntax;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content.Markdown;

/// <content>Titles, and the problems of formulas.</content>
public sealed partial class MarkdownText
{
    private const int LongFormula = 60;

    /// <summary>A title without these signs is plain text.</summary>
    private static readonly SearchValues<char> TitleMarks = SearchValues.Create("$*_~^\\`{");

    private bool _lacksKatex;

    /// <summary>
    /// A title or a keyword as HTML and as plain text. It may have formulas, emphasis and sub- and superscripts, but no links, lists or
    /// citations.
    /// </summary>
    public static (string Html, string Text) Title(string title, string lang, SourceLocation place, ProblemList problems)
    {
        if (title.AsSpan().IndexOfAny(TitleMarks) < 0 && !title.Contains("--", StringComparison.Ordinal))
            return (SuperAndSubscripts.ToHtml(lang.Length == 0 ? title : Typography.Of(title, lang)), title);
        return (Parsed(lang, problems).ToInlineHtml(), Parsed("", new ProblemList()).ToText());

        MarkdownText Parsed(string typography, ProblemList found) =>
            Parse(title, typography, place, found, inFrontMatter: true, images: null, Pipelines.Titles);
    }

    private void ReadFormula(MarkdownObject node, ProblemList problems)
    {
        if (node is FormulaInline formula)
            Render(formula, PlaceOf(node), problems);
    }

    /// <summary>Renders a formula and reports its error. Missing KaTeX is one warning for each text.</summary>
    private void Render(FormulaInline formula, SourceLocation place, ProblemList problems)
    {
        formula.Render();
        if (formula.Formula is { } rendered)
            problems.Add(rendered);
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
            ? start with
            {
                Column = start.Column + before.Length,
            }
            : start with
            {
                Line = start.Line + lines,
                Column = before.Length - before.LastIndexOf('\n'),
            };
    }
}
