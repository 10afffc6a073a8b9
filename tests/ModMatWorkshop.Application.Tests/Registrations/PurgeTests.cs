using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.DatabaseSearch;

namespace ModMatWorkshop.Application.Tests.Registrations;

public sealed class PurgeTests
{
    private const string Diet = "ni-arachides-ni-lupin";
    private static readonly DateTimeOffset MorningAfter = new(2030, 4, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AfterTheDelay = new(2030, 8, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_workshop_no_diet_is_left_in_any_table_or_in_the_database_file(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await using var open = await KeepOpenAsync(database);
        await database.SeatAsync("ada", "ben", "cat");
        await UpdateDetailsAsync(database, "ada", d => d with { Diet = Diet });
        await UpdateDetailsAsync(database, "ada", d => d with { Affiliation = "LAAS" });
        await UpdateDetailsAsync(database, "ben", d => d with { Diet = Diet, AccessNeeds = Diet });
        await UpdateDetailsAsync(database, "ben", d => d with { Diet = null, AccessNeeds = null });
        await database.CancelAsync("cat");
        await using (var db = database.Open())
        {
            // A refused line of an import that can be retried.
            var batch = new Batch
            {
                Key = Guid.NewGuid(),
                Kind = BatchKind.Import,
                Actor = "organiser 1",
                CreatedAt = database.Time.GetUtcNow(),
                ClaimedUntil = database.Time.GetUtcNow(),
                State = BatchState.Finished,
            };
            db.Batches.Add(batch);
            await db.SaveChangesAsync();
            db.BatchItems.Add(
                new()
                {
                    BatchId = batch.Id,
                    Position = 1,
                    State = BatchItemState.Refused,
                    Row = new("ada@lab.example", RegistrationTestDatabase.DetailsOf("ada") with { Diet = Diet }, Attendance.Remote, []),
                    RowEmail = "ada@lab.example",
                }
            );
            await db.SaveChangesAsync();
        }
        Assert.Equal(["BatchItems", "RegistrationChanges", "Registrations"], await TablesWithAsync(database, Diet));

        database.Time.SetUtcNow(MorningAfter);
        await database.RunMaintenanceAsync();

        Assert.Equal([], await TablesWithAsync(database, Diet));
        Assert.Equal([], FilesWith(database, Diet));
        Assert.Equal(3, (await database.AllAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_announced_delay_only_totals_are_left(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await using var open = await KeepOpenAsync(database);
        await database.SeatAsync("ada", "ben");
        await database.RegisterAsync("cat", Attendance.Remote);
        await database.ConfirmAsync("cat");
        await database.CancelAsync("cat");
        await database.AskAsync("ada", (d, id) =>
            d.NoteAsync(id, "Ada comes late.", RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await using (var db = database.Open())
        {
            var half = (await PresenceService.HalfDayHoursAsync(db, CancellationToken.None))[0].HalfDay;
            db.Presences.Add(Presence.StartedOnStream((await database.FindAsync("ben"))!.Id, half, database.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        database.Time.SetUtcNow(AfterTheDelay);
        await database.RunMaintenanceAsync();
        await database.RunMaintenanceAsync();

        Assert.Empty(await database.AllAsync());
        Assert.Equal([], await TablesWithAsync(database, "lab.example"));
        Assert.Equal([], await TablesWithAsync(database, "comes late"));
        Assert.Equal([], FilesWith(database, "lab.example"));
        await using var left = database.Open();
        var totals = await left.Totals.SingleAsync();
        // They count who came: Ben, on the stream.
        Assert.Equal((new ParticipantCount(null, 0, 1), 1), (totals.Report.All, totals.Cancelled));
        Assert.Equal((0, 1), (totals.Report.HalfDays[0].InTheRoom, totals.Report.HalfDays[0].Remote));
        // The report for organisers still has the totals.
        Assert.Equal(new ParticipantCount(null, 0, 1), (await AttendeeReports.FunderAsync(left, came: true, CancellationToken.None)).All);
        Assert.Equal(
            [
                "site | erased on schedule | 1 | ",
                "site | erased on schedule | 2 | ",
                "site | erased on schedule | 3 | ",
                "site | saved the totals |  | ",
            ],
            (await database.LogAsync()).Where(l => l.StartsWith("site", StringComparison.Ordinal)).Order()
        );
    }

    [Fact]
    public async Task A_person_who_erases_their_data_is_gone_from_the_database_file_at_once()
    {
        using var database = await RegistrationTestDatabase.OpenAsync(Engine.Sqlite);
        await using var open = await KeepOpenAsync(database);
        await database.SeatAsync("ada");
        await UpdateDetailsAsync(database, "ada", d => d with { FamilyName = Diet });
        Assert.NotEqual([], FilesWith(database, Diet));

        await database.EraseAsync("ada");

        Assert.Equal([], FilesWith(database, Diet));
    }

    private static Task<ChangeResult> UpdateDetailsAsync(
        RegistrationTestDatabase database,
        string name,
        Func<RegistrationDetails, RegistrationDetails> change
    ) =>
        database.AskAsync(name, async (d, id) =>
            await d.ApplyAsync(
                id,
                new ChangeDetails(change((await database.FindAsync(name))!.Details)),
                Actor.Participant,
                CancellationToken.None
            )
        );
}
