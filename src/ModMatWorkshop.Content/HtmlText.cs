using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Content;

/// <summary>What a reader sees of HTML that this program made.</summary>
public static class HtmlText
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        return body is null ? "" : string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
