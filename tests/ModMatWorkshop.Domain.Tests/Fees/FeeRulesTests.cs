using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;
using static ModMatWorkshop.Domain.Tests.Fees.FeeSamples;

namespace ModMatWorkshop.Domain.Tests.Fees;

/// <summary>What is due, and what can be recorded.</summary>
public sealed class FeeRulesTests
{
    [Theory]
    [InlineData(Position.Postdoc, Attendance.InPerson, "full", 200)]
    [InlineData(Position.PhdStudent, Attendance.InPerson, "student", 50)]
    [InlineData(Position.PhdStudent, Attendance.Remote, "remote", 0)]
    [InlineData(Position.Other, Attendance.InPerson, "guest", 0)]
    public void The_first_fee_whose_condition_holds_is_due(Position position, Attendance attendance, string key, int sum)
    {
        var due = DueOf(Person(position, attendance));

        Assert.Equal((key, (decimal)sum, key == "guest"), (due.Keys, due.Sum, due.HasWords));
    }

    [Fact]
    public void The_day_of_registration_decides_between_two_amounts() =>
        Assert.Equal([200m, 200m, 250m], new[] { Early, new DateOnly(2021, 5, 1), Late }.Select(day => DueOf(Person(), day).Sum));

    [Fact]
    public void Supplements_follow_from_answers_and_are_added()
    {
        Assert.Equal("full dinner", DueOf(Person(answers: ("dinner_yes-no", "yes"))).Keys);
        Assert.Equal(269.5m, DueOf(Person(answers: [("dinner_yes-no", "yes"), ("menu_choice", "large")])).Sum);
        Assert.Equal("full", DueOf(Person(answers: ("dinner_yes-no", "no"))).Keys);
    }

    [Fact]
    public void An_answer_that_is_not_asked_for_costs_nothing() =>
        Assert.Equal("full", DueOf(Person(answers: [("dinner_yes-no", "no"), ("menu_choice", "large")])).Keys);

    [Fact]
    public void An_answer_to_a_question_that_has_gone_costs_nothing() =>
        Assert.Equal("full", FeeDue.Of(FeeSamples.Fees, RegistrationFields.BuiltIn, Person(answers: ("dinner_yes-no", "yes")), Early).Keys);

    [Theory]
    [InlineData(0, "full")]
    [InlineData(1, "full gala")]
    public void A_place_of_an_option_is_paid_once_it_is_held(int held, string keys)
    {
        var fields = RegistrationFields.Of([], [], new WorkshopOption("gala", new("Gala", "Gala")));
        var fees = FeeSamples.Fees with
        {
            Supplements =
            [
                new("gala", new("Gala", "Gala"))
                {
                    Amount = 60,
                    When = new() { Option = "gala" },
                },
            ],
        };
        var person = Person(answers: ("gala_option", "2")) with { Options = [new("gala", 2, held) { Line = 1 }] };
        Assert.Equal(keys, FeeDue.Of(fees, fields, person, Early).Keys);
    }

    [Theory]
    [InlineData(RegistrationStatus.Pending, Place.Seat)]
    [InlineData(RegistrationStatus.Confirmed, Place.WaitingList)]
    [InlineData(RegistrationStatus.Confirmed, Place.Offer)]
    [InlineData(RegistrationStatus.Confirmed, Place.None)]
    [InlineData(RegistrationStatus.Cancelled, Place.None)]
    public void Nobody_pays_without_a_confirmed_place(RegistrationStatus status, Place place) =>
        Assert.Same(FeeDue.Nothing, DueOf(Person(status: status, place: place)));

    [Fact]
    public void A_workshop_without_categories_asks_nobody() =>
        Assert.Equal([], FeeDue.Of(new(), RegistrationFields.BuiltIn, Person(), Early).Lines);

    public static TheoryData<string, int, int, int, int, FeeStatus, int> Accounts =>
        new()
        {
            { "nothing due", 0, 0, 0, 0, FeeStatus.NotDue, 0 },
            { "due", 200, 0, 0, 0, FeeStatus.Due, 200 },
            { "paid", 200, 200, 0, 0, FeeStatus.Paid, 0 },
            { "paid in part", 200, 150, 0, 0, FeeStatus.Due, 50 },
            { "paid too much", 50, 200, 0, 0, FeeStatus.Paid, -150 },
            { "paid and no longer due", 0, 200, 0, 0, FeeStatus.Paid, -200 },
            { "waived", 200, 0, 200, 0, FeeStatus.NotDue, 0 },
            { "waived in part and paid", 200, 50, 150, 0, FeeStatus.Paid, 0 },
            { "paid too much and given back", 50, 200, 0, 150, FeeStatus.Paid, 0 },
            { "paid and all given back", 0, 200, 0, 200, FeeStatus.NotDue, 0 },
        };

    [Theory, MemberData(nameof(Accounts))]
    public void The_state_of_an_account_follows(string _, int due, int paid, int waived, int refunded, FeeStatus status, int open)
    {
        var account = Account(
            due,
            [
                .. new[] { (FeeRecordKind.Payment, paid), (FeeRecordKind.Waiver, waived), (FeeRecordKind.Refund, refunded) }
                    .Where(r => r.Item2 > 0)
                    .Select(r => Record(r.Item1, r.Item2)),
            ]
        );

        Assert.Equal((status, (decimal)open), (account.Status, account.Open));
        Assert.Equal(paid - refunded > 0 && open != 0, account.HasDifference);
    }

    [Fact]
    public void What_was_undone_does_not_count() =>
        Assert.Equal(FeeStatus.Due, Account(200, Record(FeeRecordKind.Payment, 200, isUndone: true)).Status);

    [Fact]
    public void An_amount_in_words_is_settled_by_what_is_recorded()
    {
        Assert.Equal((FeeStatus.Due, 0m), (InWords().Status, InWords().Open));
        Assert.Equal((FeeStatus.Paid, 0m), (InWords(Paid(120)).Status, InWords(Paid(120)).Open));
        Assert.Equal(FeeStatus.NotDue, InWords(Record(FeeRecordKind.Waiver, 0)).Status);
    }

    [Theory]
    [InlineData(100, FeeStatus.Due, 100)]
    [InlineData(200, FeeStatus.Paid, 0)]
    [InlineData(320, FeeStatus.Paid, 0)]
    public void Beside_an_amount_in_words_the_others_are_still_due(int paid, FeeStatus status, int open)
    {
        var account = new FeeAccount(new([.. Account(200).Due.Lines, .. InWords().Due.Lines]), [Paid(paid)]);

        Assert.Equal((status, (decimal)open), (account.Status, account.Open));
    }

    [Fact]
    public void There_is_nothing_to_say_where_nothing_is_due_or_recorded() =>
        Assert.Equal([true, false, false], new[] { Account(0), Account(200), Account(0, Paid(200)) }.Select(account => account.IsEmpty));

    public static TheoryData<FeeAccount, FeeCommand, FeeResult, FeeRecordKind, double> Commands()
    {
        var pay = new RecordPayment(null, Early, PaymentMeans.Cash, "");
        var waive = new WaiveFee("Invited", Early);
        var refund = new RecordRefund(null, Early, PaymentMeans.Transfer, "");
        return new()
        {
            { Account(200), pay, FeeResult.Done, FeeRecordKind.Payment, 200 },
            { Account(200, Paid(150)), pay, FeeResult.Done, FeeRecordKind.Payment, 50 },
            { Account(200, Paid(200)), pay, FeeResult.AlreadyPaid, default, 0 },
            { Account(0), pay, FeeResult.NothingDue, default, 0 },
            { InWords(), pay, FeeResult.AmountIsMissing, default, 0 },
            { InWords(), pay with { Amount = 120 }, FeeResult.Done, FeeRecordKind.Payment, 120 },
            { Account(200, Paid(200)), pay with { Amount = 10.55m }, FeeResult.Done, FeeRecordKind.Payment, 10.55 },
            { Account(200), pay with { Amount = 0 }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200), pay with { Amount = -5 }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200), pay with { Amount = 1.005m }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200), pay with { Amount = 1_000_001 }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200), pay with { Amount = WorkshopFees.MostAmount }, FeeResult.Done, FeeRecordKind.Payment, 1_000_000 },
            { Account(200), pay with { Day = Late }, FeeResult.Done, FeeRecordKind.Payment, 200 },
            { Account(200), pay with { Day = Late.AddDays(1) }, FeeResult.DayIsInFuture, default, 0 },
            { Account(200), waive, FeeResult.Done, FeeRecordKind.Waiver, 200 },
            { Account(200, Paid(150)), waive, FeeResult.Done, FeeRecordKind.Waiver, 50 },
            { InWords(), waive, FeeResult.Done, FeeRecordKind.Waiver, 0 },
            { Account(200), waive with { Reason = "" }, FeeResult.ReasonIsMissing, default, 0 },
            { Account(200), waive with { Day = Late }, FeeResult.Done, FeeRecordKind.Waiver, 200 },
            { Account(200), waive with { Day = Late.AddDays(1) }, FeeResult.DayIsInFuture, default, 0 },
            { Account(200, Paid(200)), waive, FeeResult.AlreadyPaid, default, 0 },
            { Account(0), waive, FeeResult.NothingDue, default, 0 },
            { Account(50, Paid(200)), refund, FeeResult.Done, FeeRecordKind.Refund, 150 },
            { Account(200, Paid(200)), refund, FeeResult.NothingToRefund, default, 0 },
            { Account(200, Paid(200)), refund with { Amount = 80 }, FeeResult.Done, FeeRecordKind.Refund, 80 },
            { Account(200, Paid(200)), refund with { Amount = 200 }, FeeResult.Done, FeeRecordKind.Refund, 200 },
            { Account(200, Paid(200)), refund with { Amount = -5 }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200, Paid(200)), refund with { Amount = 201 }, FeeResult.AmountIsWrong, default, 0 },
            { Account(200), refund with { Amount = 1 }, FeeResult.NothingToRefund, default, 0 },
            { Account(50, Paid(200)), refund with { Day = Late }, FeeResult.Done, FeeRecordKind.Refund, 150 },
            { Account(50, Paid(200)), refund with { Day = Late.AddDays(1) }, FeeResult.DayIsInFuture, default, 0 },
        };
    }

    [Theory, MemberData(nameof(Commands))]
    public void A_command_has_one_decision(FeeAccount account, FeeCommand command, FeeResult result, FeeRecordKind kind, double amount) =>
        Assert.Equal(new FeeDecision(result, kind, (decimal)amount), FeeRules.Decide(account, command, Late));

    [Fact]
    public void Reminders_go_to_those_who_owe_after_days_and_at_most_so_many_times()
    {
        var confirmed = new DateTimeOffset(2021, 4, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.False(IsDue(200, 0, null, confirmed.AddDays(30).AddTicks(-1)));
        Assert.True(IsDue(200, 0, null, confirmed.AddDays(30)));
        Assert.False(IsDue(200, 1, confirmed.AddDays(30), confirmed.AddDays(59)));
        Assert.True(IsDue(200, 1, confirmed.AddDays(30), confirmed.AddDays(60)));
        Assert.False(IsDue(200, 2, confirmed.AddDays(60), confirmed.AddDays(400)));
        // Reminded, cancelled and confirmed again.
        Assert.False(IsDue(200, 1, confirmed.AddDays(-5), confirmed.AddDays(29)));
        Assert.False(IsDue(0, 0, null, confirmed.AddDays(400)));
        Assert.False(
            FeeReminder.IsDue(FeeSamples.Fees with { RemindAfterDays = null }, Account(200), confirmed, 0, null, confirmed.AddDays(400))
        );

        bool IsDue(decimal due, int sent, DateTimeOffset? last, DateTimeOffset now) =>
            FeeReminder.IsDue(FeeSamples.Fees, Account(due), confirmed, sent, last, now);
    }

    [Fact]
    public void The_totals_are_the_sums_of_all_accounts()
    {
        var totals = FeeTotals.Of([
            Account(200, Paid(200), Record(FeeRecordKind.Payment, 999, isUndone: true)),
            Account(200, Paid(150, PaymentMeans.Page)),
            Account(200, Record(FeeRecordKind.Waiver, 200)),
            Account(50, Paid(200), Record(FeeRecordKind.Refund, 100)),
            InWords(Paid(120, PaymentMeans.Cash)),
            Account(0),
        ]);

        Assert.Equal([new("full", 4, 650), new("guest", 1, 0)], totals.Categories);
        Assert.Equal([new(PaymentMeans.Transfer, 3, 300), new(PaymentMeans.Page, 1, 150), new(PaymentMeans.Cash, 1, 120)], totals.Means);
        Assert.Equal((650m, 570m, 200m, 50m, 50m), (totals.Due, totals.Paid, totals.Waived, totals.StillOpen, totals.TooMuch));
    }
}
