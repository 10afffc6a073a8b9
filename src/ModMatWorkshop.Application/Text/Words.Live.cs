namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    public string Live => Say("En direct", "Live");

    public string LiveDescription(string workshop) =>
        Say(
            $"{workshop} en direct, pour les personnes inscrites : ce qui se passe en ce moment, la diffusion de la session, la suite.",
            $"{workshop} live, for registered participants: what is on now, the stream of the session, what comes next."
        );

    public string WatchLive => Say("Suivre en direct", "Watch live");

    // For visitors who are not recognised
    public string LiveIsForTheRegistered =>
        Say(
            "Le direct est ouvert à toutes les personnes dont l’inscription est confirmée, en salle ou à distance.",
            "The stream is open to everybody with a confirmed registration, in person or remote."
        );

    public string LiveOpensByYourLink =>
        Say(
            "Ouvrez sur cet appareil votre lien personnel, celui de nos courriels : "
                + "cette page vous reconnaîtra ensuite, jusqu’au lendemain de l’atelier.",
            "Open your personal link, from our emails, on this device. This page will then recognise you until the day after the workshop."
        );

    public string SendMyLinkAgain => Say("Recevoir mon lien à nouveau", "Send me my link again");

    // The current talk
    public string WorkshopBegins => Say("L’atelier n’a pas encore commencé.", "The workshop has not started yet.");

    public string NothingOnNow => Say("Rien en ce moment.", "Nothing is on now.");

    public string WorkshopIsOver => Say("L’atelier est terminé. Merci de l’avoir suivi.", "The workshop is over. Thank you for attending.");

    public string ReadTheAbstract => Say("Lire le résumé", "Read the abstract");

    public string BeginsWith => Say("Début :", "Starts:");

    public string GoesOn => Say("Reprise :", "Resumes:");

    // The stream
    public string Stream => Say("Diffusion", "Stream");

    public string StreamOf(string session) => Say($"Diffusion : {session}", $"Stream: {session}");

    public string WatchSession(string session) => Say($"Suivre la {LowerFirst(session)}", $"Watch {LowerFirst(session)}");

    public string OpensInANewTab(string host) => Say($"S’ouvre dans un nouvel onglet, sur {host}.", $"Opens in a new tab, on {host}.");

    public string OpenInANewTab => Say("Ouvrir dans un nouvel onglet", "Open in a new tab");

    public string WatchHere => Say("Regarder dans cette page", "Watch on this page");

    public string ClosePlayer => Say("Fermer le lecteur", "Close the player");

    public string NoStreamYet =>
        Say(
            "Cette session n’a pas encore d’adresse de diffusion. Elle apparaîtra ici dès qu’elle sera connue.",
            "This session has no stream address yet. It will appear here as soon as there is one."
        );

    public string StreamOpensBefore(int minutes) =>
        Say(
            $"Le lien de diffusion apparaît ici {minutes} minutes avant chaque session.",
            $"The stream link appears here {minutes} minutes before each session."
        );

    public string PlayerStopsRefresh =>
        Say(
            "Tant que le lecteur est ouvert, cette page ne se met pas à jour d’elle-même.",
            "While the player is open, this page does not refresh automatically."
        );

    public string Refresh => Say("Actualiser", "Refresh");

    // For participants recognised on this device
    public string KnownOnThisDevice =>
        Say(
            "Cet appareil vous reconnaît. S’il est partagé, déconnectez-vous en partant.",
            "This device recognises you. If others use it too, sign out when you leave."
        );

    public string SignOut => Say("Se déconnecter", "Sign out");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string UpperFirst(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public string IHaveACode => Say("J’ai un code", "I have a code");

    public string CodeHint => Say("Les chiffres que l’organisation a lus aujourd’hui.", "The digits that the organisers read out today.");

    public string OpenTheStream => Say("Ouvrir le direct", "Open the stream");

    public string WrongShortCode => Say("Ce code n’est pas valable aujourd’hui.", "This code is not valid today.");
}
