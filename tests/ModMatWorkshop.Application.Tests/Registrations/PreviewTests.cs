using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>A batch preview uses the same rules as the service and saves nothing.</summary>
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
    public Task The_preview_of_random_commands_matches_their_results(Engine engine) => CompareAsync(engine, seed: 1);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task The_preview_of_many_random_commands_matches_their_results(Engine engine)
    {
        for (var seed = 101; seed <= 120; seed++)
            await CompareAsync(engine, seed);
    }

    private static async Task CompareAsync(Engine engine, int seed)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 4, reserved: 1);
        var random = new Random(seed);
        foreach (var name in People)
            await database.RegisterAsync(name, random.Next(4) == 0 ? Attendance.Remote : Attendance.InPerson);
        for (var step = 0; step < 60; step++)
        {
            var command = Commands[random.Next(Commands.Length)];
            var known = (await database.AllAsync()).Select(r => r.Email).ToHashSet();
            var chosen = People
                .Where(name => known.Contains(RegistrationTestDatabase.AddressOf(name).Value))
                .OrderBy(_ => random.Next())
                .Take(random.Next(1, 5))
                .ToList();
            var before = await database.StandingAsync();

            var previewed = await PreviewAsync(database, command, chosen);

            Assert.Equal(before, await database.StandingAsync());
            Assert.Equal(previewed, await ActAsync(database, command, chosen));
            if (random.Next(6) == 0)
                await database.WaitAsync(TimeSpan.FromHours(random.Next(1, 60)));
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
        return [.. names.Select(name => Format(name, preview.Of(command, people[RegistrationTestDatabase.AddressOf(name).Value])))];
    }

    private static async Task<List<string>> ActAsync(RegistrationTestDatabase database, RegistrationCommand command, List<string> names)
    {
        var happened = new List<string>();
        foreach (var name in names)
        {
            var result = await database.ApplyAsync(name, command, RegistrationTestDatabase.Organiser);
            await using var db = database.Open();
            var person = (await database.FindAsync(name))!;
            happened.Add(Format(name, new(result, person.Place, await RegistrationQueries.RankAsync(db, person, CancellationToken.None))));
        }
        return happened;
    }

    private static string Format(string name, PreviewResult result) => $"{name}: {result.Result}, {result.Place} {result.Rank}";
}
