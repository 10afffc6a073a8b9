using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public sealed class PaletteTests
{
    public static TheoryData<string, string> Identities =>
        new()
        {
            { "#a03b24", "#26547c" },
            { "#0b6e4f", "#5b2a86" },
            { "#b00020", "#005a9c" },
            { "#444444", "#0000ee" },
            { "#7a4f00", "#006b6b" },
        };

    [Theory]
    [MemberData(nameof(Identities))]
    public void Every_text_of_both_themes_and_of_a_printed_page_has_the_contrast_of_level_AA(string accent, string link)
    {
        var identity = new Identity(accent, link);
        var (light, dark, print) = (Palette.Light(identity), Palette.Dark(identity), Palette.Print(identity));

        Assert.Equal((null, null), (Palette.WorstOfAccent(identity), Palette.WorstOfLink(identity)));
        Assert.Equal(
            [],
            from pair in new[]
            {
                (light.OnAccent, light.Accent),
                (dark.OnAccent, dark.Accent),
                (dark.Accent, Palette.Ink),
                (dark.Accent, Palette.InkPanel),
                (dark.Accent, dark.Highlight),
                (dark.Link, Palette.Ink),
                (dark.Link, Palette.InkPanel),
                (dark.Link, dark.Highlight),
                (print.Accent, print.Highlight),
                (print.Link, print.Highlight),
            }
            where pair.Item1.ContrastWith(pair.Item2) < Palette.MinContrast
            select $"{pair.Item1} on {pair.Item2}"
        );
    }

    [Fact]
    public void The_dark_theme_and_the_printed_page_keep_the_hues() =>
        Assert.Equal(
            ("#f1927c #9cc4e9 #36241f", "#7d2c1a #204566 #ffffff"),
            (Colors(Palette.Dark(Identity.Default)), Colors(Palette.Print(Identity.Default)))
        );

    [Theory]
    [InlineData("#ff8800", "#26547c", "#fbe7d9 2.0")]
    [InlineData("#c05a3c", "#26547c", "#f9e6e1 3.7")]
    [InlineData("#a03b24", "#26547c", "none")]
    public void A_pale_accent_names_the_ground_on_which_it_is_hardest_to_read(string accent, string link, string worst) =>
        Assert.Equal(worst, Text(Palette.WorstOfAccent(new(accent, link))));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#a03b24", "#a03b24", 1)]
    public void The_contrast_is_that_of_WCAG(string text, string ground, double ratio) =>
        Assert.Equal(ratio, Color.Parse(text).ContrastWith(Color.Parse(ground)), 0.005);

    [Theory]
    [InlineData("a03b24")]
    [InlineData("#a03b2")]
    [InlineData("#a03b2g")]
    [InlineData("brick")]
    [InlineData(null)]
    public void Anything_else_is_not_a_colour(string? text) => Assert.False(Color.TryParse(text, out _));

    private static string Colors(Palette palette) => $"{palette.Accent} {palette.Link} {palette.Highlight}";

    private static string Text((Color Ground, double Contrast)? worst) =>
        worst is var (ground, contrast) ? FormattableString.Invariant($"{ground} {contrast:0.0}") : "none";
}
