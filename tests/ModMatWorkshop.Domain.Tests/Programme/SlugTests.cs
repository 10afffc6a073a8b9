using CsCheck;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class SlugTests
{
    [Theory]
    [InlineData("Maurício Chagas da Silva", "mauricio-chagas-da-silva")]
    [InlineData("T. Very", "t-very")]
    [InlineData("  Jean-Claude   O'Neill ", "jean-claude-o-neill")]
    [InlineData("Łukasz Œuvrard", "lukasz-oeuvrard")]
    [InlineData("H₂O", "h2o")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("α-Fe", "fe")]
    [InlineData("٣ ３", "3")]
    [InlineData("Σ", "")]
    [InlineData("", "")]
    public void A_slug_is_the_name_in_lower_case_ASCII_with_hyphens(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_long_name_is_cut_and_does_not_end_in_a_hyphen() =>
        Assert.Equal(new string('a', 79), Slug.From(new string('a', 79) + " bcd"));

    [Theory]
    [InlineData("o", true)]
    [InlineData("coffee-thursday-2", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    [InlineData("a\n", false)]
    [InlineData("a٣", false)]
    public void A_slug_has_only_lower_case_letters_digits_and_single_hyphens(string text, bool isSlug) =>
        Assert.Equal(isSlug, Slug.IsValid(text));

    [Fact]
    public void A_slug_has_at_most_80_characters()
    {
        Assert.True(Slug.IsValid(new string('a', 80)));
        Assert.False(Slug.IsValid(new string('a', 81)));
    }

    [Fact]
    public void The_slug_of_any_name_is_empty_or_valid() =>
        Gen.String.Sample(name => Slug.From(name) is var slug && (slug.Length == 0 || Slug.IsValid(slug)));
}
