using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A picture with a caption: a paragraph that holds nothing but an image with a title.</summary>
internal sealed class FigureBlock : LeafBlock
{
    /// <param name="caption">As readers see it.</param>
    private FigureBlock(ParagraphBlock paragraph, string caption)
        : base(null)
    {
        (Line, Column, Span, Caption) = (paragraph.Line, paragraph.Column, paragraph.Span, caption);
        var inlines = paragraph.Inline;
        paragraph.Inline = null;
        Inline = inlines;
    }

    public string Caption { get; }

    public static void ReplaceParagraphs(MarkdownDocument document, string lang)
    {
        foreach (var paragraph in document.Descendants<ParagraphBlock>().ToList())
            if (
                paragraph is { Inline: { FirstChild: LinkInline { IsImage: true, Title.Length: > 0 } image } inlines, Parent: { } parent }
                && inlines.LastChild == image
            )
            {
                parent[parent.IndexOf(paragraph)] = new FigureBlock(
                    paragraph,
                    lang.Length > 0 ? Typography.Of(image.Title!, lang) : image.Title!
                );
                image.Title = null;
            }
    }
}

internal sealed class FigureRenderer : HtmlObjectRenderer<FigureBlock>
{
    protected override void Write(HtmlRenderer renderer, FigureBlock figure)
    {
        renderer.EnsureLine();
        renderer.Write("<figure>").WriteLeafInline(figure);
        renderer.Write("<figcaption>").WriteEscape(figure.Caption).WriteLine("</figcaption></figure>");
    }
}
