using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Mails that nobody asks for: before a hold or an offer ends, and when certificates are ready.</summary>
public sealed class ReminderTests
{
    private static readonly DateTimeOffset LastHalfDayEnds = new(2030, 3, 30, 9, 30, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task One_reminder_goes_out_when_a_quarter_of_a_hold_is_left(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada");
        await database.WaitAsync(TimeSpan.FromMinutes(90) - TimeSpan.FromSeconds(1));
        Assert.Equal("ConfirmAddress", await database.MailsAsync("ada"));

        for (var minutes = 0; minutes < 25; minutes += 5)
        {
            await database.RunMaintenanceAsync(instance: 1);
            await database.WaitAsync(TimeSpan.FromMinutes(5));
        }
        Assert.Equal("ConfirmAddress, HoldReminder", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_link_that_is_asked_for_again_brings_no_second_reminder(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada");
        await database.WaitAsync(TimeSpan.FromMinutes(91));
        await database.ApplyAsync("ada", new SendLink());
        for (var minutes = 0; minutes < 40; minutes += 5)
            await database.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("ConfirmAddress, HoldReminder, ConfirmAddress", await database.MailsAsync("ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_reminded_of_a_hold_after_a_confirmation_a_cancellation_or_for_a_remote_place(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben", Attendance.Remote);
        await database.RegisterAsync("cat");
        await database.CancelAsync("cat");
        await database.WaitAsync(TimeSpan.FromMinutes(100));
        Assert.Equal(
            ("ConfirmAddress, Confirmed", "ConfirmAddress", "ConfirmAddress"),
            (await database.MailsAsync("ada"), await database.MailsAsync("ben"), await database.MailsAsync("cat"))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_reminder_goes_out_when_a_quarter_of_an_offer_is_left(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.CancelAsync("ada");
        await database.WaitAsync(TimeSpan.FromHours(36) - TimeSpan.FromSeconds(1));
        Assert.Equal("ConfirmAddress, WaitingList, Offer", await database.MailsAsync("ben"));

        for (var hours = 0; hours < 12; hours++)
        {
            await database.RunMaintenanceAsync(instance: 1);
            await database.WaitAsync(TimeSpan.FromMinutes(59));
        }
        Assert.Equal("ConfirmAddress, WaitingList, Offer, OfferReminder", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_accepted_an_offer_is_not_reminded_of_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.CancelAsync("ada");
        await database.AcceptAsync("ben");
        await database.WaitAsync(TimeSpan.FromHours(40));
        Assert.Equal("ConfirmAddress, WaitingList, Offer, SwitchedToSeat", await database.MailsAsync("ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_came_is_told_once_that_the_certificate_is_ready_and_nobody_else(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "cat");
        database.Time.SetUtcNow(LastHalfDayEnds.AddMinutes(-90));
        await CheckInAsync(database, "ada");
        await CheckInAsync(database, "cat");
        database.Time.SetUtcNow(LastHalfDayEnds.AddSeconds(-1));
        await database.RunMaintenanceAsync();
        Assert.Equal("ConfirmAddress, Confirmed", await database.MailsAsync("ada"));

        await database.CancelAsync("cat");
        await database.WaitAsync(TimeSpan.FromSeconds(1));
        await database.WaitAsync(TimeSpan.FromDays(1));
        Assert.Equal(
            ("ConfirmAddress, Confirmed, CertificateReady", "ConfirmAddress, Confirmed", "ConfirmAddress, Confirmed, Cancelled"),
            (await database.MailsAsync("ada"), await database.MailsAsync("ben"), await database.MailsAsync("cat"))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whose_presence_is_corrected_afterwards_is_told_too_but_not_months_later(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        database.Time.SetUtcNow(LastHalfDayEnds.AddDays(2));
        await CorrectAsync(database, "ada");
        await database.RunMaintenanceAsync();
        database.Time.SetUtcNow(LastHalfDayEnds.AddDays(60));
        await CorrectAsync(database, "ben");
        await database.RunMaintenanceAsync();
        Assert.Equal(
            ("ConfirmAddress, Confirmed, CertificateReady", "ConfirmAddress, Confirmed"),
            (await database.MailsAsync("ada"), await database.MailsAsync("ben"))
        );
    }

    private static async Task CheckInAsync(RegistrationTestDatabase database, string name)
    {
        var id = (await database.FindAsync(name))!.Id;
        await database.WithPresenceAsync(
            (service, _) =>
                service.CheckInAsync(id, new(new(2030, 3, 30), HalfDay.Morning), null, RegistrationTestDatabase.Organiser, default)
        );
    }

    private static async Task CorrectAsync(RegistrationTestDatabase database, string name)
    {
        var id = (await database.FindAsync(name))!.Id;
        await database.WithPresenceAsync(
            (service, _) =>
                service.CorrectAsync(
                    id,
                    new(new(2030, 3, 30), HalfDay.Morning),
                    PresenceCorrection.InPerson,
                    RegistrationTestDatabase.Organiser,
                    default
                )
        );
    }
}
