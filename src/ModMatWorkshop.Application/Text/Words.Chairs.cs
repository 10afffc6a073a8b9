using System.Globalization;
using ModMatWorkshop.Application.Chairs;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Application.Text;

// The page of a session for its chair, and the organisers' list of the links to these pages
public sealed partial class Words
{
    public string ChairPage => Say("Page de présidence", "Chair’s page");

    public string ChairLinkIsWrong =>
        Say(
            "Ce lien n’ouvre pas de séance. Il a pu être remplacé, ou l’atelier est terminé.",
            "This link opens no session. It may have been replaced, or the workshop is over."
        );

    public string ChairAsksForLink => Say("Pour recevoir le lien à jour, écrivez-nous :", "To get the current link, write to us:");

    /// <summary>"Session 2 – Title, jeudi 23 septembre, matin".</summary>
    public string SessionAndHalfDay(Session session) => $"{SessionName(session)}, {Day(session.Date)}, {Half(session.HalfDay)}";

    public string ChairAsOf(string hour) => Say($"État à {hour}.", $"As of {hour}.");

    public string ChairReload => Say("Actualiser", "Refresh");

    public string MinutesShort(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min");

    public string ChairPresence(SpeakerPresence presence) =>
        presence switch
        {
            SpeakerPresence.InRoom => Say("dans la salle", "in the room"),
            SpeakerPresence.OnStream => Say("en ligne", "online"),
            SpeakerPresence.NotYet => Say("pas encore là", "not here yet"),
            _ => Say("présence inconnue", "presence not known"),
        };

    public string ChairPresenceMeans =>
        Say(
            "La présence est celle du pointage à l’accueil et du direct, pour cette demi-journée. Elle est inconnue "
                + "quand personne n’est inscrit "
                + "sous ce nom avec un rôle confirmé.",
            "Presence comes from check-in and the live page, for this half-day. It is not known when nobody is registered under this name "
                + "with a confirmed role."
        );

    public string ChairInTheirPlace => Say("à la place", "instead");

    public string ChairSay => Say("se prononce", "say");

    public string ChairIsRemote => Say("à distance", "remote");

    public string ChairDoNotRecord => Say("ne pas enregistrer", "do not record");

    public string ChairSlides => Say("Diapositives", "Slides");

    public string ChairNoSlides => Say("pas de diapositives", "no slides yet");

    public string ChairLinks => Say("Pages de présidence", "Chairs’ pages");

    public string ChairLinksLead =>
        Say(
            "Chaque séance a une page pour qui la préside : ordre, heures, prononciation, présence, diapositives. Son "
                + "lien est secret : donnez-le à "
                + "cette personne seule. Il fonctionne jusqu’au lendemain de l’atelier.",
            "Each session has a page for its chair: order, times, how to say the names, presence, slides. Its link is "
                + "secret, so give it to the "
                + "chair alone. It works until the day after the workshop."
        );

    public string NoSessionsYet => Say("Le programme n’a pas encore de séance.", "The programme has no sessions yet.");

    public string ChairLinksAreOver =>
        Say("L’atelier est terminé : ces liens n’ouvrent plus rien.", "The workshop is over, so these links open nothing any more.");

    public string ChairLinkLabel(string session) => Say($"Lien, {session}", $"Link, {session}");

    public string RenewChairLink => Say("Remplacer le lien", "Replace the link");

    public string RenewChairLinkMeans => Say("L’ancien lien n’ouvre alors plus rien.", "The old link then opens nothing.");

    public string SendChairLink(string name, string email) => Say($"Envoyer à {name} ({email})", $"Send to {name} ({email})");

    public string NoChairYet => Say("Pas encore de présidence.", "No chair yet.");

    public string ChairIsNotRegistered(string name) =>
        Say($"{name} n’est pas inscrit sous ce nom : copiez le lien.", $"{name} is not registered under this name: copy the link.");

    public string? ChairLinkResult(string? done) =>
        done switch
        {
            "renewed" => Say("Le lien est remplacé.", "The link is replaced."),
            "sent" => Say("Le lien part par courriel.", "The link is on its way by email."),
            "notfound" => Say(
                "Rien n’a été fait : la séance ou l’inscription a changé entre-temps.",
                "Nothing was done: the session or the registration has changed in the meantime."
            ),
            _ => null,
        };
}
