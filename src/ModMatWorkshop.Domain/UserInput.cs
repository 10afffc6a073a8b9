using System.Text;

namespace ModMatWorkshop.Domain;

/// <summary>Cleans up text that people or programs send.</summary>
public static class UserInput
{
    /// <summary>
    /// Unicode form C. U+FFFD replaces unpaired surrogates, which no database accepts, and U+FFFE, which cannot be normalised.
    /// </summary>
    public static string Normalize(string text) =>
        string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);

    public static string Clean(string text) => Normalize(text).Trim();

    /// <summary>A text of several lines: line feeds end them, and tabs are the only other control characters.</summary>
    public static string CleanText(string text) =>
        string.Concat(Normalize(text).ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    public static string CleanLine(string text) => string.Join(' ', Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Control characters and direction marks, which make a text look like another one, and U+FFFD, which marks unreadable input.
    /// </summary>
    public static bool IsInvisible(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFD';
}
