namespace ModMatWorkshop.Domain.Programme.Editing;

/// <summary>Carries out operations on a timetable.</summary>
public static class TimetableEditor
{
    public static EditedResult Apply(EditedTimetable timetable, TimetableOperation operation) =>
        operation switch
        {
            TimetableOperation.ChangeHours o => OnRow(timetable, o.Row, row => ChangeHours(timetable, row, o.Start, o.End)),
            TimetableOperation.Move o => OnRow(timetable, o.Row, row => Move(timetable, row, o.Place, o.Start)),
            TimetableOperation.Swap o => OnRow(timetable, o.Row, row => OnRow(timetable, o.With, with => Swap(timetable, row, with))),
            TimetableOperation.ChangeRoom o => OnRow(timetable, o.Row, row => ChangeRoom(timetable, row, o.Room)),
            TimetableOperation.Cancel o => OnRow(timetable, o.Row, row =>
                Done(timetable.With(row with { Cancelled = true, CancelledBecause = Complete(timetable, o.Because) }))
            ),
            TimetableOperation.Restore o => OnRow(timetable, o.Row, row =>
                Done(timetable.With(row with { Cancelled = false, CancelledBecause = null }))
            ),
            TimetableOperation.StartLater o => OnRow(timetable, o.Row, row => StartLater(timetable, row, TimeSpan.FromMinutes(o.Minutes))),
            TimetableOperation.Remove o => OnRow(timetable, o.Row, row => Remove(timetable, row)),
            TimetableOperation.Insert o => Insert(timetable, o),
            TimetableOperation.Schedule o => Schedule(timetable, o),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>One operation after the other. A refused one changes nothing, and the next one is tried.</summary>
    public static EditedResult Apply(EditedTimetable timetable, IEnumerable<TimetableOperation> operations)
    {
        var notes = new List<TimetableNote>();
        foreach (var operation in operations)
        {
            (timetable, var said) = Apply(timetable, operation);
            notes.AddRange(said);
        }
        return new(timetable, notes);
    }

    private static EditedResult ChangeHours(EditedTimetable timetable, EditedRow row, TimeOnly start, TimeOnly end) =>
        timetable.HoursOn(row.Date, start, end) is var (hours, why) && hours is { } found
            ? Done(timetable.With(row with { Start = found.Start, End = found.End }))
            : Refused(timetable, why!.Value, row.Slug);

    private static EditedResult Move(EditedTimetable timetable, EditedRow row, TimetablePlace place, TimeOnly start)
    {
        if (Placed(timetable, place) is not { } at)
            return Refused(timetable, TimetableNoteKind.NoSuchSession, row.Slug);
        var (session, date) = at;
        // The start alone decides the end, so any end after it will do to find the start.
        var (hours, why) = timetable.HoursOn(date, start, start.AddMinutes(1));
        if (hours is not { Start: var from })
            return Refused(timetable, why!.Value, row.Slug);
        var room = row.Session == session?.Number ? row.Room : session?.Room;
        var moved = row with { Session = session?.Number, Date = date, Room = room, Start = from, End = from + row.Duration };
        return timetable.IsWritable(date, moved.Start, moved.End)
            ? Done(timetable.With(moved))
            : Refused(timetable, TimetableNoteKind.EndsBeforeStart, row.Slug);
    }

    /// <summary>
    /// Neighbours keep their lengths, and the time that both take stays the same. Other rows take the hours of each other.
    /// </summary>
    private static EditedResult Swap(EditedTimetable timetable, EditedRow row, EditedRow with)
    {
        if (row.Slug == with.Slug)
            return Refused(timetable, TimetableNoteKind.NothingToSwap, row.Slug);
        var (first, second) = row.Start <= with.Start ? (row, with) : (with, row);
        if (timetable.After(first) == second && first.Session == second.Session)
            return Done(
                timetable.With(
                    second with
                    {
                        Start = first.Start,
                        End = first.Start + second.Duration,
                    },
                    first with
                    {
                        Start = second.End - first.Duration,
                        End = second.End,
                    }
                )
            );
        var notes =
            row.Duration == with.Duration
                ? Array.Empty<TimetableNote>()
                : [new(TimetableNoteKind.LengthChanged, row.Slug), new(TimetableNoteKind.LengthChanged, with.Slug)];
        return new(timetable.With(InPlaceOf(row, with), InPlaceOf(with, row)), notes);

        static EditedRow InPlaceOf(EditedRow row, EditedRow other) =>
            row with
            {
                Date = other.Date,
                Start = other.Start,
                End = other.End,
                Session = other.Session,
                Room = other.Room,
            };
    }

    private static EditedResult ChangeRoom(EditedTimetable timetable, EditedRow row, string? room) =>
        room is not null && timetable.Workshop.RoomOf(room) is null ? Refused(timetable, TimetableNoteKind.NoSuchRoom, row.Slug)
        : room is null && timetable.SessionOf(row)?.Room is not null ? Refused(timetable, TimetableNoteKind.SessionHasRoom, row.Slug)
        : Done(timetable.With(row with { Room = room }));

    /// <summary>
    /// This row and those after it that day, in its room and for everybody. From the first row for everybody on, those in all rooms start
    /// later, because nothing else takes place during it. A row that would leave its day or its half-day stays, which is said.
    /// </summary>
    private static EditedResult StartLater(EditedTimetable timetable, EditedRow row, TimeSpan by)
    {
        var later = timetable.Rows.Where(r => r.Date == row.Date && !r.Cancelled && r.Start >= row.Start).ToList();
        var forEverybody = later.Where(r => r.Room is null).Select(r => r.Start).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        var moved = new List<EditedRow>();
        var notes = new List<TimetableNote>();
        foreach (var other in later.Where(r => r.Room is null || r.Room == row.Room || r.Start >= forEverybody))
        {
            var (start, end) = (other.Start + by, other.End + by);
            if (!timetable.IsWritable(other.Date, start, end))
                notes.Add(new(TimetableNoteKind.StaysOnItsDay, other.Slug));
            else if (timetable.IsInHalfDay(other, other.Start) && !timetable.IsInHalfDay(other, start))
                notes.Add(new(TimetableNoteKind.StaysInItsHalfDay, other.Slug));
            else
                moved.Add(other with { Start = start, End = end });
        }
        return new(timetable.With(moved), notes);
    }

    private static EditedResult Remove(EditedTimetable timetable, EditedRow row) =>
        Done(
            timetable with
            {
                Rows = [.. timetable.Rows.Where(r => r != row)],
                Tray = row.Code is { } code
                    ? [.. timetable.Tray, new(code, row.Title.In(Language.English), row.Kind, row.Speakers)]
                    : timetable.Tray,
            }
        );

    private static EditedResult Insert(EditedTimetable timetable, TimetableOperation.Insert asked)
    {
        if (asked.Title.In(timetable.Workshop.Languages.First) is not { Length: > 0 } title)
            return Refused(timetable, TimetableNoteKind.NoTitle, "");
        return Add(
            timetable,
            asked.Place,
            asked.Start,
            asked.End,
            new()
            {
                Slug = FreeSlug(timetable, title),
                Date = default,
                Start = default,
                End = default,
                Kind = asked.Kind,
                Title = Complete(timetable, asked.Title)!,
            }
        );
    }

    private static EditedResult Schedule(EditedTimetable timetable, TimetableOperation.Schedule asked)
    {
        if (timetable.Tray.FirstOrDefault(t => t.Code == asked.Code) is not { } talk)
            return Refused(timetable, TimetableNoteKind.NoSuchTalk, asked.Code);
        var row = new EditedRow
        {
            Slug = talk.Code,
            Code = talk.Code,
            Date = default,
            Start = default,
            End = default,
            Kind = talk.Kind,
            Title = Localized.Same(talk.Title),
            Speakers = talk.Speakers,
        };
        var result = Add(timetable, asked.Place, asked.Start, asked.End, row);
        return result.Notes.Count > 0 ? result : Done(result.Timetable with { Tray = [.. timetable.Tray.Where(t => t != talk)] });
    }

    private static EditedResult Add(EditedTimetable timetable, TimetablePlace place, TimeOnly start, TimeOnly end, EditedRow row)
    {
        if (Placed(timetable, place) is not { } at)
            return Refused(timetable, TimetableNoteKind.NoSuchSession, row.Slug);
        var (hours, why) = timetable.HoursOn(at.Date, start, end);
        if (hours is not { } found)
            return Refused(timetable, why!.Value, row.Slug);
        var added = row with
        {
            Session = at.Session?.Number,
            Room = at.Session?.Room,
            Date = at.Date,
            Start = found.Start,
            End = found.End,
        };
        return Done(timetable with { Rows = EditedTimetable.InOrder(timetable.Rows.Append(added)) });
    }

    /// <summary>The session of a place and its day; null for a session that does not exist.</summary>
    private static (Session? Session, DateOnly Date)? Placed(EditedTimetable timetable, TimetablePlace place)
    {
        if (place.Session is null)
            return (null, place.Day ?? default);
        return timetable.FindSession(place.Session) is { } session ? (session, session.Date) : null;
    }

    /// <summary>A slug from a title that no row has and that does not look like the code of a talk.</summary>
    private static string FreeSlug(EditedTimetable timetable, string title)
    {
        var slug = Slug.From(title) is { Length: > 0 } found && !ContributionCode.TryParse(found, out _) ? found : "slot";
        slug = slug[..Math.Min(slug.Length, Slug.MaxLength - 4)].TrimEnd('-');
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? slug : $"{slug}-{n}").First(s => timetable.Find(s) is null);
    }

    /// <summary>A text in one language stands for both, as in content files.</summary>
    private static Localized? Complete(EditedTimetable timetable, Localized? text) =>
        text is null ? null
        : timetable.Workshop.Languages.Second is null
            ? Localized.Of(timetable.Workshop.Languages.First, text.In(timetable.Workshop.Languages.First))
        : new(text.In(Language.French), text.In(Language.English));

    private static EditedResult OnRow(EditedTimetable timetable, string slug, Func<EditedRow, EditedResult> change) =>
        timetable.Find(slug) is { } row ? change(row) : Refused(timetable, TimetableNoteKind.NoSuchRow, slug);

    private static EditedResult Done(EditedTimetable timetable) => new(timetable, []);

    private static EditedResult Refused(EditedTimetable timetable, TimetableNoteKind why, string slug) => new(timetable, [new(why, slug)]);
}
