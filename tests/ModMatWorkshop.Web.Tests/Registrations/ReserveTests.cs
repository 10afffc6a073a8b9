using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>A speaker is never number 51.</summary>
public class ReserveTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_kept_back_is_for_the_invited_and_one_invitation_is_one_seat(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 3, reserved: 2);
        var (first, second) = (await desk.InviteAsync("A speaker"), await desk.InviteAsync("A chair"));
        await desk.SeatAsync("ada", "ben");
        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: first));
        await desk.ConfirmAsync("eve");
        Assert.Equal("line 2", await desk.RegisterAsync("mallory", invitation: first));
        Assert.Equal("line 3", await desk.RegisterAsync("oscar", invitation: Guid.NewGuid()));
        Assert.Equal("seat", await desk.RegisterAsync("dan", invitation: second));
        Assert.Equal(
            "ada seat, ben line 1, eve reserved seat, mallory pending line 2, oscar pending line 3, dan pending reserved seat",
            await desk.StandingAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_of_the_reserve_that_is_given_up_goes_back_to_it(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        var invitation = await desk.InviteAsync("A speaker");
        await desk.RegisterAsync("eve", invitation: invitation);
        await desk.ConfirmAsync("eve");
        await desk.SeatAsync("ada", "ben");
        await desk.LeaveAsync("eve");
        Assert.Equal("eve remote, ada seat, ben line 1", await desk.StandingAsync());
        await desk.ComeAsync("eve");
        Assert.Equal("eve reserved seat, ada seat, ben line 1", await desk.StandingAsync());

        await desk.CancelAsync("eve");
        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: invitation));
        Assert.Equal("eve pending reserved seat, ada seat, ben line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_drew_on_is_released_after_its_date(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await desk.SeatAsync("ada", "ben");
        desk.Time.SetUtcNow(new(2030, 2, 1, 22, 59, 59, TimeSpan.Zero));
        await desk.RunMaintenanceAsync();
        Assert.Equal("ada seat, ben line 1", await desk.StandingAsync());
        await desk.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada seat, ben offer", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_speaker_whose_hold_lapsed_still_finds_a_seat_of_the_reserve(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await desk.RegisterAsync("eve", invitation: await desk.InviteAsync("A speaker"));
        await desk.WaitAsync(TimeSpan.FromHours(3));
        await desk.SeatAsync("ada", "ben");
        await desk.ConfirmAsync("eve");
        Assert.Equal("eve reserved seat, ada seat, ben line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_typing_error_in_the_address_does_not_cost_a_speaker_the_seat(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1, reserved: 1);
        var invitation = await desk.InviteAsync("A speaker");
        Assert.Equal("seat", await desk.RegisterAsync("eev", invitation: invitation));
        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: invitation));
        Assert.Equal("eev pending nowhere, eve pending reserved seat", await desk.StandingAsync());

        await desk.ConfirmAsync("eev");
        await desk.ConfirmAsync("eve");
        Assert.Equal("eev line 1, eve reserved seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_speaker_who_had_registered_like_everybody_is_taken_out_of_the_line_by_the_invitation(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 3, reserved: 2);
        await desk.SeatAsync("ada", "ben", "eve");
        await desk.RegisterAsync("dan");
        Assert.Equal("ada seat, ben line 1, eve line 2, dan pending line 3", await desk.StandingAsync());

        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: await desk.InviteAsync("A speaker")));
        Assert.Equal("seat", await desk.RegisterAsync("dan", invitation: await desk.InviteAsync("A chair")));
        Assert.Equal("ada seat, ben line 1, eve reserved seat, dan pending reserved seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, WaitingList, SwitchedToSeat, LinkAgain", await desk.MailsAsync("eve"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_of_somebody_who_was_erased_is_good_again(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1, reserved: 1);
        var invitation = await desk.InviteAsync("A speaker");
        await desk.RegisterAsync("eve", Attendance.Remote, invitation: invitation);
        await desk.ConfirmAsync("eve");
        await desk.EraseAsync("eve");
        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: invitation));
        await desk.WaitAsync(TimeSpan.FromDays(8));
        Assert.Equal("", await desk.StandingAsync());
        Assert.Equal("seat", await desk.RegisterAsync("eve", invitation: invitation));
    }
}
