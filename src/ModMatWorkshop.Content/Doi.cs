using System.Net;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// A DOI (ISO 26324) without its prefix: <c>10.1038/s41557-021-00716-z</c>. Those of the nineties contain &lt;, &gt; and ;.
/// </summary>
public sealed partial record Doi(string Name)
{
    private const string AfterDoi = ".,;:!?*_~'’”»";

    public string Url => Reference.DoiUrl(Name);

    public string Link => $"""<a href="{WebUtility.HtmlEncode(Url)}">{WebUtility.HtmlEncode(Text)}</a>""";

    public string Text => $"doi:{Name}";

    /// <summary>
    /// Reads <c>10.1038/x</c>, <c>doi:10.1038/x</c> or <c>https://doi.org/10.1038/x</c>; null for any other text, such as a DOI with a full
    /// stop after it.
    /// </summary>
    public static Doi? Parse(string text) =>
        Start().Match(text) is { Success: true, Index: 0 } start
        && Read(text, start) is { } found
        && found.Place.End.Value == text.Length
        && !(start.Groups["url"].Length == 0 && Encoded().IsMatch(found.Doi.Name))
            ? found.Doi
            : null;

    /// <summary>How to correct a text that is not a DOI.</summary>
    public static string Hint(string text) =>
        Within(Uri.UnescapeDataString(text)) is { } found && found.Doi.Name != text
            ? $"Write `{found.Doi.Name}`."
            : "For example: `10.1038/s41557-021-00716-z`.";

    /// <summary>The first DOI in a text and its place with its prefix; null for none.</summary>
    public static (Doi Doi, Range Place)? Within(string text) =>
        Start().Matches(text).Select(start => Read(text, start)).FirstOrDefault(found => found is not null);

    /// <summary>The DOI that begins at a position, with or without a prefix; null for none.</summary>
    public static (Doi Doi, Range Place)? At(string text, int position, bool withPrefix) =>
        Start().Match(text, position) is { Success: true } start
        && start.Index == position
        && (!withPrefix || start.Groups["name"].Index > position)
            ? Read(text, start)
            : null;

    /// <summary>
    /// Reads up to a space. A closing bracket belongs to the DOI only if it was opened within it: (doi:10.1016/0022-5096(90)90039-C).
    /// </summary>
    private static (Doi Doi, Range Place)? Read(string text, Match start)
    {
        var (from, prefix) = (start.Groups["name"].Index, start.Groups["name"].Length);
        var end = from + Brackets.LengthWithin(text.AsSpan(from), IsSign, angles: true);
        while (end > from + prefix && AfterDoi.Contains(text[end - 1], StringComparison.Ordinal))
            end--;
        if (end <= from + prefix)
            return null;
        var name = Escape().Replace(text[from..end], "$1");
        return (new(start.Groups["url"].Length > 0 ? Uri.UnescapeDataString(name) : name), start.Index..end);
    }

    private static bool IsSign(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('"' or '|' or '`' or '“' or '«');

    [GeneratedRegex(
        @"(?<![\w./-])(?:(?<url>(?:https?://)?(?:www\.|dx\.)?doi\.org/)|info:doi/|urn:doi:|doi\s*:?\s*)?"
            + @"(?<name>10\.[0-9]{4,9}(?:\.[0-9]+)*/)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Start();

    /// <summary>A sign that TeX or Markdown has escaped: <c>10.1000/a\_b</c>.</summary>
    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex Encoded();
}

/// <summary>Finds the end of an address in running text, where brackets may surround it or belong to it.</summary>
internal static class Brackets
{
    /// <summary>The length up to the first sign that is not allowed, or up to a closing bracket without its opening one.</summary>
    /// <param name="angles">Whether &lt; and &gt; are brackets too. An &lt; without its &gt; then ends the address.</param>
    public static int LengthWithin(ReadOnlySpan<char> text, Func<char, bool> isAllowed, bool angles)
    {
        const string Opening = "([{<",
            Closing = ")]}>";
        var open = new Stack<(char Closing, int At)>();
        var length = 0;
        for (; length < text.Length && isAllowed(text[length]); length++)
        {
            var c = text[length];
            if (!angles && (c is '<' or '>'))
                break;
            if (Opening.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kind)
                open.Push((Closing[kind], length));
            else if (Closing.Contains(c, StringComparison.Ordinal) && !(open.TryPop(out var last) && last.Closing == c))
                break;
        }
        foreach (var (closing, at) in open)
            if (closing == '>')
                length = at;
        return length;
    }
}
