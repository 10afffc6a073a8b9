using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Domain;

/// <summary>
/// Text in the form that search compares: lower case, no accents, ligatures as two letters, sub- and superscripts as digits, and a space
/// for every other sign. <c>"Al₁₃Co₄(100), Förster &amp; œuvre"</c> folds to <c>"al13co4 100 forster oeuvre"</c>. Search folds both the
/// stored text and the query, so the database needs no language support.
/// </summary>
public static class Folding
{
    public static string Fold(string text) => FoldWithSource(text).Text;

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
                if (char.IsLetterOrDigit(c))
                {
                    folded.Append(char.ToLowerInvariant(c));
                    source.Add(i);
                }
                else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
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
            'þ' or 'Þ' => "th",
            'ı' => "i",
            'ς' => "σ",
            _ => c.ToString(),
        };
}
