using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Application.Tests.Registrations;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Application.Tests.Fees;

/// <summary>Payments in both databases: recorded, imported, undone, reminded of, erased.</summary>
public sealed class FeeServiceTests
{
    private static readonly DateOnly Today = new(2030, 1, 1);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_of_200_people_imported_twice_marks_each_once_with_the_right_sums(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine, seats: 200);
        var names = Enumerable.Range(1, 200).Select(n => $"p{n}").ToList();
        foreach (var name in names)
        {
            var details = RegistrationTestDatabase.DetailsOf(name) with
            {
                Position = name.EndsWith('0') ? Position.PhdStudent : Position.Postdoc,
            };
            await database.RegisterAsync(name, details: details);
            await database.ConfirmAsync(name);
        }
        var rows = (await database.AllAsync())
            .Select(
                (r, i) =>
                    new PaymentRow(
                        i + 2,
                        FeeReference.Of(r.Id),
                        r.Details.Position == Position.PhdStudent ? "50,00 €" : "200.00",
                        "01/01/2030",
                        $"T{i}"
                    )
            )
            .ToList();

        // Two organisers agree to the same preview at two instances at once, and one imports it again.
        var seen = FeeService.StampOf(await database.CompareAsync(rows));
        var first = await Task.WhenAll(database.ImportAsync(rows, seen: seen), database.ImportAsync(rows, instance: 1, seen: seen));
        var again = await database.ImportAsync(rows);

        Assert.Equal([null, 200], first.Order());
        Assert.Equal(0, again);
        Assert.All(await database.CompareAsync(rows), line => Assert.Equal(PaymentOutcome.ImportedBefore, line.Outcome));
        await using var db = database.Open();
        Assert.Equal(200, await db.FeeRecords.Select(r => r.RegistrationId).Distinct().CountAsync());
        Assert.Equal(200, await db.FeeRecords.CountAsync());
        var totals = await database.TotalsAsync();
        Assert.Equal([new("full", 180, 36_000), new("student", 20, 1_000)], totals.Categories.OrderBy(c => c.Key, StringComparer.Ordinal));
        Assert.Equal([new(PaymentMeans.Page, 200, 37_000)], totals.Means);
        Assert.Equal((37_000m, 37_000m, 0m, 0m), (totals.Due, totals.Paid, totals.StillOpen, totals.TooMuch));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_changed_since_the_preview_is_shown_again_and_not_recorded(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben");
        var rows = (await database.AllAsync()).Select((r, i) => new PaymentRow(i, FeeReference.Of(r.Id), "200", "", "")).ToList();
        var seen = FeeService.StampOf(await database.CompareAsync(rows));
        await database.RecordAsync(new RecordPayment(null, Today, PaymentMeans.Cash, ""), null, 1);

        var done = await database.FeesAsync(fees =>
            fees.ImportAsync(rows, PaymentMeans.Page, new HashSet<int>(), seen, Guid.NewGuid(), RegistrationTestDatabase.Organiser, default)
        );

        Assert.Null(done);
        Assert.Equal(200m, (await database.TotalsAsync()).Paid);
        Assert.Equal(1, await database.ImportAsync(rows));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_form_sent_twice_counts_once_and_an_undo_takes_back_the_whole_action(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "cat");
        var (batch, payment) = (Guid.NewGuid(), new RecordPayment(null, Today, PaymentMeans.OrderForm, "Bon 4711"));
        var first = await database.RecordAsync(payment, batch, 1, 2);
        var again = await database.RecordAsync(payment, batch, 1, 2);
        var other = await database.RecordAsync(payment, null, 1, 3, 99);

        Assert.Equal([new(1, FeeResult.Done, 200), new(2, FeeResult.Done, 200)], first.OrderBy(o => o.Number));
        Assert.Equal([], again);
        Assert.Equal([new(1, FeeResult.AlreadyPaid, 0), new(3, FeeResult.Done, 200)], other.OrderBy(o => o.Number));

        Assert.Equal(2, await database.FeesAsync(fees => fees.UndoAsync(batch, null, RegistrationTestDatabase.Organiser, default)));
        Assert.Equal(0, await database.FeesAsync(fees => fees.UndoAsync(batch, null, RegistrationTestDatabase.Organiser, default)));
        Assert.Equal(
            (FeeStatus.Due, FeeStatus.Paid),
            ((await database.AccountAsync("ada")).Account.Status, (await database.AccountAsync("cat")).Account.Status)
        );
        Assert.Single((await database.AccountAsync("ada")).Account.Records);
        Assert.Equal(
            [
                "organiser 1 | recorded a payment | 1 | 200.00 EUR",
                "organiser 1 | recorded a payment | 2 | 200.00 EUR",
                "organiser 1 | recorded a payment | 3 | 200.00 EUR",
                "organiser 1 | undid a fee record | 1 | 200.00 EUR",
                "organiser 1 | undid a fee record | 2 | 200.00 EUR",
            ],
            (await database.LogAsync())
                .Where(l => l.Contains("payment", StringComparison.Ordinal) || l.Contains("fee", StringComparison.Ordinal))
                .Order()
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_line_that_was_undone_can_be_imported_again(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        PaymentRow[] rows = [new(2, (await database.AccountAsync("ada")).Reference, "200", "", "T1")];
        var batch = Guid.NewGuid();
        await database.ImportAsync(rows, batch: batch);
        await database.FeesAsync(fees => fees.UndoAsync(batch, null, RegistrationTestDatabase.Organiser, default));

        Assert.Equal(PaymentOutcome.Matches, Assert.Single(await database.CompareAsync(rows)).Outcome);
        Assert.Equal(1, await database.ImportAsync(rows));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Answers_that_change_after_the_payment_leave_a_difference_and_lose_nothing(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await database.SeatAsync("ada");
        await database.RecordAsync(new RecordPayment(null, Today, PaymentMeans.Transfer, ""), null, 1);
        await OrganiserActions.UpdateDetailsAsync(database, "ada", d => d with { Position = Position.PhdStudent });
        var after = (await database.AccountAsync("ada")).Account;
        Assert.Equal((FeeStatus.Paid, 200m, -150m, true), (after.Status, after.Paid, after.Open, after.HasDifference));

        await database.RecordAsync(new RecordRefund(null, Today, PaymentMeans.Transfer, ""), null, 1);
        Assert.Equal(0, (await database.AccountAsync("ada")).Account.Open);

        await database.CancelAsync("ada");
        var cancelled = (await database.AccountAsync("ada")).Account;
        Assert.Equal((50m, -50m, 2), (cancelled.Paid, cancelled.Open, cancelled.Records.Count));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_not_paid_is_reminded_twice_and_nobody_else_is(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await database.SeatAsync("ada", "ben", "cat");
        await database.RecordAsync(new RecordPayment(null, Today, PaymentMeans.Transfer, ""), null, 2);
        await database.RecordAsync(new WaiveFee("Invited", Today), null, 3);
        await database.WaitAsync(TimeSpan.FromDays(20) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("FeeReminder", await database.MailsAsync("ada"), StringComparison.Ordinal);

        for (var day = 0; day < 60; day += 5)
        {
            await database.WaitAsync(TimeSpan.FromDays(5));
            await database.RunMaintenanceAsync(instance: 1);
        }
        Assert.Equal(2, (await database.MailsAsync("ada")).Split("FeeReminder").Length - 1);
        Assert.Equal(
            (0, 0),
            (
                (await database.MailsAsync("ben")).Split("FeeReminder").Length - 1,
                (await database.MailsAsync("cat")).Split("FeeReminder").Length - 1
            )
        );
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_accounts_keep_what_the_content_says_and_the_rest_is_gone(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine, FeeDatabase.Fees with { KeptUntil = new(2031, 12, 31) });
        await using var open = await DatabaseSearch.KeepOpenAsync(database);
        await database.SeatAsync("ada", "ben");
        await PayAndBillAsync(database, 1, "ada");
        await PayAndBillAsync(database, 2, "ben");
        var reference = (await database.AccountAsync("ada")).Reference;

        await database.EraseAsync("ada");

        Assert.Equal([], await DatabaseSearch.TablesWithAsync(database, "institut-ada"));
        Assert.Equal([], await DatabaseSearch.TablesWithAsync(database, "note-ada"));
        Assert.Equal(["FeeRecords"], await DatabaseSearch.TablesWithAsync(database, "ada Lovelace"));
        Assert.Equal(["FeeBillings"], await DatabaseSearch.TablesWithAsync(database, "institut-ben"));
        await using (var db = database.Open())
        {
            var kept = await db.FeeRecords.SingleAsync(r => r.RegistrationId == null);
            Assert.Equal(
                (reference, 200m, "EUR", Today, "ada Lovelace", ""),
                (kept.Reference, kept.Amount, kept.Currency, kept.Day, kept.Name, kept.Note)
            );
        }

        database.Time.SetUtcNow(new(2031, 12, 31, 12, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        Assert.Equal(["FeeRecords"], await DatabaseSearch.TablesWithAsync(database, "ada Lovelace"));
        database.Time.SetUtcNow(new(2032, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await database.RunMaintenanceAsync();
        await using var after = database.Open();
        Assert.Equal(0, await after.FeeRecords.CountAsync());
        Assert.Equal([], DatabaseSearch.FilesWith(database, "note-ada"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_that_setting_the_accounts_are_erased_with_the_registration(Engine engine)
    {
        using var database = await FeeDatabase.OpenAsync(engine);
        await using var open = await DatabaseSearch.KeepOpenAsync(database);
        await database.SeatAsync("ada");
        await PayAndBillAsync(database, 1, "ada");
        await database.EraseAsync("ada");

        await using var db = database.Open();
        Assert.Equal((0, 0), (await db.FeeRecords.CountAsync(), await db.FeeBillings.CountAsync()));
        Assert.Equal([], DatabaseSearch.FilesWith(database, "note-ada"));
    }

    private static async Task PayAndBillAsync(RegistrationTestDatabase database, int number, string name)
    {
        await database.RecordAsync(new RecordPayment(null, Today, PaymentMeans.Transfer, $"note-{name}"), null, number);
        var id = (await database.FindAsync(name))!.Id;
        await database.FeesAsync(fees =>
            fees.BillAsync(new() { RegistrationId = id, Institution = $"institut-{name}" }, RegistrationTestDatabase.Organiser, default)
        );
    }
}
