using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Images;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>
/// Converts Markdown to HTML: no raw HTML; scripts, citations, formulas and typography of the language; then a sanitiser with an
/// allow-list. All content passes through it.
/// </summary>
public sealed partial class MarkdownText
{
    private const string AllowedLinks = "Links must start with https:, http:, mailto:, / or #.";

    /// <summary>Of paragraphs, links, cells, line breaks and so on. Beyond, the sanitiser takes seconds.</summary>
    private const int MaxElements = 5000;

    /// <summary>Characters of all addresses and titles of links. A definition is repeated in each link that refers to it.</summary>
    private const int MaxLinks = 1 << 16;

    private readonly MarkdownDocument _document;
    private readonly SourceLocation _start;
    private readonly bool _inFrontMatter;

    private MarkdownText(MarkdownDocument document, SourceLocation start, bool inFrontMatter) =>
        (_document, _start, _inFrontMatter) = (document, start, inFrontMatter);

    /// <summary>
    /// Parses a text. Reports invalid formulas and elements that are not allowed (some links, images, some headings) at their positions.
    /// </summary>
    /// <param name="lang">The language for the typography; empty for a text that keeps its printed form.</param>
    /// <param name="start">The position of the text in its file. Errors in a text of the front matter are reported at this
    /// position.</param>
    /// <param name="images">The pictures that the text may show; null for a text that shows none.</param>
    public static MarkdownText Parse(
        string text,
        string lang,
        SourceLocation start,
        ProblemList problems,
        bool inFrontMatter = false,
        ImageReader? images = null
    ) => Parse(text, lang, start, problems, inFrontMatter, images, Pipelines.Texts);

    /// <summary>A reference of the front matter. It keeps its printed form, and any DOI in it is a link.</summary>
    public static MarkdownText ParseReference(string text, SourceLocation start, ProblemList problems) =>
        Parse(text, "", start, problems, inFrontMatter: true, images: null, Pipelines.References);

    private static MarkdownText Parse(
        string text,
        string lang,
        SourceLocation start,
        ProblemList problems,
        bool inFrontMatter,
        ImageReader? images,
        MarkdownPipeline pipeline
    )
    {
        var parsed = new MarkdownText(Document(text, pipeline, start, problems), start, inFrontMatter);
        HeadingIds.Set(parsed._document);
        Stars.Restore(parsed._document, text);
        if (pipeline != Pipelines.Titles)
            AddressLinks.Complete(parsed._document);
        foreach (var node in parsed._document.Descendants())
        {
            parsed.ReadFormula(node, problems);
            parsed.Report(node, images, problems);
            if (node is LiteralInline { Parent: not LinkInline { IsAutoLink: true } } literal)
            {
                var shown = Typography.Dashes(
                    literal.Content.ToString(),
                    isContinued: literal.PreviousSibling is not (null or LineBreakInline)
                );
                literal.Content = new(lang.Length > 0 ? Typography.Of(shown, lang) : shown);
            }
        }
        if (images is not null)
            FigureBlock.ReplaceParagraphs(parsed._document, lang);
        // Readers see the text alternative of a picture that cannot be shown.
        foreach (var lost in parsed._document.Descendants<LinkInline>().Where(l => l is { IsImage: true, Url: "" }).ToList())
            lost.ReplaceBy(new ContainerInline());
        ShownRaw.Report(parsed._document, text, parsed.PlaceOf, problems);
        return parsed;
    }

    private void Report(MarkdownObject node, ImageReader? images, ProblemList problems)
    {
        var place = PlaceOf(node);
        if (node is LinkInline { IsImage: true } picture && images is not null)
            ShowPicture(picture, images, place, problems);
        else if (node is LinkInline link && !IsAllowed(link.Url))
        {
            problems.Error(place, $"The link to `{link.Url}` is not allowed.", AllowedLinks);
            link.Url = "";
        }
        else if (node is AutolinkInline { IsEmail: false } address && !IsAllowed(address.Url))
            problems.Error(place, $"The link to `{address.Url}` is not allowed.", AllowedLinks);
        else if (node is LinkInline { IsImage: true })
            problems.Error(place, "Images cannot be shown here.", "List the figure under `figures`, or link to the file.");
        else if (node is HtmlEntityInline entity && entity.Transcoded.AsSpan().ContainsAnyInRange('\0', '\x1F'))
            problems.Error(place, "This entity is a character that cannot be shown.", "Delete it.");
        else if (node is HeadingBlock { Level: 1 or > 4 } heading)
            problems.Error(place, $"Headings of level {heading.Level} are not supported.", "Start headings with ##, ### or ####.");
        else if (node is RawInline raw)
            problems.Warn(place, raw.Message, raw.Hint);
    }

    private static MarkdownDocument Document(string text, MarkdownPipeline pipeline, SourceLocation start, ProblemList problems)
    {
        try
        {
            var document = Markdig.Markdown.Parse(text, pipeline);
            if (ElementsOf(document, text) > MaxElements)
                problems.Error(start, $"The text has more than {MaxElements} elements.", "Shorten it, or split it.");
            else if (document.Descendants<LinkInline>().Sum(link => $"{link.Url}{link.Title}".Length) > MaxLinks)
                problems.Error(start, "The addresses of the links have more than 64 kB.", "Look for one that many links use.");
            else
                return document;
        }
        catch (ArgumentException)
        {
            // The parser throws only for a text that is nested too deeply.
            problems.Error(start, "The text is nested too deeply.", "Look for a long run of >, -, *, [, ~ or ^.");
        }
        return new MarkdownDocument();
    }

    /// <summary>Each sign of a formula and each sub- or superscript can be an element. A formula that is too long is not read.</summary>
    private static int ElementsOf(MarkdownDocument document, string text) =>
        document.Descendants().Sum(node => node is FormulaInline formula ? Math.Min(formula.Tex.Length, Formula.MaxLength) : 1)
        + text.Count(c => SuperAndSubscripts.Ordinary(c) is not null);

    /// <summary>
    /// Removes the list items and paragraphs with a placeholder, because readers do not see what is not known, and then the lists and
    /// headings with nothing left below them.
    /// </summary>
    public MarkdownText WithoutUnknownFacts()
    {
        var unknown = _document.Descendants<LeafBlock>().Where(IsUnknown).ToList();
        foreach (var block in unknown)
        {
            Block? removed = block.Parent is ListItemBlock item ? item : block;
            while (removed?.Parent is { } parent)
            {
                parent.Remove(removed);
                removed = parent.Count == 0 ? parent : null;
            }
        }
        for (var i = _document.Count - 1; i >= 0 && unknown.Count > 0; i--)
            if (_document[i] is HeadingBlock heading && IsEmpty(heading, _document.ElementAtOrDefault(i + 1)))
                _document.RemoveAt(i);
        return this;

        static bool IsUnknown(LeafBlock block) =>
            block.Inline?.Descendants<LiteralInline>().Any(text => SourceFile.HasPlaceholder(text.Content.ToString())) == true;

        static bool IsEmpty(HeadingBlock heading, Block? next) =>
            next is null || next is HeadingBlock below && below.Level <= heading.Level;
    }

    /// <summary>
    /// Shows a bracket with a number beyond the last reference as text, because it may be an interval or a crystal direction.
    /// </summary>
    /// <param name="about">What the warning says about the references.</param>
    public MarkdownText WithReferences(int count, string about, ProblemList problems)
    {
        foreach (var citation in _document.Descendants<CitationInline>().Where(c => c.Highest > count).ToList())
        {
            if (!citation.IsDirection)
                problems.Warn(
                    PlaceOf(citation),
                    $"{citation.Text} is shown as text, because there is no reference {citation.Highest}.",
                    $"{about} If it cites nothing, write `\\{citation.Text[..^1]}\\]`."
                );
            citation.ReplaceBy(new LiteralInline(citation.Text));
        }
        return this;
    }

    /// <summary>HTML without the paragraph element, for a title, a reference or a caption.</summary>
    public string ToInlineHtml()
    {
        var html = ToHtml().Trim();
        return
            html.StartsWith("<p>", StringComparison.Ordinal)
            && html.EndsWith("</p>", StringComparison.Ordinal)
            && html.IndexOf("<p>", 3, StringComparison.Ordinal) < 0
            ? html[3..^4]
            : html;
    }

    /// <summary>Plain text, one line for each block, without citations.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var block in _document.Descendants<LeafBlock>())
        {
            if (text.Length > 0 && text[^1] != '\n')
                text.Append('\n');
            if (block is CodeBlock lines)
                text.Append(lines.Lines.ToString().TrimEnd());
            foreach (var inline in block.Inline?.Descendants<LeafInline>() ?? [])
            {
                // Remove the space before a citation too, because a full stop may follow.
                if (inline is CitationInline && text.Length > 0 && text[^1] == ' ')
                    text.Length--;
                text.Append(
                    inline switch
                    {
                        LiteralInline literal => InScript(literal),
                        CodeInline code => code.Content,
                        FormulaInline formula => formula.Formula?.ToText() ?? formula.Tex,
                        AutolinkInline link => link.Url,
                        HtmlEntityInline entity => entity.Transcoded.ToString(),
                        LineBreakInline => " ",
                        _ => "",
                    }
                );
            }
            while (text.Length > 0 && text[^1] == ' ')
                text.Length--;
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A text of the front matter may be folded or escaped in YAML, so only its start is known.</summary>
    private SourceLocation PlaceOf(MarkdownObject node, int offset = 0) =>
        _inFrontMatter ? _start : _start with { Line = _start.Line + node.Line, Column = node.Column + 1 + offset };

    public string ToHtml()
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        var formulas = new FormulaHtmlRenderer();
        Pipelines.Texts.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LiteralInlineRenderer>(new ScriptedLiteralRenderer());
        renderer.ObjectRenderers.Add(new CitationRenderer());
        renderer.ObjectRenderers.Add(new ScriptRenderer());
        renderer.ObjectRenderers.Add(formulas);
        renderer.ObjectRenderers.Add(new FormulaBlockRenderer());
        renderer.ObjectRenderers.Add(new FigureRenderer());
        renderer.Render(_document);
        // The sanitiser removes styles.
        var html = writer.ToString().Replace("style=\"text-align: right;\"", "class=\"align-right\"", StringComparison.Ordinal);
        // Skip the slow sanitiser for the many titles and keywords without an element.
        html = html.Contains('<', StringComparison.Ordinal) ? AllowedHtml.Sanitizer.Sanitize(html) : html;
        return formulas.Insert(WithScrolling(html));
    }

    /// <summary>Lets code and tables that are wider than a phone scroll by themselves, also by keyboard.</summary>
    private static string WithScrolling(string html) =>
        html.Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
            .Replace("<table>", "<div class=\"table-scroll\" tabindex=\"0\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    /// <summary>Converts a script to Unicode in plain text (<c>H~2~O</c> gives H₂O), so that search and exports keep the meaning.</summary>
    private static string InScript(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        return literal.Parent is ScriptInline script ? SuperAndSubscripts.ToUnicode(text, script.IsSubscript) : text;
    }

    private static bool IsAllowed(string? url) =>
        url is not null
        && (
            url.StartsWith('#')
            || url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto")
        );
}
