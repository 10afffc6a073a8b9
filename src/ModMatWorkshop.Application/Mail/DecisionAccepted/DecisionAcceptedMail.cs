using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells an author that the submission is accepted, and asks for the answer.</summary>
public sealed class DecisionAcceptedMail() : DecisionMail(MailKind.DecisionAccepted)
{
    public override string Name(Words words) => words.Say("Résumé accepté", "Abstract accepted");
}
