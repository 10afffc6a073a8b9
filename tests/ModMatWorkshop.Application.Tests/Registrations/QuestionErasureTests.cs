using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;
using static ModMatWorkshop.Application.Tests.Registrations.DatabaseSearch;

namespace ModMatWorkshop.Application.Tests.Registrations;

/// <summary>When the answers to questions of the workshop are erased.</summary>
public sealed class QuestionErasureTests
{
    private static readonly QuestionAnswer Dated = new("passport_text", "X-4711")
    {
        Label = Localized.Same("Passport"),
        Retention = FieldRetention.UntilDate,
        ErasedOn = new(2030, 3, 20),
    };
    private static readonly QuestionAnswer Needed = new("dishes_text", "no-cumin")
    {
        Label = Localized.Same("Dishes"),
        Retention = FieldRetention.UntilWorkshopEnds,
    };
    private static readonly QuestionAnswer Kept = new("size_text", "size-xl") { Label = Localized.Same("Size") };

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_answer_is_erased_everywhere_on_its_day(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await using var open = await KeepOpenAsync(database);
        await database.SeatAsync("ada", "ben");
        foreach (var name in new[] { "ada", "ben" })
        {
            await AnswerAsync(database, name, Dated, Needed, Kept);
            await AnswerAsync(database, name, Dated with { Value = "X-4712" }, Needed, Kept);
        }
        Assert.Equal([], await TablesWithAsync(database, "X-4711"));
        Assert.Equal(["Registrations"], await TablesWithAsync(database, "X-4712"));

        database.Time.SetUtcNow(new(2030, 3, 19, 22, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal(["Registrations"], await TablesWithAsync(database, "X-4712"));

        database.Time.SetUtcNow(new(2030, 3, 20, 6, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal([], await TablesWithAsync(database, "X-4712"));
        Assert.Equal([], FilesWith(database, "X-4712"));
        Assert.NotEmpty(await TablesWithAsync(database, "no-cumin"));

        database.Time.SetUtcNow(new(2030, 4, 5, 6, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal([], await TablesWithAsync(database, "no-cumin"));
        Assert.Equal([], FilesWith(database, "no-cumin"));
        Assert.Equal([Kept], (await database.FindAsync("ada"))!.Details.Answers);
        Assert.Equal(
            ["site | erased answers that were due | 1 | ", "site | erased diet and access needs | 1 | "],
            (await database.LogAsync()).Where(l => l.StartsWith("site | erased", StringComparison.Ordinal) && l.Contains("| 1 |")).Order()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_goes_with_the_answer_that_names_it_and_one_that_nobody_saves_the_next_day(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        var form = AnswerFile.FormOf((await database.FindAsync("ada"))!.Id);
        var (scan, other, unsaved) = (await SendAsync(database, form), await SendAsync(database, form), await SendAsync(database, form));
        await AnswerAsync(database, "ada", Passport(scan), new("card_file", other.ToString()));
        Assert.Equal(new[] { scan.Id, other.Id }.Order(), await OwnedAsync(database));

        await database.WaitAsync(AnswerFileRules.Waits + TimeSpan.FromMinutes(1));
        await database.RunMaintenanceAsync();
        Assert.DoesNotContain(unsaved.Id, await AllAsync(database));
        Assert.Equal(new[] { scan.Id, other.Id }.Order(), await OwnedAsync(database));

        database.Time.SetUtcNow(new(2030, 3, 20, 6, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal([other.Id], await AllAsync(database));
        await database.EraseAsync("ada");
        Assert.Equal([], await AllAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_takes_a_file_from_another_registration_by_naming_it(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "eve");
        var scan = await SendAsync(database, AnswerFile.FormOf((await database.FindAsync("ada"))!.Id));
        await AnswerAsync(database, "ada", Passport(scan));

        await AnswerAsync(database, "eve", Passport(scan));
        await database.EraseAsync("eve");

        Assert.Equal([scan.Id], await OwnedAsync(database));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_who_cancels_takes_the_answers_with_a_date_along(Engine engine)
    {
        using var database = await RegistrationTestDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await AnswerAsync(database, "ada", Dated, Needed, Kept);
        await database.CancelAsync("ada");
        database.Time.SetUtcNow(database.Time.GetUtcNow() + KeptSeat.Time + TimeSpan.FromMinutes(1));
        await database.RunMaintenanceAsync();

        Assert.Equal([Kept], (await database.FindAsync("ada"))!.Details.Answers);
        Assert.Equal([], await TablesWithAsync(database, "no-cumin"));
        Assert.Equal([], await TablesWithAsync(database, "X-4711"));
    }

    private static QuestionAnswer Passport(FileAnswer file) => Dated with { Id = "passport_file", Value = file.ToString() };

    private static Task<FileAnswer> SendAsync(RegistrationTestDatabase database, string form) =>
        database.AskAsync(
            async (db, _) =>
            {
                using var writeLock = new WriteLock();
                var files = new AnswerFileService(db, writeLock, database.Time);
                return (await files.KeepAsync(form, "passport_file", "scan.pdf", [1, 2], isKnown: true, CancellationToken.None))!;
            }
        );

    /// <summary>The files of registrations.</summary>
    private static async Task<IEnumerable<Guid>> OwnedAsync(RegistrationTestDatabase database) =>
        (await database.AskAsync((db, _) => db.AnswerFiles.Where(f => f.IsAnswer).Select(f => f.Id).ToListAsync())).Order();

    private static Task<List<Guid>> AllAsync(RegistrationTestDatabase database) =>
        database.AskAsync((db, _) => db.AnswerFiles.Select(f => f.Id).ToListAsync());

    private static Task<ChangeResult> AnswerAsync(RegistrationTestDatabase database, string name, params QuestionAnswer[] answers) =>
        OrganiserActions.UpdateDetailsAsync(database, name, d => d with { Answers = answers });
}
