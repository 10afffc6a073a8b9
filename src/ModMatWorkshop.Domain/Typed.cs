using System.Text;

namespace ModMatWorkshop.Domain;

/// <summary>What came from a keyboard, or from somebody who has none.</summary>
public static class Typed
{
    /// <summary>In Unicode's form C, with U+FFFD for halves of characters, which no database takes, and for U+FFFE, which has no normal form.</summary>
    public static string Normalize(string text) => string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC);
}
