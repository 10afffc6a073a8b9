using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Fees;

/// <summary>A workshop with a fee by position and day, one by attendance, a dinner by an answer, and an amount in words.</summary>
internal static class FeeSamples
{
    public static readonly DateOnly Early = new(2021, 4, 1);
    public static readonly DateOnly Late = new(2021, 5, 2);

    private static readonly Question Dinner = new("dinner", QuestionKind.YesNo, new("Dîner", "Dinner"));

    private static readonly Question Menu = new("menu", QuestionKind.Choice, new("Menu", "Menu"))
    {
        Choices = [new("small", new("petit", "small")), new("large", new("grand", "large"))],
        When = new() { Question = "dinner", Answers = ["yes"] },
    };

    public static readonly RegistrationFields Fields = RegistrationFields.Of([], [Dinner, Menu]);

    public static readonly WorkshopFees Fees = new()
    {
        Categories =
        [
            new("remote", new("À distance", "Remote"))
            {
                Amount = 0,
                When = new() { Attendance = Attendance.Remote },
            },
            new("student", new("Doctorat", "PhD student"))
            {
                Amount = 50,
                When = new() { Positions = [nameof(Position.PhdStudent)] },
            },
            new("guest", new("Invités", "Guests"))
            {
                Words = new("selon convention", "as agreed"),
                When = new() { Positions = [nameof(Position.Other)] },
            },
            new("full", new("Plein tarif", "Full fee"))
            {
                Amount = 200,
                Until = new(2021, 5, 1),
                Then = 250,
            },
        ],
        Supplements =
        [
            new("dinner", new("Dîner", "Dinner"))
            {
                Amount = 49.5m,
                When = new() { Question = "dinner", Answers = ["yes"] },
            },
            new("large", new("Grand menu", "Large menu"))
            {
                Amount = 20,
                When = new() { Question = "menu", Answers = ["large"] },
            },
        ],
        RemindAfterDays = 30,
        Reminders = 2,
    };

    public static RegistrationState Person(
        Position position = Position.Postdoc,
        Attendance attendance = Attendance.InPerson,
        RegistrationStatus status = RegistrationStatus.Confirmed,
        Place? place = null,
        params (string Id, string Value)[] answers
    ) =>
        new()
        {
            Details = RegistrationDetails.Empty with
            {
                Position = position,
                Answers = [.. answers.Select(a => new QuestionAnswer(a.Id, a.Value))],
            },
            Revision = 1,
            Email = "ada@example.org",
            Attendance = attendance,
            Status = status,
            Place = place ?? (attendance == Attendance.InPerson ? Place.Seat : Place.Remote),
            CreatedAt = default,
        };

    public static FeeDue DueOf(RegistrationState state, DateOnly? day = null) => FeeDue.Of(Fees, Fields, state, day ?? Early);

    public static FeeAccount Account(decimal due, params FeeRecord[] records) =>
        new(due == 0 ? FeeDue.Nothing : new([new FeeLine("full", new("Plein tarif", "Full fee"), due)]), records);

    public static FeeAccount InWords(params FeeRecord[] records) =>
        new(new([new FeeLine("guest", new("Invités", "Guests"), null, new("selon convention", "as agreed"))]), records);

    public static FeeRecord Record(FeeRecordKind kind, decimal amount, PaymentMeans? means = PaymentMeans.Transfer, bool isUndone = false)
    {
        var record = new FeeRecord
        {
            Reference = "K7QM-3XPA-R",
            Kind = kind,
            Amount = amount,
            Currency = "EUR",
            Day = Early,
            Means = kind == FeeRecordKind.Waiver ? null : means,
            Batch = Guid.Empty,
            At = default,
            By = "organiser 1",
        };
        if (isUndone)
            record.Undo(default, "organiser 2");
        return record;
    }

    public static FeeRecord Paid(decimal amount, PaymentMeans means = PaymentMeans.Transfer) =>
        Record(FeeRecordKind.Payment, amount, means);
}
