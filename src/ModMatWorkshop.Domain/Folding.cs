using System.Globalization;
using System.Text;

namespace ModMatWorkshop.Domain;

/// <summary>
/// Text as a reader types it when in a hurry: lower case, no accent, ligatures in two letters, sub- and superscripts as digits, everything
/// else a space. <c>"Al₁₃Co₄(100), Förster &amp; œuvre"</c> folds to <c>"al13co4 100 forster oeuvre"</c>. Search folds what it stores and
/// what it is
/// asked with this one function, so that no database needs to know about languages.
/// </summary>
public static class Folding
{
    public static string Fold(string text) => FoldWithSource(text).Text;

    /// <summary>The words of the folded text, in order.</summary>
    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The folded text and, for each of its characters, the index of the character of <paramref name="text"/> that it comes from.
    /// </summary>
    public static (string Text, int[] Source) FoldWithSource(string text)
    {
        var folded = new StringBuilder(text.Length);
        var source = new List<int>(text.Length);
        Span<char> one = stackalloc char[2];

        for (var i = 0; i < text.Length; i++)
        {
            // An unpaired surrogate cannot be normalised, nor can U+FFFE; they separate words like any other sign.
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
    /// What compatibility decomposition does not take apart: letters with a stroke, ligatures that are letters of their own.
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
