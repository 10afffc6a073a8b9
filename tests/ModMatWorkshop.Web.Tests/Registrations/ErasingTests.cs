using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;
using static ModMatWorkshop.Web.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Web.Tests.Registrations;

/// <summary>What has to go is gone from the history and the notes too.</summary>
public class ErasingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_erased_is_erased_in_history_and_notes_and_invitations_too(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, reserved: 2);
        var invitation = await desk.InviteAsync("Ada Lovelace");
        await desk.RegisterAsync("ada", invitation: invitation);
        await desk.ConfirmAsync("ada");
        await desk.SeatAsync("ben");
        await ReserveAsync(desk, "ben");
        foreach (var name in new[] { "ada", "ben" })
        {
            await UpdateDetailsAsync(desk, name, d => d with { Diet = "no nuts" });
            Assert.Equal(
                ChangeResult.Done,
                await AskAsync(desk, name, (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never))
            );
        }
        Assert.Equal(ChangeResult.Done, await desk.EraseAsync("ada"));
        var ben = (await desk.FindAsync("ben"))!.Id;
        await using var db = desk.Open();
        Assert.Equal([ben], await db.RegistrationChanges.Select(c => c.RegistrationId).Distinct().ToListAsync());
        Assert.Equal([ben], await db.RegistrationNotes.Select(n => n.RegistrationId).ToListAsync());
        Assert.Equal([("", (Guid?)null)], (await db.Invitations.ToListAsync()).Select(i => (i.Guest, i.UsedBy)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_erased_does_not_come_back_by_a_file_that_is_being_read_in(Engine engine)
    {
        using var office = await BatchTestHost.OpenAsync(engine);
        await office.Desk.SeatAsync("ada+modmat", "ben");
        var batch = await office.AtBatchesAsync(b =>
            b.BeginImportAsync(
                Guid.NewGuid(),
                ImportAs.ConfirmedWithoutMail,
                [Line(1, "ada+modmat"), Line(2, "ben"), Line(3, "cat")],
                RegistrationTestDatabase.Organiser,
                Never
            )
        );

        Assert.Equal(ChangeResult.Done, await office.Desk.EraseAsync("ada+modmat"));
        await office.RunAsync();

        Assert.Equal("ben seat, cat remote", await office.Desk.StandingAsync());
        Assert.Equal(["NotFound", "NoChange", "Done"], (await office.ItemsAsync(batch)).Select(i => i.Answer));

        static BatchItem Line(int position, string name) =>
            new()
            {
                Position = position,
                Row = new(RegistrationTestDatabase.AddressOf(name).Value, RegistrationTestDatabase.DetailsOf(name), Attendance.Remote, []),
                RowEmail = RegistrationTestDatabase.AddressOf(name).Value,
            };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Needs_are_forgotten_in_the_history_too_and_an_undo_does_not_bring_them_back(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben");
        await UpdateDetailsAsync(desk, "ada", d => d with { Diet = "no nuts" });
        await UpdateDetailsAsync(desk, "ada", d => d with { AccessNeeds = "a ramp" });
        await UpdateDetailsAsync(desk, "ben", d => d with { Diet = "no nuts" });
        await UpdateDetailsAsync(desk, "ben", d => d with { Diet = null });
        Assert.Equal(2, (await AllChangesAsync(desk)).Count(c => c.ContainsNeeds));

        desk.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        await desk.RunMaintenanceAsync();
        Assert.Equal(
            [],
            (await AllChangesAsync(desk)).Where(c =>
                c.ContainsNeeds || c.Before.Details.Diet is not null || c.Before.Details.AccessNeeds is not null
            )
        );
        Assert.Equal(ChangeResult.Done, await UndoAsync(desk, "ada"));
        Assert.Null((await desk.FindAsync("ada"))!.Details.AccessNeeds);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_is_purged_with_the_registrations(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada");
        await AskAsync(desk, "ada", (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never));
        desk.Time.SetUtcNow(new(2030, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await desk.RunMaintenanceAsync();
        await using var db = desk.Open();
        Assert.Equal(
            (0, 0, 0),
            (await db.Registrations.CountAsync(), await db.RegistrationChanges.CountAsync(), await db.RegistrationNotes.CountAsync())
        );
    }
}
