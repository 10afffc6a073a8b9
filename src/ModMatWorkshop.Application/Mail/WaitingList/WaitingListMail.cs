using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs a participant that the registration is on the waiting list.</summary>
public sealed class WaitingListMail() : RegistrationMail(MailKind.WaitingList)
{
    public override string Name(Words words) => words.Say("Sur liste d’attente", "On the waiting list");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed && state.Registration.Place == Place.WaitingList;

    public override bool IsPractical => true;
}
