using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Informs an organiser that the second factor has changed.</summary>
public sealed class SecondFactorChangedMail() : OrganiserMail(MailKind.SecondFactorChanged)
{
    public override string Name(Words words) => words.Say("Second facteur changé", "Two-factor authentication changed");
}
