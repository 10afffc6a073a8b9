using System.Globalization;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// Presence by half-day: live page, privacy notice, organisers' table
public sealed partial class Words
{
    // For participants on the live page
    public string PresenceIsNoted =>
        Say(
            "Tant que cette page est ouverte, votre présence à distance est notée pour l’attestation.",
            "While this page is open, your remote attendance is recorded for the certificate."
        );

    public string IAmFollowing => Say("Je regarde la session", "I am watching");

    public string CountedUntil(string hour) => $"{Say("Présence comptée jusqu’à", "Attendance counted until")} {hour}.";

    public string KeepPageOpen(int minutes) =>
        Say($"Chaque appui compte pour {minutes} minutes.", $"Each press counts for {minutes} minutes.");

    public string NoticePresence(AttendanceOffer offer)
    {
        var (french, english) = offer switch
        {
            AttendanceOffer.InPersonOnly => ("l’arrivée en salle", "when you check in"),
            AttendanceOffer.RemoteOnly => ("le temps passé sur la page du direct", "how long you spend on the live page"),
            _ => (
                "l’arrivée en salle et le temps passé sur la page du direct",
                "when you check in and how long you spend on the live page"
            ),
        };
        return Say(
            $"Pendant l’atelier, nous notons par demi-journée {french}, pour les feuilles d’émargement et l’attestation.",
            $"During the workshop, we record for each half-day {english}, for the sign-in sheets and the certificate."
        );
    }

    /// <summary>Bypasses Say for the times, whose spaces it would widen.</summary>
    public string PresentSince(string hour, string length) =>
        $"{Say("Présence à distance notée depuis", "Remote attendance recorded since")} {hour}{Say(" :", ":")} {length}.";

    /// <summary>"1 h 12" or "12 min".</summary>
    public string HoursLong(TimeSpan length) =>
        length < TimeSpan.FromHours(1)
            ? MinutesLong(length)
            : string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}\u202Fh\u202F{length.Minutes:00}");

    // For organisers
    public string Presences => Say("Présences", "Attendance");

    public string PresencesLead =>
        Say(
            "Par demi-journée : l’heure d’arrivée en salle, ou les minutes sur la page du direct. "
                + "Un clic ouvre une case, un autre la corrige ; ce qui a été noté reste à côté.",
            "For each half-day: the check-in time, or the minutes on the live page. "
                + "One click opens a cell, another corrects it; the original record stays beside it."
        );

    public string NobodyConfirmed => Say("Aucune inscription n’est confirmée.", "No registration is confirmed.");

    public string PresenceSearch => Say("Nom ou affiliation", "Name or affiliation");

    public string ExpectedAndAbsent => Say("Attendus et absents", "Expected and absent");

    public string AbsentAt(string halfDay) => Say($"absents : {halfDay}", $"absent: {halfDay}");

    public string PeopleShown(int matching, int all) => SomeOf(matching, all, "personne", "personnes", "person", "people");

    public string MinutesLong(TimeSpan length) => Say($"{(int)length.TotalMinutes} min", $"{(int)length.TotalMinutes} min");

    public string InTheRoom => Say("en salle", "in person");

    public string OnTheStream => Say("à distance", "remote");

    public string AbsentNow => Say("absent", "absent");

    public string ExpectedThen => Say("prévu", "expected");

    public string NotExpectedThen => Say("pas prévu", "not expected");

    public string CorrectedBy(string name) => Say($"corrigé, {name}", $"corrected, {name}");

    public string TotalOf => Say("Ensemble", "Total");

    public string TotalsAt(int inTheRoom, int onStream) =>
        Say($"{inTheRoom} en salle, {onStream} à distance", $"{inTheRoom} in person, {onStream} remote");

    public string MissingAt(int missing) => Say($"{missing} {(missing < 2 ? "absent" : "absents")}", $"{missing} absent");

    // One cell
    public string CorrectPresence => Say("Corriger", "Correct");

    public string CorrectCell(string name, string halfDay) => Say($"Corriger {name}, {halfDay}", $"Correct {name}, {halfDay}");

    public string WasRecorded => Say("Noté :", "Recorded:");

    public string NothingRecorded => Say("rien", "nothing");

    public string RecordedAtCheckIn(string hour, string by) => $"{Say("arrivée", "arrived")} {hour}, {by}";

    public string RecordedOnStream(string minutes, string first, string last) => $"{Say("direct", "stream")} {minutes}, {first} – {last}";

    public string CorrectedOn(string by, string when) => Say($"Corrigé par {by}, {when}.", $"Corrected by {by}, {when}.");

    public string Correction(PresenceCorrection? correction) =>
        correction switch
        {
            PresenceCorrection.InPerson => Say("En salle", "In person"),
            PresenceCorrection.Remote => Say("À distance", "Remote"),
            PresenceCorrection.Absent => Say("Absent", "Absent"),
            _ => Say("Comme noté", "As recorded"),
        };

    // Many people at once
    public string PresenceSetTo(string halfDay, PresenceCorrection? correction) =>
        Say($"{halfDay} : {LowerFirst(Correction(correction))}.", $"{halfDay}: {LowerFirst(Correction(correction))}.");

    public string CorrectMany => Say("Corriger plusieurs personnes", "Correct several people");

    public string CorrectChosen => Say("les personnes cochées", "the selected people");

    public string CorrectAllShown(int people) =>
        Say(
            people < 2 ? $"la personne de cette liste" : $"les {Amount(people)} personnes de cette liste",
            people == 1 ? "the person in this list" : $"all {Amount(people)} people in this list"
        );

    public string CorrectWhom => Say("Qui", "Who");

    public string CorrectTo => Say("Présence", "Attendance");

    public string PreviewCorrection => Say("Voir ce qui changerait", "Preview the change");

    public string CorrectionPreview(int people, int changes) =>
        Say(
            $"{People(people)}, dont {Some(changes, "présence change", "présences changent", "", "")}. Rien n’est encore fait.",
            $"{People(people)}; {Some(changes, "", "", "record changes", "records change")}. Nothing has changed yet."
        );

    public string CorrectionButton(int changes) =>
        Say($"Corriger {Some(changes, "présence", "présences", "", "")}", $"Correct {Some(changes, "", "", "record", "records")}");

    public string CorrectionStays => Say("ne change pas", "no change");

    public string Close => Say("Fermer", "Close");

    // On the dashboard
    public string HalfDayNow(string halfDay) => Say($"{halfDay} :", $"{halfDay}:");

    public string InTheRoomNow(int present, int expected) =>
        Say($"{present} sur {expected} en salle", $"{present} of {expected} in person");

    public string OnTheStreamNow(int people) => Say($"{people} sur le direct", $"{people} on the stream");
}
