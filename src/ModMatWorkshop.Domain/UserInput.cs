using System.Text;

namespace ModMatWorkshop.Domain;

/// <summary>What came from a keyboard, or from somebody who has none.</summary>
public static class UserInput
{
    /// <summary>
    /// In Unicode's form C, with U+FFFD for halves of characters, which no database takes, and for U+FFFE, which has no normal form.
    /// </summary>
    public static string Normalize(string text) =>
        string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);

    public static string Clean(string text) => Normalize(text).Trim();

    public static string CleanLine(string text) => string.Join(' ', Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Control characters, and the marks that turn the direction of writing: both let a text show as something else. U+FFFD stands where
    /// something could not be read.
    /// </summary>
    public static bool IsInvisible(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFD';
}
