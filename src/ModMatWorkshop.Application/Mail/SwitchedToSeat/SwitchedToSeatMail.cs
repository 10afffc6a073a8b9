using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells that the registration has a seat now.</summary>
public sealed class SwitchedToSeatMail() : RegistrationMail(MailKind.SwitchedToSeat)
{
    public override string Name(Words words) => words.Say("Passage en salle", "Switched to in person");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Registration.Place == Place.Seat;
}
