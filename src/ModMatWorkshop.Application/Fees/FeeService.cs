using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Fees;

/// <summary>What an action did for one person.</summary>
public sealed record FeeOutcome(int Number, FeeResult Result, decimal Amount);

/// <summary>
/// Records what was paid, waived or given back. Each action is one transaction: lock, load, decide with <see cref="FeeRules"/>, save.
/// </summary>
public sealed class FeeService(WorkshopDb db, RegistrationQueue queue)
{
    private const string Recorded = "recorded a payment";
    private const string WaivedAction = "waived a fee";
    private const string Refunded = "recorded a refund";
    private const string Undid = "undid a fee record";
    private const string ChangedBilling = "changed the data for invoices";

    /// <summary>Records the same for people. An action that was done already is not done again.</summary>
    /// <param name="batch">Made with the form, so that a form that is sent twice counts once.</param>
    /// <returns>The outcome for each person; empty if the action was done before.</returns>
    public Task<IReadOnlyList<FeeOutcome>> RecordAsync(
        IReadOnlyCollection<int> numbers,
        FeeCommand command,
        Guid batch,
        Actor actor,
        CancellationToken cancel
    ) =>
        queue.RunAsync<IReadOnlyList<FeeOutcome>>(
            db,
            async transaction =>
            {
                if (await transaction.Db.FeeRecords.AnyAsync(r => r.Batch == batch))
                    return [];
                var workshop = await transaction.Db.Workshops.AsNoTracking().SingleAsync();
                var people = await FeeQueries.OfAsync(transaction.Db, workshop, numbers, CancellationToken.None);
                var today = FeeQueries.DayOf(transaction.Now, workshop);
                return [.. people.Select(person => Record(transaction, workshop, person, command, today, batch, actor))];
            },
            cancel
        );

    /// <summary>
    /// Records the lines of a list that match, and those that the organiser has chosen besides, if the list still means what the organiser
    /// has seen.
    /// </summary>
    /// <param name="seen">The <see cref="StampOf"/> of what the organiser has seen.</param>
    /// <param name="chosen">Lines of the file.</param>
    /// <returns>The number of payments; null if something has changed since.</returns>
    public Task<int?> ImportAsync(
        IReadOnlyList<PaymentRow> rows,
        PaymentMeans means,
        IReadOnlySet<int> chosen,
        string seen,
        Guid batch,
        Actor actor,
        CancellationToken cancel
    ) =>
        queue.RunAsync<int?>(
            db,
            async transaction =>
            {
                if (await transaction.Db.FeeRecords.CountAsync(r => r.Batch == batch) is > 0 and var done)
                    return done;
                var workshop = await transaction.Db.Workshops.AsNoTracking().SingleAsync();
                var today = FeeQueries.DayOf(transaction.Now, workshop);
                var (lines, people) = await CompareAsync(transaction.Db, workshop, rows, today, CancellationToken.None);
                if (StampOf(lines) != seen)
                    return null;
                var taken = lines.Where(l => l.Outcome == PaymentOutcome.Matches || l.MayBeChosen && chosen.Contains(l.Line)).ToList();
                foreach (var line in taken)
                    Record(
                        transaction,
                        workshop,
                        people[line.Reference],
                        new RecordPayment(line.Amount, line.Day!.Value, means, "", line.Key),
                        today,
                        batch,
                        actor
                    );
                return taken.Count;
            },
            cancel
        );

    /// <summary>Compares a list with the accounts and changes nothing.</summary>
    public static async Task<(IReadOnlyList<PaymentLine> Lines, IReadOnlyDictionary<string, PersonFees> People)> CompareAsync(
        WorkshopDb db,
        Workshop workshop,
        IReadOnlyList<PaymentRow> rows,
        DateOnly today,
        CancellationToken cancel
    )
    {
        // Two people with the same reference are so improbable that neither gets a payment by it.
        var people = (await FeeQueries.AllAsync(db, workshop, cancel))
            .GroupBy(p => p.Reference)
            .Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.Single());
        var known = (await db.FeeRecords.Where(r => r.ImportKey != null).Select(r => r.ImportKey!).ToListAsync(cancel)).ToHashSet();
        return (FeeImport.Compare(rows, people.ToDictionary(p => p.Key, p => p.Value.Account), known.Contains, today), people);
    }

    /// <summary>Changes with everything that the lines of a list would do.</summary>
    public static string StampOf(IReadOnlyList<PaymentLine> lines) =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lines)));

    /// <summary>Undoes an action for everybody, or for one record of it.</summary>
    /// <returns>The number of records that were undone.</returns>
    public Task<int> UndoAsync(Guid batch, long? only, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                var records = await transaction
                    .Db.FeeRecords.Where(r => r.Batch == batch && r.UndoneAt == null && (only == null || r.Id == only))
                    .ToListAsync();
                foreach (var record in records)
                {
                    record.Undo(transaction.RealNow, actor.Name);
                    var registration = await transaction.Db.Registrations.SingleOrDefaultAsync(r => r.Id == record.RegistrationId);
                    transaction.Log(actor, Undid, registration, ResultOf(record), changed: false);
                }
                return records.Count;
            },
            cancel
        );

    /// <summary>Keeps what an institution wants to read on its papers.</summary>
    public Task<ChangeResult> BillAsync(FeeBilling typed, Actor actor, CancellationToken cancel) =>
        queue.RunAsync(
            db,
            async transaction =>
            {
                if (await transaction.FindAsync(typed.RegistrationId) is not { } registration)
                    return ChangeResult.NotFound;
                var billing = await transaction.Db.FeeBillings.SingleOrDefaultAsync(b => b.RegistrationId == registration.Id);
                if (billing is null)
                    transaction.Db.FeeBillings.Add(billing = new() { RegistrationId = registration.Id });
                (billing.Institution, billing.Address) = (typed.Institution, typed.Address);
                (billing.VatNumber, billing.OrderNumber) = (typed.VatNumber, typed.OrderNumber);
                transaction.Log(actor, ChangedBilling, registration, null, changed: false);
                // What was replaced is not to stay in the files of the database.
                transaction.HasErased = true;
                return ChangeResult.Done;
            },
            cancel
        );

    private static FeeOutcome Record(
        RegistrationTransaction transaction,
        Workshop workshop,
        PersonFees person,
        FeeCommand command,
        DateOnly today,
        Guid batch,
        Actor actor
    )
    {
        var decision = FeeRules.Decide(person.Account, command, today);
        var number = person.Registration.Number;
        if (decision.Result != FeeResult.Done)
            return new(number, decision.Result, 0);
        var (day, means, note, key) = command switch
        {
            RecordPayment payment => (payment.Day, (PaymentMeans?)payment.Means, payment.Note, payment.ImportKey),
            RecordRefund refund => (refund.Day, refund.Means, refund.Note, null),
            WaiveFee waiver => (waiver.Day, null, waiver.Reason, null),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
        var record = new FeeRecord
        {
            RegistrationId = person.Registration.Id,
            Reference = person.Reference,
            Kind = decision.Kind,
            Amount = decision.Amount,
            Currency = workshop.Fees?.Currency ?? WorkshopFees.DefaultCurrency,
            Day = day,
            Means = means,
            Note = note,
            ImportKey = key,
            Categories = person.Account.Due.Keys,
            Batch = batch,
            At = transaction.RealNow,
            By = actor.Name,
        };
        transaction.Db.FeeRecords.Add(record);
        var action = decision.Kind switch
        {
            FeeRecordKind.Waiver => WaivedAction,
            FeeRecordKind.Refund => Refunded,
            _ => Recorded,
        };
        transaction.Log(actor, action, person.Registration, ResultOf(record), changed: false);
        return new(number, decision.Result, decision.Amount);
    }

    private static string ResultOf(FeeRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Amount:0.00} {record.Currency}");
}
