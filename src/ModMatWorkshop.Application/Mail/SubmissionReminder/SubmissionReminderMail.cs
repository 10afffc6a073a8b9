using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells the author of a draft that the deadline is near.</summary>
public sealed class SubmissionReminderMail() : SubmissionMail(MailKind.SubmissionReminder)
{
    public override string Name(Words words) => words.Say("Rappel avant la clôture de l’appel", "Reminder before the deadline of the call");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Draft;
}
