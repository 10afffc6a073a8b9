using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using ModMatWorkshop.Application;
using ModMatWorkshop.Web.Tests.Content;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests;

public class SiteClockTests
{
    private const int Instances = 4;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_starts_at_its_hour_and_goes_on_after_a_restart(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        Assert.Equal("rehearsal, 2021-09-22 11:20", await HourAsync(database, "2021-09-22T13:20"));

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("rehearsal, 2021-09-22 11:50", await HourAsync(database, "2021-09-22T13:20"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_hour_starts_another_rehearsal(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        await HourAsync(database, "2021-09-22T13:20");

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("rehearsal, 2021-12-24 08:00", await HourAsync(database, "2021-12-24T09:00"));
        Assert.Equal("rehearsal, 2021-09-22 11:20", await HourAsync(database, "2021-09-22T13:20"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_that_was_switched_off_starts_afresh(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        await HourAsync(database, "2021-09-22T13:20");

        database.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("real time, 2030-01-01 12:30", await HourAsync(database, null));
        Assert.Equal("rehearsal, 2021-09-22 11:20", await HourAsync(database, "2021-09-22T13:20"));
    }

    [Theory]
    [InlineData("2021-09-22T13:20+09:00", "2021-09-22 04:20")]
    [InlineData("2021-09-22T13:20Z", "2021-09-22 13:20")]
    [InlineData("2021-09-22", "2021-09-21 22:00")]
    [InlineData("2021-10-31T02:30", "2021-10-31 00:30")]
    public async Task An_hour_may_name_its_own_zone(string from, string utc)
    {
        using var database = new ContentDatabase(Engine.Sqlite);
        Assert.Equal($"rehearsal, {utc}", await HourAsync(database, from));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Instances_that_start_together_agree(Engine engine)
    {
        using var database = new ContentDatabase(engine);
        // What is done for the first time is slow, and would let them start one after the other.
        await HourAsync(database, "2021-09-21T13:20");
        await HourAsync(database, null);

        using var start = new Barrier(Instances);
        var hours = await Task.WhenAll(
            Enumerable
                .Range(0, Instances)
                .Select(late =>
                    Task.Factory.StartNew(
                            () => HourAsync(database, "2021-09-22T13:20", TimeSpan.FromMinutes(late), start),
                            TaskCreationOptions.LongRunning
                        )
                        .Unwrap()
                )
        );

        var again = new List<string>();
        for (var late = 0; late < Instances; late++)
            again.Add(await HourAsync(database, "2021-09-22T13:20", TimeSpan.FromMinutes(late)));
        Assert.Equal(again, hours);
    }

    private static async Task<string> HourAsync(
        ContentDatabase database,
        string? rehearseFrom,
        TimeSpan late = default,
        Barrier? start = null
    )
    {
        var clock = new SiteClock(new FakeTimeProvider(database.Time.GetUtcNow() + late));
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        start?.SignalAndWait();
        await clock.SetAsync(rehearseFrom, Paris, db, CancellationToken.None);
        return $"{(clock.IsRehearsal ? "rehearsal" : "real time")}, {clock.GetUtcNow():yyyy-MM-dd HH:mm}";
    }
}
