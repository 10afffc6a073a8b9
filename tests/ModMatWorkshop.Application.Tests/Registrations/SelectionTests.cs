using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.DatabaseSearch;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Applications on both databases: decisions of many, at once, undone, and their erasure.</summary>
public sealed class SelectionTests
{
    private const string Diet = "ni-arachides-ni-lupin";

    [Theory, OnSqlite, OnPostgres]
    public Task Of_100_applicants_80_are_accepted_in_two_windows_at_once_and_50_get_a_seat(Engine engine) => AcceptEightyAsync(engine);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_100_applicants_80_are_accepted_in_two_windows_at_once_and_50_get_a_seat_each_time(Engine engine)
    {
        for (var round = 0; round < 4; round++)
            await AcceptEightyAsync(engine);
    }

    private static async Task AcceptEightyAsync(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 50);
        await host.Database.OnApplicationAsync();
        await host.Database.ApplicantsAsync(Enumerable.Range(1, 100).Select(n => $"p{n}"));
        var numbers = Enumerable.Range(1, 80).ToList();
        var one = await BeginAsync(host, BatchKind.Accept, numbers, new("Welcome", "by the list"));
        var two = await BeginAsync(host, BatchKind.Accept, numbers.AsEnumerable().Reverse(), new("Welcome", "by the list"));

        await Task.WhenAll(RunAllAsync(host, 1), RunAllAsync(host, 2));

        var all = await host.Database.AllAsync();
        Assert.Equal(
            (50, 30, 20),
            (
                all.Count(r => r.Place == Place.Seat),
                all.Count(r => r.Place == Place.WaitingList),
                all.Count(r => r is { Status: RegistrationStatus.Applied, Place: Place.None })
            )
        );
        Assert.Equal(Enumerable.Range(1, 50), all.Where(r => r.HoldsSeat).Select(r => r.SeatNumber!.Value).Order());
        var items = (await host.ItemsAsync(one)).Concat(await host.ItemsAsync(two)).ToLookup(i => i.Answer);
        Assert.Equal((80, 80), (items["Done"].Count() + items["Queued"].Count(), items["NoChange"].Count()));
        await using var db = host.Database.Open();
        var mailed = await db.Outbox.Where(m => m.Kind == MailKind.ApplicationAccepted).Select(m => m.RegistrationId).ToListAsync();
        Assert.Equal((80, 80), (mailed.Count, mailed.Distinct().Count()));
        // The line is in the order in which the acceptances were logged.
        var accepted = await db
            .AuditLog.Where(e => e.Action == "accepted the application" && (e.Result == "Seat" || e.Result == "Queued"))
            .OrderBy(e => e.Id)
            .Select(e => e.Registration!.Value)
            .ToListAsync();
        Assert.Equal(80, accepted.Count);
        Assert.Equal(accepted.Skip(50), all.Where(r => r.LineNumber is not null).OrderBy(r => r.LineNumber).Select(r => r.Number));
        Assert.Equal(80, await db.RegistrationNotes.CountAsync(n => n.Text == "by the list"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_preview_of_decisions_matches_their_results_and_saves_nothing(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 2);
        await host.Database.OnApplicationAsync();
        await host.Database.ApplicantsAsync("p1", "p2", "p3", "p4");
        await host.Database.RegisterAsync("p5");
        await host.Database.DecideAsync("p2", new DeclineApplication());

        var previewed = await host.PreviewAsync(BatchKind.Accept, Enumerable.Range(1, 5));
        Assert.Equal(
            [ChangeResult.Done, ChangeResult.Conflict, ChangeResult.Done, ChangeResult.Queued, ChangeResult.InvalidState],
            previewed.Select(p => p.Preview.Result)
        );
        Assert.Equal(0, await host.LoggedAsync("accepted the application"));
        var batch = await BeginAsync(host, BatchKind.Accept, Enumerable.Range(1, 5), new(null, null));
        await host.RunAsync();
        Assert.Equal("1 Done, 2 Conflict, 3 Done, 4 Queued, 5 InvalidState", await host.AnswersAsync(batch));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_of_decisions_can_be_undone_for_those_who_have_not_changed(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 2);
        await host.Database.OnApplicationAsync();
        await host.Database.ApplicantsAsync("p1", "p2", "p3");
        var batch = await BeginAsync(host, BatchKind.Accept, [1, 2, 3], new("Welcome", null));
        await host.RunAsync();
        await host.Database.CancelAsync("p2");

        var undo = await host.WithBatchesAsync(b =>
            b.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await host.RunAsync();

        Assert.Equal("1 Done, 2 Conflict, 3 Done", await host.AnswersAsync(undo!));
        Assert.Equal(
            [RegistrationStatus.Applied, RegistrationStatus.Cancelled, RegistrationStatus.Applied],
            (await host.Database.AllAsync()).Select(r => r.Status)
        );
        Assert.EndsWith("ApplicationAccepted, ApplicationReopened", await host.Database.MailsAsync("p1"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_person_gets_the_answer_and_the_note_and_loses_diet_after_ten_minutes(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.OnApplicationAsync();
        await database.ApplicantsAsync("ada", "ben");
        foreach (var name in new[] { "ada", "ben" })
            await database.ApplyAsync(name, new ChangeDetails((await database.FindAsync(name))!.Details with { Diet = Diet + name }));
        Assert.Equal(ChangeResult.Done, await database.DecideAsync("ada", new DeclineApplication("Full"), "too junior"));
        await database.WaitAsync(TimeSpan.FromMinutes(9));
        Assert.Contains("Registrations", await TablesWithAsync(database, Diet + "ada"));

        await database.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([], await TablesWithAsync(database, Diet + "ada"));
        Assert.Contains("Registrations", await TablesWithAsync(database, Diet + "ben"));
        var ada = (await database.FindAsync("ada"))!;
        Assert.Equal((RegistrationStatus.Declined, Place.None, "Full"), (ada.Status, ada.Place, ada.SelectionReason));
        Assert.Equal("ConfirmAddress, ApplicationReceived, ApplicationDeclined", await database.MailsAsync("ada"));
        await using var db = database.Open();
        Assert.Equal(["too junior"], await db.RegistrationNotes.Select(n => n.Text).ToListAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_application_that_nobody_confirms_is_erased_and_a_confirmed_one_stays(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.OnApplicationAsync();
        await database.ApplicantsAsync("ada");
        await database.RegisterAsync("ben");
        await database.WaitAsync(TimeSpan.FromDays(8));
        Assert.Equal(["ada@lab.example"], (await database.AllAsync()).Select(r => r.Email));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Applicants_and_declined_people_get_no_reminder_of_the_workshop(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.OnApplicationAsync();
        await database.ApplicantsAsync("ada", "ben", "cat");
        await database.DecideAsync("ben", new DeclineApplication());
        await database.DecideAsync("cat", new AcceptApplication());
        database.Time.SetUtcNow(new(2030, 3, 29, 12, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        await using var db = database.Open();
        var reminded = await db.Outbox.Where(m => m.Kind == MailKind.DayBefore).Select(m => m.RegistrationId).ToListAsync();
        Assert.Equal([(await database.FindAsync("cat"))!.Id], reminded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_filtered_by_what_became_of_the_applications(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("eve");
        await database.OnApplicationAsync();
        await database.ApplicantsAsync("ada", "ben", "cat", "dan");
        await database.RegisterAsync("fay");
        await database.DecideAsync("ben", new AcceptApplication());
        await database.DecideAsync("cat", new DeclineApplication());
        await database.DecideAsync("dan", new DeclineApplication(MayFollow: true));
        await using var db = database.Open();
        Assert.Equal(
            ["applied: ada", "accepted: ben", "declined: cat, dan"],
            new[] { Selection.Applied, Selection.Accepted, Selection.Declined }.Select(selection =>
                $"{selection.ToString().ToLowerInvariant()}: "
                + string.Join(
                    ", ",
                    new AttendeeQuery { Selection = selection }
                        .In(db)
                        .Select(r => r.Details.GivenName)
                )
            )
        );
        var query = new AttendeeQuery { Selection = Selection.Declined };
        Assert.Equal("?selection=declined", query.ToQueryString());
        Assert.Equal(query, AttendeeQuery.Read(QueryParameters.Parse(query.ToQueryString())));
    }

    private static Task<Batch> BeginAsync(BatchTestHost host, BatchKind kind, IEnumerable<int> numbers, SelectionReasons reasons) =>
        host.WithBatchesAsync(b =>
            b.BeginSelectionAsync(Guid.NewGuid(), kind, numbers, reasons, RegistrationTestDatabase.Organiser, CancellationToken.None)
        );

    private static async Task RunAllAsync(BatchTestHost host, int instance)
    {
        var runner = host.Runner(instance);
        while (await runner.RunOnceAsync(CancellationToken.None)) { }
    }
}
