using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Fees;

/// <summary>A workshop with a fee: 50 for PhD students, 200 for all others until the end of January 2030, then 250.</summary>
internal static class FeeDatabase
{
    public static readonly WorkshopFees Fees = new()
    {
        Categories =
        [
            new("student", new("Doctorat", "PhD student"))
            {
                Amount = 50,
                When = new() { Positions = [nameof(Position.PhdStudent)] },
            },
            new("full", new("Plein tarif", "Full fee"))
            {
                Amount = 200,
                Until = new(2030, 1, 31),
                Then = 250,
            },
        ],
        RemindAfterDays = 20,
        Reminders = 2,
    };

    public static async Task<RegistrationTestDatabase> OpenAsync(Engine engine, WorkshopFees? fees = null, int seats = 50)
    {
        var database = await RegistrationTestDatabase.OpenAsync(engine, seats);
        await using var db = database.Open();
        await db.Workshops.ExecuteUpdateAsync(w => w.SetProperty(x => x.Fees, fees ?? Fees));
        return database;
    }

    public static Task<T> FeesAsync<T>(this RegistrationTestDatabase database, Func<FeeService, Task<T>> ask, int instance = 0) =>
        database.AskAsync((db, queue) => ask(new(db, queue)), instance);

    public static async Task<PersonFees> AccountAsync(this RegistrationTestDatabase database, string name)
    {
        await using var db = database.Open();
        var workshop = await db.Workshops.AsNoTracking().SingleAsync();
        return await FeeQueries.OfAsync(db, workshop, (await database.FindAsync(name))!, default);
    }

    public static async Task<FeeTotals> TotalsAsync(this RegistrationTestDatabase database)
    {
        await using var db = database.Open();
        var workshop = await db.Workshops.AsNoTracking().SingleAsync();
        return FeeTotals.Of([.. (await FeeQueries.AllAsync(db, workshop, default)).Select(p => p.Account)]);
    }

    public static async Task<IReadOnlyList<PaymentLine>> CompareAsync(
        this RegistrationTestDatabase database,
        IReadOnlyList<PaymentRow> rows
    )
    {
        await using var db = database.Open();
        var workshop = await db.Workshops.AsNoTracking().SingleAsync();
        var today = FeeQueries.DayOf(database.Clock.GetUtcNow(), workshop);
        return (await FeeService.CompareAsync(db, workshop, rows, today, default)).Lines;
    }

    /// <summary>Imports what an organiser has just seen.</summary>
    public static async Task<int?> ImportAsync(
        this RegistrationTestDatabase database,
        IReadOnlyList<PaymentRow> rows,
        int instance = 0,
        Guid? batch = null,
        string? seen = null
    )
    {
        seen ??= FeeService.StampOf(await database.CompareAsync(rows));
        return await database.FeesAsync(
            fees =>
                fees.ImportAsync(
                    rows,
                    PaymentMeans.Page,
                    new HashSet<int>(),
                    seen,
                    batch ?? Guid.NewGuid(),
                    RegistrationTestDatabase.Organiser,
                    default
                ),
            instance
        );
    }

    public static Task<IReadOnlyList<FeeOutcome>> RecordAsync(
        this RegistrationTestDatabase database,
        FeeCommand command,
        Guid? batch = null,
        params int[] numbers
    ) =>
        database.FeesAsync(fees =>
            fees.RecordAsync(numbers, command, batch ?? Guid.NewGuid(), RegistrationTestDatabase.Organiser, default)
        );
}
