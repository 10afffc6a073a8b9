namespace ModMatWorkshop.Application.Text;

/// <content>The privacy notice (Article 13 GDPR).</content>
public sealed partial class Words
{
    public string NoticeTitle => Say("Ce que deviennent vos réponses", "How we use your answers");

    public string NoticeController(string who) => Say($"Responsable : {who}.", $"Controller: {who}.");

    public string NoticeOrganisers(string name) => Say($"le comité d’organisation de {name}", $"the organising committee of {name}");

    public string NoticeBasis =>
        Say(
            "Base légale : votre demande de participer (article 6.1 b du RGPD) ; votre consentement pour la liste "
                + "publique, les photographies, le régime alimentaire et l’accessibilité, que vous retirez quand vous voulez.",
            "Legal basis: your request to take part (Article 6(1)(b) GDPR); your consent for the public "
                + "list, photographs, dietary requirements and access needs, which you can withdraw at any time."
        );

    public string NoticeRecipients =>
        Say(
            "Destinataires : les organisateurs et leurs aides à l’entrée ; pour les repas, le traiteur "
                + "reçoit des nombres et des régimes, sans noms ; l’accueil du bâtiment reçoit les noms des "
                + "personnes qui viennent en salle ; les financeurs et les hôtes, les feuilles d’émargement.",
            "Recipients: the organisers and their check-in helpers; the caterer receives numbers and diets, without names; "
                + "the building’s reception desk receives the names of people who attend in person; "
                + "funders and hosts receive the sign-in sheets."
        );

    /// <param name="backups">For how many days backups are kept; null without backups.</param>
    public string NoticeRetention(string erased, int? backups) =>
        Say(
            $"Durée : tout est effacé le {erased} ; "
                + $"{(IsOnApplication ? "une candidature" : "une inscription")} jamais confirmée l’est après sept jours"
                + $"{(backups is null ? "" : $" ; les sauvegardes suivent sous {backups} jour{(backups > 1 ? "s" : "")}")}. "
                + "Une réponse que vous retirez (régime, besoins, accords) est effacée partout, aussitôt ; une adresse que vous changez, "
                + $"après deux jours ; un second formulaire que vous laissez sans réponse, après trente. {CertificateStays}",
            $"Retention: everything is erased on {erased}; "
                + $"{(IsOnApplication ? "an application" : "a registration")} that is never confirmed is erased after seven days"
                + $"{(backups is null ? "" : $"; backups follow within {backups} day{(backups > 1 ? "s" : "")}")}. "
                + "An answer that you withdraw (diet, access needs, consents) is erased everywhere at once; an address that you change, "
                + $"after two days; a second form that you leave unanswered, after thirty. {CertificateStays}"
        );

    /// <param name="authority">The name of the data protection authority; null for that of the reader’s country.</param>
    public string NoticeRights(string? authority) =>
        Say(
            "Vos droits : voir, corriger, télécharger, effacer, depuis votre lien personnel, sans rien demander à personne. "
                + "Réclamation possible auprès de l’autorité de protection des données "
                + $"{(authority is null ? "de votre pays" : $"({authority})")}.",
            "Your rights: you can view, correct, download and erase your data from your personal link, without asking anybody. "
                + $"You may complain to the data protection authority {(authority is null ? "of your country" : $"({authority})")}."
        );

    public string DataProtectionAuthority => Say("Autorité de protection des données", "Data protection authority");

    public string NoticeFields => Say("Ce qui est demandé, et pourquoi", "What we ask for, and why");
}
