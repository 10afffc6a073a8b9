namespace ModMatWorkshop.Domain.Tests;

public class UserInputTests
{
    [Theory]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("\U0001F9EA and ﬁ", "\U0001F9EA and ﬁ")]
    public void Input_is_normalised_to_a_form_that_both_databases_accept(string typed, string normalised) =>
        Assert.Equal(normalised, UserInput.Normalize(typed));

    // Not a theory: an attribute cannot hold an unpaired surrogate.
    [Fact]
    public void An_unpaired_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("half \uFFFD of a sign", UserInput.Normalize("half \uD83D of a sign"));
}
