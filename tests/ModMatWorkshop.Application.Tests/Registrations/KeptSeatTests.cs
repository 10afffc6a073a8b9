using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>A place that an organiser frees is kept for ten minutes, so that an undo restores it.</summary>
public class KeptSeatTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_mistaken_move_to_remote_restores_seat_and_line_and_mails_nobody_in_the_line(Engine engine)
    {
        using var database = await FullAsync(engine);
        var before = await PlacesAsync(database);
        var mails = await LineMailsAsync(database);

        Assert.Equal(ChangeResult.Done, await ByOrganiserAsync(database, "p17", new FollowRemotely()));
        await database.WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await SeatsLeftAsync(database));
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "p17"));
        await database.WaitAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(before, await PlacesAsync(database));
        Assert.Equal(mails, await LineMailsAsync(database));
        Assert.Equal("ConfirmAddress, Confirmed, SwitchedToRemote, SwitchedToSeat", await database.MailsAsync("p17"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_batch_restores_every_seat_and_every_place_in_line_and_mails_nobody_in_the_line(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine, seats: 50);
        await host.FillAsync(59, seats: 50, areConfirmed: true);
        var before = await PlacesAsync(host.Database);
        var mails = await OffersAsync(host.Database);
        var numbers = new[] { 3, 17, 50, 51, 55 };

        foreach (var kind in new[] { BatchKind.Remote, BatchKind.Cancel })
        {
            var batch = await host.BeginAsync(kind, numbers);
            await host.RunAsync();
            await host.Database.WaitAsync(TimeSpan.FromMinutes(5));
            Assert.Equal(0, await SeatsLeftAsync(host.Database));
            await host.WithBatchesAsync(batches => batches.UndoAsync(batch.Id, Guid.NewGuid(), RegistrationTestDatabase.Organiser, Never));
            await host.RunAsync();
            Assert.Equal(before, await PlacesAsync(host.Database));
        }
        Assert.Equal(mails, await OffersAsync(host.Database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_freed_seat_is_offered_to_the_line_when_its_ten_minutes_are_over(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await ByOrganiserAsync(database, "ada", new Cancel());
        Assert.Equal((ChangeResult.Kept, ChangeResult.OthersFirst), (await OfferAsync(database, "ben"), await OfferAsync(database, "cat")));
        await database.WaitAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben waiting list 1, cat waiting list 2", await database.StandingAsync());

        await database.WaitAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("ada cancelled, ben offer, cat waiting list 1", await database.StandingAsync());
        Assert.Equal(
            (1, null, null),
            ((await database.FindAsync("ben"))!.SeatNumber, (await AdaAsync()).KeptSeatNumber, (await AdaAsync()).KeptUntil)
        );
        Assert.Equal(ChangeResult.Queued, await UndoAsync(database, "ada"));
        Assert.Equal("ada waiting list 2, ben offer, cat waiting list 1", await database.StandingAsync());

        async Task<Registration> AdaAsync() => (await database.FindAsync("ada"))!;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_that_its_owner_frees_is_offered_at_once(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben");
        await database.FollowRemotelyAsync("ada");
        Assert.Equal("ada remote, ben offer", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_kept_seat_goes_back_to_its_owner_and_to_nobody_else(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SeatAsync("ada", "ben");
        await ByOrganiserAsync(database, "ada", new FollowRemotely());
        Assert.Equal("waiting list", await database.RegisterAsync("cat"));
        await database.SetCapacityAsync(3);
        await database.ConfirmAsync("cat");
        Assert.Equal("ada remote, ben seat, cat seat", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await database.RequestSeatAsync("ada"));
        Assert.Equal("ada seat, ben seat, cat seat", await database.StandingAsync());
        Assert.Equal((1, 2, 3), (await SeatOfAsync("ada"), await SeatOfAsync("ben"), await SeatOfAsync("cat")));

        async Task<int> SeatOfAsync(string name) => (await database.FindAsync(name))!.SeatNumber!.Value;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undone_move_restores_the_answers_exactly(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada");
        var details = (await database.FindAsync("ada"))!.Details with
        {
            HalfDays =
            [
                new(new(2030, 3, 30), Domain.Programme.HalfDay.Morning, Attendance.InPerson),
                new(new(2030, 3, 31), Domain.Programme.HalfDay.Morning, Attendance.Remote),
            ],
        };
        await UpdateDetailsAsync(database, "ada", _ => details);
        await ByOrganiserAsync(database, "ada", new FollowRemotely());
        await UndoAsync(database, "ada");
        Assert.Equal(details.HalfDays, (await database.FindAsync("ada"))!.Details.HalfDays);
    }

    private static async Task<RegistrationTestDatabase> FullAsync(Engine engine)
    {
        var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 50);
        await database.SeatAsync([.. Enumerable.Range(1, 59).Select(n => string.Create(CultureInfo.InvariantCulture, $"p{n}"))]);
        return database;
    }

    private static Task<ChangeResult> ByOrganiserAsync(RegistrationTestDatabase database, string name, RegistrationCommand command) =>
        database.ApplyAsync(name, command, RegistrationTestDatabase.Organiser);

    /// <summary>Everybody's status, place, seat number and number in line.</summary>
    private static async Task<IReadOnlyList<(int, RegistrationStatus, Place, int?, long?)>> PlacesAsync(
        RegistrationTestDatabase database
    ) => [.. (await database.AllAsync()).Select(r => (r.Number, r.Status, r.Place, r.SeatNumber, r.LineNumber))];

    private static async Task<int> LineMailsAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return await db.Outbox.CountAsync(m => db.Registrations.Any(r => r.Id == m.RegistrationId && r.LineNumber != null));
    }

    private static async Task<int> OffersAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return await db.Outbox.CountAsync(m => m.Kind == MailKind.Offer || m.Kind == MailKind.OfferLapsed);
    }

    /// <summary>The free seats that the public page counts.</summary>
    private static async Task<int> SeatsLeftAsync(RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        return (await RegistrationContext.ReadAsync(db, Never)).SeatsAt(database.Clock.GetUtcNow()).Free;
    }
}
