using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person that the decision about the travel support was taken back.</summary>
public sealed class TravelSupportReopenedMail() : RegistrationMail(MailKind.TravelSupportReopened)
{
    public override string Name(Words words) => words.Say("Aide au voyage : décision reprise", "Travel support: decision taken back");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Registration is { TravelSupport: TravelSupportDecision.None, Status: not RegistrationStatus.Cancelled };
}
