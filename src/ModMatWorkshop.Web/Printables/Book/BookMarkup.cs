namespace ModMatWorkshop.Web.Printables;

/// <summary>Prefixes the anchors of each abstract with its code, because many abstracts share one page of the book.</summary>
public static class BookMarkup
{
    public static string Within(string html, string code) =>
        html.Replace("href=\"#ref-", $"href=\"#b-{code}-ref-", StringComparison.Ordinal)
            .Replace("href=\"#fig-", $"href=\"#b-{code}-fig-", StringComparison.Ordinal);
}
