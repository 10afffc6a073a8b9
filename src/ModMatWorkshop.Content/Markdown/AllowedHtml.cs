using Ganss.Xss;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>The elements and attributes that a text may have. Formulas have their own list, <see cref="Formulas.MathMl"/>.</summary>
internal static class AllowedHtml
{
    public static readonly HtmlSanitizer Sanitizer = new(
        new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p",
                "h2",
                "h3",
                "h4",
                "ul",
                "ol",
                "li",
                "em",
                "strong",
                "sub",
                "sup",
                "a",
                "span",
                "div",
                "br",
                "blockquote",
                "code",
                "pre",
                "hr",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "i",
                "img",
                "figure",
                "figcaption",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "href",
                "src",
                "srcset",
                "sizes",
                "alt",
                "width",
                "height",
                "loading",
                "id",
                "class",
                "start",
            },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        }
    );
}
