using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells an author that the submission is accepted if somebody else does not come.</summary>
public sealed class DecisionReserveMail() : DecisionMail(MailKind.DecisionReserve)
{
    public override string Name(Words words) => words.Say("Résumé sur la liste de réserve", "Abstract on the reserve list");
}
