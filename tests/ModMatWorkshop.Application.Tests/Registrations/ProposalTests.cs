using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Answers of a form that wait for the owner of the address.</summary>
public sealed class ProposalTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_owner_applies_the_newest_proposal_and_it_is_gone(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await SendAsync(database, d => d with { Affiliation = "First" });
        var first = (await FindAsync(database))!;
        database.Time.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(database, d => d with { Affiliation = "Second" });
        Assert.Equal("Lovelace", (await database.FindAsync("ada"))!.Details.FamilyName);

        Assert.Equal(ChangeResult.Conflict, await UseAsync(database, first));
        Assert.Equal(ChangeResult.Done, await UseAsync(database, (await FindAsync(database))!));

        Assert.Equal("Second", (await database.FindAsync("ada"))!.Details.Affiliation);
        Assert.Null(await FindAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_discarded_proposal_is_gone_and_changes_nothing(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var before = (await database.FindAsync("ada"))!.Details;
        await SendAsync(database, d => d with { Affiliation = "Elsewhere" });
        var id = (await database.FindAsync("ada"))!.Id;
        var proposal = (await FindAsync(database))!;

        var result = await database.AskAsync(
            (db, queue) => new ProposalService(db, queue).DiscardAsync(id, proposal.SentAt.UtcTicks, CancellationToken.None)
        );

        Assert.Equal(ChangeResult.Done, result);
        Assert.Null(await FindAsync(database));
        Assert.Equal(before.Affiliation, (await database.FindAsync("ada"))!.Details.Affiliation);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_withdrawn_diet_leaves_the_proposal_too(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var details = (await database.FindAsync("ada"))!.Details;
        await database.ApplyAsync("ada", new ChangeDetails(details with { Diet = "vegan" }));
        await SendAsync(database, d => d with { Diet = "vegan", Affiliation = "Elsewhere" });

        await database.ApplyAsync("ada", new ChangeDetails(details with { Diet = null }));

        var proposal = (await FindAsync(database))!;
        Assert.Equal((null, "Elsewhere"), (proposal.Details.Diet, proposal.Details.Affiliation));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_proposal_waits_thirty_days_at_most_and_goes_with_the_registration(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "cat");
        foreach (var name in new[] { "ada", "ben", "cat" })
            await SendAsync(database, d => d with { Affiliation = "Elsewhere" }, name);
        await database.CancelAsync("ben");
        await database.EraseAsync("cat");
        await database.RunMaintenanceAsync();
        Assert.Equal((true, false), (await FindAsync(database, "ada") is not null, await FindAsync(database, "ben") is not null));

        await database.WaitAsync(AnswerProposal.Lifetime);

        await using var db = database.Open();
        Assert.Equal(0, await db.AnswerProposals.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_corrected_address_takes_the_proposal_away_from_the_person_it_was_not_meant_for(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await SendAsync(database, d => d with { Affiliation = "Elsewhere" }, form: "one form");

        await database.RegisterAsync("ida", form: "one form", corrects: "ada");

        Assert.Null(await FindAsync(database));
        Assert.Equal("ada seat, ida pending seat", await database.StandingAsync());
    }

    private static Task<string> SendAsync(
        RegistrationTestDatabase database,
        Func<RegistrationDetails, RegistrationDetails> other,
        string name = "ada",
        string? form = null
    ) => database.RegisterAsync(name, form: form, details: other(RegistrationTestDatabase.DetailsOf(name)));

    private static async Task<AnswerProposal?> FindAsync(RegistrationTestDatabase database, string name = "ada")
    {
        await using var db = database.Open();
        return await ProposalService.FindAsync(db, (await database.FindAsync(name))!.Id, CancellationToken.None);
    }

    private static async Task<ChangeResult> UseAsync(RegistrationTestDatabase database, AnswerProposal proposal)
    {
        var id = (await database.FindAsync("ada"))!.Id;
        return await database.AskAsync(
            (db, queue) => new ProposalService(db, queue).ApplyAsync(id, proposal.SentAt.UtcTicks, CancellationToken.None)
        );
    }
}
