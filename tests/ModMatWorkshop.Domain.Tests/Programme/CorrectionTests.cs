using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

public sealed class CorrectionTests
{
    [Theory]
    [InlineData("Machine learning", "Machine learning")]
    [InlineData("machine  learning", "Machine learning.")]
    [InlineData("Etude des oxydes", "Étude des oxydes")]
    [InlineData("micro structures", "microstructures")]
    [InlineData("micro-structures", "microstructures")]
    [InlineData("Machine lerning of potentials", "Machine learning of potentials")]
    [InlineData("Interatomic potentails", "Interatomic potentials")]
    [InlineData("Al₁₃Co₄ surfaces", "Al13Co4 surfaces")]
    public void A_slip_and_another_way_of_writing_are_corrections(string before, string after)
    {
        Assert.True(Correction.IsCorrection(before, after));
        Assert.True(Correction.IsCorrection(after, before));
    }

    [Theory]
    [InlineData("Melting at 300 K", "Melting at 400 K")]
    [InlineData("Mo₂C", "Mo₃C")]
    [InlineData("The phase is stable", "The phase is not stable")]
    [InlineData("Melting of iron", "Melting of cobalt")]
    [InlineData("Mielting of irons", "Melting of iron")]
    [InlineData("", "An abstract")]
    [InlineData("Learning potentials", "Potentials learning")]
    public void Another_word_a_word_more_and_another_number_are_changes(string before, string after)
    {
        Assert.False(Correction.IsCorrection(before, after));
        Assert.False(Correction.IsCorrection(after, before));
    }

    [Fact]
    public void A_long_text_may_have_a_slip_in_every_twentieth_word()
    {
        var text = Enumerable.Repeat("potential", 40).ToArray();

        Assert.True(Correction.IsCorrection(With(2), string.Join(' ', text)));
        Assert.False(Correction.IsCorrection(With(3), string.Join(' ', text)));

        string With(int slips) => string.Join(' ', text.Select((word, i) => i < slips ? "potentail" : word));
    }

    [Fact]
    public void A_translation_that_is_added_changes_nothing_for_those_who_read_the_other_language()
    {
        Assert.True(Correction.IsCorrection(new("Pause"), new Localized("Pause", "Break")));
        Assert.False(Correction.IsCorrection(new("Pause", "Break"), new Localized("Pause", "Tea")));
        Assert.False(Correction.IsCorrection(new("Pause"), new Localized(null, "Break")));
    }

    [Theory]
    [InlineData("Marie Curie", "Marie CURIE", true)]
    [InlineData("Jose Garcia", "José García", true)]
    [InlineData("Wei Li", "Wei Lu", false)]
    public void A_name_that_differs_by_a_letter_is_another_name(string before, string after, bool isSame) =>
        Assert.Equal(isSame, Correction.AreSameNames([before], [after]));
}
