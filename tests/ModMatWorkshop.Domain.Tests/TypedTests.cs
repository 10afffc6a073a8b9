namespace ModMatWorkshop.Domain.Tests;

public class TypedTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("half \uD83D of a sign", "half \uFFFD of a sign")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("\U0001F9EA and ﬁ", "\U0001F9EA and ﬁ")]
    public void What_was_typed_has_one_form_which_every_database_takes(string typed, string kept) => Assert.Equal(kept, Typed.Normalize(typed));
}
