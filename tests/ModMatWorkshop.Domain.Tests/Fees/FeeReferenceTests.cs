using ModMatWorkshop.Domain.Fees;

namespace ModMatWorkshop.Domain.Tests.Fees;

/// <summary>References that people type and read over the phone.</summary>
public sealed class FeeReferenceTests
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRTVWXYZ";

    private static readonly Guid[] People = [.. Enumerable.Range(1, 3000).Select(n => new Guid(n, 7, 9, [1, 2, 3, 4, 5, 6, 7, 8]))];

    [Fact]
    public void A_reference_is_stable_and_of_one_form()
    {
        Assert.Equal(FeeReference.Of(People[0]), FeeReference.Of(new(People[0].ToString())));
        Assert.Equal(
            [],
            People
                .Select(FeeReference.Of)
                .Where(r => !System.Text.RegularExpressions.Regex.IsMatch(r, "^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$"))
        );
    }

    [Fact]
    public void Three_thousand_people_have_different_references_whose_order_is_not_that_of_registration()
    {
        var references = People.Select(FeeReference.Of).ToList();

        Assert.Equal(People.Length, references.Distinct().Count());
        // Of random order, half of the neighbours rise.
        Assert.InRange(references.Zip(references.Skip(1)).Count(p => string.CompareOrdinal(p.First, p.Second) < 0), 1350, 1650);
    }

    [Fact]
    public void Every_wrong_sign_is_noticed()
    {
        var signs = FeeReference.Of(People[0]).Replace("-", "", StringComparison.Ordinal);
        var wrong =
            from at in Enumerable.Range(0, signs.Length)
            from sign in Alphabet
            where sign != signs[at]
            select signs[..at] + sign + signs[(at + 1)..];

        Assert.Equal([], wrong.Where(text => FeeReference.Parse(text) is not null));
    }

    [Fact]
    public void Two_exchanged_neighbours_are_noticed()
    {
        var wrong =
            from person in People.Take(200)
            let signs = FeeReference.Of(person).Replace("-", "", StringComparison.Ordinal)
            from at in Enumerable.Range(0, signs.Length - 1)
            where signs[at] != signs[at + 1]
            select $"{signs[..at]}{signs[at + 1]}{signs[at]}{signs[(at + 2)..]}";

        Assert.Equal([], wrong.Where(text => FeeReference.Parse(text) is not null));
    }

    [Fact]
    public void Case_spaces_and_hyphens_do_not_matter()
    {
        var reference = FeeReference.Of(People[0]);
        var signs = reference.Replace("-", "", StringComparison.Ordinal);

        Assert.Equal(
            [reference, reference, reference, reference],
            new[] { reference, signs, signs.ToLowerInvariant(), $" {signs[..2]} {signs[2..5]}.{signs[5..]} " }.Select(FeeReference.Parse)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("K7QM")]
    [InlineData("0OIL1SUUU")]
    [InlineData("日本日本日本日本日")]
    public void Other_texts_are_no_reference(string text) => Assert.Null(FeeReference.Parse(text));

    [Fact]
    public void References_are_found_in_the_text_of_a_bank()
    {
        var (one, two) = (FeeReference.Of(People[0]), FeeReference.Of(People[1]));

        Assert.Equal([one], FeeReference.FindIn($"VIR SEPA /ATELIER {one.Replace('-', ' ')} DURAND"));
        Assert.Equal([one, two], FeeReference.FindIn($"{one};{two}, {one}"));
        Assert.Equal([one], FeeReference.FindIn($"inscription-{one}-2021"));
        Assert.Equal([], FeeReference.FindIn(new string('A', 20_000) + " " + new string(' ', 20_000)));
    }
}
