using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells an author that the submission is not accepted.</summary>
public sealed class DecisionRejectedMail() : DecisionMail(MailKind.DecisionRejected)
{
    public override string Name(Words words) => words.Say("Résumé non retenu", "Abstract not accepted");
}
