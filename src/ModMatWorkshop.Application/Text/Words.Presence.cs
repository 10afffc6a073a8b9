using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Presence by half-day: on the page of the stream, in the notice, in the organisers' matrix
public sealed partial class Words
{
    // To who follows the stream
    public string PresenceIsNoted => Say(
        "Tant que cette page est ouverte, votre présence à distance est notée pour l’attestation.",
        "While this page is open, your remote presence is noted for the certificate.");

    public string IAmFollowing => Say("Je suis la session", "I am following");

    public string CountedUntil(string hour) => $"{Say("Présence comptée jusqu’à", "Presence counted until")} {hour}.";

    public string PressEvery(int minutes) => Say($"Chaque appui compte pour {minutes} minutes.", $"Each press counts for {minutes} minutes.");

    public string NoticePresence => Say(
        "Pendant l’atelier sont notés, par demi-journée, l’arrivée en salle et le temps passé sur la page du direct : pour les feuilles de présence et l’attestation.",
        "During the workshop, your arrival in the room and the time spent on the page of the stream are noted by half-day: for the attendance sheets and the certificate.");

    // To organisers
    public string Presences => Say("Présences", "Presence");

    public string PresencesLead => Say(
        "Par demi-journée : l’heure d’arrivée en salle, ou les minutes sur la page du direct. Une case s’ouvre d’un clic, et se corrige d’un autre ; ce qui a été noté reste à côté.",
        "By half-day: the hour of arrival in the room, or the minutes on the page of the stream. One click opens a cell, another corrects it; what was recorded stays beside it.");

    public string NobodyConfirmed => Say("Aucune inscription n’est confirmée.", "No registration is confirmed.");

    public string PresenceSearch => Say("Nom ou affiliation", "Name or affiliation");

    public string ExpectedAndAbsent => Say("Attendus et absents", "Expected and absent");

    public string AbsentAt(string halfDay) => Say($"absents : {halfDay}", $"absent: {halfDay}");

    public string PeopleShown(int matching, int all) => matching == all
        ? Say($"{Amount(all)} {(all < 2 ? "personne" : "personnes")}", $"{Amount(all)} {(all == 1 ? "person" : "people")}")
        : Say($"{Amount(matching)} sur {Amount(all)} personnes", $"{Amount(matching)} of {Amount(all)} people");

    public string MinutesLong(TimeSpan length) => Say($"{(int)length.TotalMinutes} min", $"{(int)length.TotalMinutes} min");

    public string InTheRoom => Say("en salle", "in the room");

    public string OnTheStream => Say("à distance", "remote");

    public string AbsentNow => Say("absent", "absent");

    public string ExpectedThen => Say("prévu", "expected");

    public string NotExpectedThen => Say("pas prévu", "not expected");

    public string CorrectedBy(string name) => Say($"corrigé, {name}", $"corrected, {name}");

    public string TotalOf => Say("Ensemble", "All together");

    public string TotalsAt(int inTheRoom, int onStream) => Say($"{inTheRoom} en salle, {onStream} à distance", $"{inTheRoom} in the room, {onStream} remote");

    public string MissingAt(int missing) => Say($"{missing} {(missing < 2 ? "absent" : "absents")}", $"{missing} absent");

    // One cell
    public string CorrectPresence => Say("Corriger", "Correct");

    public string CorrectCell(string name, string halfDay) => Say($"Corriger {name}, {halfDay}", $"Correct {name}, {halfDay}");

    public string WasRecorded => Say("Noté :", "Recorded:");

    public string NothingRecorded => Say("rien", "nothing");

    public string RecordedAtTheDoor(string hour, string by) => $"{Say("arrivée", "arrived")} {hour}, {by}";

    public string RecordedOnStream(string minutes, string first, string last) => $"{Say("direct", "stream")} {minutes}, {first} – {last}";

    public string CorrectedOn(string by, string when) => Say($"Corrigé par {by}, {when}.", $"Corrected by {by}, {when}.");

    public string Correction(PresenceCorrection? correction) => correction switch
    {
        PresenceCorrection.InPerson => Say("En salle", "In the room"),
        PresenceCorrection.Remote => Say("À distance", "Remote"),
        PresenceCorrection.Absent => Say("Absent", "Absent"),
        _ => Say("Comme noté", "As recorded"),
    };

    public string Close => Say("Fermer", "Close");

    // On the board
    public string HalfDayNow(string halfDay) => Say($"{halfDay} :", $"{halfDay}:");

    public string InTheRoomNow(int present, int expected) => Say($"{present} sur {expected} en salle", $"{present} of {expected} in the room");

    public string OnTheStreamNow(int people) => Say($"{people} sur le direct", $"{people} on the stream");
}
