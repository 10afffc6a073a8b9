using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Seats of the reserve stay available for invited people.</summary>
public class ReserveTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_reserve_is_for_invited_people_and_one_invitation_gives_one_seat(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 3, reserved: 2);
        var (first, second) = (await database.InviteAsync("A speaker"), await database.InviteAsync("A chair"));
        await database.SeatAsync("ada", "ben");
        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: first));
        await database.ConfirmAsync("eve");
        Assert.Equal("waiting list", await database.RegisterAsync("mallory", invitation: first));
        Assert.Equal("waiting list", await database.RegisterAsync("oscar", invitation: Guid.NewGuid()));
        Assert.Equal("seat", await database.RegisterAsync("dan", invitation: second));
        Assert.Equal(
            "ada seat, ben waiting list 1, eve reserved seat, mallory pending waiting list 2, oscar pending waiting list 3, "
                + "dan pending reserved seat",
            await database.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_of_the_reserve_that_is_given_up_returns_to_the_reserve(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        var invitation = await database.InviteAsync("A speaker");
        await database.RegisterAsync("eve", invitation: invitation);
        await database.ConfirmAsync("eve");
        await database.SeatAsync("ada", "ben");
        await database.FollowRemotelyAsync("eve");
        Assert.Equal("eve remote, ada seat, ben waiting list 1", await database.StandingAsync());
        await database.RequestSeatAsync("eve");
        Assert.Equal("eve reserved seat, ada seat, ben waiting list 1", await database.StandingAsync());

        await database.CancelAsync("eve");
        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: invitation));
        Assert.Equal("eve pending reserved seat, ada seat, ben waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_unused_reserve_is_released_after_its_date(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await database.SeatAsync("ada", "ben");
        database.Time.SetUtcNow(new(2030, 2, 1, 22, 59, 59, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal("ada seat, ben waiting list 1", await database.StandingAsync());
        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada seat, ben offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invited_person_whose_hold_lapsed_still_gets_a_seat_of_the_reserve(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await database.RegisterAsync("eve", invitation: await database.InviteAsync("A speaker"));
        await database.WaitAsync(TimeSpan.FromHours(3));
        await database.SeatAsync("ada", "ben");
        await database.ConfirmAsync("eve");
        Assert.Equal("eve reserved seat, ada seat, ben waiting list 1", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mistyped_address_does_not_use_up_the_invitation(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1, reserved: 1);
        var invitation = await database.InviteAsync("A speaker");
        Assert.Equal("seat", await database.RegisterAsync("eev", invitation: invitation));
        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: invitation));
        Assert.Equal("eev pending no place, eve pending reserved seat", await database.StandingAsync());

        await database.ConfirmAsync("eev");
        await database.ConfirmAsync("eve");
        Assert.Equal("eev waiting list 1, eve reserved seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_moves_a_registered_person_from_the_waiting_list_to_a_seat(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 3, reserved: 2);
        await database.SeatAsync("ada", "ben", "eve");
        await database.RegisterAsync("dan");
        Assert.Equal("ada seat, ben waiting list 1, eve waiting list 2, dan pending waiting list 3", await database.StandingAsync());

        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: await database.InviteAsync("A speaker")));
        Assert.Equal("seat", await database.RegisterAsync("dan", invitation: await database.InviteAsync("A chair")));
        Assert.Equal("ada seat, ben waiting list 1, eve reserved seat, dan pending reserved seat", await database.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, SwitchedToSeat, AlreadyRegistered", await database.MailsAsync("eve"));
        var eve = (await database.FindAsync("eve"))!.Id;
        await using var db = database.Open();
        var actions = await db
            .RegistrationChanges.Where(c => c.RegistrationId == eve)
            .OrderBy(c => c.Id)
            .Select(c => c.Action)
            .ToListAsync();
        Assert.Equal(["confirmed", "used an invitation"], actions);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_invitation_of_an_erased_person_can_be_used_again(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1, reserved: 1);
        var invitation = await database.InviteAsync("A speaker");
        await database.RegisterAsync("eve", Attendance.Remote, invitation: invitation);
        await database.ConfirmAsync("eve");
        await database.EraseAsync("eve");
        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: invitation));
        await database.WaitAsync(TimeSpan.FromDays(8));
        Assert.Equal("", await database.StandingAsync());
        Assert.Equal("seat", await database.RegisterAsync("eve", invitation: invitation));
    }
}
