using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Data;
using ModMatWorkshop.Web.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What organisers do at the desk keeps the promises that participants were given.</summary>
public class OrganisersDeskTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_added_by_hand_gets_a_seat_if_one_is_free_and_stands_in_line_otherwise(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 2);
        await desk.SetOpenAsync(false);
        Assert.Equal("Done 1", await AddAsync(desk, "ada", confirmed: false));
        Assert.Equal("Done 2", await AddAsync(desk, "ben", form: "the form of ben"));
        Assert.Equal("Queued 3", await AddAsync(desk, "cat"));
        Assert.Equal("Done 4", await AddAsync(desk, "dan", Attendance.Remote));
        Assert.Equal("ada pending seat, ben seat, cat line 1, dan remote", await desk.StandingAsync());
        Assert.Equal(["ConfirmAddress", "Confirmed", "WaitingList", "Confirmed"], [await desk.MailsAsync("ada"), await desk.MailsAsync("ben"), await desk.MailsAsync("cat"), await desk.MailsAsync("dan")]);

        Assert.Equal("Taken 2", await AddAsync(desk, "ben"));
        Assert.Equal("AlreadySo 2", await AddAsync(desk, "ben", form: "the form of ben"));
        await desk.WaitAsync(TimeSpan.FromHours(3));
        Assert.Equal("ada pending nowhere, ben seat, cat offer, dan remote", await desk.StandingAsync());

        desk.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("TooLate 0", await AddAsync(desk, "eve"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_organiser_can_seat_one_more_than_the_room_takes(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("cat");
        foreach (var name in new[] { "ben", "cat" })
        {
            await AskAsync(desk, name, (d, id) => d.ReinstateAsync(id, DeskDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.OfferSeatAsync(id, DeskDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.SeatFromReserveAsync(id, DeskDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.ComeToTheRoomAsync(id, DeskDatabase.Organiser, Never));
            await AskAsync(desk, name, (d, id) => d.AcceptOfferAsync(id, DeskDatabase.Organiser, Never));
        }
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_is_offered_to_nobody_past_those_who_wait(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        Assert.Equal(DeskAnswer.OutOfTurn, await OfferAsync(desk, "cat"));
        Assert.Equal(DeskAnswer.Full, await OfferAsync(desk, "ben"));
        Assert.Equal(DeskAnswer.AlreadySo, await OfferAsync(desk, "ada"));
        await desk.LeaveAsync("cat");
        Assert.Equal(DeskAnswer.OutOfTurn, await OfferAsync(desk, "cat"));

        await desk.LeaveAsync("ben");
        await desk.LeaveAsync("ada");
        Assert.Equal(DeskAnswer.Done, await OfferAsync(desk, "cat"));
        Assert.Equal("ada remote, ben remote, cat offer", await desk.StandingAsync());
        desk.Time.SetUtcNow(new(2030, 3, 30, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal(DeskAnswer.TooLate, await OfferAsync(desk, "ben"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_reserve_goes_past_the_line_and_only_while_it_lasts(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        Assert.Equal(DeskAnswer.Done, await ReserveAsync(desk, "cat"));
        Assert.Equal(DeskAnswer.Full, await ReserveAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 1, cat reserved seat", await desk.StandingAsync());

        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "cat"));
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "cat"));
        Assert.Equal("ada seat, ben line 1, cat reserved seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mistyped_address_is_corrected_at_once_and_the_links_to_it_are_dead(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.RegisterAsync("adda");
        await desk.SeatAsync("ben");
        await desk.WaitAsync(TimeSpan.FromMinutes(90));
        var old = (await desk.FindAsync("adda"))!;
        Assert.Equal(DeskAnswer.Taken, await CorrectAsync(desk, "adda", "ben"));
        Assert.Equal(DeskAnswer.Stale, await CorrectAsync(desk, "adda", "ada", seen: "someone"));
        Assert.Equal(DeskAnswer.Done, await CorrectAsync(desk, "adda", "ada"));
        Assert.Equal(DeskAnswer.AlreadySo, await CorrectAsync(desk, "ada", "ada"));
        var now = (await desk.FindAsync("ada"))!;
        Assert.Equal((old.Id, old.Generation + 1), (now.Id, now.Generation));
        Assert.Equal("ConfirmAddress, ConfirmAddress", await desk.MailsAsync("ada"));

        // The time to confirm begins anew with the mail that arrives.
        await desk.WaitAsync(TimeSpan.FromMinutes(90));
        Assert.Equal("ada pending seat, ben seat", await desk.StandingAsync());
        Assert.Equal(DeskAnswer.Done, await CorrectAsync(desk, "ben", "bob"));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain", await desk.MailsAsync("bob"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_change_the_same_answers_the_second_is_told_and_overwrites_nothing(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        var seen = (await desk.FindAsync("ada"))!.Revision;
        Assert.Equal(DeskAnswer.Done, await DescribeAsync(desk, "ada", d => d with { Affiliation = "Lyon" }, seen));
        Assert.Equal(DeskAnswer.Stale, await DescribeAsync(desk, "ada", d => d with { Affiliation = "Nice" }, seen));
        Assert.Equal("Lyon", (await desk.FindAsync("ada"))!.Details.Affiliation);
        Assert.Equal(DeskAnswer.Done, await DescribeAsync(desk, "ada", d => d with { Affiliation = "Nice" }, (await desk.FindAsync("ada"))!.Revision));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_change_stands_in_the_history_with_who_made_it_and_what_was_before(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.LeaveAsync("ada");
        await desk.WaitAsync(TimeSpan.FromHours(49));
        await DescribeAsync(desk, "ben", d => d with { Diet = "no nuts" });
        Assert.Equal(
            ["participant confirmed Pending WaitingList", "site offered a seat Confirmed WaitingList", "site the offer lapsed Confirmed Offer", "organiser 1 changed the details Confirmed Remote"],
            (await HistoryAsync(desk, "ben")).Select(c => $"{c.Actor} {c.Action} {c.Before.Status} {c.Before.Place}"));
        Assert.Equal(["participant confirmed", "participant follows remotely"], (await HistoryAsync(desk, "ada")).Select(c => $"{c.Actor} {c.Action}"));

        // What was refused has changed nothing.
        Assert.Equal(DeskAnswer.TooLate, await desk.AcceptAsync("ben"));
        Assert.Equal(4, (await HistoryAsync(desk, "ben")).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_registration_that_is_new_has_no_history(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.RegisterAsync("ada");
        Assert.Equal([], await HistoryAsync(desk, "ada"));
        await desk.RegisterAsync("ada");
        Assert.Equal(["sent the form again"], (await HistoryAsync(desk, "ada")).Select(c => c.Action));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_that_is_undone_gives_the_same_seat_back_when_nobody_waits(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 3);
        await desk.SeatAsync("ada", "ben");
        await desk.RegisterAsync("cat");
        await desk.CancelAsync("ben");
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ben"));
        Assert.Equal(2, (await desk.FindAsync("ben"))!.SeatNumber);
        Assert.Equal("ada seat, ben seat, cat pending seat", await desk.StandingAsync());
        Assert.Equal("ConfirmAddress, Confirmed, Cancelled, Confirmed", await desk.MailsAsync("ben"));

        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben cancelled, cat pending seat", await desk.StandingAsync());
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben seat, cat pending seat", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seat_that_has_gone_does_not_come_back_by_an_undo(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.CancelAsync("ada");
        Assert.Equal("ada cancelled, ben offer, cat line 1", await desk.StandingAsync());
        Assert.Equal(DeskAnswer.Queued, await UndoAsync(desk, "ada"));
        Assert.Equal("ada line 2, ben offer, cat line 1", await desk.StandingAsync());

        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ada"));
        Assert.Equal("ada cancelled, ben offer, cat line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_place_in_line_comes_back_unless_the_line_has_moved_up(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben", "cat");
        await desk.LeaveAsync("ben");
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 1, cat line 2", await desk.StandingAsync());

        await desk.LeaveAsync("ben");
        await desk.SetCapacityAsync(2);
        await desk.SeatAsync("dan");
        Assert.Equal("ada seat, ben remote, cat offer, dan line 1", await desk.StandingAsync());
        Assert.Equal(DeskAnswer.Queued, await UndoAsync(desk, "ben"));
        Assert.Equal("ada seat, ben line 2, cat offer, dan line 1", await desk.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_action_can_be_undone(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 2);
        await desk.RegisterAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.ConfirmAsync(id, DeskDatabase.Organiser, Never));
        Assert.Equal((DeskAnswer.Done, "ada pending seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((DeskAnswer.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await desk.LeaveAsync("ada");
        Assert.Equal((DeskAnswer.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((DeskAnswer.Done, "ada remote"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await OfferAsync(desk, "ada");
        Assert.Equal((DeskAnswer.Done, "ada remote"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        await OfferAsync(desk, "ada");
        await desk.AcceptAsync("ada");
        Assert.Equal((DeskAnswer.Done, "ada offer"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));
        Assert.Equal((DeskAnswer.Done, "ada seat"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        await DescribeAsync(desk, "ada", d => d with { GivenName = "Augusta", MayBeListed = true });
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ada"));
        Assert.Equal(("ada", false, null), await ToldAsync());
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ada"));
        Assert.Equal(("Augusta", true, desk.Time.GetUtcNow()), await ToldAsync());

        await CorrectAsync(desk, "ada", "augusta");
        var generation = (await desk.FindAsync("augusta"))!.Generation;
        Assert.Equal((DeskAnswer.Done, "ada seat"), (await UndoAsync(desk, "augusta"), await desk.StandingAsync()));
        Assert.Equal(generation + 1, (await desk.FindAsync("ada"))!.Generation);

        await desk.CancelAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.ReinstateAsync(id, DeskDatabase.Organiser, Never));
        Assert.Equal((DeskAnswer.Done, "ada cancelled"), (await UndoAsync(desk, "ada"), await desk.StandingAsync()));

        async Task<(string, bool, DateTimeOffset?)> ToldAsync()
        {
            var ada = (await desk.FindAsync("ada"))!;
            return (ada.Details.GivenName, ada.Details.MayBeListed, ada.ListedSince);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undo_of_what_is_no_longer_the_last_change_does_nothing(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        var shown = (await HistoryAsync(desk, "ada"))[^1].Id;
        await desk.LeaveAsync("ada");
        Assert.Equal(DeskAnswer.Stale, await AskAsync(desk, "ada", (d, id) => d.UndoAsync(id, shown, DeskDatabase.Organiser, Never)));
        var ofBen = (await HistoryAsync(desk, "ben"))[^1].Id;
        Assert.Equal(DeskAnswer.Stale, await AskAsync(desk, "ada", (d, id) => d.UndoAsync(id, ofBen, DeskDatabase.Organiser, Never)));
        Assert.Equal("ada remote, ben seat", await desk.StandingAsync());

        await CorrectAsync(desk, "ben", "bob");
        await desk.SeatAsync("ben");
        Assert.Equal(DeskAnswer.Taken, await UndoAsync(desk, "bob"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_erased_is_erased_in_history_and_notes_and_invitations_too(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, reserved: 2);
        var invitation = await desk.InviteAsync("Ada Lovelace");
        await desk.RegisterAsync("ada", invitation: invitation);
        await desk.ConfirmAsync("ada");
        await desk.SeatAsync("ben");
        await ReserveAsync(desk, "ben");
        foreach (var name in new[] { "ada", "ben" })
        {
            await DescribeAsync(desk, name, d => d with { Diet = "no nuts" });
            Assert.Equal(DeskAnswer.Done, await AskAsync(desk, name, (d, id) => d.NoteAsync(id, "Comes late.", DeskDatabase.Organiser, Never)));
        }
        Assert.Equal(DeskAnswer.Done, await desk.EraseAsync("ada"));
        var ben = (await desk.FindAsync("ben"))!.Id;
        await using var db = desk.Open();
        Assert.Equal([ben], await db.RegistrationChanges.Select(c => c.RegistrationId).Distinct().ToListAsync());
        Assert.Equal([ben], await db.RegistrationNotes.Select(n => n.RegistrationId).ToListAsync());
        Assert.Equal([("", (Guid?)null)], (await db.Invitations.ToListAsync()).Select(i => (i.Guest, i.UsedBy)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Needs_are_forgotten_in_the_history_too_and_an_undo_does_not_bring_them_back(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        await DescribeAsync(desk, "ada", d => d with { Diet = "no nuts" });
        await DescribeAsync(desk, "ada", d => d with { AccessNeeds = "a ramp" });
        await DescribeAsync(desk, "ben", d => d with { Diet = "no nuts" });
        await DescribeAsync(desk, "ben", d => d with { Diet = null });
        Assert.Equal(2, (await AllChangesAsync(desk)).Count(c => c.TellsNeeds));

        desk.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        await desk.SweepAsync();
        Assert.Equal([], (await AllChangesAsync(desk)).Where(c => c.TellsNeeds || c.Before.Details.Diet is not null || c.Before.Details.AccessNeeds is not null));
        Assert.Equal(DeskAnswer.Done, await UndoAsync(desk, "ada"));
        Assert.Null((await desk.FindAsync("ada"))!.Details.AccessNeeds);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_is_purged_with_the_registrations(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.NoteAsync(id, "Comes late.", DeskDatabase.Organiser, Never));
        desk.Time.SetUtcNow(new(2030, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await desk.SweepAsync();
        await using var db = desk.Open();
        Assert.Equal((0, 0, 0), (await db.Registrations.CountAsync(), await db.RegistrationChanges.CountAsync(), await db.RegistrationNotes.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Notes_mails_and_links_answer_to_the_person_they_are_of(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        await AskAsync(desk, "ada", (d, id) => d.NoteAsync(id, "Comes late.", DeskDatabase.Organiser, Never));
        await using var db = desk.Open();
        var note = await db.RegistrationNotes.Select(n => n.Id).SingleAsync();
        Assert.Equal(DeskAnswer.AlreadySo, await AskAsync(desk, "ben", (d, id) => d.DeleteNoteAsync(id, note, DeskDatabase.Organiser, Never)));
        Assert.Equal(DeskAnswer.Done, await AskAsync(desk, "ada", (d, id) => d.DeleteNoteAsync(id, note, DeskDatabase.Organiser, Never)));

        await AskAsync(desk, "ada", (d, id) => d.SendLinkAgainAsync(id, DeskDatabase.Organiser, Never));
        await AskAsync(desk, "ada", (d, id) => d.SendLinkAgainAsync(id, DeskDatabase.Organiser, Never));
        Assert.Equal("ConfirmAddress, Confirmed, LinkAgain, LinkAgain", await desk.MailsAsync("ada"));
        var mail = await db.Outbox.OrderBy(m => m.Id).FirstAsync();
        await db.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, MailState.Failed).SetProperty(x => x.Tries, 20));
        Assert.Equal(DeskAnswer.Unknown, await AskAsync(desk, "ben", (d, id) => d.RetryMailAsync(id, mail.Id, DeskDatabase.Organiser, Never)));
        Assert.Equal(DeskAnswer.Done, await AskAsync(desk, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, DeskDatabase.Organiser, Never)));
        Assert.Equal(DeskAnswer.AlreadySo, await AskAsync(desk, "ada", (d, id) => d.RetryMailAsync(id, mail.Id, DeskDatabase.Organiser, Never)));
        Assert.Equal((MailState.Waiting, 0), await db.Outbox.Where(m => m.Id == mail.Id).Select(m => new ValueTuple<MailState, int>(m.State, m.Tries)).SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_made_once_mailed_once_and_can_be_revoked_until_it_is_used(Engine engine)
    {
        using var desk = await DeskDatabase.OpenAsync(engine, seats: 2, reserved: 1);
        var id = Guid.NewGuid();
        for (var twice = 0; twice < 2; twice++)
            await desk.AtDeskAsync(d => d.InviteAsync(id, "A speaker", DeskDatabase.AddressOf("eve"), Language.English, DeskDatabase.Organiser, Never));
        await using var db = desk.Open();
        Assert.Equal([(MailKind.Invitation, id)], (await db.Outbox.AsNoTracking().ToListAsync()).Select(m => (m.Kind, m.RegistrationId)));
        Assert.Equal(DeskAnswer.Done, await RevokeAsync(id));
        Assert.Equal((DeskAnswer.AlreadySo, 0), (await RevokeAsync(id), await db.Outbox.CountAsync()));

        await desk.SeatAsync("ada");
        Assert.Equal("line 1", await desk.RegisterAsync("eve", invitation: id));
        var second = await desk.InviteAsync("Another speaker");
        Assert.Equal("seat", await desk.RegisterAsync("dan", invitation: second));
        await desk.ConfirmAsync("dan");
        Assert.Equal(DeskAnswer.NotNow, await RevokeAsync(second));

        Task<DeskAnswer> RevokeAsync(Guid which) => desk.AtDeskAsync(d => d.RevokeInvitationAsync(which, DeskDatabase.Organiser, Never));
    }

    private static async Task<string> AddAsync(DeskDatabase desk, string name, Attendance attendance = Attendance.InPerson, bool confirmed = true, string? form = null)
    {
        var (answer, number) = await desk.AtDeskAsync(d => d.AddAsync(DeskDatabase.AddressOf(name), DeskDatabase.DetailsOf(name), attendance, confirmed, form ?? $"form of {name} {Guid.NewGuid()}", DeskDatabase.Organiser, Never));
        return $"{answer} {number}";
    }

    private static Task<DeskAnswer> AskAsync(DeskDatabase desk, string name, Func<RegistrationDesk, Guid, Task<DeskAnswer>> ask) => desk.AskAsync(name, ask);

    private static Task<DeskAnswer> OfferAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.OfferSeatAsync(id, DeskDatabase.Organiser, Never));

    private static Task<DeskAnswer> ReserveAsync(DeskDatabase desk, string name) => desk.AskAsync(name, (d, id) => d.SeatFromReserveAsync(id, DeskDatabase.Organiser, Never));

    private static Task<DeskAnswer> CorrectAsync(DeskDatabase desk, string name, string other, string? seen = null) =>
        desk.AskAsync(name, (d, id) => d.CorrectAddressAsync(id, DeskDatabase.AddressOf(other), DeskDatabase.AddressOf(seen ?? name).Value, DeskDatabase.Organiser, Never));

    private static async Task<DeskAnswer> DescribeAsync(DeskDatabase desk, string name, Func<RegistrationDetails, RegistrationDetails> change, int? revision = null)
    {
        var details = change((await desk.FindAsync(name))!.Details);
        return await desk.AskAsync(name, (d, id) => d.DescribeAsync(id, details, DeskDatabase.Organiser, Never, revision));
    }

    private static async Task<DeskAnswer> UndoAsync(DeskDatabase desk, string name)
    {
        await using var db = desk.Open();
        var last = await RegistrationDesk.LastChangeAsync(db, (await desk.FindAsync(name))!.Id);
        return await desk.AskAsync(name, (d, id) => d.UndoAsync(id, last!.Id, DeskDatabase.Organiser, Never));
    }

    private static async Task<IReadOnlyList<RegistrationChange>> HistoryAsync(DeskDatabase desk, string name)
    {
        var id = (await desk.FindAsync(name))!.Id;
        return [.. (await AllChangesAsync(desk)).Where(c => c.RegistrationId == id)];
    }

    private static async Task<IReadOnlyList<RegistrationChange>> AllChangesAsync(DeskDatabase desk)
    {
        await using var db = desk.Open();
        return await db.RegistrationChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    }
}
