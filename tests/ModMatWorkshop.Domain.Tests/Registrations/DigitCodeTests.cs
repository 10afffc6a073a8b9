using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class DigitCodeTests
{
    [Theory]
    [InlineData("48291365", "48291365")]
    [InlineData(" 48 29 13 65\u00A0", "48291365")]
    [InlineData("4829-1365", "48291365")]
    [InlineData("48.29.13.65", "48291365")]
    [InlineData("4829136", null)]
    [InlineData("482913650", null)]
    [InlineData("4829136x", null)]
    [InlineData("４８２９１３６５", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, DigitCode.Read(typed));

    [Fact]
    public void A_code_is_written_in_pairs() => Assert.Equal("48 29 13 65", DigitCode.InPairs("48291365"));
}
