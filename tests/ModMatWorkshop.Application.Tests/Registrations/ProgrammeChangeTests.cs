using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>
/// A workshop of 30 March 2030 in the afternoon, 31 March and 1 April in the morning has 76 registrations. Then it moves by 14 days, one
/// session is dropped and another one is added.
/// </summary>
public sealed partial class ProgrammeChangeTests
{
    private const int Days = 14;
    private static readonly DateOnly First = new(2030, 3, 30);

    private static readonly (int Number, DateOnly Date, HalfDay Half)[] Sessions =
    [
        (1, First, HalfDay.Afternoon),
        (2, First.AddDays(1), HalfDay.Morning),
        (3, First.AddDays(1), HalfDay.Afternoon),
        (4, First.AddDays(2), HalfDay.Morning),
    ];

    private static readonly HalfDayId Dropped = new(First.AddDays(1), HalfDay.Afternoon);
    private static readonly HalfDayId Added = new(First.AddDays(2 + Days), HalfDay.Afternoon);

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobodys_answers_are_lost_when_the_workshop_moves_and_a_session_is_dropped_and_one_added(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        var before = await CountsAsync(database);
        var caterer = await CatererAsync(database);
        var reception = await ReceptionAsync(database);

        Move(content);
        await database.ImportAndAgreeAsync(content);

        Assert.Equal(
            before.Where(c => c.Half != Dropped).Select(c => (Moved(c.Half), c.InPerson, c.Remote)).Append((Added, 0, 0)),
            (await CountsAsync(database)).Select(c => (c.Half, c.InPerson, c.Remote))
        );
        Assert.Equal(
            caterer.Where(s => s.Half != Dropped && s.Meal != "coffee-3").Select(s => (Moved(s.Half), s.Meal, s.People)),
            (await CatererAsync(database)).Where(s => s.Half != Added && s.Meal != "coffee-5").Select(s => (s.Half, s.Meal, s.People))
        );
        // On the second day only the morning is left.
        Assert.Equal(
            reception.Where(d => d.Half != Dropped).Select(d => (Moved(d.Half), d.Names)),
            (await ReceptionAsync(database)).Where(d => d.Half != Added).Select(d => (d.Half, d.Names))
        );
        await using var db = database.Open();
        Assert.Equal(before.Where(c => c.Half == Dropped).Sum(c => c.InPerson + c.Remote), await AsideAsync(db));
        // Nobody is told before an organiser decides.
        Assert.Equal(0, await db.Outbox.CountAsync(m => m.Kind == MailKind.ProgrammeChanged));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_dropped_session_brings_its_answers_back_and_a_reversal_restores_everything(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        var (counts, caterer) = (await CountsAsync(database), await CatererAsync(database));
        var history = await AllChangesAsync(database);

        Move(content);
        await database.ImportAndAgreeAsync(content);
        // Edits in the meantime keep what is set aside.
        await using (var db = database.Open())
            foreach (var person in await db.Registrations.AsNoTracking().Take(5).ToListAsync())
                await database.WithRegistrationsAsync(r =>
                    r.ApplyAsync(
                        person.Id,
                        new ChangeDetails(person.Details with { SetAside = AnswersAside.None, Affiliation = "CEMES" }),
                        Actor.Participant,
                        CancellationToken.None
                    )
                );
        using var again = Programme();
        await database.ImportAndAgreeAsync(again);

        Assert.Equal(counts, await CountsAsync(database));
        Assert.Equal(caterer, await CatererAsync(database));
        Assert.Equal(
            history.Select(c => string.Join(' ', c.Before.Details.HalfDays.Select(h => h.ToText()))),
            (await AllChangesAsync(database))
                .Take(history.Count)
                .Select(c => string.Join(' ', c.Before.Details.HalfDays.Select(h => h.ToText())))
        );
        await using var after = database.Open();
        // The session that was added and removed again could return too; nothing is left to decide.
        Assert.Equal(
            (0, 1, 0),
            (await AsideAsync(after), await after.DroppedHalfDays.CountAsync(), await after.ProgrammeChanges.CountAsync())
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Presences_move_with_their_sessions_even_onto_each_other(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        await using (var db = database.Open())
        {
            var ids = await db.Registrations.OrderBy(r => r.Number).Select(r => r.Id).Take(3).ToListAsync();
            foreach (var (session, index) in Sessions.Select((s, i) => (s, i)))
            foreach (var id in ids.Take(1 + index % 3))
                db.Presences.Add(Presence.StartedOnStream(id, new(session.Date, session.Half), database.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        }
        // Sessions 2 and 4 exchange their times, session 3 leaves.
        content.Write("sessions/session-2.md", Session(2, Sessions[3].Date, Sessions[3].Half));
        content.Write("sessions/session-4.md", Session(4, Sessions[1].Date, Sessions[1].Half));
        content.Delete("sessions/session-3.md");
        await database.ImportAndAgreeAsync(content);
        Assert.Equal([(Key(0), 1), (Key(1), 1), (Key(3), 2)], (await PresencesAsync()).Where(p => p.Key[0] == '2'));

        content.Write("sessions/session-3.md", Session(3, Sessions[2].Date, Sessions[2].Half));
        await database.ImportAndAgreeAsync(content);
        Assert.Equal([(Key(0), 1), (Key(1), 1), (Key(2), 3), (Key(3), 2)], await PresencesAsync());

        async Task<IReadOnlyList<(string Key, int)>> PresencesAsync()
        {
            await using var db = database.Open();
            return
            [
                .. (await db.Presences.ToListAsync())
                    .GroupBy(p => new HalfDayId(p.Date, p.Half))
                    .OrderBy(g => g.Key.Date)
                    .ThenBy(g => g.Key.Half)
                    .Select(g => (g.Key.Key, g.Count())),
            ];
        }

        static string Key(int index) => new HalfDayId(Sessions[index].Date, Sessions[index].Half).Key;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_organiser_sees_who_is_concerned_decides_once_and_each_person_gets_one_mail(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        Move(content);
        await database.ImportAndAgreeAsync(content);

        var open = (await AskAsync(database, s => s.FindOpenAsync(CancellationToken.None)))!;
        Assert.Equal(
            ["Moved 60", "Moved 60", "Dropped 60", "Moved 60", "Added 40"],
            open.HalfDays.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Change.Kind} {h.People.Count}"))
        );
        Assert.Equal(70, open.Told.Count);

        var decision = new ProgrammeDecision([Added.Key], Tell: true, AsksToCheck: true);
        Assert.Equal(
            70,
            await AskAsync(database, s =>
                s.DecideAsync(open.Change.Id, decision, RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
        );
        Assert.Null(
            await AskAsync(database, s =>
                s.DecideAsync(open.Change.Id, decision, RegistrationTestDatabase.Organiser, CancellationToken.None)
            )
        );
        Assert.Null(await AskAsync(database, s => s.FindOpenAsync(CancellationToken.None)));

        await using var db = database.Open();
        var mails = await db.Outbox.Where(m => m.Kind == MailKind.ProgrammeChanged).Select(m => m.RegistrationId).ToListAsync();
        Assert.Equal((70, 70), (mails.Count, mails.Distinct().Count()));
        Assert.Equal(40, (await CountsAsync(database)).Where(c => c.Half == Added).Sum(c => c.InPerson + c.Remote));
        Assert.Equal(40, (await database.LogAsync()).Count(l => l.StartsWith("organiser 1 | put down", StringComparison.Ordinal)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_check_says_before_the_import_what_becomes_of_the_answers(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        Move(content);
        await using var db = database.Open();
        Assert.Equal(
            [
                "Saturday 30 March, afternoon: moved to Saturday 13 April, afternoon. 60 people: the answers follow the session.",
                "Sunday 31 March, morning: moved to Sunday 14 April, morning. 60 people: the answers follow the session.",
                "Sunday 31 March, afternoon: no longer in the programme. 60 people: the answers are set aside and return with it.",
                "Monday 1 April, morning: moved to Monday 15 April, morning. 60 people: the answers follow the session.",
                "Monday 15 April, afternoon: added to the programme. 40 people: attending all the other half-days.",
            ],
            await ProgrammeChangePreview.LinesAsync(
                db,
                ContentFolder.Read(content.Folder),
                new Words(Language.English),
                CancellationToken.None
            )
        );
        Assert.Equal(0, await db.ProgrammeChanges.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_timetable_that_concerns_answers_waits_until_an_organiser_agrees_and_everything_else_is_live(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        var before = await CountsAsync(database);
        Move(content);
        content.Replace("contributions/o1.md", "Potentiels appris", "Champs appris");

        var waits = await database.ImportAsync(content);
        Assert.Equal(before, await CountsAsync(database));
        Assert.Equal(
            [
                "sessions/session-1.md Decision",
                "sessions/session-2.md Decision",
                "sessions/session-3.md Decision",
                "sessions/session-4.md Decision",
                "sessions/session-5.md Decision",
                "workshop.md Decision",
            ],
            waits.Content!.Waiting.Select(f => $"{f.Name} {f.Reason}")
        );
        await using var db = database.Open();
        Assert.Equal("Champs appris", (await db.Contributions.SingleAsync(c => c.Code == "o1")).Title);
        Assert.Equal(0, await db.ProgrammeChanges.CountAsync());

        // The same again, as after a restart; then other hours than the organiser has seen.
        var again = await database.ImportAsync(content);
        content.Write("sessions/session-5.md", Session(5, Added.Date.AddDays(-1), Added.Half));
        Assert.NotNull((await database.ImportAsync(content, again.WaitingTimetable!.TimetableHash)).WaitingTimetable);
        Assert.Equal(before, await CountsAsync(database));

        content.Write("sessions/session-5.md", Session(5, Added.Date, Added.Half));
        var live = await database.ImportAsync(content, again.WaitingTimetable.TimetableHash);
        Assert.Equal((0, null), (live.Content!.Waiting.Count, live.WaitingTimetable));
        Assert.Equal(Moved(before[0].Half), (await CountsAsync(database))[0].Half);
        Assert.Equal(1, await db.ProgrammeChanges.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Other_hours_within_a_half_day_are_live_at_once(Engine engine)
    {
        using var content = Programme();
        using var database = await WithPeopleAsync(engine, content);
        content.Replace("sessions/session-4.md", "start: \"09:00\"", "start: \"09:10\"");
        Assert.Equal((0, null), await WaitingAsync());

        // A timetable that nobody has answered for does not wait either.
        await using (var db = database.Open())
            await db.Registrations.ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, RegistrationStatus.Cancelled));
        Move(content);
        Assert.Equal((0, null), await WaitingAsync());

        async Task<(int, WorkshopContent?)> WaitingAsync() =>
            await database.ImportAsync(content) is var result ? (result.Content!.Waiting.Count, result.WaitingTimetable) : default;
    }
}
