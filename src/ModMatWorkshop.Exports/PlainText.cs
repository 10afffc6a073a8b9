using System.Text;
using System.Xml;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Cleans texts for files: an abstract that was copied from elsewhere may contain control characters, which no format accepts.
/// </summary>
internal static class PlainText
{
    /// <summary>
    /// Removes control characters other than line breaks and tabs, unpaired surrogates and other characters that XML forbids.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                clean.Append(text[i]).Append(text[++i]);
            else if (text[i] is '\n' or '\t' || (!char.IsControl(text[i]) && XmlConvert.IsXmlChar(text[i])))
                clean.Append(text[i]);
        }
        return clean.ToString();
    }

    /// <summary>Cleans a text and puts it on one line with single spaces. No-break spaces stay.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The first words of the first paragraph, at most <paramref name="length"/> characters, with an ellipsis if shortened.
    /// </summary>
    public static string Excerpt(string text, int length)
    {
        var paragraph = OneLine(text.TrimStart().Split('\n')[0]);
        if (paragraph.Length <= length)
            return paragraph;
        var end = paragraph.LastIndexOf(' ', length - 1);
        if (end <= 0)
            end = char.IsHighSurrogate(paragraph[length - 2]) ? length - 2 : length - 1;
        return paragraph[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }
}
