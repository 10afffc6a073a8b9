using System.Globalization;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// The log
public sealed partial class Words
{
    public string LogLead => Say("Qui a fait quoi, quand et d’où. Les participants y sont des numéros.", "Who did what, when and from where. Participants stand in it by number.");

    public string WhenColumn => Say("Quand", "When");

    public string WhoColumn => Say("Qui", "Who");

    public string WhatColumn => Say("Quoi", "What");

    public string RegistrationNumber => Say("Inscription", "Registration");

    public string ResultColumn => Say("Résultat", "Result");

    public string NetworkColumn => Say("Réseau", "Network");

    public IReadOnlyList<string> LogColumns => [WhenColumn, WhoColumn, WhatColumn, RegistrationNumber, ResultColumn, NetworkColumn];

    public string Everybody => Say("Tout le monde", "Everybody");

    public string Everything => Say("Tout", "Everything");

    public string FromDay => Say("Du", "From");

    public string ToDay => Say("Au", "To");

    public string NoFilter => Say("Sans filtre", "No filter");

    public string AsCsv => Say("En CSV", "As CSV");

    public string Lines(int count) => Some(count, "ligne", "lignes", "line", "lines");

    public string NoLines => Say("Aucune ligne ne correspond.", "No line matches.");

    public string Actor(string actor) => actor switch
    {
        "participant" => Say("un participant", "a participant"),
        "site" => Say("le site", "the site"),
        "command line" => Say("la ligne de commande", "the command line"),
        _ when actor.StartsWith("organiser ", StringComparison.Ordinal) => Say($"organisateur {actor[10..]}", actor),
        _ => actor,
    };

    /// <summary>What stands in the log, in words; the number of a batch or a message is kept. As it stands there when it is not known here.</summary>
    public string Action(string action)
    {
        if (ActionWords.TryGetValue(action, out var words))
            return Say(words.French, words.English);
        var number = action.LastIndexOf(' ') + 1;
        return number > 0 && int.TryParse(action.AsSpan(number), CultureInfo.InvariantCulture, out _) && ActionWords.TryGetValue(action[..(number - 1)], out words)
            ? $"{Say(words.French, words.English)} {action[number..]}"
            : action;
    }

    private static readonly Dictionary<string, (string French, string English)> ActionWords = new()
    {
        ["registered"] = ("s’inscrit", "registered"),
        ["confirmed"] = ("confirme", "confirmed"),
        ["asked for a seat"] = ("demande une place", "asked for a seat"),
        ["follows remotely"] = ("passe à distance", "follows remotely"),
        ["accepted the offer"] = ("prend la place proposée", "accepted the offer"),
        ["cancelled"] = ("annule", "cancelled"),
        ["changed the details"] = ("modifie les réponses", "changed the details"),
        ["asked for another address"] = ("demande une autre adresse", "asked for another address"),
        ["took the new address"] = ("prend la nouvelle adresse", "took the new address"),
        ["erased"] = ("efface", "erased"),
        ["invited"] = ("invite", "invited"),
        ["used an invitation"] = ("utilise une invitation", "used an invitation"),
        ["offered a seat"] = ("propose une place", "offered a seat"),
        ["the offer lapsed"] = ("la proposition est échue", "the offer lapsed"),
        ["the hold lapsed"] = ("la place n’est plus gardée", "the hold lapsed"),
        ["forgot diet and access needs"] = ("oublie régime et besoins", "forgot diet and access needs"),
        ["erased when due"] = ("efface à l’échéance", "erased when due"),
        ["began the nightly backup"] = ("commence la sauvegarde de la nuit", "began the nightly backup"),
        ["nightly backup"] = ("sauvegarde de la nuit", "took the nightly backup"),
        ["took the totals"] = ("garde les totaux", "took the totals"),
        ["set the capacity"] = ("règle le nombre de places", "set the number of seats"),
        ["set registration"] = ("ouvre ou ferme les inscriptions", "opened or closed registration"),
        ["set when registration opens"] = ("règle l’ouverture des inscriptions", "set when registration opens"),
        ["set when registration closes"] = ("règle la fin des inscriptions", "set when registration closes"),
        ["set until when the reserve is kept"] = ("règle la fin de la réserve", "set until when the reserve is kept"),
        ["set until when seats are offered"] = ("règle la fin des propositions", "set until when seats are offered"),
        ["set how long an offer lasts"] = ("règle la durée d’une proposition", "set how long an offer lasts"),
        ["set how long a late offer lasts"] = ("règle la durée d’une proposition tardive", "set how long a late offer lasts"),
        ["set the stream"] = ("règle la diffusion", "set the stream"),
        ["set the short code"] = ("règle le code court", "set the short code"),
        ["read the content again"] = ("relit le contenu", "read the content again"),
        ["exported the log"] = ("exporte le journal", "exported the log"),
        ["retried a mail"] = ("relance un courriel", "retried a mail"),
        ["retried all failed mails"] = ("relance tous les courriels en échec", "retried all failed mails"),
        ["signed in"] = ("se connecte", "signed in"),
        ["signed out"] = ("se déconnecte", "signed out"),
        ["session ended"] = ("ferme une session", "ended a session"),
        ["other sessions ended"] = ("ferme les autres sessions", "ended the other sessions"),
        ["exported the list"] = ("exporte la liste", "exported the list"),
        ["imported"] = ("importe", "imported"),
        ["changed by an import"] = ("change par un import", "changed by an import"),
        ["added"] = ("ajoute", "added"),
        ["corrected the address"] = ("corrige l’adresse", "corrected the address"),
        ["noted something"] = ("écrit une note", "noted something"),
        ["deleted a note"] = ("supprime une note", "deleted a note"),
        ["gave a seat of the reserve"] = ("donne une place de la réserve", "gave a seat of the reserve"),
        ["reinstated"] = ("rétablit", "reinstated"),
        ["revoked an invitation"] = ("révoque une invitation", "revoked an invitation"),
        ["sent the link again"] = ("renvoie le lien", "sent the link again"),
        ["sent the link"] = ("envoie le lien", "sent the link"),
        ["undid the last change"] = ("défait le dernier changement", "undid the last change"),
        ["seated at the door"] = ("donne une place à l’accueil", "gave a seat at the door"),
        ["exported the presences"] = ("exporte les présences", "exported the presences"),
        ["checked in"] = ("enregistre l’arrivée", "checked in"),
        ["undid a check-in"] = ("retire l’arrivée", "undid a check-in"),
        ["corrected a presence"] = ("corrige une présence", "corrected a presence"),
        ["exported the certificates"] = ("exporte les attestations", "exported the certificates"),
        ["issued a certificate"] = ("établit une attestation", "issued a certificate"),
        ["revoked a certificate"] = ("révoque une attestation", "revoked a certificate"),
        ["saved a message"] = ("écrit un message", "wrote a message"),
        ["saved message"] = ("enregistre le message", "saved message"),
        ["tested message"] = ("essaie le message", "tested message"),
        ["wrote message"] = ("envoie le message", "sent message"),
        ["retried message"] = ("relance le message", "tried again message"),
        ["deleted message"] = ("supprime le message", "deleted message"),
        ["began batch"] = ("commence l’action groupée", "began bulk action"),
        ["paused batch"] = ("suspend l’action groupée", "paused bulk action"),
        ["resumed batch"] = ("reprend l’action groupée", "resumed bulk action"),
        ["retried batch"] = ("relance l’action groupée", "tried again bulk action"),
        ["exported the caterer report"] = ("exporte la feuille du traiteur", "exported the caterer’s sheet"),
        ["exported the door report"] = ("exporte la liste de l’accueil", "exported the door list"),
        ["exported the funder report"] = ("exporte le bilan", "exported the funder’s report"),
        ["exported the badges"] = ("produit les badges", "made the badges"),
        ["exported the sign-in sheets"] = ("produit les feuilles d’émargement", "made the sign-in sheets"),
        ["exported all papers"] = ("produit tous les papiers", "made all the papers"),
        ["sign-in refused"] = ("connexion refusée", "sign-in refused"),
        ["first organiser"] = ("crée le premier compte", "made the first account"),
        ["account invited"] = ("invite un compte", "invited an account"),
        ["link sent"] = ("envoie un lien de compte", "sent a link to an account"),
        ["link asked for"] = ("demande un lien de compte", "asked for a link to an account"),
        ["role changed"] = ("change un rôle", "changed a role"),
        ["account disabled"] = ("désactive un compte", "disabled an account"),
        ["account enabled"] = ("réactive un compte", "enabled an account"),
        ["account deleted"] = ("supprime un compte", "deleted an account"),
        ["account reset"] = ("remet un compte à zéro", "reset an account"),
        ["second factor forgotten"] = ("oublie un second facteur", "forgot a second factor"),
        ["second factor changed"] = ("change de second facteur", "changed the second factor"),
        ["password set"] = ("choisit un mot de passe", "set a password"),
    };

    /// <summary>What came of it, in words where they are known.</summary>
    public string ActionResult(string? result) => result switch
    {
        null => "",
        nameof(Domain.Registrations.Place.Seat) => Say("en salle", "in the room"),
        nameof(Domain.Registrations.Place.Remote) => Say("à distance", "remote"),
        nameof(Domain.Registrations.Place.WaitingList) => Say("en file", "in line"),
        nameof(Domain.Registrations.Place.Offer) => Say("place proposée", "offered a seat"),
        nameof(Domain.Registrations.Place.None) => Say("sans place", "without a place"),
        "NoChange" => Say("c’était déjà fait", "it was so already"),
        "TooLate" => Say("trop tard", "too late"),
        "InvalidState" => Say("impossible dans cet état", "not possible as it stands"),
        "NotFound" => Say("inconnu", "unknown"),
        "as in the content" => AsInFile,
        "open" => AreOpen,
        "closed" => AreClosed,
        "off" => Say("supprimé", "switched off"),
        "errors" => Say("erreurs", "errors"),
        _ => string.Join(", ", result.Split(' ') is [var wish, var place] && Enum.TryParse<Attendance>(wish, out _) && Enum.TryParse<Place>(place, out _) ? [ActionResult(place)] : new[] { result }),
    };
}
