namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    public string Live => Say("En direct", "Live");

    public string LiveDescription(string workshop) => Say(
        $"{workshop} en direct, pour les personnes inscrites : ce qui se passe en ce moment, la diffusion de la session, la suite.",
        $"{workshop} live, for those who are registered: what is on now, the stream of the session, what comes next.");

    public string WatchLive => Say("Suivre en direct", "Watch live");

    // To whoever is not known here
    public string LiveIsForTheRegistered => Say(
        "Le direct est ouvert à toutes les personnes dont l’inscription est confirmée, en salle ou à distance.",
        "The stream is open to everybody whose registration is confirmed, in the room or remote.");

    public string LiveOpensByYourLink => Say(
        "Ouvrez sur cet appareil votre lien personnel, celui de nos courriels : cette page vous reconnaîtra ensuite, jusqu’au lendemain de l’atelier.",
        "Open your personal link, the one in our mails, on this device: this page will then know you, until the day after the workshop.");

    public string SendMyLinkAgain => Say("Recevoir mon lien à nouveau", "Send me my link again");

    // What is on
    public string WorkshopBegins => Say("L’atelier n’a pas encore commencé.", "The workshop has not begun yet.");

    public string NothingOnNow => Say("Rien en ce moment.", "Nothing is on now.");

    public string WorkshopIsOver => Say("L’atelier est terminé. Merci de l’avoir suivi.", "The workshop is over. Thank you for following it.");

    public string ReadTheAbstract => Say("Lire le résumé", "Read the abstract");

    public string BeginsWith => Say("Début :", "It begins:");

    public string GoesOn => Say("Reprise :", "It goes on:");

    // The stream
    public string Stream => Say("Diffusion", "Stream");

    public string StreamOf(string session) => Say($"Diffusion : {session}", $"Stream: {session}");

    public string WatchSession(string session) => Say($"Suivre la {LowerFirst(session)}", $"Watch {LowerFirst(session)}");

    public string OpensInANewTab(string host) => Say($"S’ouvre dans un nouvel onglet, sur {host}.", $"Opens in a new tab, on {host}.");

    public string OpenInANewTab => Say("Ouvrir dans un nouvel onglet", "Open in a new tab");

    public string WatchHere => Say("Regarder dans cette page", "Watch on this page");

    public string ClosePlayer => Say("Fermer le lecteur", "Close the player");

    public string NoStreamYet => Say(
        "Aucune adresse de diffusion n’est donnée pour cette session. Dès qu’elle l’est, elle apparaît ici.",
        "No address is given for the stream of this session. As soon as there is one, it appears here.");

    public string StreamOpensBefore(int minutes) => Say(
        $"Le lien de diffusion apparaît ici {minutes} minutes avant chaque session.",
        $"The link to the stream appears here {minutes} minutes before each session.");

    public string PlayerStopsRefresh => Say(
        "Tant que le lecteur est ouvert, cette page ne se met pas à jour d’elle-même.",
        "As long as the player is open, this page does not refresh itself.");

    public string Refresh => Say("Actualiser", "Refresh");

    // Who is known on this device
    public string KnownOnThisDevice => Say(
        "Cet appareil vous reconnaît. S’il est partagé, déconnectez-vous en partant.",
        "This device knows you. If others use it too, sign out when you leave.");

    public string SignOut => Say("Se déconnecter", "Sign out");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    public string IHaveACode => Say("J’ai un code", "I have a code");

    public string CodeHint => Say("Les chiffres que l’organisation a lus aujourd’hui.", "The digits that the organisers have read out today.");

    public string OpenTheStream => Say("Ouvrir le direct", "Open the stream");

    public string WrongShortCode => Say("Ce code n’ouvre rien aujourd’hui.", "This code opens nothing today.");
}
