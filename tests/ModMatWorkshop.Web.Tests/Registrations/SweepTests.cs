using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Security;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public class SweepTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2030, 3, 31, 22, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_confirmed_is_reminded_three_days_before_and_on_the_eve_once(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("cat");
        desk.Time.SetUtcNow(Start.AddDays(-3).AddSeconds(-1));
        await desk.RunMaintenanceAsync();
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));

        for (var hour = 0; hour < 72; hour += 6)
        {
            await desk.WaitAsync(TimeSpan.FromHours(6));
            await desk.RunMaintenanceAsync(instance: 1);
        }
        Assert.Equal("ConfirmAddress, Confirmed, Reminder, DayBefore", await desk.MailsAsync("ada"));
        Assert.Equal("ConfirmAddress, WaitingList, Reminder, DayBefore", await desk.MailsAsync("ben"));
        Assert.Equal("ConfirmAddress, WaitingList, Cancelled", await desk.MailsAsync("cat"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_reminded_of_what_has_begun(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        desk.Time.SetUtcNow(Start);
        await desk.RunMaintenanceAsync();
        Assert.Equal("ConfirmAddress, Confirmed", await desk.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_never_confirms_is_forgotten_seven_days_after_the_last_form(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.RegisterAsync("ada", Attendance.Remote);
        await desk.RegisterAsync("ben", Attendance.Remote);
        await desk.SeatAsync("cat");
        await desk.WaitAsync(TimeSpan.FromDays(6));
        await desk.RegisterAsync("ben", Attendance.Remote);
        await desk.WaitAsync(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("ben pending remote, cat seat", await desk.StandingAsync());
        await desk.WaitAsync(TimeSpan.FromDays(6));
        Assert.Equal("cat seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_is_erased_ninety_days_after_the_end_and_the_log_stays(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, reserved: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.CancelAsync("ben");
        await desk.InviteAsync("A speaker");
        desk.Time.SetUtcNow(End.AddDays(90).AddSeconds(-1));
        await desk.RunMaintenanceAsync();
        Assert.Equal("ada seat, ben cancelled", await desk.StandingAsync());

        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        await using var db = desk.Open();
        Assert.Equal((0, 0, 0), (await db.Registrations.CountAsync(), await db.Outbox.CountAsync(), await db.Invitations.CountAsync()));
        Assert.Equal(
            ["site | erased on schedule | 1 | ", "site | erased on schedule | 2 | ", "site | saved the totals |  | "],
            (await desk.LogAsync()).Order(StringComparer.Ordinal).TakeLast(3)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_kept_for_a_year(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.RegisterAsync("ada");
        await desk.WaitAsync(TimeSpan.FromDays(365));
        Assert.Contains(
            "1 | ",
            Assert.Single(await desk.LogAsync(), line => line.Contains("registered", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(await desk.LogAsync(), line => line.Contains("registered", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Invitations_go_with_the_registrations_also_when_all_of_these_have_gone_before(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, reserved: 1);
        await desk.InviteAsync("A speaker");
        await using var db = desk.Open();
        desk.Time.SetUtcNow(End.AddDays(90).AddSeconds(-1));
        await desk.RunMaintenanceAsync();
        Assert.Equal(1, await db.Invitations.CountAsync());

        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await db.Invitations.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tries_to_sign_in_are_kept_for_a_day_and_sessions_until_they_end(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await using var db = desk.Open();
        var (now, organiser) = (
            desk.Time.GetUtcNow(),
            new Organiser
            {
                Id = Guid.NewGuid(),
                Number = 1,
                Name = "Grace Hopper",
                Email = "grace@lab.example",
                CreatedAt = desk.Time.GetUtcNow(),
            }
        );
        db.Organisers.Add(organiser);
        db.SignInAttempts.Add(
            new()
            {
                At = now,
                Account = "a",
                Source = "192.0.2.1",
                IsKnown = false,
            }
        );
        db.OrganiserSessions.Add(
            new()
            {
                Key = "k",
                OrganiserId = organiser.Id,
                CreatedAt = now,
                SeenAt = now,
                EndsAt = now.AddHours(12),
                Network = "",
                Device = "",
                IsStrong = true,
            }
        );
        await db.SaveChangesAsync();
        await CleanUpAsync(TimeSpan.Zero);
        Assert.Equal((1, 1), (await db.SignInAttempts.CountAsync(), await db.OrganiserSessions.CountAsync()));

        await CleanUpAsync(TimeSpan.FromHours(2));
        Assert.Equal((1, 0), (await db.SignInAttempts.CountAsync(), await db.OrganiserSessions.CountAsync()));
        await CleanUpAsync(TimeSpan.FromHours(22));
        Assert.Equal(0, await db.SignInAttempts.CountAsync());

        Task CleanUpAsync(TimeSpan later)
        {
            desk.Time.Advance(later);
            return SignInCleanup.DeleteExpiredAsync(db, desk.Time.GetUtcNow(), CancellationToken.None);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rehearsal_erases_nobody(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, rehearseFrom: "2030-03-01T09:00");
        await desk.SeatAsync("ada");
        await desk.RegisterAsync("ben", Attendance.Remote);
        await desk.WaitAsync(TimeSpan.FromDays(200));
        Assert.Equal("ada seat, ben pending remote", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sweep_that_finds_nothing_writes_nothing(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.RegisterAsync("cat");
        var before = await VersionAsync();
        await desk.RunMaintenanceAsync();
        Assert.Equal(before, await VersionAsync());

        async Task<long> VersionAsync()
        {
            await using var db = desk.Open();
            return await db.WorkshopStates.Select(r => r.Version).SingleAsync();
        }
    }
}
