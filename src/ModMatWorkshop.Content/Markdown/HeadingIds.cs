using System.Globalization;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>The ids of headings, as GitHub makes them. The extension of Markdig takes minutes for thousands of equal headings.</summary>
internal static class HeadingIds
{
    public static void Set(MarkdownDocument document)
    {
        var (taken, last) = (new HashSet<string>(), new Dictionary<string, int>());
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = string.Concat(heading.Inline!.Descendants<LeafInline>().Select(Text));
            var name = LinkHelper.UrilizeAsGfm(text) is { Length: > 0 } found ? found : "section";
            var id = name;
            while (!taken.Add(id))
                id = string.Create(CultureInfo.InvariantCulture, $"{name}-{last[name] = last.GetValueOrDefault(name) + 1}");
            heading.GetAttributes().Id = id;
        }
    }

    private static string Text(LeafInline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            FormulaInline formula => formula.Tex,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        };
}
