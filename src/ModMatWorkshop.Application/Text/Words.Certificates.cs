using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The certificate of attendance and its verification page
public sealed partial class Words
{
    public string Certificate => Say("Attestation de présence", "Certificate of attendance");

    public string CertificateIsReady =>
        Say("Elle indique les demi-journées et les heures relevées.", "It states the half-days and hours recorded.");

    public string GetCertificate => Say("Mon attestation", "My certificate");

    public string NoPresenceRecorded => Say("Aucune présence n’a été relevée à votre nom.", "No attendance was recorded for you.");

    public string CertificateWasRevoked =>
        Say("Les organisateurs ont révoqué votre attestation.", "The organisers have revoked your certificate.");

    public string RolesOf(Attestation attestation) => string.Join(", ", attestation.Roles.Select(RoleName));

    /// <summary>"jeudi 23 septembre, matin : en salle, 3 h 30".</summary>
    public string AttestedHalfDay(AttestedHalfDay half) =>
        Say(
            $"{HalfDayName(half.Date, half.Half)} : {AttestedManner(half.Attendance)}, {HoursAndMinutes(half.Minutes)}",
            $"{HalfDayName(half.Date, half.Half)}: {AttestedManner(half.Attendance)}, {HoursAndMinutes(half.Minutes)}"
        );

    public string AttestedManner(Attendance attendance) =>
        attendance == Attendance.InPerson ? Say("en salle", "in person") : Say("à distance", "remotely");

    public string HoursAndMinutes(int minutes) =>
        (minutes / 60, minutes % 60) switch
        {
            (0, var m) => $"{m}\u00A0min",
            (var h, 0) => $"{h}\u00A0h",
            var (h, m) => Say($"{h} h {m:00}", $"{h}\u00A0h {m}\u00A0min"),
        };

    public string SeeCertificate => Say("Voir l’attestation", "View the certificate");

    public string RevokedOn(string when) => Say($"Révoquée le {when} par", $"Revoked on {when} by");

    public string CertificateChanged =>
        Say(
            "Ce qu’elle dit a été corrigé depuis : elle n’est plus valable, et la suivante la remplace.",
            "What it states has been corrected since: it is no longer valid, and the next one replaces it."
        );

    public string RevokeCertificate => Say("Révoquer l’attestation", "Revoke the certificate");

    public string RevokeCertificateMeans =>
        Say(
            "La page de vérification indiquera qu’elle ne fait plus foi ; c’est irréversible. "
                + "Si la présence est fausse, corrigez-la plutôt : l’attestation suivante remplacera celle-ci.",
            "The verification page will say that this certificate is no longer valid. You cannot undo this. "
                + "If the attendance is wrong, correct it instead: the next certificate replaces this one."
        );

    public string RevokeCertificateNow => Say("Oui, révoquer cette attestation", "Yes, revoke this certificate");

    public string Verification => Say("Vérification", "Verification");

    public string VerifyACertificate => Say("Vérifier une attestation", "Verify a certificate");

    public string VerifyLead =>
        Say(
            "Le numéro est au bas de l’attestation. La page répète ce que dit l’original : comparez.",
            "The number is at the foot of the certificate. This page shows what the genuine certificate says: compare the two."
        );

    public string CertificateNumber => Say("Numéro de l’attestation", "Certificate number");

    public string Verify => Say("Vérifier", "Verify");

    public string CertificateIs(CertificateState state) =>
        state switch
        {
            CertificateState.Genuine => Say("Cette attestation est authentique", "This certificate is genuine"),
            CertificateState.Replaced => Say("Cette attestation a été remplacée", "This certificate has been replaced"),
            _ => Say("Cette attestation est révoquée", "This certificate is revoked"),
        };

    public string CertificateMeans(CertificateState state) =>
        state switch
        {
            CertificateState.Genuine => Say(
                "Elle a été établie ici et indique ce qui suit.",
                "It was issued here and states the following."
            ),
            CertificateState.Replaced => Say(
                "Elle a été établie ici, puis corrigée : une attestation plus récente fait foi. Celle-ci indiquait ce qui suit.",
                "It was issued here and later corrected: a newer certificate is valid instead. This one stated the following."
            ),
            _ => Say(
                "Elle a été établie ici, puis révoquée par les organisateurs : elle ne fait plus foi. Elle indiquait ce qui suit.",
                "It was issued here and later revoked by the organisers: it is no longer valid. It stated the following."
            ),
        };

    public string NoSuchCertificate => Say("Aucune attestation ne porte ce numéro", "No certificate has this number");

    public string NoSuchCertificateMeans =>
        Say(
            "Vérifiez la saisie : cinq groupes de quatre caractères. Si le numéro est exact, ce document ne vient pas d’ici.",
            "Check what you typed: five groups of four characters. If the number is correct, the certificate was not issued here."
        );

    public string WhatItSays => Say("Ce que dit l’attestation", "What the certificate says");

    public string AttendedWhat => Say("Atelier", "Workshop");

    public string AttendedAs => Say("Rôle", "Role");

    public string InAll => Say("Durée totale", "Total time");

    public string IssuedOn => Say("Établie le", "Issued on");

    public string CompareWithPrint =>
        Say(
            "Si l’attestation imprimée dit autre chose, elle a été modifiée.",
            "If the printed certificate says anything else, it has been altered."
        );
}
