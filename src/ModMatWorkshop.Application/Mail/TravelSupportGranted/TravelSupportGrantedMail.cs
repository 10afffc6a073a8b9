using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the travel support is granted, and what.</summary>
public sealed class TravelSupportGrantedMail() : RegistrationMail(MailKind.TravelSupportGranted)
{
    public override string Name(Words words) => words.Say("Aide au voyage accordée", "Travel support granted");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration is { TravelSupport: TravelSupportDecision.Granted, Status: not RegistrationStatus.Cancelled };
}
