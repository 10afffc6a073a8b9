using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the registration now has a seat.</summary>
public sealed class SwitchedToSeatMail() : RegistrationMail(MailKind.SwitchedToSeat)
{
    public override string Name(Words words) => words.Say("Passage en salle", "Switched to in person");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Registration.Place == Place.Seat;

    public override bool IsPractical => true;
}
