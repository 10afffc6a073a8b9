using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <content>The programme, its people and what is counted.</content>
public sealed partial class ProgrammeChangeTests
{
    /// <summary>
    /// 76 people: 40 with a seat, 30 remote, 6 cancelled. The first 30 attend everything; of the others, ten miss each half-day.
    /// </summary>
    private static async Task<RegistrationTestDatabase> WithPeopleAsync(Engine engine, ContentSample content)
    {
        var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.ImportAsync(content);
        await using var db = database.Open();
        for (var number = 1; number <= 76; number++)
        {
            var person = Registration.New(
                Guid.NewGuid(),
                number,
                string.Create(CultureInfo.InvariantCulture, $"ticket {number}"),
                RegistrationTestDatabase.AddressOf($"p{number}")
            );
            var attendance = number <= 40 ? Attendance.InPerson : Attendance.Remote;
            person.Begin(
                RegistrationTestDatabase.DetailsOf($"p{number}") with
                {
                    HalfDays =
                    [
                        .. Sessions.Where((_, index) => Misses(number) != index).Select(s => new HalfDayChoice(s.Date, s.Half, attendance)),
                    ],
                    Meals = [.. Sessions.Where(s => number % 5 != s.Number).Select(s => $"coffee-{s.Number}")],
                },
                attendance,
                $"form {number}",
                database.Time.GetUtcNow()
            );
            if (number <= 40)
                person.AssignSeat(number, fromReserve: false);
            else
                person.FollowRemotely();
            person.Confirm(database.Time.GetUtcNow());
            if (number > 70)
                person.Cancel(database.Time.GetUtcNow());
            db.Registrations.Add(person);
        }
        (await db.WorkshopStates.SingleAsync()).LastNumber = 76;
        await db.SaveChangesAsync();
        // Some history.
        await UpdateDetailsAsync(database, "p1", d => d with { Affiliation = "LAAS" });
        return database;
    }

    /// <summary>The index of the half-day that a person does not attend: ten people for each, none for the first thirty.</summary>
    private static int Misses(int number) => number <= 30 || number > 70 ? -1 : (number - 31) / 10;

    private static ContentSample Programme()
    {
        var content = new ContentSample();
        content.Replace("workshop.md", "end: 2030-03-31", "end: 2030-04-01");
        content.Replace("workshop.md", "start: \"09:00\", end: \"10:00\", slug: visit", "start: \"18:00\", end: \"19:00\", slug: visit");
        foreach (var (number, date, half) in Sessions)
            content.Write($"sessions/session-{number}.md", Session(number, date, half));
        return content;
    }

    private static void Move(ContentSample content)
    {
        content.Replace("workshop.md", "start: 2030-03-30\nend: 2030-04-01", "start: 2030-04-13\nend: 2030-04-15");
        content.Replace("workshop.md", "date: 2030-03-31", "date: 2030-04-14");
        foreach (var (number, date, half) in Sessions.Where(s => s.Number != 3))
            content.Write($"sessions/session-{number}.md", Session(number, date.AddDays(Days), half));
        content.Delete("sessions/session-3.md");
        content.Write("sessions/session-5.md", Session(5, Added.Date, Added.Half));
    }

    private static string Session(int number, DateOnly date, HalfDay half)
    {
        var hour = half == HalfDay.Morning ? 9 : 14;
        const string title = "title: { fr: \"Exposé\", en: \"Talk\" }";
        var talk = number switch
        {
            1 => "{ start: \"14:00\", end: \"14:30\", contribution: I1 }",
            2 => $"{{ start: \"{hour:00}:00\", end: \"{hour:00}:30\", contribution: O1 }}",
            _ => $"{{ start: \"{hour:00}:00\", end: \"{hour:00}:30\", slug: talk-{number}, kind: opening, {title} }}",
        };
        return $"""
            ---
            session: {number}
            date: {date:yyyy-MM-dd}
            half_day: {(half == HalfDay.Morning ? "morning" : "afternoon")}
            slots:
              - {talk}
              - {"{"} start: "{hour:00}:30", end: "{hour
                + 1:00}:00", slug: coffee-{number}, kind: break, title: {"{ fr: \"Pause\", en: \"Break\" }"} {"}"}
            ---
            """;
    }

    private static HalfDayId Moved(HalfDayId half) => half with { Date = half.Date.AddDays(Days) };

    private static async Task<IReadOnlyList<(HalfDayId Half, int InPerson, int Remote)>> CountsAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        var counts = new List<(HalfDayId, int, int)>();
        foreach (var half in await AttendeeReports.HalfDaysAsync(db, CancellationToken.None))
            counts.Add((half, await CountAsync(half, Attendance.InPerson), await CountAsync(half, Attendance.Remote)));
        return counts;

        Task<int> CountAsync(HalfDayId half, Attendance attendance) =>
            new AttendeeQuery { HalfDay = half.Key, HalfDayAttendance = attendance }
                .Filtered(db)
                .CountAsync();
    }

    private static async Task<IReadOnlyList<(HalfDayId Half, string? Meal, int People)>> CatererAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        var half = Dropped;
        var servings = new List<(HalfDayId, string?, int)>();
        foreach (var serving in (await AttendeeReports.CatererAsync(db, CancellationToken.None)).Servings)
        {
            // A break follows its half-day.
            half = serving.Half is { } own ? new(serving.Date, own) : half;
            servings.Add((half, serving.Meal?.Slug, serving.People));
        }
        return servings;
    }

    private static async Task<IReadOnlyList<(HalfDayId Half, string Names)>> ReceptionAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        var days = await AttendeeReports.ReceptionListAsync(db, CancellationToken.None);
        return
        [
            .. from half in await AttendeeReports.HalfDaysAsync(db, CancellationToken.None)
            let day = days.Single(d => d.Date == half.Date)
            select (
                half,
                string.Join(' ', day.Names.Where(n => half.Half == HalfDay.Morning ? n.Morning : n.Afternoon).Select(n => n.Number))
            ),
        ];
    }

    private static async Task<int> AsideAsync(WorkshopDb db) =>
        (await db.Registrations.AsNoTracking().ToListAsync()).Count(r =>
            r.Status != RegistrationStatus.Cancelled && r.Details.SetAside.HalfDays.Count > 0
        );

    private static Task<T> AskAsync<T>(RegistrationTestDatabase database, Func<ProgrammeChangeService, Task<T>> ask) =>
        database.AskAsync((db, queue) => ask(new(db, queue)));
}
