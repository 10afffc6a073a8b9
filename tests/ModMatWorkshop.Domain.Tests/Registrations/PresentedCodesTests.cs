using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>The contributions that a form says somebody presents.</summary>
public sealed class PresentedCodesTests
{
    [Fact]
    public void Each_code_counts_once_and_choices_without_a_code_do_not_count() =>
        Assert.Equal("o1 p2 o3", ParticipationFields.CodesIn(["o1", "", null, " p2  o3", "o1"]));

    [Fact]
    public void Of_a_text_with_hundreds_of_thousands_of_codes_fifty_are_read() =>
        Assert.Equal(
            string.Join(' ', Enumerable.Range(1, 50).Select(n => $"o{n}")),
            ParticipationFields.CodesIn([string.Join(' ', Enumerable.Range(1, 200_000).Select(n => $"o{n}"))])
        );
}
