namespace ModMatWorkshop.Content;

internal static class Markup
{
    /// <summary>
    /// Plain text for the inside of an element or of a quoted attribute. Accents and no-break spaces stay as they are: the pages are UTF-8.
    /// </summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
