using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Web.Tests.Hosting;

namespace ModMatWorkshop.Web.Tests.Registrations;

public sealed class PurgeTests
{
    private const string Diet = "ni-arachides-ni-lupin";
    private static readonly DateTimeOffset MorningAfter = new(2030, 4, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AfterTheDelay = new(2030, 8, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_morning_after_no_diet_is_left_in_any_table_or_in_the_file(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine);
        await desk.SeatAsync("ada", "ben", "cat");
        await UpdateDetailsAsync(desk, "ada", d => d with { Diet = Diet });
        await UpdateDetailsAsync(desk, "ben", d => d with { Diet = Diet, AccessNeeds = Diet });
        await UpdateDetailsAsync(desk, "ben", d => d with { Diet = null, AccessNeeds = null });
        await desk.CancelAsync("cat");
        await using (var db = desk.Open())
        {
            // A line of an imported file that was refused, and waits to be tried again.
            var batch = new Batch
            {
                Key = Guid.NewGuid(),
                Kind = BatchKind.Import,
                Actor = "organiser 1",
                CreatedAt = desk.Time.GetUtcNow(),
                ClaimedUntil = desk.Time.GetUtcNow(),
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
        Assert.Equal(["BatchItems", "RegistrationChanges", "Registrations"], await WhereAsync(desk, Diet));

        desk.Time.SetUtcNow(MorningAfter);
        await desk.RunMaintenanceAsync();

        Assert.Equal([], await WhereAsync(desk, Diet));
        Assert.Equal([], InFile(desk, Diet));
        Assert.Equal(3, (await desk.AllAsync()).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_announced_delay_only_numbers_are_left(Engine engine)
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(engine, seats: 1);
        await desk.SeatAsync("ada", "ben");
        await desk.RegisterAsync("cat", Attendance.Remote);
        await desk.ConfirmAsync("cat");
        await desk.CancelAsync("cat");
        await desk.AskAsync("ada", (d, id) =>
            d.NoteAsync(id, "Ada comes late.", RegistrationTestDatabase.Organiser, CancellationToken.None)
        );
        await using (var db = desk.Open())
        {
            var half = (await PresenceService.HalfDayHoursAsync(db, CancellationToken.None))[0].HalfDay;
            db.Presences.Add(Presence.StartedOnStream((await desk.FindAsync("ben"))!.Id, half, desk.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        }

        desk.Time.SetUtcNow(AfterTheDelay);
        await desk.RunMaintenanceAsync();
        await desk.RunMaintenanceAsync();

        Assert.Empty(await desk.AllAsync());
        Assert.Equal([], await WhereAsync(desk, "lab.example"));
        Assert.Equal([], await WhereAsync(desk, "comes late"));
        Assert.Equal([], InFile(desk, "lab.example"));
        await using var left = desk.Open();
        var totals = await left.Totals.SingleAsync();
        Assert.Equal((new ParticipantCount(null, 1, 1), 1), (totals.Report.All, totals.Cancelled));
        Assert.Equal((0, 1), (totals.Report.HalfDays[0].InTheRoom, totals.Report.HalfDays[0].Remote));
        // The report of the organisers goes on saying so.
        Assert.Equal(new ParticipantCount(null, 1, 1), (await AttendeeReports.FunderAsync(left, CancellationToken.None)).All);
        Assert.Equal(
            [
                "site | erased on schedule | 1 | ",
                "site | erased on schedule | 2 | ",
                "site | erased on schedule | 3 | ",
                "site | saved the totals |  | ",
            ],
            (await desk.LogAsync()).Where(l => l.StartsWith("site", StringComparison.Ordinal)).Order()
        );
    }

    [Fact]
    public async Task Who_erases_themselves_is_gone_from_the_file_at_once()
    {
        using var desk = await RegistrationTestDatabase.OpenAsync(Engine.Sqlite);
        await desk.SeatAsync("ada");
        await UpdateDetailsAsync(desk, "ada", d => d with { FamilyName = Diet });
        Assert.NotEqual([], InFile(desk, Diet));

        await desk.EraseAsync("ada");

        Assert.Equal([], InFile(desk, Diet));
    }

    private static Task<ChangeResult> UpdateDetailsAsync(
        RegistrationTestDatabase desk,
        string name,
        Func<RegistrationDetails, RegistrationDetails> change
    ) =>
        desk.AskAsync(name, async (d, id) =>
            await d.ApplyAsync(
                id,
                new ChangeDetails(change((await desk.FindAsync(name))!.Details)),
                Actor.Participant,
                CancellationToken.None
            )
        );

    /// <summary>The tables in which a text stands.</summary>
    private static async Task<IReadOnlyList<string>> WhereAsync(RegistrationTestDatabase desk, string text)
    {
        await using var db = desk.Open();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (
                    Enumerable.Range(0, rows.FieldCount).Any(i => rows.GetValue(i).ToString()!.Contains(text, StringComparison.Ordinal))
                    && !found.Contains(table)
                )
                    found.Add(table);
        }
        return found;
    }

    /// <summary>
    /// The files of an SQLite database in which a text stands, wherever in them; none for PostgreSQL, whose files are its own affair.
    /// </summary>
    private static IReadOnlyList<string> InFile(RegistrationTestDatabase desk, string text)
    {
        using var db = desk.Open();
        if (!db.Database.IsSqlite())
            return [];
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return
        [
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*")
                .Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];
    }
}
