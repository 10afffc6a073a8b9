using AngleSharp.Dom;

namespace ModMatWorkshop.Web.Tests.Pages;

/// <summary>Attributes that the HTML standard and ARIA allow on some elements only, as the validator of the W3C reports them.</summary>
public static class AttributeRules
{
    private static readonly HashSet<string> TypesOfText = ["text", "search", "url", "tel", "email", "password"];

    public static IEnumerable<string> FaultsIn(IDocument page) =>
        [
            .. page.QuerySelectorAll("input:is([maxlength], [minlength], [pattern], [size], [placeholder])")
                .Where(input => !TypesOfText.Contains(input.GetAttribute("type") ?? "text"))
                .Select(input => $"a length or pattern on {input.OuterHtml}"),
            .. page.QuerySelectorAll("textarea[wrap]:not([wrap=hard], [wrap=soft])").Select(area => $"wrap on #{area.Id}"),
            .. page.QuerySelectorAll(":is(div, span, p, b, i, small):is([aria-label], [aria-labelledby]):not([role])")
                .Select(e => $"a name without a role on {((IElement)e.Clone(false)).OuterHtml}"),
            .. page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{g.Count()} times #{g.Key}"),
        ];
}
