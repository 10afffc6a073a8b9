using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>A preview asks the rules that the service asks, and saves nothing.</summary>
public sealed class PreviewTests
{
    private static readonly string[] People = ["ada", "ben", "cat", "dan", "eve", "fay", "gus", "hal"];

    private static readonly RegistrationCommand[] Commands =
    [
        new Confirm(),
        new Cancel(),
        new FollowRemotely(),
        new OfferSeat(),
        new SendLink(),
        new RequestSeat(),
        new AcceptOffer(),
        new Reinstate(),
        new SeatFromReserve(),
        new SeatAtCheckIn(),
        new ChangeDetails(RegistrationTestDatabase.DetailsOf("ada")),
        ImportOf(Attendance.InPerson),
        ImportOf(Attendance.Remote),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_preview_says_of_a_batch_is_what_then_happens(Engine engine)
    {
        for (var seed = 1; seed <= 4; seed++)
            await CompareAsync(engine, seed);
    }

    private static async Task CompareAsync(Engine engine, int seed)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 4, reserved: 1);
        var chance = new Random(seed);
        foreach (var name in People)
            await database.RegisterAsync(name, chance.Next(4) == 0 ? Attendance.Remote : Attendance.InPerson);
        for (var step = 0; step < 60; step++)
        {
            var command = Commands[chance.Next(Commands.Length)];
            var known = (await database.AllAsync()).Select(r => r.Email).ToHashSet();
            var chosen = People
                .Where(name => known.Contains(RegistrationTestDatabase.AddressOf(name).Value))
                .OrderBy(_ => chance.Next())
                .Take(chance.Next(1, 5))
                .ToList();
            var before = await database.StandingAsync();

            var previewed = await PreviewAsync(database, command, chosen);

            Assert.Equal(before, await database.StandingAsync());
            Assert.Equal(previewed, await ActAsync(database, command, chosen));
            if (chance.Next(6) == 0)
                await database.WaitAsync(TimeSpan.FromHours(chance.Next(1, 60)));
        }
    }

    private static ApplyImport ImportOf(Attendance attendance) =>
        new(
            new(
                "",
                RegistrationTestDatabase.DetailsOf("ada") with
                {
                    Affiliation = $"{attendance}",
                },
                attendance,
                ["affiliation", "attendance"]
            ),
            ImportAs.ConfirmedWithoutMail
        );

    private static async Task<List<string>> PreviewAsync(RegistrationTestDatabase database, RegistrationCommand command, List<string> names)
    {
        await using var db = database.Open();
        var preview = await BatchPreview.ReadAsync(db, database.Clock.GetUtcNow(), CancellationToken.None);
        var people = await db.Registrations.AsNoTracking().ToDictionaryAsync(r => r.Email);
        return [.. names.Select(name => Say(name, preview.Of(command, people[RegistrationTestDatabase.AddressOf(name).Value])))];
    }

    private static async Task<List<string>> ActAsync(RegistrationTestDatabase database, RegistrationCommand command, List<string> names)
    {
        var happened = new List<string>();
        foreach (var name in names)
        {
            var result = await database.ApplyAsync(name, command, RegistrationTestDatabase.Organiser);
            await using var db = database.Open();
            var person = (await database.FindAsync(name))!;
            happened.Add(Say(name, new(result, person.Place, await RegistrationQueries.RankAsync(db, person, CancellationToken.None))));
        }
        return happened;
    }

    private static string Say(string name, PreviewResult result) => $"{name}: {result.Result}, {result.Place} {result.Rank}";
}
