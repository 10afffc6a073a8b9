using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>Cleans and checks free text typed by organisers, so that both databases accept it.</summary>
internal static class NoteText
{
    public static string Of(string typed) => UserInput.Normalize(typed).ReplaceLineEndings("\n").Trim();

    public static bool IsFit(string text, int most = RegistrationNote.MaxLength) =>
        text.Length <= most && !text.Any(c => UserInput.IsInvisible(c) && c is not ('\n' or '\t'));
}
