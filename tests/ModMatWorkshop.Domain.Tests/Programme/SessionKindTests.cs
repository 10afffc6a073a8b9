using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public class SessionKindTests
{
    private static readonly OwnKind Demo = new(
        "demo",
        "d",
        new("Démonstration", "Demo"),
        new("Démonstrations", "Demos"),
        ContributionKind.Oral
    );

    [Theory]
    [InlineData("tutorial", "Potentials", "Tutoriel\u00A0: Potentials", "Tutorial: Potentials")]
    [InlineData("tutorial", null, "Tutoriel", "Tutorial")]
    [InlineData("panel", "Panel on data", "Table ronde\u00A0: Panel on data", "Panel on data")]
    [InlineData("demo", "Codes", "Démonstration\u00A0: Codes", "Demo: Codes")]
    [InlineData(null, "Potentials", "Potentials", "Potentials")]
    [InlineData(null, null, null, null)]
    public void A_session_is_called_by_its_kind_unless_its_title_says_it(string? kind, string? title, string? french, string? english)
    {
        var session = new Session
        {
            Number = 1,
            Date = new(2027, 6, 8),
            HalfDay = HalfDay.Morning,
            Kind = SessionKind.All([Demo]).SingleOrDefault(k => k.Key == kind),
            Title = title is null ? null : Localized.Same(title),
        };
        Assert.Equal((french, english), (session.SubjectIn(Language.French), session.SubjectIn(Language.English)));
    }

    [Fact]
    public void A_kind_of_the_content_replaces_the_built_in_one() =>
        Assert.Equal(
            ["tutorial Lab", "panel Panel", "poster-session Poster session"],
            SessionKind.All([Demo with { Key = "tutorial", Name = Localized.Same("Lab") }]).Select(k => $"{k.Key} {k.Name.En}")
        );
}
