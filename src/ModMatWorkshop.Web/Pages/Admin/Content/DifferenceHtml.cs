using Microsoft.AspNetCore.Html;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content.Differences;

namespace ModMatWorkshop.Web.Pages.Admin.Content;

/// <summary>
/// Lines with <c>ins</c> and <c>del</c>. A screen reader hears which is which; in print and without colours, a line shows it.
/// </summary>
public static class DifferenceHtml
{
    public static IHtmlContent Of(DifferencePart part, Words words)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in part.Pieces)
            if (piece.Kind == PieceKind.Same)
                html.Append(piece.Text);
            else
            {
                var (element, word) = piece.Kind == PieceKind.Removed ? ("del", words.RemovedText) : ("ins", words.AddedText);
                html.AppendHtml($"<{element}><span class=\"visually-hidden\">[").Append(word).AppendHtml(" </span>");
                html.Append(piece.Text).AppendHtml($"<span class=\"visually-hidden\">] </span></{element}>");
            }
        return html;
    }
}
