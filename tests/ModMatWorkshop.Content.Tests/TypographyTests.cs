using CsCheck;

namespace ModMatWorkshop.Content.Tests;

public class TypographyTests
{
    /// <summary>Shows a no-break space as <c>~</c> and a narrow one as <c>_</c>.</summary>
    private static string Shown(string text) => text.Replace('\u00A0', '~').Replace('\u202F', '_');

    [Theory]
    [InlineData("Pourquoi ? Parce que !", "Pourquoi_? Parce que_!")]
    [InlineData("un ; deux", "un_; deux")]
    [InlineData("Résumé : « oui »", "Résumé~: «_oui_»")]
    [InlineData(" : suite d'un mot en italique", "~: suite d’un mot en italique")]
    [InlineData("trop  d'espaces  !", "trop  d’espaces_!")]
    [InlineData("faux\u00A0; et faux\u202F:", "faux_; et faux~:")]
    [InlineData("Pourquoi? Parce que! Un;deux: «oui»", "Pourquoi? Parce que! Un;deux: «oui»")]
    public void French_punctuation_has_a_no_break_space(string text, string shown) => Assert.Equal(shown, Shown(Typography.French(text)));

    [Theory]
    [InlineData("aujourd'hui, l'énergie", "aujourd’hui, l’énergie")]
    [InlineData("L'Écoute", "L’Écoute")]
    [InlineData("'mot' et 5' et authors' work", "'mot' et 5' et authors' work")]
    public void An_apostrophe_between_letters_becomes_typographic(string text, string printed)
    {
        Assert.Equal(printed, Typography.French(text));
        Assert.Equal(printed, Typography.English(text));
    }

    [Theory]
    [InlineData("15 %", "15~%")]
    [InlineData("25 °C et 300 K", "25~°C et 300~K")]
    [InlineData("2 kJ/mol, 3 meV/at, 1 eV", "2~kJ/mol, 3~meV/at, 1~eV")]
    [InlineData("50 GPa, 0.06 Å, 0,5 nm", "50~GPa, 0.06~Å, 0,5~nm")]
    [InlineData("10 ns, 2 fs, 3 ps, 4 µs, 5 s", "10~ns, 2~fs, 3~ps, 4~µs, 5~s")]
    [InlineData("20 min, 13 h, 5 km, 400 m, 12 €", "20~min, 13~h, 5~km, 400~m, 12~€")]
    [InlineData("10⁻¹⁵ s, 3 m², 2\u202Fkm", "10⁻¹⁵~s, 3~m², 2~km")]
    [InlineData("2 H₂O, 3 K₂, 4 minutes, 5 hommes, 6 sites", "2 H₂O, 3 K₂, 4 minutes, 5 hommes, 6 sites")]
    [InlineData("5GPa et 10%", "5GPa et 10%")]
    public void A_number_and_its_unit_stay_on_one_line(string text, string shown)
    {
        Assert.Equal(shown, Shown(Typography.French(text)));
        Assert.Equal(shown, Shown(Typography.English(text)));
    }

    [Theory]
    [InlineData("à 12 h 20, puis de 12 h 30 à 14 h", "à 12_h_20, puis de 12_h_30 à 14~h")]
    [InlineData("3 h 05 et 3 h 5 et 3 h 60 et 3 h 200", "3_h_05 et 3~h 5 et 3~h 60 et 3~h 200")]
    [InlineData("9\u202Fh\u202F00", "9_h_00")]
    public void A_French_time_of_day_stays_on_one_line(string text, string shown) => Assert.Equal(shown, Shown(Typography.French(text)));

    [Theory]
    [InlineData("10 000 atomes", "10_000 atomes")]
    [InlineData("1 600 000 K", "1_600_000~K")]
    [InlineData("de -1 000 à (25 000)", "de -1_000 à (25_000)")]
    [InlineData("10\u00A0000", "10_000")]
    [InlineData("2021 200", "2021 200")]
    [InlineData("05 61 33 62 00", "05 61 33 62 00")]
    [InlineData("31 0311, BP 54200 31031", "31 0311, BP 54200 31031")]
    [InlineData("13:30 100 personnes", "13:30 100 personnes")]
    [InlineData("Al13 100", "Al13 100")]
    public void Groups_of_three_digits_stay_on_one_line(string text, string shown)
    {
        Assert.Equal(shown, Shown(Typography.French(text)));
        Assert.Equal(shown, Shown(Typography.English(text)));
    }

    [Theory]
    [InlineData("de 13:30 à 14:10")]
    [InlineData("un rapport 2:1")]
    [InlineData("voir http://exemple.fr/l'eau?q=1;2 et www.exemple.fr/d'eau")]
    [InlineData("écrire à l'o@exemple.fr")]
    [InlineData("")]
    public void Times_ratios_and_addresses_are_unchanged(string text)
    {
        Assert.Equal(text, Typography.French(text));
        Assert.Equal(text, Typography.English(text));
    }

    [Theory]
    [InlineData("Why ? « Because » : it's 5 K !", "Why ? « Because » : it’s 5~K !")]
    [InlineData("1 000 atoms; 20 % of them", "1_000 atoms; 20~% of them")]
    public void English_punctuation_gets_no_no_break_space(string text, string shown) =>
        Assert.Equal(shown, Shown(Typography.English(text)));

    [Fact]
    public void The_language_of_the_text_selects_the_typography()
    {
        Assert.Equal("oui_!", Shown(Typography.Of("oui !", "fr")));
        Assert.Equal("yes !", Shown(Typography.Of("yes !", "en")));
    }

    [Fact]
    public void Typography_is_idempotent_and_changes_only_spaces_and_apostrophes() =>
        Gen.OneOf(Gen.String[0, 40], Gen.OneOf(Pieces).Array[0, 30].Select(string.Concat))
            .Sample(
                text =>
                {
                    foreach (var set in new Func<string, string>[] { Typography.French, Typography.English })
                    {
                        var once = set(text);
                        if (set(once) != once || Letters(once) != Letters(text))
                            return false;
                    }
                    return true;
                },
                iter: 20_000
            );

    private static string Letters(string text) => string.Concat(text.Where(c => c is not (' ' or '\u00A0' or '\u202F'))).Replace('’', '\'');

    private static readonly string[] Pieces =
    [
        " ",
        " ",
        "  ",
        "\u00A0",
        "\u202F",
        "\n",
        "1",
        "10",
        "000",
        "000 000",
        "2021",
        ":",
        ";",
        "!",
        "?",
        "«",
        "»",
        "%",
        "'",
        "’",
        ",",
        ".",
        "@",
        "http://",
        "www.",
        "a",
        "é",
        "e\u0301",
        "l'eau",
        "K",
        "eV",
        "°C",
        "m",
        "min",
        "Å",
        "²",
        "₂",
        "-",
        "(",
        ")",
    ];
}
