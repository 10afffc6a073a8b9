using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class ProgrammeCodesTests
{
    [Theory]
    [InlineData("o p o", "", "O1 P1 O2")]
    [InlineData("o p o", "o3 O1 p9 P12", "O4 P13 O5")]
    [InlineData("d", "o7 dd4", "D1")]
    [InlineData("o", "o2 o0 o007 x nothing-9", "O3")]
    [InlineData("", "o1", "")]
    public void Numbers_follow_the_largest_that_was_ever_given(string letters, string taken, string expected) =>
        Assert.Equal(expected, string.Join(' ', ProgrammeCodes.Next(Words(letters), Words(taken)).Select(c => c.Printed)));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
