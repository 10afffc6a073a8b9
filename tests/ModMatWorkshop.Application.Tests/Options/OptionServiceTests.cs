using System.Globalization;
using ModMatWorkshop.Application.Options;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Options;

/// <summary>The places of options in the database: offers, deadlines, reminders, erasure, history and changes of the content.</summary>
public sealed class OptionServiceTests
{
    private const string Dinner = "options: [{ key: dinner, name: Dinner, places: 2, companions: 1 }, { key: tour, name: Tour }]\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_freed_place_is_offered_once_reminded_once_and_goes_to_the_next_at_the_deadline(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 1", "cat 1");
        await database.CancelAsync("ada");
        Assert.Equal("ada -, ben offered 1, cat offered 1", await StandingAsync(database));

        await database.ApplyAsync("cat", new AcceptOption("dinner"));
        for (var hours = 0; hours < 47; hours++)
            await database.WaitAsync(TimeSpan.FromHours(1));
        Assert.Equal("ConfirmAddress, Confirmed, OptionOffer, OptionOfferReminder", await database.MailsAsync("ben"));

        await database.WaitAsync(TimeSpan.FromHours(1));
        Assert.Equal("ada -, ben -, cat 1", await StandingAsync(database));
        Assert.Equal("ConfirmAddress, Confirmed, OptionOffer, OptionOfferReminder, OptionOfferLapsed", await database.MailsAsync("ben"));
        Assert.Equal("ConfirmAddress, Confirmed, OptionOffer", await database.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_hold_of_an_unconfirmed_person_frees_the_places(Engine engine)
    {
        using var database = await OpenAsync(engine);
        await database.RegisterAsync("ada", Attendance.Remote, details: Wishing("ada", 2));
        await database.RegisterAsync("ben", details: Wishing("ben", 1));
        await database.ConfirmAsync("ben");
        Assert.Equal("ada 2, ben waiting 1", await StandingAsync(database));

        await database.WaitAsync(TimeSpan.FromHours(2));
        Assert.Equal("ada -, ben offered 1", await StandingAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Erasure_frees_the_places_and_offers_them_once(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 2");
        await database.EraseAsync("ada");

        Assert.Equal("ben offered 2", await StandingAsync(database));
        Assert.Equal("ConfirmAddress, Confirmed, OptionOffer", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_organiser_frees_is_kept_ten_minutes_then_offered_without_a_line_in_the_history(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 2");
        await database.ApplyAsync("ada", new Cancel(), RegistrationTestDatabase.Organiser);
        await database.WaitAsync(TimeSpan.FromMinutes(9));
        Assert.Equal("ada kept 2, ben waiting 2", await StandingAsync(database));

        var changes = await ChangesAsync(database);
        await database.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("ada -, ben offered 2", await StandingAsync(database));
        // Only the offer is a change.
        Assert.Equal(changes + 1, await ChangesAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_places_in_the_content_are_offered_and_fewer_take_nothing_away(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 1", "cat 2");
        using (var more = Content("options: [{ key: dinner, name: Dinner, places: 3, companions: 1 }]\n"))
            await database.ImportAsync(more);
        await database.RunMaintenanceAsync();
        Assert.Equal("ada 2, ben offered 1, cat waiting 2", await StandingAsync(database));

        using (var fewer = Content("options: [{ key: dinner, name: Dinner, places: 1, companions: 1 }]\n"))
            await database.ImportAsync(fewer);
        await database.RunMaintenanceAsync();
        Assert.Equal("ada 2, ben offered 1, cat waiting 2", await StandingAsync(database));
        var overview = Assert.Single(await OverviewAsync(database));
        Assert.Equal((3, 2, 0), (overview.Totals.Taken, overview.Totals.AboveLimit(overview.Option!.Places), overview.Free));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_option_that_has_left_the_content_is_told_as_such_with_its_people(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 1");
        using (var none = Content(""))
            await database.ImportAsync(none);
        await database.RunMaintenanceAsync();

        var former = Assert.Single(await OverviewAsync(database));
        Assert.Equal(("dinner", null, new OptionTotals(2, 0, 1, 0)), (former.Key, former.Option, former.Totals));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_rank_is_that_of_the_line_of_the_option(Engine engine)
    {
        using var database = await OpenAsync(engine, "ada 2", "ben 1", "cat 2");
        await using var db = database.Open();
        var people = await OptionQueries.PeopleAsync(db, "dinner", CancellationToken.None);

        Assert.Equal([("ada", null), ("ben", 1), ("cat", (int?)2)], people.Select(p => (p.Registration.Details.GivenName, p.Rank)));
        var standing = Assert.Single(
            await OptionQueries.StandingOfAsync(db, (await database.FindAsync("cat"))!, [], CancellationToken.None)
        );
        Assert.Equal(2, standing.Rank);
    }

    private static async Task<RegistrationTestDatabase> OpenAsync(Engine engine, params string[] people)
    {
        var database = await RegistrationTestDatabase.OpenAsync(engine, options: Dinner);
        foreach (var (name, places) in people.Select(p => (p.Split(' ')[0], int.Parse(p.Split(' ')[1], CultureInfo.InvariantCulture))))
        {
            await database.RegisterAsync(name, details: Wishing(name, places));
            await database.ConfirmAsync(name);
        }
        return database;
    }

    private static RegistrationDetails Wishing(string name, int places) =>
        RegistrationTestDatabase.DetailsOf(name) with
        {
            Answers = [new(WorkshopOption.IdOf("dinner"), $"{places}")],
        };

    private static ContentSample Content(string options)
    {
        var content = new ContentSample();
        content.Replace("workshop.md", "\nseats: 20\n", $"\nseats: 20\n{options}");
        return content;
    }

    private static async Task<IReadOnlyList<OptionOverview>> OverviewAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return await OptionQueries.OverviewAsync(db, db.Workshops.Single().Options, CancellationToken.None);
    }

    private static async Task<int> ChangesAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return db.RegistrationChanges.Count();
    }

    private static async Task<string> StandingAsync(RegistrationTestDatabase database) =>
        string.Join(", ", (await database.AllAsync()).Select(r => $"{r.Details.GivenName} {StandingOf(r)}"));

    private static string StandingOf(Registration person) =>
        person.Options.FirstOrDefault(p => p.Key == "dinner") switch
        {
            null => "-",
            { IsKept: true } kept => $"kept {kept.Held}",
            { IsOffered: true } offered => $"offered {offered.Missing}",
            { IsWaiting: true } waiting => $"waiting {waiting.Missing}",
            var held => $"{held.Held}",
        };
}
