using ModMatWorkshop.Application.Fees;
using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Web.Tests.Backups;

/// <content>The tables of the fees.</content>
internal static partial class BackupTestData
{
    private static IEnumerable<object> FeeRows(Guid registration, DateTimeOffset now)
    {
        var record = new FeeRecord
        {
            RegistrationId = registration,
            Reference = FeeReference.Of(registration),
            Kind = FeeRecordKind.Payment,
            Amount = 1234.05m,
            Currency = "EUR",
            Day = DateOnly.FromDateTime(now.Date),
            Means = PaymentMeans.Transfer,
            Categories = "full dinner",
            Note = "« Reçu », \"hier\" 😀",
            ImportKey = "id T-4711",
            Batch = Guid.NewGuid(),
            At = now,
            By = "organiser 1",
        };
        record.Undo(now, "organiser 1");
        return
        [
            record,
            new FeeBilling
            {
                RegistrationId = registration,
                Institution = "LAAS-CNRS",
                Address = "7, avenue du Colonel Roche\n31400 Toulouse",
                VatNumber = "FR00 000000000",
                OrderNumber = "4500-1",
            },
        ];
    }
}
