using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>The clock of the machine jumps an hour forward or a day back, and nobody loses anything.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan HourForward = TimeSpan.FromHours(1);
    private static readonly TimeSpan DayBack = TimeSpan.FromDays(-1);
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task No_place_is_lost_and_no_mail_is_repeated_when_the_clock_jumps(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 3);
        // So that registration is still open after a jump back by one day.
        database.Time.Advance(TimeSpan.FromDays(2));
        await database.SeatAsync("ada", "ben");
        await database.RegisterAsync("cat");
        await database.SeatAsync("dan", "eve");
        await database.CancelAsync("ben");
        await database.RegisterAsync("fay");
        var before = await StateAsync(database);
        Assert.Equal("ada seat, ben cancelled, cat pending seat, dan offer, eve waiting list 1, fay pending waiting list 2", before[0]);

        foreach (var jump in new[] { HourForward, DayBack, -DayBack })
        {
            database.Time.AdjustTime(database.Time.GetUtcNow() + jump);
            await database.RunMaintenanceAsync();
            await database.RunMaintenanceAsync(instance: 1);
            Assert.Equal(before, await StateAsync(database));
        }

        // The order of the waiting list does not depend on the clock.
        database.Time.AdjustTime(database.Time.GetUtcNow() + DayBack);
        await database.SeatAsync("gus");
        await database.CancelAsync("ada");
        Assert.Equal(
            "ada cancelled, ben cancelled, cat pending seat, dan offer, eve offer, fay pending waiting list 1, gus waiting list 2",
            await database.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_reminder_is_repeated_when_the_clock_jumps(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        foreach (
            var time in new[]
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
            database.Time.AdjustTime(time);
            await database.RunMaintenanceAsync();
        }
        Assert.Equal("ConfirmAddress, Confirmed, Reminder, DayBefore", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_erased_before_the_date_on_the_clock_of_the_site(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var due = End.AddDays(90);
        foreach (var time in new[] { due - HourForward - TimeSpan.FromSeconds(1), due.AddSeconds(-1), due.AddDays(-1), due.AddSeconds(-1) })
        {
            database.Time.AdjustTime(time);
            await database.RunMaintenanceAsync();
            Assert.Equal("ada seat", await database.StandingAsync());
        }

        database.Time.AdjustTime(due);
        await database.RunMaintenanceAsync();
        Assert.Equal("", await database.StandingAsync());
    }

    [Fact]
    public async Task A_waiting_mail_is_sent_even_if_the_clock_jumps_back()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        using var host = await MailTestHost.OpenAsync();
        var sender = host.Sender(MailTestHost.Smtp(port, "none"));
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.Single(await host.MessagesAsync(MailState.Waiting), m => m.NextTryAt > host.Time.GetUtcNow());

        host.Time.AdjustTime(host.Time.GetUtcNow() + DayBack);
        await host.Sender().RunOnceAsync(CancellationToken.None);
        Assert.Single(host.PickedUpMails());

        // The pause after a failure of the server does not last a day either.
        await host.PostAsync(MailKind.Confirmed, host.Person());
        await sender.RunOnceAsync(CancellationToken.None);
        Assert.NotNull(Assert.Single(await host.MessagesAsync(MailState.Waiting)).Reason);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Heartbeats_of_a_stream_page_continue_to_count_when_the_clock_jumps(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var id = (await database.FindAsync("ada"))!.Id;
        var halfDay = await database.WithPresenceAsync(
            async (_, db) => (await PresenceService.HalfDayHoursAsync(db, CancellationToken.None))[0]
        );
        var counted = new List<bool>();
        foreach (var minute in new[] { 60, 63, 30, 33, 34 })
        {
            database.Time.AdjustTime(halfDay.Start.AddMinutes(minute));
            counted.Add(
                await database.WithPresenceAsync((service, _) => service.RecordHeartbeatAsync(id, [halfDay], null, CancellationToken.None))
            );
        }
        Assert.Equal([true, true, true, true, false], counted);
    }

    private static async Task<IReadOnlyList<string>> StateAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return [await database.StandingAsync(), .. await db.Outbox.OrderBy(m => m.Id).Select(m => m.Cause).ToListAsync()];
    }
}
