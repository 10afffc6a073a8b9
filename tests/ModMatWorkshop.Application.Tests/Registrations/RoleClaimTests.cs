using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>
/// Claims in the database. The programme names Ada Lovelace for I1 and P1, Émilie du Châtelet for O1, and Grace Hopper as a member of the
/// committee.
/// </summary>
public sealed class RoleClaimTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_filtered_by_confirmed_claimed_and_refused_roles(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "eve");
        await ClaimAsync(database, "ben", "o1");
        await DecideAsync(database, "ada", new ConfirmRole("i1", "ada Lovelace"));
        await DecideAsync(database, "ben", new RefuseRole("o1", "ben Lovelace"));
        await using var db = database.Open();

        Assert.Equal([1], await NumbersAsync(db, "?role=confirmed"));
        Assert.Equal([1], await NumbersAsync(db, "?role=claimed"));
        Assert.Equal([2], await NumbersAsync(db, "?role=refused"));
        Assert.Equal("?role=claimed", AttendeeQuery.Read(QueryParameters.Parse("?role=Claimed&x=y")).ToQueryString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_obvious_claims_are_confirmed_at_once_and_the_others_stay(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "eve");
        await ClaimAsync(database, "eve", "o1");
        Assert.Equal(["1 i1 None", "2 o1 OtherName", "1 p1 None"], await ClaimsAsync(database));

        // P1 was not on the page of the organiser, and Ada had another name there.
        SeenClaim[] seen = [new(1, "i1", "ada Lovelace"), new(2, "o1", "eve Lovelace"), new(1, "p1", "Ada Byron")];
        Assert.Equal(1, await ConfirmAsync());
        Assert.Equal(0, await ConfirmAsync());

        Assert.Equal(["2 o1 OtherName", "1 p1 None"], await ClaimsAsync(database));
        Assert.Equal("organiser 1 | confirmed a role | 1 | i1", (await database.LogAsync())[^1]);

        Task<int> ConfirmAsync() =>
            database.AskAsync(
                (db, queue) =>
                    new ClaimService(db, queue).ConfirmObviousAsync(seen, RegistrationTestDatabase.Organiser, CancellationToken.None)
            );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_its_owner_changed_makes_a_claim_doubtful_and_one_that_an_organiser_corrected_does_not(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("eve", "adda");
        await RenameAsync("eve", Actor.Participant);
        // A later change by an organiser does not hide it.
        await DecideAsync(database, "eve", new ChangeDetails(RegistrationTestDatabase.DetailsOf("Ada") with { Affiliation = "Elsewhere" }));
        Assert.Equal(["1 i1 Renamed", "1 p1 Renamed"], await ClaimsAsync(database));

        await database.CancelAsync("eve");
        await RenameAsync("adda", RegistrationTestDatabase.Organiser);
        Assert.Equal(["2 i1 None", "2 p1 None"], await ClaimsAsync(database));

        Task RenameAsync(string name, Actor actor) =>
            database.ApplyAsync(name, new ChangeDetails(RegistrationTestDatabase.DetailsOf("Ada")), actor);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_gives_its_role_to_its_guest_and_takes_it_back_when_it_is_revoked(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 4, reserved: 2);
        var (ada, other) = (await database.InviteAsync("Ada Lovelace", "i1"), await database.InviteAsync("Émilie du Châtelet", "o1"));
        await database.RegisterAsync("ada", invitation: ada);
        await database.RegisterAsync("ben", invitation: other);

        // Ben registers with the invitation of Émilie: a claim.
        Assert.Equal(["2 o1 Unconfirmed, OtherName, Renamed", "1 p1 Unconfirmed"], await ClaimsAsync(database));
        Assert.Equal(("i1", ""), (await ConfirmedAsync(database, "ada"), await ConfirmedAsync(database, "ben")));

        await database.AskAsync(
            (db, queue) => new InvitationService(db, queue).RevokeAsync(ada, RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        Assert.Equal("", await ConfirmedAsync(database, "ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undo_takes_a_confirmation_back(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await DecideAsync(database, "ada", new ConfirmRole("i1", "ada Lovelace"));
        await using var db = database.Open();
        var last = await RegistrationQueries.LastChangeAsync(db, (await database.FindAsync("ada"))!.Id);

        await DecideAsync(database, "ada", new UndoLastChange(last!.Id));

        Assert.Equal("", await ConfirmedAsync(database, "ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_contribution_is_no_part(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await using var db = database.Open();
        Assert.Equal("i1 o1 p1 committee", await PartsAsync());

        await db.Contributions.Where(c => c.Code == "p1").ExecuteUpdateAsync(c => c.SetProperty(x => x.Cancelled, true));
        await db.Slots.Where(s => s.ContributionCode == "i1").ExecuteUpdateAsync(s => s.SetProperty(x => x.Cancelled, true));

        Assert.Equal("o1 committee", await PartsAsync());

        async Task<string> PartsAsync() =>
            string.Join(' ', (await RoleQueries.RolesAsync(db, CancellationToken.None)).Parts.Select(p => p.Key));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_missing_from_the_programme_has_neither_a_claim_nor_a_role(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        Assert.Equal(["Ada Lovelace i1 p1", "Émilie du Châtelet o1", "Grace Hopper committee"], await MissingAsync());

        await database.SeatAsync("ada", "eve");
        await ClaimAsync(database, "eve", "o1");
        Assert.Equal(["Grace Hopper committee"], await MissingAsync());

        await DecideAsync(database, "eve", new RefuseRole("o1", "eve Lovelace"));
        Assert.Equal(["Émilie du Châtelet o1", "Grace Hopper committee"], await MissingAsync());

        async Task<IEnumerable<string>> MissingAsync()
        {
            await using var db = database.Open();
            var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
            return (await RoleQueries.MissingAsync(db, roles, CancellationToken.None)).Select(p => $"{p.Name} {string.Join(' ', p.Parts)}");
        }
    }

    private static async Task ClaimAsync(RegistrationTestDatabase database, string name, string codes) =>
        await database.ApplyAsync(name, new ChangeDetails((await database.FindAsync(name))!.Details with { Presents = codes }));

    private static Task<ChangeResult> DecideAsync(RegistrationTestDatabase database, string name, RegistrationCommand command) =>
        database.ApplyAsync(name, command, RegistrationTestDatabase.Organiser);

    private static async Task<IReadOnlyList<int>> NumbersAsync(WorkshopDb db, string query) =>
        await AttendeeQuery.Read(QueryParameters.Parse(query)).In(db).Select(r => r.Number).ToListAsync();

    private static async Task<IEnumerable<string>> ClaimsAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
        return (await RoleQueries.ClaimsAsync(db, roles, CancellationToken.None)).Select(c =>
            $"{c.Person.Number} {c.Role.Part.Key} {c.Doubts}"
        );
    }

    private static async Task<string> ConfirmedAsync(RegistrationTestDatabase database, string name)
    {
        await using var db = database.Open();
        var roles = await RoleQueries.RolesAsync(db, CancellationToken.None);
        return string.Join(' ', roles.ConfirmedOf((await database.FindAsync(name))!).Select(p => p.Key));
    }
}
