using System.Net;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>A DOI (ISO 26324) without its prefix: <c>10.1038/s41557-021-00716-z</c>.</summary>
public sealed partial record Doi(string Name)
{
    public string Url => Reference.DoiUrl(Name);

    public string Link => $"""<a href="{WebUtility.HtmlEncode(Url)}">{WebUtility.HtmlEncode(Text)}</a>""";

    public string Text => $"doi:{Name}";

    /// <summary>Reads <c>10.1038/x</c>, <c>doi:10.1038/x</c> or <c>https://doi.org/10.1038/x</c>; null for any other text.</summary>
    public static Doi? Parse(string text) => Within(text) is { } found && found.Place.Equals(..text.Length) ? found.Doi : null;

    /// <summary>The first DOI in a text and its place with its prefix; null for none.</summary>
    public static (Doi Doi, Range Place)? Within(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        var name = match.Groups["name"].Value;
        // A closing bracket belongs to the DOI only if it was opened within it: (doi:10.1016/0022-5096(90)90039-C).
        while (name[^1] == ')' && name.Count(c => c == ')') > name.Count(c => c == '('))
            name = name[..^1].TrimEnd('.', ',', ';', ':');
        return (new(Uri.UnescapeDataString(name)), match.Index..(match.Groups["name"].Index + name.Length));
    }

    [GeneratedRegex(
        """(?<![\w./-])(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s*:?\s*)?""" + """(?<name>10\.[0-9]{4,9}/[^\s<>"\[\]]*[^\s<>"\[\].,;:*_])""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Pattern();
}
