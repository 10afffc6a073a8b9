using System.Globalization;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Programme.Editing;

namespace ModMatWorkshop.Domain.Tests.Programme.Editing;

/// <summary>Timetables written as lines, such as <c>o6 23 09:40-10:10 s2 @hall</c>, and rows as such lines.</summary>
internal static class Timetables
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Two half-days in one room, with a meal between them and an evening.</summary>
    public static EditedTimetable OneRoom =>
        Of(
            "i2 23 09:00-09:40 s2",
            "o6 23 09:40-10:10 s2",
            "coffee 23 10:10-10:30 s2",
            "o7 23 10:30-11:00 s2",
            "lunch 23 12:30-14:00",
            "i3 23 14:00-14:40 s3",
            "dinner 23 20:00-00:30"
        ) with
        {
            Tray = [new("o9", "Nine", SlotKind.Oral, ["Ada Lovelace"])],
        };

    /// <summary>Two rooms, and breaks for everybody.</summary>
    public static EditedTimetable TwoRooms =>
        Of(
            "o1 23 09:00-09:30 s1 @hall",
            "o5 23 09:00-09:45 s5 @studio",
            "o2 23 09:30-10:00 s1 @hall",
            "o6 23 09:45-10:10 s5 @studio",
            "coffee 23 10:20-10:50",
            "o3 23 10:50-11:20 s1 @hall",
            "o7 23 10:50-11:30 s5 @studio"
        );

    public static EditedTimetable Of(params IEnumerable<string> rows) =>
        new(
            Workshop,
            [
                Session(1, HalfDay.Morning, "hall"),
                Session(2, HalfDay.Morning),
                Session(3, HalfDay.Afternoon),
                Session(5, HalfDay.Morning, "studio"),
            ],
            EditedTimetable.InOrder(rows.Select(Row)),
            []
        );

    public static EditedRow Row(string line)
    {
        var parts = line.Split(' ');
        var hours = parts[2].Split('-').Select(h => TimeOnly.Parse(h, CultureInfo.InvariantCulture)).ToArray();
        var date = new DateOnly(2021, 9, int.Parse(parts[1], CultureInfo.InvariantCulture));
        var isTalk = ContributionCode.TryParse(parts[0], out _);
        return new()
        {
            Slug = parts[0],
            Code = isTalk ? parts[0] : null,
            Date = date,
            Start = At(date, hours[0]),
            End = At(SlotHours.EndDay(date, hours[0], hours[1]), hours[1]),
            Session = parts.FirstOrDefault(p => p[0] == 's' && p.Length == 2) is { } session ? session[1] - '0' : null,
            Room = parts.FirstOrDefault(p => p[0] == '@')?[1..],
            Kind = isTalk ? SlotKind.Oral : SlotKind.Break,
            Title = Localized.Same(parts[0]),
            Cancelled = parts.Contains("cancelled"),
        };
    }

    public static IEnumerable<string> Lines(EditedTimetable timetable) => timetable.Rows.Select(r => Line(timetable, r));

    /// <summary>The rows that differ, as they are after the operations.</summary>
    public static IEnumerable<string> Changed(EditedTimetable before, EditedTimetable after) => Lines(after).Except(Lines(before));

    public static string Line(EditedTimetable timetable, EditedRow row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Slug} {row.Date:dd} {timetable.Hour(row.Start):HH\\:mm}-{timetable.Hour(row.End):HH\\:mm}"
        )
        + (row.Session is { } session ? $" s{session}" : "")
        + (row.Room is { } room ? $" @{room}" : "")
        + (row.Cancelled ? " cancelled" : "");

    private static DateTimeOffset At(DateOnly date, TimeOnly hour) =>
        LocalHours.TryToInstant(date, hour, Paris, out var instant) ? instant : throw new FormatException();

    private static Session Session(int number, HalfDay half, string? room = null) =>
        new()
        {
            Number = number,
            Date = new(2021, 9, 23),
            HalfDay = half,
            Room = room,
        };

    private static Workshop Workshop =>
        new()
        {
            Slug = "w",
            Acronym = "W",
            Edition = "2021",
            Title = Localized.Same("W"),
            Subtitle = Localized.Same(""),
            Summary = Localized.Same(""),
            Start = new(2021, 9, 22),
            End = new(2021, 9, 24),
            TimeZoneId = "Europe/Paris",
            UidDomain = "w.example",
            Seats = 50,
            Reserved = 0,
            RegistrationOpens = default,
            RegistrationCloses = default,
            Venue = new("V", null, [], "", "", "FR"),
            Rooms = [new("hall", Localized.Same("Hall")), new("studio", Localized.Same("Studio"))],
            Committee = [],
            Sponsors = [],
            IntroductionHtml = Localized.Same(""),
        };
}
