using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

// The day of the organisers
public sealed partial class Words
{
    public string Today => Say("Aujourd’hui", "Today");

    public string TodayLead(string day, string hour) => Say($"{day}, il est {hour}.", $"{day}, it is {hour}.");

    public string NoSlotThatDay => Say("Rien n’est prévu ce jour-là.", "Nothing takes place on that day.");

    public string TheWholeDay => Say("Toute la journée", "The whole day");

    public string StartsLater => Say("Plus tard", "Later");

    public string SwapWithNext(string next) => Say($"Échanger avec {next}", $"Swap with {next}");

    public string StreamAddress => Say("Adresse de diffusion", "Stream address");

    public string SaveAddress => Say("Enregistrer l’adresse", "Save the address");

    public string StreamIsSaved => Say("L’adresse de diffusion est changée.", "The stream address is changed.");

    public string StreamIsBack => Say("L’adresse de diffusion est celle d’avant.", "The stream address is as it was before.");

    public string Announce => Say("Faire une annonce", "Make an announcement");

    public string AnnounceLead =>
        Say(
            "Elle est montrée en haut du programme, du direct et de l’accueil, jusqu’à l’heure choisie.",
            "It is shown at the top of the programme, the live page and the home page until the hour that you choose."
        );

    public string AnnouncementIn(Language spoken, bool isOnly) =>
        isOnly ? Say("Texte", "Text")
        : spoken == Language.French ? Say("Texte en français", "Text in French")
        : Say("Texte en anglais", "Text in English");

    public string AnnouncementUntil => Say("Jusqu’à", "Until");

    public string AnnounceNow => Say("Annoncer", "Announce");

    public string Announced => Say("L’annonce est en ligne.", "The announcement is live.");

    public string AnnouncementWithdrawn => Say("L’annonce est retirée.", "The announcement is withdrawn.");

    public string Withdraw => Say("Retirer", "Withdraw");

    public string AnnouncedUntil(string hour) => Say($"jusqu’à {hour}", $"until {hour}");

    public string AnnouncementFault(int longest) =>
        Say(
            $"Écrivez un texte d’au plus {longest} caractères dans la première langue de l’atelier.",
            $"Write a text of at most {longest} characters in the first language of the workshop."
        );

    public string NotAnHour => Say("Écrivez une heure, par exemple 14:30.", "Write an hour, for example 14:30.");

    public string EditTheTimetable => Say("Modifier tout l’horaire", "Edit the whole timetable");

    public string TheDayAtTheVenue => Say("Sur place", "At the venue");

    public string TheDayAtTheVenueLead => Say("Annuler, décaler, échanger, annoncer", "Cancel, delay, swap, announce");
}
