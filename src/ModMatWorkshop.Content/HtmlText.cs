using AngleSharp.Html.Parser;

namespace ModMatWorkshop.Content;

/// <summary>Extracts the visible text of HTML that this program has generated.</summary>
public static class HtmlText
{
    public static string Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        return body is null ? "" : string.Join(' ', body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
