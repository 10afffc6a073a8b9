using System.Text;
using System.Xml;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Texts made fit for a file: no format below knows what to do with a control character that came along with a copied abstract.
/// </summary>
internal static class PlainText
{
    /// <summary>Without control characters (line ends and tabs stay), unpaired surrogates and other signs that XML forbids.</summary>
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

    /// <summary>Clean, on one line, with single spaces; no-break spaces stay what they are.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The first words of the first paragraph, <paramref name="length"/> characters at most, with an ellipsis where something is left out.
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
