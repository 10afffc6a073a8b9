using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

public sealed class ImportHeadTests
{
    [Theory]
    [InlineData("Nom;Courriel|Ada;ada@lab.example", 0)]
    [InlineData("Participants|Exporté le 1er mars|Nom;Courriel|Ada;ada@lab.example", 2)]
    [InlineData("Qui;Où|Ada;ada@lab.example|Nom;Courriel", 0)]
    [InlineData("Qui;Où|Ada;Londres", 0)]
    [InlineData("Ada;ada@lab.example|Ben;ben@lab.example", null)]
    [InlineData("", 0)]
    public void The_headings_are_found_below_a_title(string rows, int? index) =>
        Assert.Equal(index, ImportHead.IndexIn([.. rows.Split('|').Select(r => r.Split(';'))], new Dictionary<string, ImportColumn>()));
}
