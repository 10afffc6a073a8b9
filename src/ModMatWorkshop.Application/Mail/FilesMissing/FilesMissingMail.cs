using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Asks for slides, the file of a poster or a figure.</summary>
public sealed class FilesMissingMail() : SubmissionMail(MailKind.FilesMissing)
{
    public override string Name(Words words) => words.Say("Fichiers attendus", "Files wanted");

    public override bool IsStillTrue(Submission submission) => submission.State == SubmissionState.Submitted;
}
