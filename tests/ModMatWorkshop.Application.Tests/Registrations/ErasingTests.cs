using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Erasure reaches the history, notes, invitations and imports that are still running.</summary>
public class ErasingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Erasure_includes_history_notes_and_invitations(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, reserved: 2);
        var invitation = await database.InviteAsync("Ada Lovelace");
        await database.RegisterAsync("ada", invitation: invitation);
        await database.ConfirmAsync("ada");
        await database.SeatAsync("ben");
        await ReserveAsync(database, "ben");
        foreach (var name in new[] { "ada", "ben" })
        {
            await UpdateDetailsAsync(database, name, d => d with { Diet = "no nuts" });
            Assert.Equal(
                ChangeResult.Done,
                await AskAsync(database, name, (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never))
            );
        }
        Assert.Equal(ChangeResult.Done, await database.EraseAsync("ada"));
        var ben = (await database.FindAsync("ben"))!.Id;
        await using var db = database.Open();
        Assert.Equal([ben], await db.RegistrationChanges.Select(c => c.RegistrationId).Distinct().ToListAsync());
        Assert.Equal([ben], await db.RegistrationNotes.Select(n => n.RegistrationId).ToListAsync());
        Assert.Equal([("", (Guid?)null)], (await db.Invitations.ToListAsync()).Select(i => (i.Guest, i.UsedBy)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_that_is_running_does_not_bring_an_erased_person_back(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        await host.Database.SeatAsync("ada+modmat", "ben");
        var batch = await host.WithBatchesAsync(b =>
            b.BeginImportAsync(
                Guid.NewGuid(),
                ImportAs.ConfirmedWithoutMail,
                [Line(1, "ada+modmat"), Line(2, "ben"), Line(3, "cat")],
                RegistrationTestDatabase.Organiser,
                Never
            )
        );

        Assert.Equal(ChangeResult.Done, await host.Database.EraseAsync("ada+modmat"));
        await host.RunAsync();

        Assert.Equal("ben seat, cat remote", await host.Database.StandingAsync());
        Assert.Equal(["NotFound", "NoChange", "Done"], (await host.ItemsAsync(batch)).Select(i => i.Answer));

        static BatchItem Line(int position, string name) =>
            new()
            {
                Position = position,
                Row = new(RegistrationTestDatabase.AddressOf(name).Value, RegistrationTestDatabase.DetailsOf(name), Attendance.Remote, []),
                RowEmail = RegistrationTestDatabase.AddressOf(name).Value,
            };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Needs_are_erased_from_the_history_too_and_an_undo_does_not_bring_them_back(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        await UpdateDetailsAsync(database, "ada", d => d with { Diet = "no nuts" });
        await UpdateDetailsAsync(database, "ada", d => d with { AccessNeeds = "a ramp" });
        await UpdateDetailsAsync(database, "ben", d => d with { Diet = "no nuts" });
        await UpdateDetailsAsync(database, "ben", d => d with { Diet = null });
        // Ben's went with his withdrawal.
        Assert.Equal(1, (await AllChangesAsync(database)).Count(c => c.ContainsNeeds));

        database.Time.SetUtcNow(new(2030, 4, 5, 0, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal(
            [],
            (await AllChangesAsync(database)).Where(c =>
                c.ContainsNeeds || c.Before.Details.Diet is not null || c.Before.Details.AccessNeeds is not null
            )
        );
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Null((await database.FindAsync("ada"))!.Details.AccessNeeds);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_is_purged_with_the_registrations(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await AskAsync(database, "ada", (d, id) => d.NoteAsync(id, "Comes late.", RegistrationTestDatabase.Organiser, Never));
        database.Time.SetUtcNow(new(2030, 8, 1, 0, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        await using var db = database.Open();
        Assert.Equal(
            (0, 0, 0),
            (await db.Registrations.CountAsync(), await db.RegistrationChanges.CountAsync(), await db.RegistrationNotes.CountAsync())
        );
    }
}
