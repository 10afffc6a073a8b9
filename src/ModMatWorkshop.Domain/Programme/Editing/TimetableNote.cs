namespace ModMatWorkshop.Domain.Programme.Editing;

/// <summary>Why an operation was refused, or what an organiser should know about what it did.</summary>
public enum TimetableNoteKind
{
    // Refused
    NoSuchRow,
    NoSuchSession,
    NoSuchRoom,
    NotADay,
    ClocksSkipHour,
    EndsBeforeStart,
    NoTitle,
    NoSuchTalk,
    NothingToSwap,
    SessionHasRoom,

    // Done
    StaysOnItsDay,
    StaysInItsHalfDay,
    LengthChanged,
}

/// <param name="Slug">The row it is about.</param>
public sealed record TimetableNote(TimetableNoteKind Kind, string Slug)
{
    /// <summary>Whether the operation changed nothing.</summary>
    public bool IsRefusal => Kind <= TimetableNoteKind.SessionHasRoom;
}

/// <summary>A timetable after an operation, and what there is to say about it.</summary>
public sealed record EditedResult(EditedTimetable Timetable, IReadOnlyList<TimetableNote> Notes);
