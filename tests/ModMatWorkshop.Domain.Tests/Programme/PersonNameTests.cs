using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class PersonNameTests
{
    [Theory]
    [InlineData("Anne Hémeryck", "Hémeryck, Anne")]
    [InlineData("T. Very", "Very, T.")]
    [InlineData("Stefano de Gironcoli", "de Gironcoli, Stefano")]
    [InlineData("Vincent van der Berg", "van der Berg, Vincent")]
    [InlineData("Jean-Marc de la Tour", "de la Tour, Jean-Marc")]
    [InlineData("Van Nguyen", "Nguyen, Van")]
    [InlineData("van Gogh", "Gogh, van")]
    [InlineData("Plato", "Plato")]
    [InlineData("", "")]
    public void The_family_name_is_the_last_word_with_the_particles_before_it(string full, string inverted) =>
        Assert.Equal(inverted, new PersonName(full).Inverted);

    [Fact]
    public void A_given_family_name_is_used_as_it_is()
    {
        var name = new PersonName("Maurício Chagas da Silva", "Chagas da Silva");
        Assert.Equal(("Chagas da Silva", "Maurício", "Chagas da Silva, Maurício"), (name.Family, name.Given, name.Inverted));
    }

    [Fact]
    public void People_are_sorted_by_family_name_without_regard_to_accents() =>
        Assert.Equal(
            ["Zoé Bučko", "Al Buda", "Élise de Gironcoli", "Anna Łopez", "Bo Lorca", "Cy Øster"],
            new[] { "Cy Øster", "Bo Lorca", "Anna Łopez", "Zoé Bučko", "Élise de Gironcoli", "Al Buda" }.OrderBy(
                n => new PersonName(n).SortKey,
                StringComparer.Ordinal
            )
        );
}
