using CsCheck;

namespace ModMatWorkshop.Domain.Tests;

public class FoldingTests
{
    /// <summary>Any UTF-16 code unit, including unpaired surrogates and noncharacters.</summary>
    private static readonly Gen<string> AnyText = Gen.Frequency(
            (6, Gen.Char),
            (2, Gen.Char['\uD7F0', '\uE00F']),
            (1, Gen.Char['\uFFF0', '\uFFFF']),
            (2, Gen.Char.AlphaNumeric)
        )
        .Array[0, 40]
        .Select(chars => new string(chars));

    [Theory]
    [InlineData("", "")]
    [InlineData("Hémeryck", "hemeryck")]
    [InlineData("Maurício", "mauricio")]
    [InlineData("Bučko, Tomáš", "bucko tomas")]
    [InlineData("Noe\u0308l et Noël", "noel et noel")]
    [InlineData("l’œuvre et l'ŒUVRE", "l oeuvre et l oeuvre")]
    [InlineData("Æther, cæsium", "aether caesium")]
    [InlineData("Straße, STRAẞE", "strasse strasse")]
    [InlineData("Łukasz Gołąb", "lukasz golab")]
    [InlineData("Søren Ørsted, Ǿ", "soren orsted o")]
    [InlineData("Đorđe, Þór, Sığırcı", "dorde thor sigirci")]
    [InlineData("H₂O, Al₁₃Co₄(100)", "h2o al13co4 100")]
    [InlineData("10²¹ m⁻²", "1021 m 2")]
    [InlineData("Σ σ ς", "σ σ σ")]
    [InlineData("Å K ﬁ", "a k fi")]
    [InlineData("NaCl:Eu²⁺ — 540 000 €", "nacl eu2 540 000")]
    [InlineData("  ab-initio\t(DFT)\n", "ab initio dft")]
    [InlineData("𝐀𝐁 😀 x", "ab x")]
    [InlineData("例小明, ひと", "例 小 明 ひ と")]
    [InlineData("nano\u00ADparticle, O\u02BCNeill, ħω", "nanoparticle o neill hω")]
    public void A_text_folds_to_lower_case_letters_without_accents(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("Müller, Å", "muller a mueller aa")]
    [InlineData("O’Neill, l’été", "o neill l ete oneill")]
    [InlineData("queue", "queue")]
    public void Search_knows_other_spellings(string text, string folded) => Assert.Equal(folded, Folding.FoldForSearch(text));

    [Fact]
    public void Names_are_found_without_the_e_of_an_umlaut_too() => Assert.Equal("jo mueller muller", Folding.FoldNames("Jo Mueller"));

    [Fact]
    public void Words_are_in_order_and_none_is_empty() =>
        Assert.Equal(["or", "not", "al13co4", "near", "5", "a", "b"], Folding.Words("\"OR\" NOT (Al₁₃Co₄ NEAR/5 a*) & b:"));

    [Fact]
    public void A_text_of_punctuation_only_has_no_words() => Assert.Empty(Folding.Words(" … ! \" & | * ( ) : ' "));

    [Fact]
    public void Each_folded_letter_has_the_index_of_its_source()
    {
        var (text, source) = Folding.FoldWithSource("« Cœur de Co₂ »");
        Assert.Equal("coeur de co2", text);
        Assert.Equal([2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], source);
    }

    [Fact]
    public void A_letter_outside_the_basic_plane_has_the_index_of_its_high_surrogate()
    {
        var (text, source) = Folding.FoldWithSource("x 𝐀b");
        Assert.Equal("x ab", text);
        Assert.Equal([0, 1, 2, 4], source);
    }

    [Fact]
    public void Unpaired_surrogates_and_noncharacters_separate_words()
    {
        // Not a theory: the test runner cannot tell unpaired surrogates apart, and would leave out some of them.
        string[] broken = ["a\uD800b", "a\uDC00b", "a\uDC00\uD800b", "a\uFFFEb", "a\uFFFFb"];
        Assert.All(broken, text => Assert.Equal("a b", Folding.Fold(text)));
    }

    [Fact]
    public void Any_text_folds_to_letters_and_digits_with_single_spaces_between() =>
        AnyText.Sample(text =>
        {
            var (folded, source) = Folding.FoldWithSource(text);
            return folded.Length == source.Length
                && folded.All(c => char.IsLetterOrDigit(c) || c == ' ')
                && folded == string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                && source.Zip(source.Skip(1)).All(pair => pair.First <= pair.Second)
                && source.All(at => at >= 0 && at < text.Length);
        });

    [Fact]
    public void Folding_a_folded_text_changes_nothing() => AnyText.Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));
}
