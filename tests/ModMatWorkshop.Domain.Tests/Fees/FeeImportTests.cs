using ModMatWorkshop.Domain.Fees;
using static ModMatWorkshop.Domain.Tests.Fees.FeeSamples;

namespace ModMatWorkshop.Domain.Tests.Fees;

/// <summary>The list of a payment platform beside the accounts.</summary>
public sealed class FeeImportTests
{
    private static readonly string[] References =
    [
        .. Enumerable.Range(1, 6).Select(n => FeeReference.Of(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))),
    ];

    private static readonly Dictionary<string, FeeAccount> Accounts = new()
    {
        [References[0]] = Account(200),
        [References[1]] = Account(200, Paid(200)),
        [References[2]] = Account(0),
        [References[3]] = InWords(),
        [References[4]] = Account(200, Paid(150)),
    };

    [Theory]
    [InlineData(0, "200", PaymentOutcome.Matches)]
    [InlineData(0, "200,00 €", PaymentOutcome.Matches)]
    [InlineData(0, "199", PaymentOutcome.OtherAmount)]
    [InlineData(1, "200", PaymentOutcome.AlreadyPaid)]
    [InlineData(2, "200", PaymentOutcome.NothingDue)]
    [InlineData(3, "200", PaymentOutcome.OtherAmount)]
    [InlineData(4, "50", PaymentOutcome.Matches)]
    [InlineData(5, "200", PaymentOutcome.UnknownReference)]
    [InlineData(0, "=200", PaymentOutcome.NoAmount)]
    [InlineData(0, "-200", PaymentOutcome.NoAmount)]
    [InlineData(0, "0", PaymentOutcome.NoAmount)]
    [InlineData(0, "", PaymentOutcome.NoAmount)]
    public void A_line_is_compared_with_its_account(int person, string amount, PaymentOutcome outcome) =>
        Assert.Equal(outcome, Assert.Single(Compare([Row(1, References[person], amount)])).Outcome);

    [Fact]
    public void A_line_needs_a_reference_and_a_day_that_has_come() =>
        Assert.Equal(
            [PaymentOutcome.NoReference, PaymentOutcome.UnknownReference, PaymentOutcome.NoDay, PaymentOutcome.NoDay],
            Compare([
                    Row(1, "", "200"),
                    Row(2, "=HYPERLINK(1)", "200"),
                    Row(3, References[0], "200", "31/31/2021"),
                    Row(4, References[0], "200", "2021-05-03"),
                ])
                .Select(l => l.Outcome)
        );

    [Fact]
    public void The_same_line_counts_once_in_a_list_and_once_in_all_lists()
    {
        var rows = new[] { Row(1, References[0], "200", id: "T1"), Row(2, References[0], "200", id: "T1") };
        Assert.Equal([PaymentOutcome.Matches, PaymentOutcome.Double], Compare(rows).Select(l => l.Outcome));
        Assert.Equal([PaymentOutcome.ImportedBefore, PaymentOutcome.ImportedBefore], Compare(rows, known: "id T1").Select(l => l.Outcome));

        var unnumbered = new[] { Row(1, References[0], "200"), Row(2, References[0].ToLowerInvariant(), "200.00") };
        Assert.Equal([PaymentOutcome.Matches, PaymentOutcome.Double], Compare(unnumbered).Select(l => l.Outcome));
    }

    [Fact]
    public void A_second_payment_in_the_same_list_is_one_too_many() =>
        Assert.Equal(
            [PaymentOutcome.Matches, PaymentOutcome.AlreadyPaid],
            Compare([Row(1, References[0], "200", id: "T1"), Row(2, References[0], "200", id: "T2")]).Select(l => l.Outcome)
        );

    [Fact]
    public void A_list_without_days_has_that_of_the_import()
    {
        var line = Assert.Single(Compare([new(1, References[0], "200", "", "")]));

        Assert.Equal((PaymentOutcome.Matches, Late), (line.Outcome, line.Day));
    }

    [Theory]
    [InlineData("200", 200)]
    [InlineData("200,5", 200.5)]
    [InlineData("200.50", 200.5)]
    [InlineData("1 234,50 €", 1234.5)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("CHF 1'234.50", 1234.5)]
    [InlineData("EUR200", 200)]
    [InlineData("£ 12", 12)]
    public void Amounts_are_read_as_people_write_them(string text, double amount) =>
        Assert.Equal((decimal)amount, FeeImport.ReadAmount(text));

    [Theory]
    [InlineData("")]
    [InlineData("EUR")]
    [InlineData("=1+1")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("12 or 13")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("²")]
    [InlineData("NaN")]
    public void Other_texts_are_no_amount(string text) => Assert.Null(FeeImport.ReadAmount(text));

    [Theory]
    [InlineData("2021-04-03")]
    [InlineData("03/04/2021")]
    [InlineData("3.4.2021")]
    [InlineData("2021-04-03T10:00:00Z")]
    [InlineData("03/04/2021 10:00")]
    [InlineData("03/04/21")]
    public void Days_are_read_with_the_day_first(string text) => Assert.Equal(new DateOnly(2021, 4, 3), FeeImport.ReadDay(text));

    private static IReadOnlyList<PaymentLine> Compare(IReadOnlyList<PaymentRow> rows, params string[] known) =>
        FeeImport.Compare(rows, Accounts, known.Contains, Late);

    private static PaymentRow Row(int line, string reference, string amount, string day = "2021-04-03", string id = "") =>
        new(line, reference, amount, day, id);
}
