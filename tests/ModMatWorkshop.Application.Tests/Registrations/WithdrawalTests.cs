using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.DatabaseSearch;
using static ModMatWorkshop.Application.Tests.Registrations.OrganiserActions;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>Needs and consents that are withdrawn or replaced leave every table, the database file and later backups.</summary>
public sealed class WithdrawalTests
{
    private const string Nuts = "ni-arachides-ni-lupin";
    private const string Ramp = "une-rampe-large";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_withdrawn_need_is_in_no_table_no_file_and_no_later_backup(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        await using var open = await KeepOpenAsync(database);
        Assert.True(await BackupHasAsync(database, Nuts));

        await ChangeAsync(database, "ada", d => d with { Diet = null, AccessNeeds = null });

        await AssertGoneAsync(database, Nuts);
        await AssertGoneAsync(database, Ramp);
        Assert.Equal(
            ["participant | withdrew answers | 1 | diet, access"],
            (await database.LogAsync()).Where(l => l.Contains("withdrew", StringComparison.Ordinal))
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_need_that_another_text_replaces_is_gone_and_the_new_one_stays(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);

        await UpdateDetailsAsync(database, "ada", d => d with { Diet = "sans gluten" });

        await AssertGoneAsync(database, Nuts);
        Assert.Equal("sans gluten", (await database.FindAsync("ada"))!.Details.Diet);
        Assert.True(await BackupHasAsync(database, Ramp));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_keeps_that_a_need_changed_but_not_what_it_said(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        await ChangeAsync(database, "ada", d => d with { GivenName = "Augusta" });
        await ChangeAsync(database, "ada", d => d with { Diet = "sans gluten" });
        await ChangeAsync(database, "ada", d => d with { Diet = null });

        var states = (await HistoryAsync(database, "ada")).Select(c => c.Before).Append((await database.FindAsync("ada"))!.Snapshot());
        // Confirmed, then the diet, the access needs, the name, another diet, none. Equal numbers mean the same answer.
        Assert.Equal(
            ["", "", "erased 1", "erased 1", "erased 1", "erased 2", ""],
            states.Select(s => s.Erased.GetValueOrDefault("diet")).Select(NumberOf([]))
        );

        static Func<int, string> NumberOf(List<int> seen) =>
            revision =>
            {
                if (revision > 0 && !seen.Contains(revision))
                    seen.Add(revision);
                return revision == 0 ? "" : $"erased {seen.IndexOf(revision) + 1}";
            };
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_withdrawn_consent_leaves_the_history_with_its_date(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await ChangeAsync(database, "ada", d => d with { MayBeListed = true, MayBePhotographed = true });
        await ChangeAsync(database, "ada", d => d with { Affiliation = "LAAS" });
        await ChangeAsync(database, "ada", d => d with { MayBeListed = false });

        Assert.Equal(
            [
                (false, null, false, null),
                (false, null, false, null),
                (false, null, true, database.Time.GetUtcNow()),
                (false, null, true, database.Time.GetUtcNow()),
            ],
            (await HistoryAsync(database, "ada")).Select(c =>
                (c.Before.Details.MayBeListed, c.Before.ListedSince, c.Before.Details.MayBePhotographed, c.Before.PhotographedSince)
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_undo_brings_no_withdrawn_answer_back_and_removes_none_that_replaced_it(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        await UpdateDetailsAsync(database, "ada", d => d with { Diet = null, GivenName = "Augusta" });
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal(("ada", null, Ramp), await AnswersAsync());

        await UpdateDetailsAsync(database, "ada", d => d with { AccessNeeds = "un siège au premier rang" });
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal(("ada", null, "un siège au premier rang"), await AnswersAsync());

        // An undo that takes an answer back withdraws it: the next undo does not restore it.
        await UpdateDetailsAsync(database, "ada", d => d with { Diet = Nuts });
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        await AssertGoneAsync(database, Nuts);
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal(("ada", null, "un siège au premier rang"), await AnswersAsync());

        async Task<(string, string?, string?)> AnswersAsync()
        {
            var details = (await database.FindAsync("ada"))!.Details;
            return (details.GivenName, details.Diet, details.AccessNeeds);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_withdraws_like_a_form(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        var row = new ImportRow(
            RegistrationTestDatabase.AddressOf("ada").Value,
            RegistrationTestDatabase.DetailsOf("ada"),
            Attendance.InPerson,
            ["diet"]
        );

        await database.ApplyAsync("ada", new ApplyImport(row, ImportAs.ConfirmedWithoutMail), RegistrationTestDatabase.Organiser);

        await AssertGoneAsync(database, Nuts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_waiting_import_does_not_bring_a_withdrawn_need_back(Engine engine)
    {
        using var host = await BatchTestHost.OpenAsync(engine);
        var database = host.Database;
        await database.SeatAsync("ada");
        await ChangeAsync(database, "ada", d => d with { Diet = Nuts });
        var address = RegistrationTestDatabase.AddressOf("ada").Value;
        var details = RegistrationTestDatabase.DetailsOf("ada") with { Diet = Nuts, Affiliation = "LAAS" };
        await host.WithBatchesAsync(b =>
            b.BeginImportAsync(
                Guid.NewGuid(),
                ImportAs.ConfirmedWithoutMail,
                [
                    new()
                    {
                        Position = 1,
                        Row = new(address, details, Attendance.InPerson, ["diet", "affiliation"]),
                        RowEmail = address,
                    },
                ],
                RegistrationTestDatabase.Organiser,
                Never
            )
        );

        await ChangeAsync(database, "ada", d => d with { Diet = null });
        await AssertGoneAsync(database, Nuts);
        await host.RunAsync();

        var ada = (await database.FindAsync("ada"))!.Details;
        Assert.Equal((null, "LAAS"), (ada.Diet, ada.Affiliation));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_needs_of_a_cancelled_registration_are_erased_once_nobody_undoes_the_cancellation(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        await database.CancelAsync("ada");
        await database.WaitAsync(TimeSpan.FromMinutes(9));
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal(Nuts, (await database.FindAsync("ada"))!.Details.Diet);

        await database.CancelAsync("ada");
        await database.WaitAsync(TimeSpan.FromMinutes(11));
        await AssertGoneAsync(database, Nuts);
        await AssertGoneAsync(database, Ramp);

        // The erasure is not the action that an organiser undoes.
        Assert.Equal(ChangeResult.Done, await UndoAsync(database, "ada"));
        Assert.Equal("ada seat", await database.StandingAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_migration_erases_what_was_withdrawn_before_it(Engine engine)
    {
        using var database = await WithNeedsAsync(engine);
        await ChangeAsync(database, "ada", d => d with { MayBeListed = true });
        await ChangeAsync(database, "ada", d => d with { Diet = null, MayBeListed = false });
        var erased = await StatesAsync();
        // As an earlier version left it.
        await using (var db = database.Open())
        {
            foreach (var change in await db.RegistrationChanges.Where(c => c.Revision > erased[0].Revision).ToListAsync())
            {
                var had = change.Before.Erased;
                change.Before = change.Before with
                {
                    Erased = new Dictionary<string, int>(),
                    Details = change.Before.Details with
                    {
                        Diet = had.ContainsKey("diet") ? Nuts : null,
                        MayBeListed = had.ContainsKey("listed"),
                    },
                    ListedSince = had.ContainsKey("listed") ? database.Time.GetUtcNow() : null,
                };
                change.ContainsNeeds = true;
            }
            await db.SaveChangesAsync();
        }
        Assert.NotEqual([], await TablesWithAsync(database, Nuts));

        await using (var db = database.Open())
        {
#pragma warning disable EF1002 // A constant of the program; a migration does not format it, and this does.
            var sql = engine is Engine.Postgres ? WithdrawnAnswers.Postgres : WithdrawnAnswers.Sqlite;
            await db.Database.ExecuteSqlRawAsync(
                sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
            );
#pragma warning restore EF1002
            await db.PurgeDeletedDataAsync(Never);
        }

        await AssertGoneAsync(database, Nuts);
        Assert.Equal(erased.Select(Shown), (await StatesAsync()).Select(Shown));
        Assert.Equal([false, false, false, true, true], (await HistoryAsync(database, "ada")).Select(c => c.ContainsNeeds));

        async Task<IReadOnlyList<RegistrationState>> StatesAsync() => [.. (await HistoryAsync(database, "ada")).Select(c => c.Before)];

        static string Shown(RegistrationState s) =>
            $"{s.Revision} {s.Details.Diet} {s.Details.AccessNeeds} {s.Details.MayBeListed} {s.ListedSince} "
            + string.Join(' ', s.Erased.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<RegistrationTestDatabase> WithNeedsAsync(Engine engine)
    {
        var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await ChangeAsync(database, "ada", d => d with { Diet = Nuts });
        await ChangeAsync(database, "ada", d => d with { AccessNeeds = Ramp });
        return database;
    }

    private static async Task ChangeAsync(
        RegistrationTestDatabase database,
        string name,
        Func<RegistrationDetails, RegistrationDetails> change
    )
    {
        var details = change((await database.FindAsync(name))!.Details);
        Assert.Equal(ChangeResult.Done, await database.ApplyAsync(name, new ChangeDetails(details)));
    }

    private static async Task AssertGoneAsync(RegistrationTestDatabase database, string text)
    {
        Assert.Equal([], await TablesWithAsync(database, text));
        Assert.Equal([], FilesWith(database, text));
        Assert.False(await BackupHasAsync(database, text));
    }
}
