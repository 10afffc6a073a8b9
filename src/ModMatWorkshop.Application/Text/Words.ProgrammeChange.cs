using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Text;

// What a change of the programme does to the answers
public sealed partial class Words
{
    /// <summary>What changes for one person: a line for each half-day.</summary>
    public IReadOnlyList<string> ChangesFor(Registration registration, IReadOnlyList<HalfDayChange> changes) =>
        [
            .. from change in changes
            let answer = registration.Details.HalfDays.FirstOrDefault(h => h.Id == change.After)
            where answer is not null || change.After is null && change.Concerns(registration.Details)
            orderby (change.Before ?? change.After)!.Date, (change.Before ?? change.After)!.Half
            select $"{Capitalised(ChangeOf(change))} {(answer is null ? AnswerIsKept : YourAnswer(answer.Attendance))}",
        ];

    private string AnswerIsKept => Say("Votre réponse est gardée, au cas où il y reviendrait.", "We keep your answer in case it returns.");

    private string YourAnswer(Attendance attendance) =>
        Say(
            $"Votre réponse : {AttendanceName(attendance).ToLower(Culture)}.",
            $"Your answer: {AttendanceName(attendance).ToLower(Culture)}."
        );

    /// <summary>What became of a half-day.</summary>
    public string ChangeOf(HalfDayChange change)
    {
        var (before, after) = (change.Before is { } b ? HalfDayName(b) : "", change.After is { } a ? HalfDayName(a) : "");
        return change.Kind switch
        {
            HalfDayChangeKind.Moved => Say($"{before} : déplacé au {after}.", $"{before}: moved to {after}."),
            HalfDayChangeKind.Dropped => Say($"{before} : retiré du programme.", $"{before}: no longer in the programme."),
            HalfDayChangeKind.Returned => Say($"{after} : de nouveau au programme.", $"{after}: back in the programme."),
            HalfDayChangeKind.Added => Say($"{after} : ajouté au programme.", $"{after}: added to the programme."),
            HalfDayChangeKind.Merged => Say($"{before} : a lieu désormais {after}.", $"{before}: now takes place on {after}."),
            _ => Say($"{after} : une partie de ce qui avait lieu {before}.", $"{after}: part of what was on {before}."),
        };
    }

    public string HalfDayName(HalfDayId half) => HalfDayName(half.Date, half.Half);

    public string ProgrammeChanged => Say("Le programme a changé", "The programme has changed");

    public string ProgrammeChangedNotice =>
        Say(
            "Le programme a changé alors que des personnes avaient répondu. Leurs réponses ont suivi les sessions.",
            "The programme has changed, and people had already answered. Their answers have followed the sessions."
        );

    public string TimetableWillWait =>
        Say(
            "Le site garde l’ancien horaire tant que personne n’a accepté le nouveau à /admin/content/programme.",
            "The site keeps the old timetable until an organiser agrees to the new one at /admin/content/programme."
        );

    public string NewTimetable => Say("Nouvel horaire", "New timetable");

    public string TimetableWaits =>
        Say(
            "Le nouvel horaire change des demi-journées pour lesquelles des personnes ont répondu. Il n’est pas encore en ligne.",
            "The new timetable changes half-days for which people have answered. It is not live yet."
        );

    public string TimetableWaitsLead =>
        Say(
            "Voici ce que deviendraient les réponses. Aucune ne serait perdue, et personne n’est prévenu sans que vous le demandiez.",
            "This is what would become of the answers. None would be lost, and nobody is told unless you say so."
        );

    public string SeeWhatChanges => Say("Voir ce qui changerait", "See what would change");

    public string AgreeToTimetable => Say("Mettre cet horaire en ligne", "Make this timetable live");

    public string AgreeHint =>
        Say(
            "Pour y renoncer, rétablissez les fichiers. Les changements des autres fichiers sont déjà en ligne.",
            "To give it up, restore the files. The changes of all other files are live."
        );

    public string TimetableIsLive =>
        Say("L’horaire est en ligne, et les réponses l’ont suivi.", "The timetable is live, and the answers have followed it.");

    public string TimetableHasChanged =>
        Say(
            "Les fichiers ont encore changé entre-temps : regardez de nouveau avant d’accepter.",
            "The files have changed again in the meantime. Please look again before you agree."
        );

    public string DecideWhatFollows => Say("Décider de ce qui suit", "Decide what follows");

    public string ProgrammeChangedLead =>
        Say(
            "Les réponses ont suivi les sessions : aucune n’est perdue. Il reste à décider de ce qui suit.",
            "The answers have followed their sessions, and none is lost. This is what remains to be decided."
        );

    public string DecideNow => Say("Décider", "Decide");

    public string HalfDayColumn => Say("Demi-journée", "Half-day");

    public string AnswersColumn => Say("Les réponses", "The answers");

    /// <summary>What became of the answers.</summary>
    public string AnswersAfter(HalfDayChangeKind kind) =>
        kind switch
        {
            HalfDayChangeKind.Moved => Say("suivent la session", "follow the session"),
            HalfDayChangeKind.Dropped => Say("sont mises de côté et reviennent avec elle", "are set aside and return with it"),
            HalfDayChangeKind.Returned => Say("comptent de nouveau", "count again"),
            HalfDayChangeKind.Added => Say("personne n’y est encore inscrit", "nobody is put down for it yet"),
            HalfDayChangeKind.Merged => Say("comptent pour la demi-journée qui la contient", "count for the half-day that contains it"),
            _ => Say("comptent pour les deux", "count for both"),
        };

    /// <summary>A change of a half-day, with the number of people whose answers it concerns.</summary>
    /// <param name="people">For an added half-day, the people who attend all the others.</param>
    public string AnswersLine(HalfDayChange change, int people)
    {
        var answers =
            change.Kind == HalfDayChangeKind.Added
                ? Say("à toutes les autres demi-journées", "attending all the other half-days")
                : Say($"les réponses {AnswersAfter(change.Kind)}", $"the answers {AnswersAfter(change.Kind)}");
        return Say(
            $"{ChangeOf(change)} {Some(people, "personne", "personnes", "", "")} : {answers}.",
            $"{ChangeOf(change)} {Some(people, "", "", "person", "people")}: {answers}."
        );
    }

    public string PutDownLegend(string halfDay) => Say($"Qui inscrire : {halfDay} ?", $"Who to put down for {halfDay}?");

    public string PutDownEverybody(int people) =>
        Say(
            $"Toute personne qui vient à toutes les autres demi-journées ({people})",
            $"Everybody who attends all the other half-days ({people})"
        );

    public string PutDownNobody => Say("Personne : chacun le dira sur sa page", "Nobody: people answer on their own page");

    public string TellLegend => Say("Prévenir les personnes concernées ?", "Tell the people concerned?");

    public string TellNobody => Say("Non, aucun courriel", "No, send no email");

    public string TellThem(int people) =>
        Say($"Oui, un courriel à chacune, dans sa langue ({people})", $"Yes, one email to each person, in their language ({people})");

    public string TellAndAsk(int people) =>
        Say(
            $"Oui, et demander à chacune de vérifier ses réponses ({people})",
            $"Yes, and ask each person to check their answers ({people})"
        );

    public string MailPreviewFor(string name) => Say($"Le courriel, pour {name}", "The email, for " + name);

    public string DecideHint =>
        Say(
            "Les personnes inscrites à une demi-journée ajoutée sont aussi prévenues. Chacune peut changer sa réponse.",
            "People who are put down for an added half-day are told too. Everybody can change their answer."
        );

    public string Decided(int told) =>
        told == 0
            ? Say("C’est fait. Aucun courriel n’est envoyé.", "Done. No email is sent.")
            : Say(
                $"C’est fait. {Some(told, "courriel part", "courriels partent", "", "")}.",
                $"Done. {Some(told, "", "", "email is", "emails are")} being sent."
            );

    public string DecidedAlready =>
        Say("Quelqu’un a déjà décidé. Rien n’a été changé.", "Somebody else has already decided. Nothing was changed.");

    public string AnswerEveryQuestion => Say("Répondez à chaque question.", "Please answer every question.");

    public string NothingToDecide => Say("Rien à décider.", "Nothing to decide.");

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
