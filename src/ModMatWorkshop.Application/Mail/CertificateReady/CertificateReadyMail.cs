using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>Tells a person who attended that the certificate can be downloaded.</summary>
public sealed class CertificateReadyMail() : RegistrationMail(MailKind.CertificateReady)
{
    public override string Name(Words words) => words.Say("Attestation prête", "Certificate ready");

    public override bool IsStillTrue(RegistrationMailState state) => state.IsConfirmed;
}
