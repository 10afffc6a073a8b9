using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;

namespace ModMatWorkshop.Web.Pages.Admin.Attendees;

/// <summary>The reasons for a decision about applications, as an organiser typed them.</summary>
public sealed record SelectionReasonForm(string Told = "", string Note = "")
{
    public const string ToldField = "reason";
    public const string NoteField = "note";

    /// <summary>The same limit for both.</summary>
    public const int MaxLength = RegistrationNote.MaxLength;

    public bool IsFit => NoteText.IsFit(Told) && NoteText.IsFit(Note);

    public SelectionReasons Reasons => new(Told.Length == 0 ? null : Told, Note.Length == 0 ? null : Note);

    public static SelectionReasonForm Read(IFormCollection form) =>
        new(NoteText.Of(form[ToldField].ToString()), NoteText.Of(form[NoteField].ToString()));
}
