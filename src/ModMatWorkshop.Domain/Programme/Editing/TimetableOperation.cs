using System.Globalization;

namespace ModMatWorkshop.Domain.Programme.Editing;

/// <summary>
/// A change of the timetable that an organiser asks for. Its text is a word and values between spaces, so that a form can carry the
/// operations that are not saved yet.
/// </summary>
public abstract record TimetableOperation
{
    public const int MaxTitle = 200;
    public const int MaxReason = 200;
    public const int MaxDelay = 240;

    private const string Nothing = "*";

    private TimetableOperation() { }

    /// <summary>Gives a row other hours on its day.</summary>
    public sealed record ChangeHours(string Row, TimeOnly Start, TimeOnly End) : TimetableOperation;

    /// <summary>Moves a row to an hour of a session or, outside sessions, of a day. It keeps its length.</summary>
    public sealed record Move(string Row, TimetablePlace Place, TimeOnly Start) : TimetableOperation;

    /// <summary>Exchanges two rows.</summary>
    public sealed record Swap(string Row, string With) : TimetableOperation;

    /// <param name="Room">Null for a row for everybody.</param>
    public sealed record ChangeRoom(string Row, string? Room) : TimetableOperation;

    public sealed record Cancel(string Row, Localized? Because) : TimetableOperation;

    /// <summary>Takes a cancellation back.</summary>
    public sealed record Restore(string Row) : TimetableOperation;

    /// <summary>Starts a row and those after it later.</summary>
    public sealed record StartLater(string Row, int Minutes) : TimetableOperation;

    /// <summary>Takes a row out of the timetable. A talk goes to the unscheduled ones.</summary>
    public sealed record Remove(string Row) : TimetableOperation;

    /// <summary>Adds a row without a contribution.</summary>
    public sealed record Insert(TimetablePlace Place, TimeOnly Start, TimeOnly End, SlotKind Kind, Localized Title) : TimetableOperation;

    /// <summary>Gives an unscheduled talk a slot.</summary>
    public sealed record Schedule(string Code, TimetablePlace Place, TimeOnly Start, TimeOnly End) : TimetableOperation;

    public string ToText() =>
        this switch
        {
            ChangeHours o => $"hours {o.Row} {Hour(o.Start)} {Hour(o.End)}",
            Move o => $"move {o.Row} {o.Place} {Hour(o.Start)}",
            Swap o => $"swap {o.Row} {o.With}",
            ChangeRoom o => $"room {o.Row} {o.Room ?? Nothing}",
            Cancel o => $"cancel {o.Row} {Escaped(o.Because?.Fr)} {Escaped(o.Because?.En)}",
            Restore o => $"restore {o.Row}",
            StartLater o => string.Create(CultureInfo.InvariantCulture, $"later {o.Row} {o.Minutes}"),
            Remove o => $"remove {o.Row}",
            Insert o => $"insert {o.Place} {Hour(o.Start)} {Hour(o.End)} {o.Kind} {Escaped(o.Title.Fr)} {Escaped(o.Title.En)}",
            Schedule o => $"schedule {o.Code} {o.Place} {Hour(o.Start)} {Hour(o.End)}",
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Null for a text that is not one of <see cref="ToText"/>.</summary>
    public static TimetableOperation? Parse(string text) =>
        text.Split(' ') switch
        {
            ["hours", var row, var from, var to] when HourIn(from) is { } start && HourIn(to) is { } end => new ChangeHours(
                row,
                start,
                end
            ),
            ["move", var row, var to, var at] when TimetablePlace.Parse(to) is { } place && HourIn(at) is { } start => new Move(
                row,
                place,
                start
            ),
            ["swap", var row, var with] => new Swap(row, with),
            ["room", var row, var room] => new ChangeRoom(row, room == Nothing ? null : room),
            ["cancel", var row, var fr, var en] when Texts(fr, en, MaxReason) is { IsValid: true } because => new Cancel(row, because.Text),
            ["restore", var row] => new Restore(row),
            ["later", var row, var by]
                when int.TryParse(by, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= MaxDelay =>
                new StartLater(row, minutes),
            ["remove", var row] => new Remove(row),
            ["insert", var at, var from, var to, var kind, var fr, var en]
                when TimetablePlace.Parse(at) is { } place
                    && HourIn(from) is { } start
                    && HourIn(to) is { } end
                    && KindIn(kind) is { } slotKind
                    && Texts(fr, en, MaxTitle) is { IsValid: true } title => new Insert(
                place,
                start,
                end,
                slotKind,
                title.Text ?? new Localized(null)
            ),
            ["schedule", var code, var at, var from, var to]
                when TimetablePlace.Parse(at) is { } place && HourIn(from) is { } start && HourIn(to) is { } end => new Schedule(
                code,
                place,
                start,
                end
            ),
            _ => null,
        };

    /// <summary>Reads <c>10:05</c>, also as people type it: <c>9:30</c>, <c>10h05</c>, <c>10 h</c>, <c>1005</c>.</summary>
    public static TimeOnly? HourIn(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c))).Replace('h', ':').Replace('H', ':').Replace('.', ':');
        if (text.EndsWith(':'))
            text += "00";
        if (!text.Contains(':', StringComparison.Ordinal) && text.Length is 3 or 4)
            text = text.Insert(text.Length - 2, ":");
        return TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : null;
    }

    private static string Hour(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The kind of a row without a contribution; talks have the kinds of their contributions.</summary>
    private static SlotKind? KindIn(string name) =>
        Enum.TryParse<SlotKind>(name, out var kind) && Enum.IsDefined(kind) && kind is not (SlotKind.Invited or SlotKind.Oral)
            ? kind
            : null;

    private static string Escaped(string? text) => text is { Length: > 0 } ? Uri.EscapeDataString(text) : Nothing;

    private static (bool IsValid, Localized? Text) Texts(string fr, string en, int longest)
    {
        var (french, english) = (Unescaped(fr), Unescaped(en));
        var isValid = new[] { french, english }.All(t => t is null || t.Length <= longest && !t.Any(char.IsControl));
        return (isValid, french is null && english is null ? null : new(french, english));

        static string? Unescaped(string text) =>
            text != Nothing && Uri.UnescapeDataString(text).Trim() is { Length: > 0 } found ? found : null;
    }
}

/// <summary>Where a row goes: into a session, or to a day outside sessions.</summary>
public readonly record struct TimetablePlace(int? Session, DateOnly? Day)
{
    public static TimetablePlace In(int session) => new(session, null);

    public static TimetablePlace On(DateOnly day) => new(null, day);

    public static TimetablePlace? Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? In(session)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? On(day)
        : null;

    public override string ToString() =>
        Session?.ToString(CultureInfo.InvariantCulture) ?? Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
