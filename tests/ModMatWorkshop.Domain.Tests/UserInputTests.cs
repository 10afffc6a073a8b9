namespace ModMatWorkshop.Domain.Tests;

public class UserInputTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("\U0001F9EA and ﬁ", "\U0001F9EA and ﬁ")]
    public void What_was_typed_has_one_form_which_every_database_takes(string typed, string kept) =>
        Assert.Equal(kept, UserInput.Normalize(typed));

    // Not a line of data: half of a sign does not survive in an attribute.
    [Fact]
    public void Half_of_a_sign_becomes_the_sign_for_what_could_not_be_read() =>
        Assert.Equal("half \uFFFD of a sign", UserInput.Normalize("half \uD83D of a sign"));
}
