using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Content.Images;

namespace ModMatWorkshop.Content.Markdown;

/// <content>Pictures.</content>
public sealed partial class MarkdownText
{
    /// <summary>Loads the pictures of the first paragraph at once, for a text at the head of a page.</summary>
    public MarkdownText AtHeadOfPage()
    {
        foreach (var picture in (_document.FirstOrDefault() as LeafBlock)?.Inline?.Descendants<LinkInline>().Where(l => l.IsImage) ?? [])
            picture.TryGetAttributes()?.Properties?.RemoveAll(attribute => attribute.Key == "loading");
        return this;
    }

    private static void ShowPicture(LinkInline picture, ImageReader images, SourceLocation place, ProblemList problems)
    {
        if (!picture.Descendants<LiteralInline>().Any(text => text.Content.ToString().Trim().Length > 0))
            problems.Error(
                place,
                $"The picture `{picture.Url}` has no text alternative.",
                "Say what it shows: `![A map of the way](map.svg)`."
            );
        var shown = images.Find(picture.Url ?? "", PictureUse.Text, place);
        picture.Url = shown?.Address ?? "";
        if (shown is null)
            return;
        var attributes = picture.GetAttributes();
        foreach (var (name, value) in PictureHtml.Attributes(shown, isLazy: true))
            attributes.AddProperty(name, value!);
    }
}
