namespace ModMatWorkshop.Content;

internal static class Markup
{
    /// <summary>
    /// Escapes plain text for an element or a quoted attribute. Accents and no-break spaces stay, because the pages are UTF-8.
    /// </summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
