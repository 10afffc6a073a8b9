using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Late changes on both databases: asked for, decided one by one and many at once, taken back and erased.</summary>
public sealed class LateChangeTests
{
    private static readonly Actor Organiser = RegistrationTestDatabase.Organiser;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_change_waits_beside_answers_of_another_form_and_counts_once_approved(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.EndChangesAsync();
        Assert.Equal(ChangeResult.AwaitsApproval, await AskAsync(database, "ada", "lunch"));
        await database.RegisterAsync(
            "ada",
            form: "other",
            details: RegistrationTestDatabase.DetailsOf("ada") with
            {
                Affiliation = "Else",
            }
        );

        Assert.Equal((1, 1), await CountsAsync(database));
        Assert.Equal(ChangeResult.Done, await database.ApplyAsync("ada", new ApproveChange(), Organiser));

        Assert.Equal(((1, 0), "lunch"), (await CountsAsync(database), await MealsAsync(database, "ada")));
        Assert.EndsWith(", ChangeApproved", await database.MailsAsync("ada"), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_request_takes_the_place_of_the_first_and_its_owner_takes_it_back(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.EndChangesAsync();
        await AskAsync(database, "ada", "lunch");
        database.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(database, "ada", "dinner");
        var asked = (await LateAsync(database, "ada"))!;
        Assert.Equal("dinner", asked.Details.Meals.Single());

        var id = asked.RegistrationId;
        var result = await database.AskAsync(
            (db, queue) => new ProposalService(db, queue).TakeBackAsync(id, asked.SentAt.UtcTicks, CancellationToken.None)
        );

        Assert.Equal((ChangeResult.Done, (0, 0)), (result, await CountsAsync(database)));
        Assert.Equal(ChangeResult.NoChange, await database.ApplyAsync("ada", new ApproveChange(), Organiser));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_are_refused_at_once_as_the_preview_says_and_two_windows_decide_each_once(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 3);
        var database = host.Database;
        await database.SeatAsync("p1", "p2", "p3");
        await database.EndChangesAsync();
        await AskAsync(database, "p1", "lunch");
        await AskAsync(database, "p3", "lunch");
        var previewed = await host.PreviewAsync(BatchKind.RefuseChange, [1, 2, 3]);
        Assert.Equal([ChangeResult.Done, ChangeResult.NoChange, ChangeResult.Done], previewed.Select(p => p.Preview.Result));

        var one = await BeginAsync(host, BatchKind.RefuseChange);
        var two = await BeginAsync(host, BatchKind.RefuseChange);
        await host.RunAsync();

        Assert.Equal("1 Done, 2 NoChange, 3 Done", await host.AnswersAsync(one));
        Assert.Equal("1 NoChange, 2 NoChange, 3 NoChange", await host.AnswersAsync(two));
        Assert.Equal(("Ordered already", false), ((await LateAsync(database, "p1"))!.Reason, (await LateAsync(database, "p3"))!.Waits));
        Assert.EndsWith(", ChangeRefused", await database.MailsAsync("p1"), StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Empty(
            await new AttendeeQuery { AsksForChange = true }
                .In(db)
                .ToListAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_are_approved_at_once(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 3);
        await host.Database.SeatAsync("p1", "p2", "p3");
        await host.Database.EndChangesAsync();
        await AskAsync(host.Database, "p1", "lunch");
        await host.Database.ApplyAsync("p2", new FollowRemotely());

        var batch = await BeginAsync(host, BatchKind.ApproveChange);
        await host.RunAsync();

        Assert.Equal("1 Done, 2 Done, 3 NoChange", await host.AnswersAsync(batch));
        Assert.Equal(("lunch", Place.Remote), (await MealsAsync(host.Database, "p1"), (await host.Database.FindAsync("p2"))!.Place));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_outlives_thirty_days_a_refusal_does_not_and_a_cancellation_ends_both(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "cat");
        await database.EndChangesAsync();
        foreach (var name in new[] { "ada", "ben", "cat" })
            await AskAsync(database, name, "lunch");
        await database.ApplyAsync("ben", new RefuseChange(), Organiser);
        await database.CancelAsync("cat");
        await database.RunMaintenanceAsync();
        Assert.Equal((0, 2), await CountsAsync(database));

        await database.WaitAsync(AnswerProposal.Lifetime);

        Assert.NotNull(await LateAsync(database, "ada"));
        Assert.Equal((0, 1), await CountsAsync(database));
        await database.EraseAsync("ada");
        Assert.Equal((0, 0), await CountsAsync(database));
    }

    private static async Task<ChangeResult> AskAsync(RegistrationTestDatabase database, string name, string meal) =>
        await database.ApplyAsync(name, new ChangeDetails(RegistrationTestDatabase.DetailsOf(name) with { Meals = [meal] }));

    private static async Task<string> MealsAsync(RegistrationTestDatabase database, string name) =>
        string.Join(' ', (await database.FindAsync(name))!.Details.Meals);

    private static async Task<AnswerProposal?> LateAsync(RegistrationTestDatabase database, string name)
    {
        await using var db = database.Open();
        return await ProposalService.FindLateAsync(db, (await database.FindAsync(name))!.Id, CancellationToken.None);
    }

    /// <summary>The proposals that wait for their owner, and late changes.</summary>
    private static async Task<(int Owner, int Late)> CountsAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return (await db.AnswerProposals.CountAsync(p => !p.IsLate), await db.AnswerProposals.CountAsync(p => p.IsLate));
    }

    private static Task<Batch> BeginAsync(BatchTestHost host, BatchKind kind) =>
        host.WithBatchesAsync(b =>
            b.BeginSelectionAsync(Guid.NewGuid(), kind, [1, 2, 3], new("Ordered already", null), Organiser, CancellationToken.None)
        );
}
