using Microsoft.AspNetCore.Html;
using QRCoder;

namespace ModMatWorkshop.Web.Pages;

/// <summary>A QR code as SVG, black on white in every theme: cameras read nothing else as well.</summary>
public static class QrCode
{
    public static IHtmlContent Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new HtmlString(code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
