using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// The mathematical letters of Unicode: ℒ, 𝐫, 𝔼. They replace the attribute <c>mathvariant</c>, which browsers do not draw.
/// </summary>
internal static class MathLetters
{
    private const string Greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";

    /// <summary>The code points of A, of Α and of 0 in each style; 0 where Unicode has none.</summary>
    private static readonly FrozenDictionary<string, (int Latin, int Greek, int Digits)> Styles = new Dictionary<string, (int, int, int)>
    {
        ["bold"] = (0x1D400, 0x1D6A8, 0x1D7CE),
        ["italic"] = (0x1D434, 0x1D6E2, 0),
        ["bold-italic"] = (0x1D468, 0x1D71C, 0),
        ["script"] = (0x1D49C, 0, 0),
        ["bold-script"] = (0x1D4D0, 0, 0),
        ["fraktur"] = (0x1D504, 0, 0),
        ["double-struck"] = (0x1D538, 0, 0x1D7D8),
        ["bold-fraktur"] = (0x1D56C, 0, 0),
        ["sans-serif"] = (0x1D5A0, 0, 0x1D7E2),
        ["bold-sans-serif"] = (0x1D5D4, 0x1D756, 0x1D7EC),
        ["sans-serif-italic"] = (0x1D608, 0, 0),
        ["sans-serif-bold-italic"] = (0x1D63C, 0x1D790, 0),
        ["monospace"] = (0x1D670, 0, 0x1D7F6),
    }.ToFrozenDictionary();

    /// <summary>Letters that Unicode had before it had the others, at the places of the others.</summary>
    private static readonly FrozenDictionary<int, char> Older = new Dictionary<int, char>
    {
        [0x1D455] = 'ℎ',
        [0x1D49D] = 'ℬ',
        [0x1D4A0] = 'ℰ',
        [0x1D4A1] = 'ℱ',
        [0x1D4A3] = 'ℋ',
        [0x1D4A4] = 'ℐ',
        [0x1D4A7] = 'ℒ',
        [0x1D4A8] = 'ℳ',
        [0x1D4AD] = 'ℛ',
        [0x1D4BA] = 'ℯ',
        [0x1D4BC] = 'ℊ',
        [0x1D4C4] = 'ℴ',
        [0x1D506] = 'ℭ',
        [0x1D50B] = 'ℌ',
        [0x1D50C] = 'ℑ',
        [0x1D515] = 'ℜ',
        [0x1D51D] = 'ℨ',
        [0x1D53A] = 'ℂ',
        [0x1D53F] = 'ℍ',
        [0x1D545] = 'ℕ',
        [0x1D547] = 'ℙ',
        [0x1D548] = 'ℚ',
        [0x1D549] = 'ℝ',
        [0x1D551] = 'ℤ',
    }.ToFrozenDictionary();

    private const string PlainScript = "ℬBℰEℱFℋHℐIℒLℳMℛRℯeℊgℴo";

    /// <summary>Combining characters for the accents that KaTeX sets above a letter.</summary>
    private static readonly FrozenDictionary<char, char> Combining = new Dictionary<char, char>
    {
        ['^'] = '\u0302',
        ['~'] = '\u0303',
        ['\u02C9'] = '\u0304',
        ['\u203E'] = '\u0304',
        ['\u20D7'] = '\u20D7',
        ['→'] = '\u20D7',
        ['\u02D9'] = '\u0307',
        ['\u00A8'] = '\u0308',
        ['\u02C7'] = '\u030C',
        ['\u02D8'] = '\u0306',
        ['\u02CA'] = '\u0301',
        ['\u02CB'] = '\u0300',
        ['\u02DA'] = '\u030A',
        ['\u00B8'] = '\u0327',
    }.ToFrozenDictionary();

    /// <summary>The letters in a style of <c>mathvariant</c>; a character that has none stays.</summary>
    public static string Styled(string text, string style) =>
        Styles.TryGetValue(style, out var places) ? string.Concat(text.EnumerateRunes().Select(rune => Styled(rune, places))) : text;

    /// <summary>The ordinary letter of a style other than double-struck, which names sets such as ℝ.</summary>
    public static string Plain(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    rune.Value is >= 0x1D400 and <= 0x1D7FF and not (>= 0x1D538 and <= 0x1D56B)
                        ? rune.ToString().Normalize(NormalizationForm.FormKC)
                    : PlainScript.IndexOf(rune.ToString(), StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0
                        ? PlainScript[at + 1].ToString()
                    : rune.ToString()
                )
        );

    /// <summary>Sets an accent on each letter and digit; the text itself if the accent is not known.</summary>
    public static string WithAccents(string text, char sign) =>
        Combining.TryGetValue(sign, out var accent)
            ? string.Concat(text.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) ? rune.ToString() + accent : rune.ToString()))
                .Normalize(NormalizationForm.FormC)
            : text;

    private static string Styled(Rune rune, (int Latin, int Greek, int Digits) places)
    {
        var code = rune.Value switch
        {
            >= 'A' and <= 'Z' => places.Latin + rune.Value - 'A',
            >= 'a' and <= 'z' => places.Latin + 26 + rune.Value - 'a',
            >= '0' and <= '9' when places.Digits > 0 => places.Digits + rune.Value - '0',
            < 0x10000 when places.Greek > 0 && Greek.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var at => places.Greek
                + at,
            _ => rune.Value,
        };
        return Older.TryGetValue(code, out var older) ? older.ToString(CultureInfo.InvariantCulture) : char.ConvertFromUtf32(code);
    }
}
