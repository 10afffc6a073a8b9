using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Asks the author of an accepted submission again whether somebody presents it.</summary>
public sealed class AnswerReminderMail() : SubmissionMail(MailKind.AnswerReminder)
{
    public override string Name(Words words) => words.Say("Rappel : qui présente ?", "Reminder to answer the acceptance");

    public override bool IsStillTrue(Submission submission) =>
        submission is { State: SubmissionState.Submitted, Answer: AcceptanceAnswer.None };
}
