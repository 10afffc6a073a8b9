using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>The Markdown of each kind of text.</summary>
internal static class Pipelines
{
    /// <summary>
    /// Abstracts, pages, news and captions. The classes of footnotes are <c>footnotes</c>, <c>footnote-ref</c> and
    /// <c>footnote-back-ref</c>.
    /// </summary>
    public static readonly MarkdownPipeline Texts = Blocks(isReference: false);

    public static readonly MarkdownPipeline References = Blocks(isReference: true);

    /// <summary>The text within a mark of another text.</summary>
    public static readonly MarkdownPipeline Inlines = OneParagraph().Build();

    public static readonly MarkdownPipeline Titles = ForTitles();

    private static MarkdownPipeline Blocks(bool isReference)
    {
        var builder = Common().UsePipeTables().UseFootnotes();
        // An indented paragraph is text that was pasted, not code.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Replace<QuoteBlockParser>(new PastedQuoteParser());
        builder.BlockParsers.Replace<HeadingBlockParser>(new PastedHeadingParser());
        builder.BlockParsers.Replace<ListBlockParser>(new PastedListParser());
        builder.BlockParsers.Insert(0, new FormulaBlockParser());
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new AddressParser(isReference));
        return builder.Build();
    }

    private static MarkdownPipeline ForTitles()
    {
        var builder = OneParagraph();
        builder.InlineParsers.TryRemove<CitationParser>();
        builder.InlineParsers.TryRemove<AddressParser>();
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }

    private static MarkdownPipelineBuilder OneParagraph()
    {
        var builder = Common();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new AddressParser(isReference: false));
        return builder;
    }

    private static MarkdownPipelineBuilder Common()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new ScriptParser());
        builder.InlineParsers.Insert(0, new TexParser());
        builder.InlineParsers.Insert(0, new FormulaParser());
        return builder;
    }
}
