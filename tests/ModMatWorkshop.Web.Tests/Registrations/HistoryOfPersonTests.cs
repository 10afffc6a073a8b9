using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Web.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What has been done with a registration, by whom, and what it was before.</summary>
public class HistoryOfPersonTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_change_stands_in_the_history_with_who_made_it_and_what_was_before(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.LeaveAsync("ada");
        await desk.WaitAsync(TimeSpan.FromHours(49));
        await UpdateDetailsAsync(desk, "ben", d => d with { Diet = "no nuts" });
        Assert.Equal(
            [
                "participant confirmed Pending WaitingList",
                "site offered a seat Confirmed WaitingList",
                "site the offer lapsed Confirmed Offer",
                "organiser 1 changed the details Confirmed Remote",
            ],
            (await HistoryAsync(desk, "ben")).Select(c => $"{c.Actor} {c.Action} {c.Before.Status} {c.Before.Place}")
        );
        Assert.Equal(
            ["participant confirmed", "participant switched to remote"],
            (await HistoryAsync(desk, "ada")).Select(c => $"{c.Actor} {c.Action}")
        );

        // What was refused has changed nothing.
        Assert.Equal(ChangeResult.TooLate, await desk.AcceptAsync("ben"));
        Assert.Equal(4, (await HistoryAsync(desk, "ben")).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_registration_that_is_new_has_no_history(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.RegisterAsync("ada");
        Assert.Equal([], await HistoryAsync(desk, "ada"));
        await desk.RegisterAsync("ada");
        Assert.Equal(["submitted the form again"], (await HistoryAsync(desk, "ada")).Select(c => c.Action));
    }
}
