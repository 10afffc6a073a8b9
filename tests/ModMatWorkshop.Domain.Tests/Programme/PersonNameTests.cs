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
    [InlineData("Anne Le Goff", "Le Goff, Anne")]
    [InlineData("Carla Della Rocca", "Della Rocca, Carla")]
    [InlineData("Peter De Smet", "De Smet, Peter")]
    [InlineData("Otto von und zu Muster", "von und zu Muster, Otto")]
    [InlineData("Gerrit in 't Veld", "in 't Veld, Gerrit")]
    [InlineData("Gerrit van ’t Veld", "van ’t Veld, Gerrit")]
    [InlineData("Ana Prueba y Modelo", "Prueba y Modelo, Ana")]
    [InlineData("Aoife Ní Bhriain", "Ní Bhriain, Aoife")]
    [InlineData("Omar El Mithal", "El Mithal, Omar")]
    [InlineData("Rui Exemplo Neto", "Exemplo Neto, Rui")]
    [InlineData("Jean LE MODÈLE", "LE MODÈLE, Jean")]
    [InlineData("Paul Sample III", "Sample, Paul, III")]
    [InlineData("Paul Sample, Jr.", "Sample, Paul, Jr.")]
    [InlineData("例小明", "例小明")]
    public void The_family_name_is_the_last_word_with_the_particles_before_it(string full, string inverted) =>
        Assert.Equal(inverted, new PersonName(full).Inverted);

    [Fact]
    public void A_given_family_name_is_used_as_it_is()
    {
        var name = new PersonName("Maurício Chagas da Silva", "Chagas da Silva");
        Assert.Equal(("Chagas da Silva", "Maurício", "Chagas da Silva, Maurício"), (name.Family, name.Given, name.Inverted));
    }

    [Theory]
    [InlineData("Dr. Jane Sample", "Dr.")]
    [InlineData("Jane Sample, PhD", "PhD")]
    [InlineData("M. Sample", null)]
    public void A_title_is_recognised(string full, string? title) => Assert.Equal(title, new PersonName(full).Title);

    [Theory]
    [InlineData("Jan Van Dam", true)]
    [InlineData("Jan van Dam", false)]
    [InlineData("Anne Le Goff", false)]
    [InlineData("Van Dam", false)]
    public void A_particle_that_is_also_a_given_name_is_uncertain(string full, bool isUncertain) =>
        Assert.Equal(isUncertain, new PersonName(full).IsUncertain);

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
