namespace ModMatWorkshop.Application.Text;

/// <summary>What the site offers before, during and after the workshop.</summary>
public sealed partial class Words
{
    public string MaterialsAndCertificates => Say("Documents et attestations", "Materials and certificates");

    /// <summary>One word for the header of a phone.</summary>
    public string CertificatesShort => Say("Attestations", "Certificates");

    // Registration is closed
    public string NotYetOpenLead =>
        Say(
            "En attendant, le programme et les résumés sont ouverts à tous.",
            "Meanwhile, the programme and the abstracts are open to everybody."
        );

    public string AlreadyRegistered => Say("Vous êtes déjà inscrit", "If you have registered");

    public string AlreadyRegisteredLead =>
        Say(
            "Votre lien personnel, celui de nos courriels, ouvre votre inscription : "
                + "vous pouvez la modifier ou l’annuler. Il ouvre aussi le direct.",
            "Your personal link, from our emails, opens your registration, which you can still change or cancel. "
                + "It also opens the live stream."
        );

    public string NotYetRegistered => Say("Vous n’êtes pas inscrit", "If you have not registered");

    public string FreeSeatsAtTheDesk(string day) =>
        Say(
            $"Venez à l’accueil à partir du {day} : une place libre y revient à qui se présente.",
            $"Come to the reception desk from {day}: free seats are given to those who are there."
        );

    public string FreeSeatsAtTheDeskNow =>
        Say(
            "Venez à l’accueil : une place libre y revient à qui se présente.",
            "Come to the reception desk: free seats are given to those who are there."
        );

    // After the workshop
    public string AfterLead => Say("L’atelier est terminé. Voici ce qui en reste.", "The workshop is over. Here is what remains of it.");

    public string NoMaterialsYet =>
        Say(
            "Aucun document n’a été déposé pour le moment. Les résumés restent en ligne.",
            "No materials have been uploaded so far. The abstracts remain online."
        );

    public string CertificateLead =>
        Say(
            "Votre attestation est sur votre page personnelle, que le lien de nos courriels ouvre.",
            "Your certificate is on your own page. The link in our emails opens it."
        );

    // The page of the stream, for visitors who are not recognised
    public string HowToGetIn => Say("Pour entrer", "How to get in");

    public string TheStreamIsClosed =>
        Say(
            "L’atelier est terminé et le direct est fermé. Merci de l’avoir suivi.",
            "The workshop is over and the stream is closed. Thank you for attending."
        );
}
