using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Application.Text;

// The site at another instant
public sealed partial class Words
{
    public string Preview => Say("Le site à un autre moment", "The site at another instant");

    public string PreviewLead => Say("Vous seul verrez les pages publiques telles qu’elles seront ; rien d’autre ne change.", "You alone will see the public pages as they will be; nothing else changes.");

    public string PreviewBanner(string instant) => Say($"Aperçu, pour vous seul : ici, il est {instant}.", $"Preview, for you alone: here it is {instant}.");

    public string EndPreview => Say("Revenir à maintenant", "Back to now");

    public string OtherInstant => Say("Un autre moment", "Another instant");

    public string HourLabel => Say("Heure", "Hour");

    public string InZone(string zone) => Say($"Fuseau : {zone}.", $"Zone: {zone}.");

    public string FirstPage => Say("Page", "Page");

    public string LookThen => Say("Regarder", "Look");

    public string NoSuchInstant => Say("Indiquez un jour et une heure, comme 2021-09-22 et 13:20.", "Give a day and an hour, like 2021-09-22 and 13:20.");

    public string Moments => Say("Moments choisis", "Chosen moments");

    public string Moment(string kind, int? session) => kind switch
    {
        "opens" => Say("Ouverture des inscriptions", "Registration opens"),
        "closes" => Say("Fin des inscriptions", "Registration closes"),
        "over" => Say("Après l’atelier", "After the workshop"),
        _ => Say($"Début de la session {session}", $"Session {session} begins"),
    };

    public string PageName(PageRoute route) =>
        route == Routes.Home ? Home : route == Routes.Programme ? Programme : route == Routes.Register ? Registration : route == Routes.Live ? Live : route == Routes.Participants ? Participants
        : route == Routes.News ? News : route == Routes.Abstracts ? Abstracts : route == Routes.Posters ? Posters : route == Routes.Speakers ? Speakers : PracticalInfo;
}
