using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

public class SweepTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Confirmed_people_are_reminded_once_three_days_and_once_one_day_before_the_start(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.CancelAsync("cat");
        database.Time.SetUtcNow(Start.AddDays(-3).AddSeconds(-1));
        await database.RunMaintenanceAsync();
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));

        for (var hour = 0; hour < 72; hour += 6)
        {
            await database.WaitAsync(TimeSpan.FromHours(6));
            await database.RunMaintenanceAsync(instance: 1);
        }
        Assert.Equal("ConfirmAddress, Confirmed, Reminder, DayBefore", await database.MailsAsync("ada"));
        Assert.Equal("ConfirmAddress, WaitingList, Reminder, DayBefore", await database.MailsAsync("ben"));
        Assert.Equal("ConfirmAddress, WaitingList, Cancelled", await database.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_reminder_is_sent_after_the_start(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        database.Time.SetUtcNow(Start);
        await database.RunMaintenanceAsync();
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unconfirmed_registration_is_erased_seven_days_after_the_last_form(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada", Attendance.Remote);
        await database.RegisterAsync("ben", Attendance.Remote);
        await database.SeatAsync("cat");
        await database.WaitAsync(TimeSpan.FromDays(6));
        await database.RegisterAsync("ben", Attendance.Remote);
        await database.WaitAsync(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("ben pending remote, cat seat", await database.StandingAsync());
        await database.WaitAsync(TimeSpan.FromDays(6));
        Assert.Equal("cat seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_is_erased_90_days_after_the_end_and_the_audit_log_is_kept(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, reserved: 1);
        await database.SeatAsync("ada", "ben");
        await database.CancelAsync("ben");
        await database.InviteAsync("A speaker");
        database.Time.SetUtcNow(End.AddDays(90).AddSeconds(-1));
        await database.RunMaintenanceAsync();
        Assert.Equal("ada seat, ben cancelled", await database.StandingAsync());

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        await using var db = database.Open();
        Assert.Equal((0, 0, 0), (await db.Registrations.CountAsync(), await db.Outbox.CountAsync(), await db.Invitations.CountAsync()));
        Assert.Equal(
            ["site | erased on schedule | 1 | ", "site | erased on schedule | 2 | ", "site | saved the totals |  | "],
            (await database.LogAsync()).Order(StringComparer.Ordinal).TakeLast(3)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_audit_log_is_kept_for_a_year(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada");
        await database.WaitAsync(TimeSpan.FromDays(365));
        Assert.Contains(
            "1 | ",
            Assert.Single(await database.LogAsync(), line => line.Contains("registered", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(await database.LogAsync(), line => line.Contains("registered", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Invitations_are_erased_when_due_even_if_there_are_no_registrations(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, reserved: 1);
        await database.InviteAsync("A speaker");
        await using var db = database.Open();
        database.Time.SetUtcNow(End.AddDays(90).AddSeconds(-1));
        await database.RunMaintenanceAsync();
        Assert.Equal(1, await db.Invitations.CountAsync());

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await db.Invitations.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_erases_nobody(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, rehearseFrom: "2030-03-01T09:00");
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben", Attendance.Remote);
        await database.WaitAsync(TimeSpan.FromDays(200));
        Assert.Equal("ada seat, ben pending remote", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Maintenance_that_finds_nothing_to_do_writes_nothing(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.RegisterAsync("cat");
        var before = await VersionAsync();
        await database.RunMaintenanceAsync();
        Assert.Equal(before, await VersionAsync());

        async Task<long> VersionAsync()
        {
            await using var db = database.Open();
            return await db.WorkshopStates.Select(r => r.Version).SingleAsync();
        }
    }
}
