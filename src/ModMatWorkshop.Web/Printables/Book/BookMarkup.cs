namespace ModMatWorkshop.Web.Printables;

/// <summary>In the book many abstracts share a page, so the anchors of each are prefixed with its code.</summary>
public static class BookMarkup
{
    public static string Within(string html, string code) =>
        html.Replace("href=\"#ref-", $"href=\"#b-{code}-ref-", StringComparison.Ordinal)
            .Replace("href=\"#fig-", $"href=\"#b-{code}-fig-", StringComparison.Ordinal);
}
