using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that there is no travel support.</summary>
public sealed class TravelSupportDeclinedMail() : RegistrationMail(MailKind.TravelSupportDeclined)
{
    public override string Name(Words words) => words.Say("Aide au voyage refusée", "Travel support declined");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration is { TravelSupport: TravelSupportDecision.Declined, Status: not RegistrationStatus.Cancelled };
}
