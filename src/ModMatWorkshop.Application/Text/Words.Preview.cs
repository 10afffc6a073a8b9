using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Application.Text;

// The preview of the site at another time
public sealed partial class Words
{
    public string Preview => Say("Le site à un autre moment", "The site at another time");

    public string PreviewLead =>
        Say(
            "Les pages publiques s’affichent telles qu’elles seront, pour vous seulement ; rien d’autre ne change.",
            "Only you see the public pages as they will be; nothing else changes."
        );

    public string PreviewBanner(string instant) =>
        Say($"Aperçu, pour vous seulement : ici, il est {instant}.", $"Preview, for you only: the time here is {instant}.");

    public string EndPreview => Say("Revenir à maintenant", "Back to now");

    public string OtherInstant => Say("Un autre moment", "Another time");

    public string HourLabel => Say("Heure", "Time");

    public string InZone(string zone) => Say($"Fuseau : {zone}.", $"Time zone: {zone}.");

    public string FirstPage => Say("Page", "Page");

    public string LookThen => Say("Regarder", "Preview");

    public string NoSuchInstant =>
        Say("Indiquez un jour et une heure, comme 2021-09-22 et 13:20.", "Enter a date and a time, like 2021-09-22 and 13:20.");

    public string Moments => Say("Moments clés", "Key moments");

    public string Moment(string kind, int? session) =>
        kind switch
        {
            "opens" => Say("Ouverture des inscriptions", "Registration opens"),
            "closes" => Say("Fin des inscriptions", "Registration closes"),
            "over" => Say("Après l’atelier", "After the workshop"),
            _ => Say($"Début de la session {session}", $"Session {session} starts"),
        };

    public string PageName(PageRoute route) =>
        route == Routes.Home ? Home
        : route == Routes.Programme ? Programme
        : route == Routes.Register ? Registration
        : route == Routes.Live ? Live
        : route == Routes.Participants ? Participants
        : route == Routes.News ? News
        : route == Routes.Abstracts ? Abstracts
        : route == Routes.Posters ? Posters
        : route == Routes.Speakers ? Speakers
        : PracticalInfo;
}
