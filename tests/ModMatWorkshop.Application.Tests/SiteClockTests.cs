using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests;

public class SiteClockTests
{
    private const int Instances = 4;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_starts_at_its_time_and_continues_after_a_restart(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        Assert.Equal("rehearsal, 2021-09-22 11:20", await TimeAsync(database, "2021-09-22T13:20"));

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("rehearsal, 2021-09-22 11:50", await TimeAsync(database, "2021-09-22T13:20"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_start_time_begins_a_new_rehearsal(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        await TimeAsync(database, "2021-09-22T13:20");

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("rehearsal, 2021-12-24 08:00", await TimeAsync(database, "2021-12-24T09:00"));
        Assert.Equal("rehearsal, 2021-09-22 11:20", await TimeAsync(database, "2021-09-22T13:20"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_that_was_switched_off_starts_again_from_its_beginning(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        await TimeAsync(database, "2021-09-22T13:20");

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("real time, 2030-01-01 12:30", await TimeAsync(database, null));
        Assert.Equal("rehearsal, 2021-09-22 11:20", await TimeAsync(database, "2021-09-22T13:20"));
    }

    [Theory]
    [InlineData("2021-09-22T13:20+09:00", "2021-09-22 04:20")]
    [InlineData("2021-09-22T13:20Z", "2021-09-22 13:20")]
    [InlineData("2021-09-22", "2021-09-21 22:00")]
    [InlineData("2021-10-31T02:30", "2021-10-31 00:30")]
    public async Task A_start_time_is_local_unless_it_has_an_offset(string from, string utc)
    {
        using var database = new ContentDatabase(Engine.Sqlite);
        Assert.Equal($"rehearsal, {utc}", await TimeAsync(database, from));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instances_that_start_together_have_the_same_time(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        // Warm up: a slow first call would make the instances start one after the other.
        await TimeAsync(database, "2021-09-21T13:20");
        await TimeAsync(database, null);

        using var start = new Barrier(Instances);
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, Instances)
                .Select(delay =>
                    Task.Factory.StartNew(
                            () => TimeAsync(database, "2021-09-22T13:20", TimeSpan.FromMinutes(delay), start),
                            TaskCreationOptions.LongRunning
                        )
                        .Unwrap()
                )
        );

        var again = new List<string>();
        for (var delay = 0; delay < Instances; delay++)
            again.Add(await TimeAsync(database, "2021-09-22T13:20", TimeSpan.FromMinutes(delay)));
        Assert.Equal(again, times);
    }

    private static async Task<string> TimeAsync(
        ContentDatabase database,
        string? rehearseFrom,
        TimeSpan delay = default,
        Barrier? start = null
    )
    {
        var clock = new SiteClock(new FakeTimeProvider(database.Time.GetUtcNow() + delay));
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        start?.SignalAndWait();
        await clock.SetAsync(rehearseFrom, Paris, db, CancellationToken.None);
        return $"{(clock.IsRehearsal ? "rehearsal" : "real time")}, {clock.GetUtcNow():yyyy-MM-dd HH:mm}";
    }
}
