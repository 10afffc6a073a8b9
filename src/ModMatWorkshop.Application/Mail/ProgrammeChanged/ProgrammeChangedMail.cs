using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a participant what a change of the programme means for their answers.</summary>
public sealed class ProgrammeChangedMail() : RegistrationMail(MailKind.ProgrammeChanged)
{
    public override string Name(Words words) => words.Say("Programme modifié", "Programme changed");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Today <= state.Workshop.End;

    public override bool HasCalendar => true;
}
