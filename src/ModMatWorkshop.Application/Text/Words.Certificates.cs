using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The certificate of attendance, and the page that verifies it
public sealed partial class Words
{
    public string Certificate => Say("Attestation de présence", "Certificate of attendance");

    public string CertificateIsReady => Say("Elle dit les demi-journées et les heures relevées.", "It says the half-days and hours that were recorded.");

    public string GetCertificate => Say("Mon attestation", "My certificate");

    public string NoPresenceRecorded => Say(
        "Aucune présence n’a été relevée à votre nom : si c’est une erreur, écrivez aux organisateurs.",
        "No presence was recorded in your name: if that is a mistake, write to the organisers.");

    public string CertificateWasRevoked => Say(
        "Les organisateurs ont révoqué votre attestation : écrivez-leur si c’est une erreur.",
        "The organisers have revoked your certificate: write to them if that is a mistake.");

    public string RolesOf(Attestation attestation) => string.Join(", ", attestation.Roles.Select(RoleName));

    /// <summary>"jeudi 23 septembre, matin : en salle, 3 h 30".</summary>
    public string AttestedHalfDay(AttestedHalfDay half) => Say(
        $"{HalfDayName(half.Date, half.Half)} : {AttestedManner(half.Attendance)}, {HoursAndMinutes(half.Minutes)}",
        $"{HalfDayName(half.Date, half.Half)}: {AttestedManner(half.Attendance)}, {HoursAndMinutes(half.Minutes)}");

    public string AttestedManner(Attendance attendance) => attendance == Attendance.InPerson ? Say("en salle", "in the room") : Say("à distance", "remotely");

    public string HoursAndMinutes(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => $"{m}\u00A0min",
        (var h, 0) => $"{h}\u00A0h",
        var (h, m) => Say($"{h} h {m:00}", $"{h}\u00A0h {m}\u00A0min"),
    };

    public string SeeCertificate => Say("Voir l’attestation", "See the certificate");

    public string RevokedOn(string when) => Say($"Révoquée le {when} par", $"Revoked on {when} by");

    public string RevokeCertificate => Say("Révoquer l’attestation", "Revoke the certificate");

    public string RevokeCertificateMeans => Say(
        "Qui vérifie son numéro lira qu’elle ne fait plus foi, et cela ne se défait pas. Une erreur de présence se corrige plutôt dans la présence : l’attestation suivante remplace celle-ci.",
        "Whoever verifies its number will read that it counts no more, and that cannot be undone. A mistake in the presence is better corrected there: the next certificate replaces this one.");

    public string RevokeCertificateNow => Say("Oui, révoquer cette attestation", "Yes, revoke this certificate");

    public string Verification => Say("Vérification", "Verification");

    public string VerifyACertificate => Say("Vérifier une attestation", "Verify a certificate");

    public string VerifyLead => Say(
        "Le numéro est au bas de l’attestation. La page répète ce que dit l’original : comparez.",
        "The number stands at the foot of the certificate. This page repeats what the genuine one says: compare.");

    public string CertificateNumber => Say("Numéro de l’attestation", "Number of the certificate");

    public string Verify => Say("Vérifier", "Verify");

    public string CertificateIs(CertificateState state) => state switch
    {
        CertificateState.Genuine => Say("Cette attestation est authentique", "This certificate is genuine"),
        CertificateState.Replaced => Say("Cette attestation a été remplacée", "This certificate has been replaced"),
        _ => Say("Cette attestation est révoquée", "This certificate is revoked"),
    };

    public string CertificateMeans(CertificateState state) => state switch
    {
        CertificateState.Genuine => Say("Elle a été établie ici, et dit ce qui suit.", "It was issued here, and says what follows."),
        CertificateState.Replaced => Say("Elle a été établie ici, puis corrigée : une attestation plus récente fait foi. Celle-ci disait ce qui suit.", "It was issued here and then corrected: a newer certificate counts. This one said what follows."),
        _ => Say("Elle a été établie ici, puis révoquée par les organisateurs : elle ne fait plus foi. Elle disait ce qui suit.", "It was issued here and then revoked by the organisers: it counts no more. It said what follows."),
    };

    public string NoSuchCertificate => Say("Aucune attestation ne porte ce numéro", "No certificate has this number");

    public string NoSuchCertificateMeans => Say(
        "Vérifiez la saisie : cinq groupes de quatre signes. S’il est exact, le papier ne vient pas d’ici.",
        "Check what was typed: five groups of four signs. If it is right, the paper does not come from here.");

    public string WhatItSays => Say("Ce que dit l’attestation", "What the certificate says");

    public string AttendedWhat => Say("Atelier", "Workshop");

    public string AttendedAs => Say("Rôle", "Role");

    public string InAll => Say("Durée totale", "In all");

    public string IssuedOn => Say("Établie le", "Issued on");

    public string CompareWithPaper => Say("Si le papier dit autre chose, il a été modifié.", "If the paper says anything else, it has been altered.");

    // The paper
    public string NothingToCertify => Say("Rien à attester : aucune présence n’est enregistrée, ou l’atelier n’est pas terminé.", "Nothing to certify: no presence is recorded, or the workshop is not over.");

    public string WeCertifyThat => Say("Le comité d’organisation atteste que", "The organising committee certifies that");

    public string TookPartIn(string title, string dates, string venue) => Say(
        $"a suivi l’atelier « {title} », {dates}, {venue}, aux demi-journées et selon les modalités que voici.",
        $"attended the workshop “{title}”, {dates}, {venue}, at these half-days and in this manner.");

    public string ParticipationColumn => Say("Participation", "Participation");

    public string DurationColumn => Say("Durée", "Duration");

    public string NoCreditsPromised => Say(
        "Présence relevée par demi-journée, à l’accueil de la salle ou par la page du direct. Ce qu’une école doctorale en retient lui appartient.",
        "Presence recorded by half-day, at the desk of the room or by the live page. What a doctoral school makes of it is its own decision.");

    public string VerifiableAt => Say("Vérifiable, tant que ce site existe, à l’adresse", "To be verified, for as long as this site exists, at");
}
