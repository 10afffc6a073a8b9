using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class WholeNameTests
{
    [Theory]
    [InlineData("Ada King Lovelace", "Ada King", "Lovelace")]
    [InlineData("Lovelace, Ada", "Ada", "Lovelace")]
    [InlineData("LOVELACE Ada", "Ada", "LOVELACE")]
    [InlineData("DE LA TOUR Jean Marie", "Jean Marie", "DE LA TOUR")]
    [InlineData("Jean DE LA TOUR", "Jean", "DE LA TOUR")]
    [InlineData("ADA LOVELACE", "ADA", "LOVELACE")]
    [InlineData("J. Dupont", "J.", "Dupont")]
    [InlineData("Émilie du Châtelet", "Émilie", "du Châtelet")]
    [InlineData("Paul Sample Jr.", "Paul", "Sample Jr.")]
    [InlineData("Paul Sample, III", "Paul", "Sample III")]
    [InlineData("Suparno", "", "Suparno")]
    [InlineData("例小明", "", "例小明")]
    [InlineData("", "", "")]
    public void A_name_in_one_cell_is_cut_into_its_parts(string name, string given, string family) =>
        Assert.Equal((given, family), WholeName.Cut(name));
}
