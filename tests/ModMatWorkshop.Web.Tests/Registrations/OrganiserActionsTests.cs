using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Web.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What organisers do at the desk keeps the promises that participants were given.</summary>
public class OrganiserActionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_added_by_hand_gets_a_seat_if_one_is_free_and_stands_in_line_otherwise(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2);
        await desk.SetOpenAsync(false);
        Assert.Equal("Done 1", await AddAsync(desk, "ada", confirmed: false));
        Assert.Equal("Done 2", await AddAsync(desk, "ben", form: "the form of ben"));
        Assert.Equal("Queued 3", await AddAsync(desk, "cat"));
        Assert.Equal("Done 4", await AddAsync(desk, "dan", Attendance.Remote));
        Assert.Equal("ada pending seat, ben seat, cat line 1, dan remote", await desk.StandingAsync());
        Assert.Equal(
            ["ConfirmAddress", "Confirmed", "WaitingList", "Confirmed"],
            [await desk.MailsAsync("ada"), await desk.MailsAsync("ben"), await desk.MailsAsync("cat"), await desk.MailsAsync("dan")]
        );

        Assert.Equal("AddressTaken 2", await AddAsync(desk, "ben"));
        Assert.Equal("NoChange 2", await AddAsync(desk, "ben", form: "the form of ben"));
        await desk.WaitAsync(TimeSpan.FromHours(3));
        Assert.Equal("ada pending nowhere, ben seat, cat offer, dan remote", await desk.StandingAsync());

        desk.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("TooLate 0", await AddAsync(desk, "eve"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_organiser_can_seat_one_more_than_the_room_takes(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("cat");
        foreach (var name in new[] { "ben", "cat" })
        {
            await AskAsync(desk, name, (d, id) => d.ApplyAsync(id, new Reinstate(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.ApplyAsync(id, new OfferSeat(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.ApplyAsync(id, new SeatFromReserve(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.ApplyAsync(id, new RequestSeat(), RegistrationTestDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.ApplyAsync(id, new AcceptOffer(), RegistrationTestDatabase.Organiser, Never));
        }
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_is_offered_to_nobody_past_those_who_wait(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(desk, "cat"));
        Assert.Equal(ChangeResult.Full, await OfferAsync(desk, "ben"));
        Assert.Equal(ChangeResult.NoChange, await OfferAsync(desk, "ada"));
        await desk.LeaveAsync("cat");
        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(desk, "cat"));

        await desk.LeaveAsync("ben");
        await desk.LeaveAsync("ada");
        Assert.Equal(ChangeResult.Done, await OfferAsync(desk, "cat"));
        Assert.Equal("ada remote, ben remote, cat offer", await desk.StandingAsync());
        desk.Time.SetUtcNow(new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(ChangeResult.TooLate, await OfferAsync(desk, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nor_past_who_stands_in_line_and_has_yet_to_confirm(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada");
        await desk.RegisterAsync("ben");
        await desk.RegisterAsync("cat", Attendance.Remote);
        await desk.ConfirmAsync("cat");
        await desk.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben pending line 1, cat remote", await desk.StandingAsync());

        Assert.Equal(ChangeResult.OthersFirst, await OfferAsync(desk, "cat"));
        Assert.Equal(ChangeResult.Done, await desk.ConfirmAsync("ben"));
        Assert.Equal("ada cancelled, ben seat, cat remote", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_reserve_goes_past_the_line_and_only_while_it_lasts(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        Assert.Equal(ChangeResult.Done, await ReserveAsync(desk, "cat"));
        Assert.Equal(ChangeResult.Full, await ReserveAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 1, cat reserved seat", await desk.StandingAsync());

        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "cat"));
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "cat"));
        Assert.Equal("ada seat, ben line 1, cat reserved seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mistyped_address_is_corrected_at_once_and_the_links_to_it_are_dead(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.RegisterAsync("adda");
        await desk.SeatAsync("ben");
        await desk.WaitAsync(TimeSpan.FromMinutes(90));
        var old = (await desk.FindAsync("adda"))!;
        Assert.Equal(ChangeResult.AddressTaken, await CorrectAsync(desk, "adda", "ben"));
        Assert.Equal(ChangeResult.Conflict, await CorrectAsync(desk, "adda", "ada", seen: "someone"));
        Assert.Equal(ChangeResult.Done, await CorrectAsync(desk, "adda", "ada"));
        Assert.Equal(ChangeResult.NoChange, await CorrectAsync(desk, "ada", "ada"));
        var now = (await desk.FindAsync("ada"))!;
        Assert.Equal((old.Id, old.Generation + 1), (now.Id, now.Generation));
        Assert.Equal("ConfirmAddress, ConfirmAddress", await desk.MailsAsync("ada"));

        // The time to confirm begins anew with the mail that arrives.
        await desk.WaitAsync(TimeSpan.FromMinutes(90));
        Assert.Equal("ada pending seat, ben seat", await desk.StandingAsync());
        Assert.Equal(ChangeResult.Done, await CorrectAsync(desk, "ben", "bob"));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain", await desk.MailsAsync("bob"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_change_the_same_answers_the_second_is_told_and_overwrites_nothing(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        var seen = (await desk.FindAsync("ada"))!.Revision;
        Assert.Equal(ChangeResult.Done, await UpdateDetailsAsync(desk, "ada", d => d with { Affiliation = "Lyon" }, seen));
        Assert.Equal(ChangeResult.Conflict, await UpdateDetailsAsync(desk, "ada", d => d with { Affiliation = "Nice" }, seen));
        Assert.Equal("Lyon", (await desk.FindAsync("ada"))!.Details.Affiliation);
        Assert.Equal(
            ChangeResult.Done,
            await UpdateDetailsAsync(desk, "ada", d => d with { Affiliation = "Nice" }, (await desk.FindAsync("ada"))!.Revision)
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Notes_mails_and_links_answer_to_the_person_they_are_of(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        await AskAsync(desk, "ada", (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never));
        await using var db = desk.Open();
        var note = await db.RegistrationNotes.Select(n => n.Id).SingleAsync();
        Assert.Equal(
            ChangeResult.NoChange,
            await AskAsync(desk, "ben", (d, id) => d.DeleteNoteAsync(id, note, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.Done,
            await AskAsync(desk, "ada", (d, id) => d.DeleteNoteAsync(id, note, RegistrationTestDatabase.Organiser, Never))
        );

        await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new SendLink(), RegistrationTestDatabase.Organiser, Never));
        await AskAsync(desk, "ada", (d, id) => d.ApplyAsync(id, new SendLink(), RegistrationTestDatabase.Organiser, Never));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain, LinkAgain", await desk.MailsAsync("ada"));
        var mail = await db.Outbox.OrderBy(m => m.Id).FirstAsync();
        await db
            .Outbox.Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed).SetProperty(x => x.Tries, 20));
        Assert.Equal(
            ChangeResult.NotFound,
            await AskAsync(desk, "ben", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.Done,
            await AskAsync(desk, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            ChangeResult.NoChange,
            await AskAsync(desk, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, RegistrationTestDatabase.Organiser, Never))
        );
        Assert.Equal(
            (MailState.Waiting, 0),
            await db.Outbox.Where(m => m.Id == mail.Id).Select(m => new ValueTuple<MailState, int>(m.State, m.Tries)).SingleAsync()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_made_once_mailed_once_and_can_be_revoked_until_it_is_used(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        var id = Guid.NewGuid();
        for (var twice = 0; twice < 2; twice++)
            await desk.AskAsync(
                (d, queue) =>
                    new InvitationService(d, queue).InviteAsync(
                        id,
                        "A speaker",
                        RegistrationTestDatabase.AddressOf("eve"),
                        Language.English,
                        RegistrationTestDatabase.Organiser,
                        Never
                    )
            );
        await using var db = desk.Open();
        Assert.Equal([(MailKind.Invitation, id)], (await db.Outbox.AsNoTracking().ToListAsync()).Select(m => (m.Kind, m.RegistrationId)));
        Assert.Equal(ChangeResult.Done, await RevokeAsync(id));
        Assert.Equal((ChangeResult.NoChange, 0), (await RevokeAsync(id), await db.Outbox.CountAsync()));

        await desk.SeatAsync("ada");
        Assert.Equal("line 1", await desk.RegisterAsync("eve", invitation: id));
        var second = await desk.InviteAsync("Another speaker");
        Assert.Equal("seat", await desk.RegisterAsync("dan", invitation: second));
        await desk.ConfirmAsync("dan");
        Assert.Equal(ChangeResult.InvalidState, await RevokeAsync(second));

        Task<ChangeResult> RevokeAsync(Guid which) =>
            desk.AskAsync((d, queue) => new InvitationService(d, queue).RevokeAsync(which, RegistrationTestDatabase.Organiser, Never));
    }
}
