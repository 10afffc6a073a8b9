using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain;

/// <summary>
/// Text in the form that search compares: lower case, no accents, ligatures as two letters, sub- and superscripts as digits, each Chinese
/// or Japanese character as a word of its own, and a space for every other sign. <c>"Al₁₃Co₄(100), Förster &amp; œuvre"</c> folds to
/// <c>"al13co4 100 forster oeuvre"</c>. Search folds both the stored text and the query, so the database needs no language support.
/// </summary>
public static partial class Folding
{
    public static string Fold(string text) => FoldWithSource(text).Text;

    /// <summary>
    /// The folded text, and after it the other spellings under which people search for its words: <c>mueller</c> for Müller, <c>oneill</c>
    /// for O’Neill.
    /// </summary>
    public static string FoldForSearch(string text) => WithSpellings(Fold(text), Spellings(text));

    /// <summary>As <see cref="FoldForSearch"/>, with <c>muller</c> for Mueller too. Other words would become wrong.</summary>
    public static string FoldNames(string names)
    {
        var folded = Fold(names);
        return WithSpellings(folded, Spellings(names).Append(Digraph().Replace(folded, "$1")));
    }

    /// <summary>The words of the folded text, in order.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The folded text and, for each of its characters, the index of its source character in <paramref name="text"/>.</summary>
    public static (string Text, int[] Source) FoldWithSource(string text)
    {
        var folded = new StringBuilder(text.Length);
        var source = new List<int>(text.Length);
        Span<char> one = stackalloc char[2];

        for (var i = 0; i < text.Length; i++)
        {
            // .NET cannot normalise an unpaired surrogate or U+FFFE; treat them as separators.
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (length == 1 && (char.IsSurrogate(text[i]) || text[i] == '\uFFFE'))
            {
                Space();
                continue;
            }
            text.AsSpan(i, length).CopyTo(one);
            if (length == 1 && char.IsAscii(one[0]))
                Append(one[0]);
            else
                foreach (var part in one[..length].ToString().Normalize(NormalizationForm.FormKD))
                foreach (var c in Expand(part))
                    Append(c);
            i += length - 1;

            void Append(char c)
            {
                if (IsApostrophe(c))
                    Space();
                else if (char.IsLetterOrDigit(c))
                {
                    if (IsWordOfItsOwn(c) || folded.Length > 0 && IsWordOfItsOwn(folded[^1]))
                        Space();
                    folded.Append(char.ToLowerInvariant(c));
                    source.Add(i);
                }
                else if (!IsWithinWord(CharUnicodeInfo.GetUnicodeCategory(c)))
                    Space();
            }

            void Space()
            {
                if (folded.Length == 0 || folded[^1] == ' ')
                    return;
                folded.Append(' ');
                source.Add(i);
            }
        }

        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
            source.RemoveAt(source.Count - 1);
        }
        return (folded.ToString(), [.. source]);
    }

    /// <summary>Marks of the letter before them, and signs without a shape, such as a soft hyphen.</summary>
    private static bool IsWithinWord(UnicodeCategory category) =>
        category
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;

    /// <summary>Apostrophes that Unicode counts as letters.</summary>
    private static bool IsApostrophe(char c) => c is 'ʻ' or 'ʼ' or 'ʽ';

    /// <summary>Chinese characters and kana are written without spaces between the words.</summary>
    private static bool IsWordOfItsOwn(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>A list of other spellings: of umlauts and their like, and of names with an apostrophe.</summary>
    private static IEnumerable<string> Spellings(string text)
    {
        text = string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);
        yield return Fold(
            Umlaut().Replace(text, letter => "aeoeueaaoe".Substring("äöüåø".IndexOf(char.ToLowerInvariant(letter.Value[0])) * 2, 2))
        );
        foreach (var name in NameWithApostrophe().Matches(text).Select(m => m.Value))
            yield return Fold(Apostrophe().Replace(name, ""));
    }

    private static string WithSpellings(string folded, IEnumerable<string> others)
    {
        var known = folded.Split(' ').ToHashSet();
        return string.Join(
            ' ',
            others.SelectMany(o => o.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(known.Add).Prepend(folded)
        );
    }

    [GeneratedRegex("[äöüåøÄÖÜÅØ]", RegexOptions.CultureInvariant)]
    private static partial Regex Umlaut();

    /// <summary>An e after a, o or u that may stand for an umlaut.</summary>
    [GeneratedRegex("([aou])e", RegexOptions.CultureInvariant)]
    private static partial Regex Digraph();

    [GeneratedRegex(@"\p{L}+['’ʼ]\p{Lu}[\p{L}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithApostrophe();

    [GeneratedRegex("['’ʼ]", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    /// <summary>
    /// Letters that compatibility decomposition keeps whole: letters with a stroke, and ligatures that are letters of their own.
    /// </summary>
    private static string Expand(char c) =>
        c switch
        {
            'œ' or 'Œ' => "oe",
            'æ' or 'Æ' => "ae",
            'ß' or 'ẞ' => "ss",
            'ł' or 'Ł' => "l",
            'ø' or 'Ø' => "o",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ħ' or 'Ħ' => "h",
            'ŧ' or 'Ŧ' => "t",
            'ŋ' or 'Ŋ' => "n",
            'þ' or 'Þ' => "th",
            'ı' => "i",
            'ς' => "σ",
            _ => c.ToString(),
        };
}
