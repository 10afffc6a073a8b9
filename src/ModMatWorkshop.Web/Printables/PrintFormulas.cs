using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Web.Printables;

/// <summary>Replaces the MathML of a document by KaTeX's HTML, because WeasyPrint does not draw MathML.</summary>
public static partial class PrintFormulas
{
    private const string EndOfHead = "</head>";

    /// <summary>Without the style sheet of KaTeX, each formula becomes a line of text.</summary>
    public static async Task<string> ReplaceAsync(WorkshopDb db, string document)
    {
        if (!document.Contains("<math", StringComparison.Ordinal))
            return document;
        var styles = FormulaRenderer.Shared.PrintStyles;
        var formulas = (await db.Formulas.AsNoTracking().ToListAsync()).DistinctBy(f => f.MathMl).ToDictionary(f => f.MathMl);
        return MathMl()
            .Replace(document, math => !formulas.TryGetValue(math.Value, out var formula) ? math.Value
                : styles.Length > 0 ? formula.PrintHtml
                : WebUtility.HtmlEncode(formula.ToText()))
            .Replace(EndOfHead, $"<style>{styles}</style>{EndOfHead}", StringComparison.Ordinal);
    }

    [GeneratedRegex("<math.*?</math>", RegexOptions.Singleline)]
    private static partial Regex MathMl();
}
