using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Options;

/// <summary>Simultaneous requests for a dinner. <c>./dev test</c> runs each race once, <c>./dev prove</c> five more times.</summary>
public sealed class OptionRaceTests
{
    private const int Rounds = 5;
    private const int People = 300;
    private const int Places = 60;

    [Theory, OnSqlite, OnPostgres]
    public Task Of_300_people_with_companions_at_once_a_dinner_of_60_takes_60_and_nobody_is_lost(Engine engine) =>
        DinnerAsync(engine, instances: 1);

    [Theory, OnPostgres]
    public Task Of_300_people_with_companions_at_two_instances_a_dinner_of_60_takes_60_and_nobody_is_lost(Engine engine) =>
        DinnerAsync(engine, instances: 2);

    [Trait("Category", "prove")]
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_300_people_with_companions_a_dinner_of_60_takes_60_each_time(Engine engine)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await DinnerAsync(engine, instances: 1);
            if (engine is Engine.Postgres)
                await DinnerAsync(engine, instances: 2);
        }
    }

    private static async Task DinnerAsync(Engine engine, int instances)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(
            engine,
            seats: 400,
            options: $"options: [{{ key: dinner, name: Dinner, places: {Places}, companions: 2 }}]\n"
        );
        await AtOnceAsync(i => database.RegisterAsync($"p{i}", instance: i % instances, details: Wishing($"p{i}", PartyOf(i))));
        var all = await database.AllAsync();
        Assert.Equal(People, all.Count);
        Assert.All(all, r => Assert.Equal(PartyOf(r), r.OptionPlace("dinner")!.Wanted));
        // As if everybody had come one after another in the order of their numbers.
        var (left, line) = (Places, new List<int>());
        var expected = new List<(int Number, int Held)>();
        foreach (var person in all)
        {
            var fits = PartyOf(person) <= left;
            left -= fits ? PartyOf(person) : 0;
            if (!fits)
                line.Add(person.Number);
            expected.Add((person.Number, fits ? PartyOf(person) : 0));
        }
        Assert.Equal(expected, all.Select(r => (r.Number, r.OptionPlace("dinner")!.Held)));
        Assert.Equal(Places, all.Sum(r => r.OptionPlace("dinner")!.Held));
        Assert.Equal(
            line,
            all.Where(r => r.OptionPlace("dinner")!.IsWaiting).OrderBy(r => r.OptionPlace("dinner")!.Line).Select(r => r.Number)
        );

        await ConfirmAndCancelAsync(database, all, instances);
    }

    /// <summary>Everybody confirms at once while everybody with places withdraws: the freed places are offered, each once.</summary>
    private static async Task ConfirmAndCancelAsync(RegistrationTestDatabase database, IReadOnlyList<Registration> all, int instances)
    {
        var names = all.Select(r => (Name: r.Email.Split('@')[0], IsHolder: r.OptionPlace("dinner")!.Held > 0)).ToList();
        await AtOnceAsync(async i =>
        {
            var (name, isHolder) = names[i];
            var result = await database.ConfirmAsync(name, i % instances);
            if (isHolder)
                await database.CancelAsync(name, i % instances);
            return result.ToString();
        });
        var after = await database.AllAsync();
        Assert.Equal(People, after.Count);
        var places = after.Select(r => (Registration: r, Place: r.OptionPlace("dinner"))).Where(p => p.Place is not null).ToList();
        Assert.Equal(Places, places.Sum(p => p.Place!.Taken));
        Assert.Equal(People - names.Count(n => n.IsHolder), places.Count);
        Assert.Equal(places.Count, places.Count(p => p.Place!.IsWaiting || p.Place.IsOffered || p.Place.Missing == 0));
        var offered = places.Where(p => p.Place!.IsOffered).Select(p => p.Registration.Id).Order().ToList();
        await using var db = database.Open();
        Assert.Equal(
            offered,
            (await db.Outbox.Where(m => m.Kind == MailKind.OptionOffer).Select(m => m.RegistrationId).ToListAsync()).Order()
        );
    }

    private static int PartyOf(int i) => 1 + i % 3;

    private static int PartyOf(Registration registration) =>
        PartyOf(int.Parse(registration.Email.Split('@')[0][1..], CultureInfo.InvariantCulture));

    private static RegistrationDetails Wishing(string name, int places) =>
        RegistrationTestDatabase.DetailsOf(name) with
        {
            Answers = [new(WorkshopOption.IdOf("dinner"), $"{places}")],
        };

    /// <summary>Starts all calls at the same moment.</summary>
    private static async Task AtOnceAsync(Func<int, Task<string>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, People)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await call(i);
                })
            )
            .ToList();
        start.SetResult();
        await Task.WhenAll(all);
    }
}
