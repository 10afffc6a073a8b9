using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using ModMatWorkshop.Web.Tests.Mail;
using ModMatWorkshop.Web.Tests.PageCache;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>Somebody sets the clock of the machine: an hour forward, a day back. What was promised is kept.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan HourForward = TimeSpan.FromHours(1);
    private static readonly TimeSpan DayBack = TimeSpan.FromDays(-1);
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_loses_a_seat_an_offer_or_a_place_in_line_and_nobody_is_mailed_again(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        // A day earlier registration is open too.
        desk.Time.Advance(TimeSpan.FromDays(2));
        await desk.SeatAsync("ada", "ben");
        await desk.RegisterAsync("cat");
        await desk.SeatAsync("dan", "eve");
        await desk.CancelAsync("ben");
        await desk.RegisterAsync("fay");
        var before = await StateAsync(desk);
        Assert.Equal("ada seat, ben cancelled, cat pending seat, dan offer, eve line 1, fay pending line 2", before[0]);

        foreach (var jump in new[] { HourForward, DayBack, -DayBack })
        {
            desk.Time.AdjustTime(desk.Time.GetUtcNow() + jump);
            await desk.RunMaintenanceAsync();
            await desk.RunMaintenanceAsync(instance: 1);
            Assert.Equal(before, await StateAsync(desk));
        }

        // The line goes on in its order, whatever the hour of who joins it.
        desk.Time.AdjustTime(desk.Time.GetUtcNow() + DayBack);
        await desk.SeatAsync("gus");
        await desk.CancelAsync("ada");
        Assert.Equal(
            "ada cancelled, ben cancelled, cat pending seat, dan offer, eve offer, fay pending line 1, gus line 2",
            await desk.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_was_reminded_is_not_reminded_again(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        foreach (
            var hour in new[]
            {
                Start.AddDays(-3),
                Start.AddDays(-4),
                Start.AddDays(-3),
                Start.AddDays(-1),
                Start.AddDays(-2),
                Start.AddDays(-1) + HourForward,
            }
        )
        {
            desk.Time.AdjustTime(hour);
            await desk.RunMaintenanceAsync();
        }
        Assert.Equal("ConfirmAddress, Confirmed, Reminder, DayBefore", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_erased_before_the_clock_of_the_site_says_so(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        var due = End.AddDays(90);
        foreach (var hour in new[] { due - HourForward - TimeSpan.FromSeconds(1), due.AddSeconds(-1), due.AddDays(-1), due.AddSeconds(-1) })
        {
            desk.Time.AdjustTime(hour);
            await desk.RunMaintenanceAsync();
            Assert.Equal("ada seat", await desk.StandingAsync());
        }

        desk.Time.AdjustTime(due);
        await desk.RunMaintenanceAsync();
        Assert.Equal("", await desk.StandingAsync());
    }

    [Fact]
    public async Task A_mail_that_waits_does_not_wait_until_the_clock_has_caught_up()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var office = await MailTestHost.OpenAsync();
        var sender = office.Sender(MailTestHost.Smtp(port, "none"));
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await office.MessagesAsync(MailState.Waiting), m => m.NextTryAt > office.Time.GetUtcNow());

        office.Time.AdjustTime(office.Time.GetUtcNow() + DayBack);
        await office.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Single(office.Picked());

        // Nor does the server that was away rest for a day.
        await office.PostAsync(MailKind.Confirmed, office.Person());
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.NotNull(Assert.Single(await office.MessagesAsync(MailState.Waiting)).Reason);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_of_the_stream_goes_on_beating(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        var id = (await desk.FindAsync("ada"))!.Id;
        var begin = await desk.AtTheDoorAsync(async (_, db) => (await PresenceService.HalfDayHoursAsync(db, CancellationToken.None))[0]);
        var beats = new List<bool>();
        foreach (var minute in new[] { 60, 63, 30, 33, 34 })
        {
            desk.Time.AdjustTime(begin.Start.AddMinutes(minute));
            beats.Add(await desk.AtTheDoorAsync((door, _) => door.RecordHeartbeatAsync(id, [begin], CancellationToken.None)));
        }
        Assert.Equal([true, true, true, true, false], beats);
    }

    [Fact]
    public async Task A_page_that_was_kept_shows_the_hour_that_it_is_again()
    {
        await using var site = new TimedSite(new(2021, 9, 23, 7, 30, 0, TimeSpan.Zero));
        using var reader = site.CreateClient();
        var text = await reader.GetStringAsync("/programme");
        site.Time.AdjustTime(new(2021, 9, 24, 7, 30, 0, TimeSpan.Zero));
        Assert.NotEqual(text, await reader.GetStringAsync("/programme"));

        site.Time.AdjustTime(new(2021, 9, 23, 7, 30, 0, TimeSpan.Zero));

        Assert.Equal(text, await reader.GetStringAsync("/programme"));
    }

    private static async Task<IReadOnlyList<string>> StateAsync(RegistrationTestDatabase desk)
    {
        await using var db = desk.Open();
        return [await desk.StandingAsync(), .. await db.Outbox.OrderBy(m => m.Id).Select(m => m.Cause).ToListAsync()];
    }
}
