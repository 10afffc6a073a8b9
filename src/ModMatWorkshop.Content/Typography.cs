using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content;

/// <summary>
/// Applies typographic rules to plain text: no-break spaces where a line must not break, and typographic apostrophes. It replaces spaces
/// but never inserts any, so times (13:30) and ratios (2:1) stay. Web and email addresses do not change. Applying it twice gives the same
/// text.
/// </summary>
public static partial class Typography
{
    private const string NoBreak = "\u00A0";
    private const string ThinNoBreak = "\u202F";

    /// <summary>Spaces in the input: typed ones, or those that this class has set.</summary>
    private const string Space = "[ \u00A0\u202F]";

    /// <summary>
    /// A whole run of spaces. The lookbehind matches it only from its start, because trying each position of a long run is slow.
    /// </summary>
    private const string Spaces = $"(?<!{Space}){Space}+";

    private const string Units = "%|°C|K|eV|meV|GPa|kJ|ns|nm|fs|ps|[µμ]s|Å|\u212B|min|h|s|km|m|€";

    private const string Addresses = @"(?<address>\b(?:https?://|www\.)\S+|(?<!\S)[^\s@]{1,64}@\S+)";

    private const string Apostrophes = @"(?<apostrophe>(?<=[\p{L}\p{M}])'(?=\p{L}))";

    /// <summary>Groups of digits: 10 000, but neither 13:30 100 nor the end of a telephone number.</summary>
    private const string Groups = $@"(?<group>(?<![\p{{L}}\p{{Nd}}:.,]|\p{{Nd}}{Space})[0-9]{{1,3}}(?:{Space}[0-9]{{3}})+(?![0-9]))";

    /// <summary>The space before a unit, also in 5 m² and 3 meV/at, but not in 2 H₂O.</summary>
    private const string BeforeUnit = $@"(?<=[0-9⁰¹²³⁴-⁹]){Space}+(?=(?:{Units})(?![\p{{L}}\p{{Nd}}₀-₉]))";

    /// <summary>The spaces in a time such as 12 h 20.</summary>
    private const string InHour = $"(?<=[0-9]){Space}+(?=h{Space}[0-5][0-9](?![0-9]))|(?<=[0-9]{Space}h){Space}+(?=[0-5][0-9](?![0-9]))";

    /// <summary>Applies the rules of a language: <c>fr</c>, or else English.</summary>
    public static string Of(string text, string lang) => lang == "fr" ? French(text) : English(text);

    /// <summary>
    /// French: narrow no-break spaces before <c>; ! ? »</c>, after <c>«</c>, in 12 h 20 and between groups of digits; no-break spaces
    /// before <c>:</c>, a unit and %; ’ between letters.
    /// </summary>
    public static string French(string text) => FrenchRules().Replace(text, Set);

    /// <summary>English: narrow no-break spaces between groups of digits; no-break spaces before a unit and %; ’ between letters.</summary>
    public static string English(string text) => EnglishRules().Replace(text, Set);

    /// <summary>
    /// An en dash for <c>--</c> and an em dash for <c>---</c>, as in TeX, between words or between spaces. Options (<c>--flag</c>)
    /// and arrows stay.
    /// </summary>
    /// <param name="isContinued">Whether another part of the sentence comes before the text, such as a formula.</param>
    public static string Dashes(string text, bool isContinued = false) =>
        Hyphens()
            .Replace(text, hyphens =>
            {
                var (start, end) = (hyphens.Index, hyphens.Index + hyphens.Length);
                var isAfterSpace = start == 0 ? !isContinued : char.IsWhiteSpace(text[start - 1]);
                var isOption = isAfterSpace && end < text.Length && !char.IsWhiteSpace(text[end]);
                return isOption ? hyphens.Value
                    : hyphens.Length == 2 ? "–"
                    : "—";
            });

    private static string Set(Match match) =>
        match.Groups["apostrophe"].Success ? "’"
        : match.Groups["group"].Success ? GroupSpace().Replace(match.Value, ThinNoBreak)
        : match.Groups["thin"].Success ? ThinNoBreak
        : match.Groups["wide"].Success ? NoBreak
        : match.Value;

    [GeneratedRegex(
        $"{Addresses}|{Apostrophes}|{Groups}|(?<thin>(?<=«){Space}+|{Spaces}(?=[;!?»])|{InHour})|(?<wide>{Spaces}(?=:)|{BeforeUnit})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FrenchRules();

    [GeneratedRegex($"{Addresses}|{Apostrophes}|{Groups}|(?<wide>{BeforeUnit})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishRules();

    [GeneratedRegex("(?<![-<!])-{2,3}(?![->])", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphens();

    [GeneratedRegex(Space, RegexOptions.CultureInvariant)]
    private static partial Regex GroupSpace();
}
