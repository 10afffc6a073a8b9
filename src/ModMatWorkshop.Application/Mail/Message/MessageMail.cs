using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>A message that the organisers have written; its text takes the place of a template.</summary>
public sealed class MessageMail() : RegistrationMail(MailKind.Message)
{
    public override string Name(Words words) => words.Say("Message des organisateurs", "Message from the organisers");

    public override bool IsStillTrue(RegistrationMailState state) =>
        state.Message is { } message && (state.IsTest || state.Registration.Status != RegistrationStatus.Cancelled || message.ToCancelled);
}
