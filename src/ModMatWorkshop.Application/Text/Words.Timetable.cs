using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Application.Text;

// The timetable as organisers edit it
public sealed partial class Words
{
    public string Timetable => Say("Horaire", "Timetable");

    public string TimetableLead =>
        Say(
            "Corrigez une heure, ou ouvrez une ligne pour la déplacer ou l’annuler. Les lecteurs ne voient rien avant la publication.",
            "Correct an hour, or open a row to move or cancel it. Readers see nothing until you publish."
        );

    public string TimetableKeys =>
        Say(
            "Au clavier : ↑ et ↓ changent de ligne, Ctrl+↑ et Ctrl+↓ la déplacent, Entrée applique les heures.",
            "With the keyboard: ↑ and ↓ go to another row, Ctrl+↑ and Ctrl+↓ move the row, Enter applies the hours."
        );

    public string TimetableHasErrors =>
        Say(
            "Un fichier de l’horaire contient une erreur. Corrigez-la d’abord dans le texte du fichier.",
            "A file of the timetable has an error. Correct it first in the text of the file."
        );

    public string TimetableChangedMeanwhile =>
        Say(
            "L’horaire a changé entre-temps. Rien n’est enregistré ; voici ce que vos changements y feraient maintenant.",
            "The timetable has changed in the meantime. Nothing is saved; this is what your changes would do now."
        );

    public string TimetableIsSaved => Say("Enregistré. Les lecteurs voient le nouvel horaire.", "Saved. Readers see the new timetable.");

    public string TimetableIsSavedAndWaits =>
        Say(
            "Enregistré. L’horaire touche à des réponses : les lecteurs le verront quand un organisateur l’aura accepté.",
            "Saved. The timetable concerns answers: readers see it once an organiser agrees to it."
        );

    public string TimetableRefused =>
        Say("Rien n’est enregistré : le nouvel horaire se contredirait.", "Nothing is saved: the new timetable would contradict itself.");

    public string TimetableConflict =>
        Say(
            "Quelqu’un d’autre vient de modifier les mêmes lignes. Rien n’est enregistré ; regardez l’horaire à nouveau.",
            "Somebody else has just changed the same lines. Nothing is saved; look at the timetable again."
        );

    /// <summary>Why a change of the timetable was not saved.</summary>
    /// <param name="result">Null if the timetable was not the one that the organiser saw.</param>
    public string WhyTimetableNotSaved(EditResult? result) =>
        result switch
        {
            EditResult.Refused => TimetableRefused,
            EditResult.Conflict => TimetableConflict,
            { } other => WhyNotSaved(other),
            null => TimetableChangedMeanwhile,
        };

    public string NothingChanged => Say("Rien n’a changé.", "Nothing has changed.");

    public string UndoneNow => Say("C’est annulé : l’horaire est celui d’avant.", "Undone: the timetable is as it was before.");

    public string CannotUndo =>
        Say(
            "L’horaire a changé depuis : ce changement ne peut plus être défait ainsi.",
            "The timetable has changed since: this change can no longer be undone like this."
        );

    public string UndoChange => Say("Défaire", "Undo");

    public string UndoLast => Say("Défaire le dernier changement", "Undo the last change");

    public string DiscardAll => Say("Tout abandonner", "Discard everything");

    public string ApplyHours => Say("Appliquer les heures", "Apply the hours");

    public string WhatReadersWillSee => Say("Ce qui changera pour les lecteurs", "What will change for readers");

    public string NotSavedYet(int changes) =>
        Some(changes, "changement à enregistrer", "changements à enregistrer", "unsaved change", "unsaved changes");

    public string Contradictions(int count) => Some(count, "contradiction", "contradictions", "contradiction", "contradictions");

    public string NoContradiction => Say("Rien ne se contredit.", "Nothing contradicts itself.");

    public string StartOf(string row) => Say($"Début de {row}", $"Start of {row}");

    public string EndOf(string row) => Say($"Fin de {row}", $"End of {row}");

    public string EditRow(string row) => Say($"Modifier {row}", $"Edit {row}");

    public string EditShort => Say("Modifier…", "Edit…");

    public string MoveUp(string row) => Say($"Monter {row}", $"Move {row} up");

    public string MoveDown(string row) => Say($"Descendre {row}", $"Move {row} down");

    public string BackToTimetable => Say("Fermer", "Close");

    public string MoveTo => Say("Déplacer", "Move");

    public string Where => Say("Où", "Where");

    public string StartHour => Say("Début", "Start");

    public string EndHour => Say("Fin", "End");

    public string OutsideSessions(DateOnly day) => Say($"{Day(day)}, hors session", $"{Day(day)}, outside sessions");

    public string SwapWith => Say("Échanger avec", "Swap with");

    public string SwapNow => Say("Échanger", "Swap");

    public string RoomLabel => Say("Salle", "Room");

    public string RoomForEverybody => Say("Pour tout le monde", "For everybody");

    public string ChangeRoom => Say("Changer de salle", "Change the room");

    public string CancelRow => Say("Annuler", "Cancel");

    public string CancelWhat(string row) => Say($"Annuler {row}", $"Cancel {row}");

    public string BecauseIn(Language spoken, bool isOnly) =>
        isOnly ? Say("Raison (facultative, les lecteurs la voient)", "Reason (optional, readers see it)")
        : spoken == Language.French ? Say("Raison en français (facultative)", "Reason in French (optional)")
        : Say("Raison en anglais (facultative)", "Reason in English (optional)");

    public string RestoreRow => Say("Rétablir", "Take the cancellation back");

    public string StartLater => Say("Commencer plus tard à partir d’ici", "Start later from here");

    public string MinutesLater(int minutes) => Say($"{minutes} min plus tard", $"{minutes} min later");

    public string LaterHint =>
        Say(
            "Cette ligne et les suivantes du jour, dans sa salle ; dans toutes les salles à partir de la première ligne commune.",
            "This row and those after it that day, in its room; in all rooms from the first row for everybody on."
        );

    public string RemoveFromTimetable => Say("Retirer de l’horaire", "Remove from the timetable");

    public string InsertRow => Say("Ajouter une ligne", "Add a row");

    public string TitleIn(Language spoken, bool isOnly) =>
        isOnly ? Say("Titre", "Title")
        : spoken == Language.French ? Say("Titre en français", "Title in French")
        : Say("Titre en anglais", "Title in English");

    public string UnscheduledTalks => Say("Exposés sans créneau", "Talks without a slot");

    public string NoUnscheduledTalk => Say("Tous les exposés ont un créneau.", "Every talk has a slot.");

    public string ScheduleNow => Say("Placer", "Schedule");

    public string TalkLabel => Say("Exposé", "Talk");

    /// <summary>How a row is called: the code of a talk, or the title.</summary>
    public string RowName(EditedRow row) => row.Code?.ToUpperInvariant() ?? Of(row.Title);

    /// <summary>The code of a talk with its title, or the title.</summary>
    public string RowTitle(EditedRow row) => row.Code is { } code ? $"{code.ToUpperInvariant()}, {row.Title.In(language)}" : Of(row.Title);

    /// <summary>Why an operation was refused, or what it left as it was.</summary>
    public string Note(TimetableNote note, EditedTimetable timetable)
    {
        var row = timetable.Find(note.Slug) is { } found ? RowName(found) : note.Slug.ToUpperInvariant();
        return note.Kind switch
        {
            TimetableNoteKind.ClocksSkipHour => Say(
                $"{row} : cette heure n’existe pas ce jour-là.",
                $"{row}: this hour does not exist on that day."
            ),
            TimetableNoteKind.EndsBeforeStart => Say($"{row} finirait avant de commencer.", $"{row} would end before it starts."),
            TimetableNoteKind.NoSuchRow => Say($"{row} n’est plus dans l’horaire.", $"{row} is no longer in the timetable."),
            TimetableNoteKind.NoSuchSession => Say("Cette session n’existe plus.", "This session no longer exists."),
            TimetableNoteKind.NoSuchRoom => Say("Cette salle n’existe plus.", "This room no longer exists."),
            TimetableNoteKind.NotADay => Say("Ce jour n’est pas un jour de l’atelier.", "This day is not a day of the workshop."),
            TimetableNoteKind.NoTitle => Say("La ligne n’a pas de titre.", "The row has no title."),
            TimetableNoteKind.NoSuchTalk => Say($"{row} n’attend pas de créneau.", $"{row} does not wait for a slot."),
            TimetableNoteKind.NothingToSwap => Say("Choisissez une autre ligne.", "Choose another row."),
            TimetableNoteKind.SessionHasRoom => Say(
                $"{row} est dans une session qui a une salle. Pour tout le monde, déplacez la ligne hors session.",
                $"{row} is in a session that has a room. Move it outside sessions to be for everybody."
            ),
            TimetableNoteKind.StaysOnItsDay => Say(
                $"{row} passerait minuit : il reste à son heure.",
                $"{row} would pass midnight: it keeps its hours."
            ),
            TimetableNoteKind.StaysInItsHalfDay => Say(
                $"{row} sortirait de la demi-journée de sa session : il reste à son heure.",
                $"{row} would leave the half-day of its session: it keeps its hours."
            ),
            _ => Say($"{row} n’a plus la même durée.", $"{row} no longer has the same length."),
        };
    }

    public string ContradictionOf(Contradiction contradiction, EditedTimetable timetable)
    {
        var row = RowName(timetable.Find(contradiction.Slug)!);
        var other = contradiction.Other is { } slug ? RowName(timetable.Find(slug)!) : "";
        return contradiction.Kind switch
        {
            ContradictionKind.Overlap => Say($"{row} commence avant la fin de {other}.", $"{row} starts before {other} ends."),
            ContradictionKind.Gap => Say(
                $"Rien pendant {contradiction.Minutes} min avant {row}.",
                $"Nothing for {contradiction.Minutes} min before {row}."
            ),
            ContradictionKind.SpeakerElsewhere => Say(
                $"{contradiction.Name} parle au même moment dans {other} et {row}.",
                $"{contradiction.Name} speaks in {other} and {row} at the same time."
            ),
            ContradictionKind.ChairElsewhere => Say(
                $"{contradiction.Name} préside {row} et parle au même moment dans {other}.",
                $"{contradiction.Name} chairs {row} and speaks in {other} at the same time."
            ),
            _ => Say($"{row} n’est pas dans la demi-journée de sa session.", $"{row} is not in the half-day of its session."),
        };
    }

    /// <summary>What readers will see differently, a sentence for each row.</summary>
    public IReadOnlyList<string> ChangesForReaders(EditedTimetable before, EditedTimetable after) =>
        [
            .. before.Rows.Where(r => after.Find(r.Slug) is null).Select(r => Say($"{RowTitle(r)} : retiré.", $"{RowTitle(r)}: removed.")),
            .. after.Rows.Select(r => ChangeForReaders(before.Find(r.Slug), r, before, after)).OfType<string>(),
        ];

    private string? ChangeForReaders(EditedRow? old, EditedRow row, EditedTimetable before, EditedTimetable after)
    {
        if (old?.ShowsTheSameAs(row) == true && old.MovedFrom == row.MovedFrom)
            return null;
        var title = RowTitle(row);
        var now = WhenAndWhere(row, after, named: old);
        if (old is null)
            return Say($"{title} : ajouté, {now}.", $"{title}: added, {now}.");
        List<string> parts = [];
        var was = WhenAndWhere(old, before, named: row);
        if (was != now)
            parts.Add($"{was} → {now}");
        if (row.MovedFrom is not null && old.MovedFrom is null)
            parts.Add(Say("l’ancienne heure reste visible, barrée", "the old time stays visible, struck out"));
        if (row.Cancelled && (!old.Cancelled || old.CancelledBecause != row.CancelledBecause))
            parts.Add(row.CancelledBecause is { } because ? $"{Cancelled} ({because.In(language)})" : Cancelled);
        if (!row.Cancelled && old.Cancelled)
            parts.Add(Say("a lieu de nouveau", "takes place again"));
        return parts.Count == 0 ? null : Say($"{title} : {string.Join(", ", parts)}.", $"{title}: {string.Join(", ", parts)}.");
    }

    /// <summary>The hours, with the day and the room if they are not those of the other row.</summary>
    private string WhenAndWhere(EditedRow row, EditedTimetable timetable, EditedRow? named)
    {
        var hours = $"{Hour(timetable.Hour(row.Start))}–{Hour(timetable.Hour(row.End))}";
        var day = named?.Date == row.Date ? "" : $"{Day(row.Date)}, ";
        var room =
            named?.Room == row.Room || !timetable.Workshop.HasSeveralRooms ? ""
            : timetable.Workshop.RoomOf(row.Room) is { } found ? $", {found.Name.In(language)}"
            : $", {RoomForEverybody.ToLower(Culture)}";
        return day + hours + room;
    }
}
