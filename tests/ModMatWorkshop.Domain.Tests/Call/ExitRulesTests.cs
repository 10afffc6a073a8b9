using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class ExitRulesTests
{
    [Theory]
    [InlineData(false, true, false, "")]
    [InlineData(false, false, false, "")]
    [InlineData(true, true, false, "Cancel")]
    [InlineData(true, true, true, "")]
    [InlineData(true, false, false, "TakeOut Cancel")]
    [InlineData(true, false, true, "TakeOut")]
    public void What_has_left_the_call_is_cancelled_where_readers_know_its_hour_and_may_be_taken_out_elsewhere(
        bool isGone,
        bool hasSlot,
        bool isCancelled,
        string ways
    ) => Assert.Equal(ways, string.Join(' ', ExitRules.Ways(isGone, hasSlot, isCancelled)));
}
