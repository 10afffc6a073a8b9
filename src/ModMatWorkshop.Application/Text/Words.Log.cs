using System.Globalization;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Application.Text;

// The audit log
public sealed partial class Words
{
    public string LogLead =>
        Say(
            "Qui a fait quoi, quand et d’où. Les participants y figurent par leur numéro.",
            "Who did what, when and from where. Participants appear by number."
        );

    public string WhenColumn => Say("Quand", "When");

    public string WhoColumn => Say("Qui", "Who");

    public string WhatColumn => Say("Quoi", "What");

    public string RegistrationNumber => Say("Inscription", "Registration");

    public string ResultColumn => Say("Résultat", "Result");

    public string NetworkColumn => Say("Réseau", "Network");

    /// <summary>A heading before its value, where a table has no columns.</summary>
    public string Labelled(string heading) => Say($"{heading} :", $"{heading}:");

    public IReadOnlyList<string> LogColumns => [WhenColumn, WhoColumn, WhatColumn, RegistrationNumber, ResultColumn, NetworkColumn];

    public string Everybody => Say("Tout le monde", "Everybody");

    public string Everything => Say("Tout", "Everything");

    public string FromDay => Say("Du", "From");

    public string UntilDay => Say("Au", "To");

    public string NoFilter => Say("Sans filtre", "No filter");

    public string AsCsv => Say("En CSV", "As CSV");

    public string Lines(int count) => Some(count, "ligne", "lignes", "entry", "entries");

    public string NoLines => Say("Aucune ligne ne correspond.", "No entry matches.");

    public string Actor(string actor) =>
        actor switch
        {
            "participant" => Say("un participant", "a participant"),
            "site" => Say("le site", "the site"),
            "command line" => Say("la ligne de commande", "the command line"),
            "folder" => Say("le dossier", "the folder"),
            "author" => Say("un auteur", "an author"),
            "stranger" => Say("un visiteur", "a visitor"),
            _ when actor.StartsWith("organiser ", StringComparison.Ordinal) => Say($"organisateur {actor[10..]}", actor),
            _ => actor,
        };

    /// <summary>An audit log action in words, with the number of its batch or message; unchanged when unknown.</summary>
    public string Action(string action)
    {
        if (ActionWords.TryGetValue(action, out var words))
            return Say(words.French, words.English);
        var number = action.LastIndexOf(' ') + 1;
        return
            number > 0
            && int.TryParse(action.AsSpan(number), CultureInfo.InvariantCulture, out _)
            && ActionWords.TryGetValue(action[..(number - 1)], out words)
            ? $"{Say(words.French, words.English)} {action[number..]}"
            : action;
    }

    private static readonly Dictionary<string, (string French, string English)> ActionWords = new()
    {
        ["registered"] = ("s’inscrit", "registered"),
        ["confirmed"] = ("confirme", "confirmed"),
        ["applied"] = ("candidate", "applied"),
        ["accepted the application"] = ("accepte la candidature", "accepted the application"),
        ["declined the application"] = ("refuse la candidature", "declined the application"),
        ["approved a late change"] = ("accepte un changement tardif", "approved a late change"),
        ["refused a late change"] = ("refuse un changement tardif", "refused a late change"),
        ["took back a late change"] = ("ne demande plus un changement", "took back a late change"),
        ["recorded a payment"] = ("note un paiement", "recorded a payment"),
        ["waived a fee"] = ("renonce à des frais", "waived a fee"),
        ["recorded a refund"] = ("note un remboursement", "recorded a refund"),
        ["undid a fee record"] = ("défait une écriture", "undid a fee record"),
        ["changed the data for invoices"] = ("change les données de facturation", "changed the data for invoices"),
        ["exported the fees"] = ("exporte les frais", "exported the fees"),
        ["requested a seat"] = ("demande une place", "requested a seat"),
        ["switched to remote"] = ("passe à distance", "switched to remote"),
        ["accepted the offer"] = ("prend la place proposée", "accepted the offer"),
        ["cancelled"] = ("annule", "cancelled"),
        ["changed the details"] = ("modifie les réponses", "changed the answers"),
        ["requested a new address"] = ("demande une autre adresse", "requested a new address"),
        ["submitted the form again"] = ("renvoie le formulaire", "submitted the form again"),
        ["stopped the change of address"] = ("annule le changement d’adresse", "stopped the change of address"),
        ["discarded other answers"] = ("écarte les réponses d’un formulaire", "discarded the answers of a form"),
        ["confirmed the new address"] = ("confirme la nouvelle adresse", "confirmed the new address"),
        ["erased"] = ("efface", "erased"),
        ["invited"] = ("invite", "invited"),
        ["used an invitation"] = ("utilise une invitation", "used an invitation"),
        ["offered a seat"] = ("propose une place", "offered a seat"),
        ["the offer lapsed"] = ("la proposition a expiré", "the offer expired"),
        ["accepted places of an option"] = ("prend des places d’une option", "took places of an option"),
        ["left the line of an option"] = ("laisse des places d’une option", "declined places of an option"),
        ["offered places of an option"] = ("propose des places d’une option", "offered places of an option"),
        ["the offer of an option lapsed"] = ("la proposition d’une option a expiré", "the offer of an option expired"),
        ["exported an option"] = ("exporte une option", "exported an option"),
        ["the hold lapsed"] = ("la place n’est plus gardée", "the hold expired"),
        ["moved the answers with the programme"] = ("déplace les réponses avec le programme", "moved the answers with the programme"),
        ["decided on a programme change"] = ("décide après un changement de programme", "decided on a programme change"),
        ["put down for an added half-day"] = ("inscrit à une demi-journée ajoutée", "put down for an added half-day"),
        ["withdrew answers"] = ("retire des réponses", "withdrew answers"),
        ["erased answers that were due"] = ("efface les réponses échues", "erased answers that were due"),
        ["erased diet and access needs"] = ("efface régime et besoins", "erased diet and access needs"),
        ["erased on schedule"] = ("efface à l’échéance", "erased on schedule"),
        ["started the nightly backup"] = ("commence la sauvegarde de la nuit", "started the nightly backup"),
        ["took the nightly backup"] = ("sauvegarde de la nuit", "took the nightly backup"),
        ["saved the totals"] = ("garde les totaux", "saved the totals"),
        ["set the capacity"] = ("règle le nombre de places", "set the number of seats"),
        ["set registration"] = ("ouvre ou ferme les inscriptions", "opened or closed registration"),
        ["set when registration opens"] = ("règle l’ouverture des inscriptions", "set when registration opens"),
        ["set when registration closes"] = ("règle la fin des inscriptions", "set when registration closes"),
        ["set when the reserve ends"] = ("règle la fin de la réserve", "set when the reserve ends"),
        ["set when seat offers end"] = ("règle la fin des propositions", "set when seat offers end"),
        ["set how long an offer lasts"] = ("règle la durée d’une proposition", "set how long an offer lasts"),
        ["set how long a late offer lasts"] = ("règle la durée d’une proposition tardive", "set how long a late offer lasts"),
        ["announced"] = ("annonce aux lecteurs", "made an announcement"),
        ["withdrew an announcement"] = ("retire une annonce", "withdrew an announcement"),
        ["set the stream"] = ("règle la diffusion", "set the stream"),
        ["set the short code"] = ("règle le code court", "set the short code"),
        ["edited content"] = ("modifie le contenu", "edited content"),
        ["created content"] = ("ajoute un fichier de contenu", "added a content file"),
        ["deleted content"] = ("supprime un fichier de contenu", "deleted a content file"),
        ["merged content"] = ("fusionne deux modifications du contenu", "merged two changes of the content"),
        ["brought content back"] = ("rétablit une version du contenu", "brought back a version of the content"),
        ["changed the draft"] = ("modifie le brouillon commun", "changed the shared draft"),
        ["released the draft"] = ("publie le brouillon commun", "released the shared draft"),
        ["discarded a draft"] = ("jette un fichier du brouillon commun", "discarded a file of the shared draft"),
        ["took a draft back"] = ("reprend un fichier jeté du brouillon commun", "took back a discarded file of the shared draft"),
        ["set up the site"] = ("crée le site", "set up the site"),
        ["stopped message"] = ("arrête le message", "stopped message"),
        ["published the programme, version"] = ("publie le programme, version", "published the programme, version"),
        ["reloaded the content"] = ("relit le contenu", "reloaded the content"),
        ["exported the log"] = ("exporte le journal", "exported the audit log"),
        ["retried a mail"] = ("relance un courriel", "retried an email"),
        ["retried all failed emails"] = ("relance tous les courriels en échec", "retried all failed emails"),
        ["signed in"] = ("se connecte", "signed in"),
        ["signed out"] = ("se déconnecte", "signed out"),
        ["session ended"] = ("ferme une session", "ended a session"),
        ["other sessions ended"] = ("ferme les autres sessions", "ended the other sessions"),
        ["granted travel support"] = ("accorde une aide au voyage", "granted travel support"),
        ["declined travel support"] = ("refuse une aide au voyage", "declined travel support"),
        ["downloaded a file"] = ("télécharge un fichier", "downloaded a file"),
        ["exported the files of a question"] = ("exporte les fichiers d’une question", "exported the files of a question"),
        ["exported the list"] = ("exporte la liste", "exported the list"),
        ["imported"] = ("importe", "imported"),
        ["changed by an import"] = ("modifie par un import", "changed by an import"),
        ["added"] = ("ajoute", "added"),
        ["corrected the address"] = ("corrige l’adresse", "corrected the address"),
        ["added a note"] = ("écrit une note", "added a note"),
        ["deleted a note"] = ("supprime une note", "deleted a note"),
        ["gave a reserved seat"] = ("donne une place de la réserve", "gave a reserved seat"),
        ["reinstated"] = ("rétablit", "reinstated"),
        ["revoked an invitation"] = ("révoque une invitation", "revoked an invitation"),
        ["sent the link again"] = ("renvoie le lien", "resent the link"),
        ["sent the link"] = ("envoie le lien", "sent the link"),
        ["confirmed a role"] = ("confirme un rôle", "confirmed a role"),
        ["refused a role"] = ("refuse ou retire un rôle", "refused or withdrew a role"),
        ["changed a fixed name or claim"] = ("change un nom ou un rôle fixés", "changed a fixed name or claim"),
        ["undid the last change"] = ("défait le dernier changement", "undid the last change"),
        ["gave a seat at check-in"] = ("donne une place à l’accueil", "gave a seat at check-in"),
        ["exported the presences"] = ("exporte les présences", "exported the attendance records"),
        ["set the size of the reserve"] = ("fixe la taille de la réserve", "set the size of the reserve"),
        ["checked in"] = ("enregistre l’arrivée", "checked in"),
        ["undid a check-in"] = ("retire l’arrivée", "undid a check-in"),
        ["corrected a presence"] = ("corrige une présence", "corrected an attendance record"),
        ["exported the certificates"] = ("exporte les attestations", "exported the certificates"),
        ["issued a certificate"] = ("établit une attestation", "issued a certificate"),
        ["revoked a certificate"] = ("révoque une attestation", "revoked a certificate"),
        ["wrote a message"] = ("écrit un message", "wrote a message"),
        ["saved message"] = ("enregistre le message", "saved message"),
        ["sent a test mail"] = ("envoie un courriel d’essai", "sent a test email"),
        ["saw a mail come back"] = ("voit un courriel revenir", "saw an email come back"),
        ["tested message"] = ("essaie le message", "tested message"),
        ["sent message"] = ("envoie le message", "sent message"),
        ["retried message"] = ("relance le message", "retried message"),
        ["deleted message"] = ("supprime le message", "deleted message"),
        ["started batch"] = ("commence l’action groupée", "started batch"),
        ["paused batch"] = ("suspend l’action groupée", "paused batch"),
        ["resumed batch"] = ("reprend l’action groupée", "resumed batch"),
        ["retried batch"] = ("relance l’action groupée", "retried batch"),
        ["exported the caterer report"] = ("exporte la fiche du traiteur", "exported the catering sheet"),
        ["exported the reception report"] = ("exporte la liste de l’accueil", "exported the reception list"),
        ["exported the call report"] = ("exporte le bilan de l’appel", "exported the report on the call"),
        ["exported the funder report"] = ("exporte le bilan", "exported the participation report"),
        ["exported the badges"] = ("produit les badges", "made the badges"),
        ["exported the sign-in sheets"] = ("produit les feuilles d’émargement", "made the sign-in sheets"),
        ["exported all printables"] = ("produit tous les documents à imprimer", "made all printables"),
        ["sign-in refused"] = ("connexion refusée", "sign-in refused"),
        ["first organiser"] = ("crée le premier compte", "created the first account"),
        ["account invited"] = ("invite un compte", "invited an account"),
        ["link sent"] = ("envoie un lien de compte", "sent an account link"),
        ["link requested"] = ("demande un lien de compte", "requested an account link"),
        ["role changed"] = ("change un rôle", "changed a role"),
        ["roles changed"] = ("change des rôles", "changed roles"),
        ["kept a draft"] = ("garde un brouillon de résumé", "kept the draft of an abstract"),
        ["submitted an abstract"] = ("soumet un résumé", "submitted an abstract"),
        ["withdrew an abstract"] = ("retire un résumé", "withdrew an abstract"),
        ["restored an abstract"] = ("rétablit un résumé", "restored an abstract"),
        ["confirmed the address of an abstract"] = ("confirme l’adresse d’un résumé", "confirmed the address of an abstract"),
        ["sent the link of an abstract again"] = ("renvoie le lien d’un résumé", "resent the link of an abstract"),
        ["sent a file of a submission"] = ("envoie un fichier", "sent a file"),
        ["removed a file of a submission"] = ("retire un fichier", "removed a file"),
        ["described a presentation"] = ("décrit une présentation", "described a presentation"),
        ["published files of a submission"] = ("publie des fichiers", "published files"),
        ["asked for files of submissions"] = ("réclame des fichiers", "asked for files"),
        ["proposed a correction"] = ("propose une correction", "proposed a correction"),
        ["accepted a correction"] = ("accepte une correction", "accepted a correction"),
        ["declined a correction"] = ("refuse une correction", "declined a correction"),
        ["erased a submission"] = ("efface une soumission", "erased a submission"),
        ["erased submissions on schedule"] = ("efface les soumissions à l’échéance", "erased submissions on schedule"),
        ["exported the submissions"] = ("exporte les soumissions", "exported the submissions"),
        ["assigned a submission"] = ("confie une soumission", "assigned a submission"),
        ["assigned submissions"] = ("répartit des soumissions", "assigned submissions"),
        ["took a submission away"] = ("reprend une soumission confiée", "took an assigned submission away"),
        ["decided on submissions"] = ("décide de soumissions", "decided on submissions"),
        ["sent letters with decisions"] = ("envoie des lettres de décision", "sent letters with decisions"),
        ["left words out of a letter"] = ("retire d’une lettre un mot de relecteur", "left words out of a letter"),
        ["put words back into a letter"] = ("remet dans une lettre un mot de relecteur", "put words back into a letter"),
        ["sent test letters"] = ("s’envoie des lettres d’essai", "sent test letters"),
        ["retried failed letters"] = ("relance des lettres en échec", "retried failed letters"),
        [PresenterRegistrationRules.RegisteredAction] = ("inscrit la personne qui présente", "registered as a presenter"),
        [PresenterRegistrationRules.LeftAction] = ("libère la place de la personne qui présente", "does not present any more"),
        ["answered an acceptance"] = ("répond à une acceptation", "answered an acceptance"),
        ["became the presenter of a submission"] = ("devient orateur d’une soumission", "became the presenter of a submission"),
        ["put submissions into the programme"] = ("met des soumissions au programme", "put submissions into the programme"),
        ["renewed the link of a session"] = ("renouvelle le lien d’une séance", "renewed the link of a session"),
        ["sent the link of a session"] = ("envoie le lien d’une séance", "sent the link of a session"),
        ["cancelled a contribution of the call"] = ("annule une contribution de l’appel", "cancelled a contribution of the call"),
        ["took a contribution out of the programme"] = ("ôte une contribution du programme", "took a contribution out of the programme"),
        ["undid decisions"] = ("revient sur des décisions", "undid decisions"),
        ["marked a submission"] = ("note une soumission", "marked a submission"),
        ["declared a conflict"] = ("déclare un conflit d’intérêts", "declared a conflict of interest"),
        ["account disabled"] = ("désactive un compte", "disabled an account"),
        ["account enabled"] = ("réactive un compte", "enabled an account"),
        ["account deleted"] = ("supprime un compte", "deleted an account"),
        ["account reset"] = ("remet un compte à zéro", "reset an account"),
        ["second factor reset"] = ("réinitialise un second facteur", "reset two-factor authentication"),
        ["second factor changed"] = ("change de second facteur", "changed two-factor authentication"),
        ["password set"] = ("choisit un mot de passe", "set a password"),
    };
}
