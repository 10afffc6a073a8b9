using System.Globalization;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Judges whether a text was decoded with the right encoding, by its words with letters outside ASCII. A wrong encoding gives symbols and
/// capitals inside words, and letters that no language has together.
/// </summary>
internal static class WordPlausibility
{
    private const int Symbol = -3;

    /// <summary>The letters outside ASCII of the languages that the encodings serve.</summary>
    private static readonly string[] Alphabets =
    [
        "àâæçéèêëîïôœùûüÿ",
        "äöüß",
        "áéíñóúü",
        "áâãàçéêíóôúü",
        "àèéìîòù",
        "æøåéö",
        "åäöé",
        "áðéíóúýþæö",
        "ąćęłńóśźż",
        "áčďéěíňóřšťúůýž",
        "áäčďéíĺľňóôŕšťúýž",
        "áéíóöőúüű",
        "čćđšž",
        "ăâîşţ",
    ];

    /// <summary>Signs that stand beside words in every language.</summary>
    private const string Punctuation = "’‘“”«»‹›„‚–—…€°·•©®™§\u00A0";

    /// <summary>Points for the whole text; higher is more plausible. 0 for a text in ASCII.</summary>
    public static int Of(string text)
    {
        var points = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && IsPartOfWord(text[i]))
                i++;
            if (i > start && text[start..i].Trim(Punctuation.ToCharArray()) is var word && !word.All(char.IsAscii))
                points += OfWord(word);
        }
        return points;
    }

    private static bool IsPartOfWord(char c) => char.IsAsciiLetter(c) || !char.IsAscii(c) && !char.IsWhiteSpace(c);

    private static int OfWord(string word)
    {
        if (word.Any(c => !IsLetter(c) && c != '’'))
            return Symbol;
        if (word.Skip(1).Where((c, before) => !char.IsAscii(c) && char.IsUpper(c) && char.IsLower(word[before])).Any())
            return -1;
        var lower = word.ToLowerInvariant();
        // "Kovačič" and "Horvatić" in the wrong encoding; no Romance or Nordic word ends so.
        if (lower.EndsWith("iè", StringComparison.Ordinal) || lower.EndsWith("iæ", StringComparison.Ordinal))
            return -1;
        // Portuguese has õ only before e, as in "Simões"; elsewhere it is the Hungarian ő in the wrong encoding.
        var letters = lower.Replace("õe", "ãe", StringComparison.Ordinal).Where(c => !char.IsAscii(c) && c != '’').ToHashSet();
        return Alphabets.Any(alphabet => letters.All(alphabet.Contains)) ? 1 : -1;
    }

    private static bool IsLetter(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter;
}
