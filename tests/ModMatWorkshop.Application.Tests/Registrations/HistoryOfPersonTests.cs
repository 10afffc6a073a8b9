using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>The history of a registration: who changed what, and its state before.</summary>
public class HistoryOfPersonTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_has_every_change_with_its_author_and_the_state_before(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.FollowRemotelyAsync("ada");
        await database.WaitAsync(TimeSpan.FromHours(49));
        await UpdateDetailsAsync(database, "ben", d => d with { Diet = "no nuts" });
        Assert.Equal(
            [
                "participant confirmed Pending WaitingList",
                "site offered a seat Confirmed WaitingList",
                "site the offer lapsed Confirmed Offer",
                "organiser 1 changed the details Confirmed Remote",
            ],
            (await HistoryAsync(database, "ben")).Select(c => $"{c.Actor} {c.Action} {c.Before.Status} {c.Before.Place}")
        );
        Assert.Equal(
            ["participant confirmed", "participant switched to remote"],
            (await HistoryAsync(database, "ada")).Select(c => $"{c.Actor} {c.Action}")
        );

        // A refused command adds nothing.
        Assert.Equal(ChangeResult.TooLate, await database.AcceptAsync("ben"));
        Assert.Equal(4, (await HistoryAsync(database, "ben")).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_registration_has_no_history(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("ada");
        Assert.Equal([], await HistoryAsync(database, "ada"));
        await database.RegisterAsync("ada");
        Assert.Equal(["submitted the form again"], (await HistoryAsync(database, "ada")).Select(c => c.Action));
    }
}
