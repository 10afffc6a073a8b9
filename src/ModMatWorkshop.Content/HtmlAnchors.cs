using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content;

/// <summary>Keeps the anchors of several texts apart on one page.</summary>
public static partial class HtmlAnchors
{
    /// <summary>Puts a prefix before each id and before each link to an anchor of the same text.</summary>
    public static string Within(string html, string prefix) => Anchor().Replace(html, anchor => anchor.Value + prefix);

    /// <summary>In text, a quotation mark is escaped only within attributes, but a less-than sign always is.</summary>
    [GeneratedRegex("""(?<=<[a-z][^<>]*) (?:id="|href="#)""")]
    private static partial Regex Anchor();
}
