using ModMatWorkshop.Domain;
using ModMatWorkshop.Web.Data;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>Free text of an organiser, as it was typed and as both databases take it.</summary>
internal static class NoteText
{
    public static string Of(string typed) => Typed.Normalize(typed).ReplaceLineEndings("\n").Trim();

    public static bool IsFit(string text, int most = RegistrationNote.MaxLength) =>
        text.Length <= most && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t') || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFD');
}
