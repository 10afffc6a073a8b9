using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace ModMatWorkshop.Web.Pages;

/// <summary>
/// A QR code as SVG. Always black on white, because cameras read other colours less well. Adjacent dark squares of a row become one stroke,
/// to keep a page of many badges small.
/// </summary>
public static class QrCode
{
    public static IHtmlContent Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var size = rows.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
        {
            if (!rows[y][x])
                continue;
            var start = x;
            while (x < size && rows[y][x])
                x++;
            path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5h{x - start}");
        }
        return new HtmlString(
            $"""<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges">"""
                + $"""<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{path}"/></svg>"""
        );
    }
}
