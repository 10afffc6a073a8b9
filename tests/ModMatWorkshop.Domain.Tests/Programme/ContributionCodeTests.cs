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
    public void A_code_is_a_letter_and_a_number(string text, ContributionKind kind, int number)
    {
        var code = ContributionCode.Parse(text);
        Assert.Equal((new ContributionCode(kind, number), (ContributionKind?)kind), (code, code.BuiltInKind));
    }

    [Theory]
    [InlineData("k3", "k", 3)]
    [InlineData("TU12", "tu", 12)]
    public void A_code_of_a_kind_of_the_content_has_one_or_two_letters(string text, string letters, int number)
    {
        var code = ContributionCode.Parse(text);
        Assert.Equal((new ContributionCode(letters, number), (ContributionKind?)null), (code, code.BuiltInKind));
    }

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
    [InlineData(" o3")]
    [InlineData("o3 ")]
    [InlineData("o3\n")]
    [InlineData("o 3")]
    [InlineData("abc3")]
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
        Assert.Equal("'x-1' is not a contribution code.", Assert.Throws<FormatException>(() => ContributionCode.Parse("x-1")).Message);
}
