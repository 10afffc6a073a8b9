using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Printables;

/// <summary>A person who watched the stream of a half-day.</summary>
/// <param name="Heartbeats">How many heartbeats their page sent.</param>
public sealed record RemotePresence(Registration Person, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int Heartbeats)
{
    /// <summary>
    /// Everybody who watched the stream, by half-day and name. Leaves out people who were in the room: the other sheet has them.
    /// </summary>
    public static async Task<ILookup<HalfDayId, RemotePresence>> ReadAsync(WorkshopDb db, CancellationToken cancel) =>
        (
            await db
                .Presences.AsNoTracking()
                .Where(p => p.Heartbeats > 0)
                .Join(db.Registrations.AsNoTracking(), p => p.RegistrationId, r => r.Id, (presence, person) => new { presence, person })
                .ToListAsync(cancel)
        )
            .Where(p => p.presence.Attended == Attendance.Remote)
            .OrderBy(p => p.person.SortKey, StringComparer.Ordinal)
            .ThenBy(p => p.person.Number)
            .ToLookup(
                p => new HalfDayId(p.presence.Date, p.presence.Half),
                p => new RemotePresence(p.person, p.presence.FirstHeartbeat!.Value, p.presence.LastHeartbeat!.Value, p.presence.Heartbeats)
            );
}

/// <summary>The sign-in sheet of one half-day, and the people who watched its stream.</summary>
/// <param name="Hours">Null when the whole half-day is cancelled.</param>
/// <param name="Expected">The people who attend in person, by name.</param>
public sealed record SignInSheet(
    HalfDayId HalfDay,
    IReadOnlyList<Session> Sessions,
    HalfDayHours? Hours,
    IReadOnlyList<Registration> Expected,
    IReadOnlyList<RemotePresence> Remote
)
{
    /// <summary>Lines without a name, for people who were not expected. More of them fill the last page.</summary>
    public const int EmptyLines = 5;

    /// <summary>In lines of ordinary height.</summary>
    private const int LinesOnAPage = 20;

    private const int RemoteLinesOnAPage = 24;

    /// <summary>
    /// The lines of each page; null is an empty line. Pages are cut here, not by the browser, because each states the total number of
    /// pages.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Registration?>> Pages
    {
        get
        {
            var pages = Cut(Expected.Concat(Enumerable.Repeat<Registration?>(null, EmptyLines)), LinesOnAPage, r =>
                r is null ? 1 : LinesOf(r)
            );
            var last = (List<Registration?>)pages[^1];
            last.AddRange(Enumerable.Repeat<Registration?>(null, Math.Max(0, LinesOnAPage - last.Sum(r => r is null ? 1 : LinesOf(r)))));
            return pages;
        }
    }

    public IReadOnlyList<IReadOnlyList<RemotePresence>> RemotePages =>
        Remote.Count == 0 ? [] : Cut(Remote, RemoteLinesOnAPage, p => LinesOf(p.Person));

    /// <param name="only">The half-day to read; null for all.</param>
    /// <param name="remote">Returns the people who watched the stream of a half-day.</param>
    public static async Task<IReadOnlyList<SignInSheet>> ReadAsync(
        WorkshopDb db,
        Schedule schedule,
        HalfDayId? only,
        Func<HalfDayId, IReadOnlyList<RemotePresence>> remote,
        CancellationToken cancel
    )
    {
        var seated = await db
            .Registrations.AsNoTracking()
            .Where(r => r.Status == RegistrationStatus.Confirmed && r.Place == Place.Seat)
            .OrderBy(r => r.SortKey)
            .ThenBy(r => r.Number)
            .ToListAsync(cancel);
        var hours = HalfDayHours.Of(schedule.Sessions, schedule.Slots).ToDictionary(h => h.HalfDay);
        return
        [
            .. from session in schedule.Sessions
            group session by new HalfDayId(session.Date, session.HalfDay) into half
            where only is null || half.Key == only
            orderby half.Key.Date, half.Key.Half
            select new SignInSheet(
                half.Key,
                [.. half.OrderBy(s => s.Number)],
                hours.GetValueOrDefault(half.Key),
                [.. seated.Where(r => r.AttendanceAt(half.Key.Date, half.Key.Half) == Attendance.InPerson)],
                remote(half.Key)
            ),
        ];
    }

    /// <summary>How many ordinary lines a person needs: a very long name needs more than one.</summary>
    private static int LinesOf(Registration person)
    {
        // In millimetres: the columns are 58 and 46 wide, in 10 and 8 points. An ordinary line is 10 high and holds two lines of text.
        var name = TextWidth.Lines(person.Details.FamilyNameFirst, 58 / 3.53) * 4.4;
        var affiliation = TextWidth.Lines(person.Details.Affiliation, 46 / 2.82) * 3.5;
        return (int)Math.Ceiling((Math.Max(name, affiliation) + 1) / 10);
    }

    private static List<IReadOnlyList<T>> Cut<T>(IEnumerable<T> lines, int most, Func<T, int> linesOf)
    {
        List<IReadOnlyList<T>> pages = [];
        var left = 0;
        foreach (var line in lines)
        {
            if (left < linesOf(line))
            {
                pages.Add(new List<T>());
                left = most;
            }
            ((List<T>)pages[^1]).Add(line);
            left -= linesOf(line);
        }
        return pages;
    }
}
