using System.Text;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Web.Content.Markdown;

/// <summary>The one way from Markdown to HTML: raw HTML off, scripts, citations and formulas on, typography by language, then an allow-list.</summary>
public sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly MarkdownDocument _document;

    private MarkdownText(MarkdownDocument document) => _document = document;

    /// <summary>Parses and reports, at their places, formulas that do not parse and links that are not allowed.</summary>
    /// <param name="start">Where the text begins in its file. A text out of the front matter is reported at its beginning.</param>
    public static MarkdownText Parse(string text, string lang, Place start, ProblemList problems, bool inFrontMatter = false)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        foreach (var inline in document.Descendants<Inline>())
        {
            var place = inFrontMatter ? start : start with { Line = start.Line + inline.Line, Column = inline.Column + 1 };
            if (inline is FormulaInline { Error: { } error })
                problems.Error(inFrontMatter ? place : place with { Column = place.Column + 1 + error.Position }, $"The formula ${((FormulaInline)inline).Tex}$ cannot be read: {error.Message}");
            else if (inline is LinkInline link && !IsAllowed(link.Url))
            {
                problems.Error(place, $"The link to `{link.Url}` is not allowed.", "Links begin with https:, http:, mailto:, / or #.");
                link.Url = "";
            }
            else if (inline is LinkInline { IsImage: true })
                problems.Error(place, "Images are not shown here.", "Name the figure under `figures`, or link to the file.");
            else if (inline is LiteralInline literal)
                literal.Content = new(Typography.Of(literal.Content.ToString(), lang));
        }
        return new(document);
    }

    /// <summary>The citations of the text with their places.</summary>
    public IEnumerable<(int Number, Place Place)> Citations(Place start) =>
        _document.Descendants<Citation>().SelectMany(c =>
            c.Numbers.Select(n => (n, start with { Line = start.Line + c.Line, Column = c.Column + 1 })));

    public bool HasFormulas => _document.Descendants<FormulaInline>().Any();

    public string ToHtml() => Render(forPrint: false);

    public string ToPrintHtml() => Render(forPrint: true);

    /// <summary>Without the paragraph around it: a title, a reference, a caption.</summary>
    public string ToInlineHtml()
    {
        var html = ToHtml().Trim();
        return html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal) && html.IndexOf("<p>", 3, StringComparison.Ordinal) < 0
            ? html[3..^4]
            : html;
    }

    /// <summary>Without markup, a line for each block. Citations are left out.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var block in _document.Descendants<LeafBlock>())
        {
            if (block.Inline is null)
                continue;
            if (text.Length > 0)
                text.Append('\n');
            foreach (var inline in block.Inline.Descendants<LeafInline>())
            {
                // Without its citation a sentence must not end in a space and a full stop.
                if (inline is Citation && text.Length > 0 && text[^1] == ' ')
                    text.Length--;
                text.Append(inline switch
                {
                    LiteralInline literal => InScript(literal),
                    CodeInline code => code.Content,
                    FormulaInline { Formula: { } formula } => formula.ToText(),
                    FormulaInline formula => formula.Tex,
                    AutolinkInline link => link.Url,
                    LineBreakInline => " ",
                    _ => "",
                });
            }
            while (text.Length > 0 && text[^1] == ' ')
                text.Length--;
        }
        return text.ToString();
    }

    private string Render(bool forPrint)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new ScriptedLiteralRenderer());
        renderer.ObjectRenderers.Add(new CitationRenderer());
        renderer.ObjectRenderers.Add(new FormulaRenderer(forPrint));
        renderer.Render(_document);
        return Allowed.Sanitize(writer.ToString());
    }

    /// <summary><c>H~2~O</c> in plain text is H₂O, so that what is searched and exported reads like what was meant.</summary>
    private static string InScript(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        return literal.Parent is EmphasisInline { DelimiterCount: 1, DelimiterChar: '~' or '^' } script
            ? Scripts.ToUnicode(text, subscript: script.DelimiterChar == '~')
            : text;
    }

    private static bool IsAllowed(string? url) =>
        url is not null
        && (url.StartsWith('#') || url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto"));

    private static readonly HtmlSanitizer Allowed = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "p", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "sub", "sup", "a", "span", "br", "blockquote", "code", "pre", "hr", "i",
            "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "msubsup", "mfrac", "msqrt", "mover", "munder", "munderover",
        },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "href", "id", "class", "start", "mathvariant", "stretchy", "accent", "xmlns", "form", "width", "fence", "separator", "lspace", "rspace",
        },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
    });

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePreciseSourceLocation()
            .UseEmphasisExtras(EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
            .UseAutoIdentifiers(AutoIdentifierOptions.GitHub);
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new FormulaParser());
        return builder.Build();
    }

    /// <summary>Unicode sub- and superscripts as real ones.</summary>
    private sealed class ScriptedLiteralRenderer : HtmlObjectRenderer<LiteralInline>
    {
        protected override void Write(HtmlRenderer renderer, LiteralInline literal)
        {
            var text = literal.Content.ToString();
            if (renderer.EnableHtmlForInline)
                renderer.Write(Scripts.ToHtml(text));
            else
                renderer.WriteEscape(text);
        }
    }
}
