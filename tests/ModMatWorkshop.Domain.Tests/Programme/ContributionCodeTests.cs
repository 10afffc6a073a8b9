using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class ContributionCodeTests
{
    [Theory]
    [InlineData("o3", ContributionKind.Oral, 3)]
    [InlineData("O3", ContributionKind.Oral, 3)]
    [InlineData("I4", ContributionKind.Invited, 4)]
    [InlineData("p10", ContributionKind.Poster, 10)]
    [InlineData("P99999", ContributionKind.Poster, 99999)]
    public void A_code_is_a_letter_and_a_number(string text, ContributionKind kind, int number) =>
        Assert.Equal(new ContributionCode(kind, number), ContributionCode.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("o")]
    [InlineData("3")]
    [InlineData("3o")]
    [InlineData("o0")]
    [InlineData("o03")]
    [InlineData("o-3")]
    [InlineData("o+3")]
    [InlineData("o3.0")]
    [InlineData("o100000")]
    [InlineData("o99999999999999999999")]
    [InlineData("q3")]
    [InlineData(" o3")]
    [InlineData("o3 ")]
    [InlineData("o3\n")]
    [InlineData("o 3")]
    [InlineData("oo3")]
    [InlineData("../o3")]
    [InlineData("o3/../../etc/passwd")]
    [InlineData("o3%00")]
    [InlineData("o3\0")]
    [InlineData("o３")]
    [InlineData("o٣")]
    [InlineData("o³")]
    [InlineData("о3")] // Cyrillic о
    [InlineData("ο3")] // Greek ο
    [InlineData("Ｏ3")]
    [InlineData("İ3")]
    [InlineData("ı3")]
    public void Anything_else_is_not_a_code(string? text)
    {
        Assert.False(ContributionCode.TryParse(text, out var code));
        Assert.Equal(default, code);
    }

    [Fact]
    public void A_code_is_in_lower_case_in_addresses_and_in_upper_case_in_print()
    {
        var code = ContributionCode.Parse("o12");
        Assert.Equal(("o12", "O12", "O12"), (code.Slug, code.Printed, code.ToString()));
    }

    [Fact]
    public void Parsing_an_invalid_code_throws_an_exception_that_quotes_it() =>
        Assert.Equal("'x1' is not a contribution code.", Assert.Throws<FormatException>(() => ContributionCode.Parse("x1")).Message);
}
