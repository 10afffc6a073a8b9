using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Actions of organisers respect seats, waiting list and reserve.</summary>
public class OrganiserActionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_added_by_an_organiser_gets_a_free_seat_or_joins_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await database.SetOpenAsync(false);
        Assert.Equal("Done 1", await AddAsync(database, "ada", confirmed: false));
        Assert.Equal("Done 2", await AddAsync(database, "ben", form: "the form of ben"));
        Assert.Equal("Queued 3", await AddAsync(database, "cat"));
        Assert.Equal("Done 4", await AddAsync(database, "dan", Attendance.Remote));
        Assert.Equal("ada pending seat, ben seat, cat waiting list 1, dan remote", await database.StandingAsync());
        Assert.Equal(
            ["ConfirmAddress", "Confirmed", "WaitingList", "Confirmed"],
            [
                await database.MailsAsync("ada"),
                await database.MailsAsync("ben"),
                await database.MailsAsync("cat"),
                await database.MailsAsync("dan"),
            ]
        );

        Assert.Equal("AddressTaken 2", await AddAsync(database, "ben"));
        Assert.Equal("NoChange 2", await AddAsync(database, "ben", form: "the form of ben"));
        await database.WaitAsync(TimeSpan.FromHours(3));
        Assert.Equal("ada pending no place, ben seat, cat offer, dan remote", await database.StandingAsync());

        database.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("TooLate 0", await AddAsync(database, "eve"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_action_of_an_organiser_exceeds_the_capacity(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        await database.CancelAsync("cat");
        foreach (var name in new[] { "ben", "cat" })
        {
            await AskAsync(database, name, (d, id) => d.ApplyAsync(id, new Reinstate(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(database, name, (d, id) => d.ApplyAsync(id, new OfferSeat(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(database, name, (d, id) => d.ApplyAsync(id, new SeatFromReserve(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(database, name, (d, id) => d.ApplyAsync(id, new RequestSeat(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(database, name, (d, id) => d.ApplyAsync(id, new AcceptOffer(), RegistrationTestDatabase.Organiser, Never));
        }
        Assert.Equal("ada seat, ben waiting list 1, cat waiting list 2", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_organiser_cannot_offer_a_seat_past_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(database, "cat"));
        Assert.Equal(ChangeResult.Full, await OfferAsync(database, "ben"));
        Assert.Equal(ChangeResult.NoChange, await OfferAsync(database, "ada"));
        await database.FollowRemotelyAsync("cat");
        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(database, "cat"));

        await database.FollowRemotelyAsync("ben");
        await database.FollowRemotelyAsync("ada");
        Assert.Equal(ChangeResult.Done, await OfferAsync(database, "cat"));
        Assert.Equal("ada remote, ben remote, cat offer", await database.StandingAsync());
        database.Time.SetUtcNow(new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(ChangeResult.TooLate, await OfferAsync(database, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_organiser_cannot_offer_a_seat_past_pending_people_on_the_waiting_list(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await database.SeatAsync("ada");
        await database.RegisterAsync("ben");
        await database.RegisterAsync("cat", Attendance.Remote);
        await database.ConfirmAsync("cat");
        await database.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben pending waiting list 1, cat remote", await database.StandingAsync());

        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(database, "cat"));
        Assert.Equal(ChangeResult.Done, await database.ConfirmAsync("ben"));
        Assert.Equal("ada cancelled, ben seat, cat remote", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_seat_of_the_reserve_passes_the_waiting_list_and_only_while_the_reserve_lasts(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await database.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.Done, await ReserveAsync(database, "cat"));
        Assert.Equal(ChangeResult.Full, await ReserveAsync(database, "ben"));
        Assert.Equal("ada seat, ben waiting list 1, cat reserved seat", await database.StandingAsync());

        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "cat"));
        Assert.Equal("ada seat, ben waiting list 1, cat waiting list 2", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "cat"));
        Assert.Equal("ada seat, ben waiting list 1, cat reserved seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_corrected_address_takes_effect_at_once_and_older_links_stop_working(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.RegisterAsync("adda");
        await database.SeatAsync("ben");
        await database.WaitAsync(TimeSpan.FromMinutes(90));
        var old = (await database.FindAsync("adda"))!;
        Assert.Equal(ChangeResult.AddressTaken, await CorrectAsync(database, "adda", "ben"));
        Assert.Equal(ChangeResult.Conflict, await CorrectAsync(database, "adda", "ada", shownAddress: "someone"));
        Assert.Equal(ChangeResult.Done, await CorrectAsync(database, "adda", "ada"));
        Assert.Equal(ChangeResult.NoChange, await CorrectAsync(database, "ada", "ada"));
        var now = (await database.FindAsync("ada"))!;
        Assert.Equal((old.Id, old.Generation + 1), (now.Id, now.Generation));
        Assert.Equal("ConfirmAddress, HoldReminder, ConfirmAddress", await database.MailsAsync("ada"));

        // The hold starts again with the mail to the corrected address.
        await database.WaitAsync(TimeSpan.FromMinutes(90));
        Assert.Equal("ada pending seat, ben seat", await database.StandingAsync());
        Assert.Equal(ChangeResult.Done, await CorrectAsync(database, "ben", "bob"));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain", await database.MailsAsync("bob"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_second_of_two_conflicting_edits_is_refused(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var seen = (await database.FindAsync("ada"))!.Revision;
        Assert.Equal(ChangeResult.Done, await UpdateDetailsAsync(database, "ada", d => d with { Affiliation = "Lyon" }, seen));
        Assert.Equal(ChangeResult.Conflict, await UpdateDetailsAsync(database, "ada", d => d with { Affiliation = "Nice" }, seen));
        Assert.Equal("Lyon", (await database.FindAsync("ada"))!.Details.Affiliation);
        Assert.Equal(
            ChangeResult.Done,
            await UpdateDetailsAsync(database, "ada", d => d with { Affiliation = "Nice" }, (await database.FindAsync("ada"))!.Revision)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_or_a_mail_can_be_changed_only_through_its_own_registration(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        await AskAsync(database, "ada", (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never));
        await using var db = database.Open();
        var note = await db.RegistrationNotes.Select(n => n.Id).SingleAsync();
        Assert.Equal(
            ChangeResult.NoChange,
            await AskAsync(database, "ben", (d, id) => d.DeleteNoteAsync(id, note, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.Done,
            await AskAsync(database, "ada", (d, id) => d.DeleteNoteAsync(id, note, RegistrationTestDatabase.Organiser, Never))
        );

        await AskAsync(database, "ada", (d, id) => d.ApplyAsync(id, new SendLink(), RegistrationTestDatabase.Organiser, Never));
        await AskAsync(database, "ada", (d, id) => d.ApplyAsync(id, new SendLink(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain, LinkAgain", await database.MailsAsync("ada"));
        var mail = await db.Outbox.OrderBy(m => m.Id).FirstAsync();
        await db
            .Outbox.Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed).SetProperty(x => x.Tries, 20));
        Assert.Equal(
            ChangeResult.NotFound,
            await AskAsync(database, "ben", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.Done,
            await AskAsync(database, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.NoChange,
            await AskAsync(database, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            (MailState.Waiting, 0),
            await db.Outbox.Where(m => m.Id == mail.Id).Select(m => new ValueTuple<MailState, int>(m.State, m.Tries)).SingleAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_created_and_mailed_once_and_can_be_revoked_until_it_is_used(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        var id = Guid.NewGuid();
        for (var twice = 0; twice < 2; twice++)
            await database.AskAsync(
                (d, queue) =>
                    new InvitationService(d, queue).InviteAsync(
                        id,
                        "A speaker",
                        RegistrationTestDatabase.AddressOf("eve"),
                        Language.English,
                        [],
                        RegistrationTestDatabase.Organiser,
                        Never
                    )
            );
        await using var db = database.Open();
        Assert.Equal([(MailKind.Invitation, id)], (await db.Outbox.AsNoTracking().ToListAsync()).Select(m => (m.Kind, m.RegistrationId)));
        Assert.Equal(ChangeResult.Done, await RevokeAsync(id));
        Assert.Equal((ChangeResult.NoChange, 0), (await RevokeAsync(id), await db.Outbox.CountAsync()));

        await database.SeatAsync("ada");
        Assert.Equal("waiting list", await database.RegisterAsync("eve", invitation: id));
        var second = await database.InviteAsync("Another speaker");
        Assert.Equal("seat", await database.RegisterAsync("dan", invitation: second));
        await database.ConfirmAsync("dan");
        Assert.Equal(ChangeResult.InvalidState, await RevokeAsync(second));

        Task<ChangeResult> RevokeAsync(Guid invitation) =>
            database.AskAsync(
                (d, queue) => new InvitationService(d, queue).RevokeAsync(invitation, RegistrationTestDatabase.Organiser, Never)
            );
    }
}
