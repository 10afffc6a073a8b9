using AngleSharp.Html.Parser;
using ModMatWorkshop.Content.Formulas;

namespace ModMatWorkshop.Content;

/// <summary>Extracts the visible text of HTML that this program has generated.</summary>
public static class HtmlText
{
    public static string Of(string html)
    {
        if (new HtmlParser().ParseDocument(html).Body is not { } body)
            return "";
        foreach (var math in body.QuerySelectorAll("math").ToList())
            math.OuterHtml = Markup.Escape(FormulaTextWriter.Write(math.OuterHtml.Replace("&nbsp;", "\u00A0", StringComparison.Ordinal)));
        return string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
