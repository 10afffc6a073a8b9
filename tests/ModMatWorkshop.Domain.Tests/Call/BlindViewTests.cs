using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Domain.Tests.Call;

public sealed class BlindViewTests
{
    private const string Email = "z.quetzal@secret-lab.example";

    private static readonly SubmissionText Written = new()
    {
        Title = "Surfaces of oxides",
        Kind = "oral",
        Topics = ["a"],
        Language = "en",
        Authors = [new("Zoé", "Quetzál", [1], "0000-0002-1825-0097"), new("Jun", "Li", [1])],
        Affiliations = ["Institut Vortex (IVX), Carcassonne"],
        Abstract = "We study surfaces.",
        References = "D. Foster, J. Test. 1, 2 (2020).",
        Keywords = "oxides",
        Figures = "A surface.",
        Message = "Nothing",
        IsAgreed = true,
    };

    private static readonly string[] Secrets =
    [
        "Quetzál",
        "QUETZAL",
        "Zoé Quetzál",
        "Z. Quetzal",
        "Quetzal, Z.",
        "Jun Li",
        "J. Li",
        "Li, J.",
        "Institut Vortex (IVX), Carcassonne",
        "Institut Vortex",
        "IVX",
        "Carcassonne",
        "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        Email,
        "other@elsewhere.example",
    ];

    public static TheoryData<string, string> SecretsInFields()
    {
        var data = new TheoryData<string, string>();
        foreach (var field in SubmissionFields.All.Where(f => f.Kind is SubmissionFieldKind.Line or SubmissionFieldKind.Text))
        foreach (var secret in Secrets)
            data.Add(field.Key, secret);
        return data;
    }

    [Theory, MemberData(nameof(SecretsInFields))]
    public void Secret_does_not_reach_the_reviewer_from_any_field(string field, string secret)
    {
        var described = SubmissionFields.All.Single(f => f.Key == field);
        var planted = described.Set!(Written, $"before ({secret}) after");
        Assert.Contains(secret, described.Get(planted), StringComparison.Ordinal);

        var shown = BlindView.Of(planted, Email);

        var all = string.Join('\n', SubmissionFields.All.Select(f => f.Get(shown)));
        Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quetzal", Folding.Fold(all), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_name_people_are_empty()
    {
        var shown = BlindView.Of(Written, Email);
        Assert.Equal(("", 0, 0), (shown.Message, shown.Authors.Count, shown.Affiliations.Count));
    }

    [Fact]
    public void Text_that_names_nobody_stays_as_it_is() =>
        Assert.Equal(
            Written with { Authors = [], Affiliations = [], Message = "" } is var expected
                ? SubmissionFields.All.Select(f => f.Get(expected))
                : [],
            SubmissionFields.All.Select(f => f.Get(BlindView.Of(Written, Email)))
        );

    [Theory]
    [InlineData("Text.\n\n## Acknowledgements\n\nThanks to X.\n\nAnd Y.")]
    [InlineData("Text.\n\n## Remerciements\nMerci à X.\n### Y\nZ")]
    [InlineData("Text.\n\n**Acknowledgments.** Thanks to X.\nAnd Y.")]
    [InlineData("Text.\n\nFunding: grant X.")]
    [InlineData("Text.\n\nAcknowledgements\n\nThanks to X.")]
    [InlineData("Text.\n\n\\section*{Acknowledgements}\nThanks to X.")]
    public void Acknowledgements_are_left_out(string text) =>
        Assert.Equal("Text.", BlindView.Of(Written with { Abstract = text }, Email).Abstract);

    [Fact]
    public void Section_after_the_acknowledgements_stays() =>
        Assert.Equal(
            "One.\n\n## Two\n\nThree.",
            BlindView.Of(Written with { Abstract = "One.\n\n## Acknowledgements\n\nX.\n\n## Two\n\nThree." }, Email).Abstract
        );

    [Fact]
    public void Paragraph_after_a_word_of_thanks_stays() =>
        Assert.Equal("One.\n\n\nTwo.", BlindView.Of(Written with { Abstract = "One.\n\nFunding: grant X.\n\nTwo." }, Email).Abstract);

    [Theory]
    [InlineData("Quetzalcoatl and preQuetzal", "Quetzalcoatl and preQuetzal")]
    [InlineData("See https://quetzal.example/thesis.", "See •••")]
    public void Only_whole_names_and_links_are_hidden(string written, string shown) =>
        Assert.Equal(shown, BlindView.Of(Written with { Title = written }, Email).Title);

    [Fact]
    public void Author_with_one_name_is_hidden_however_short_it_is() =>
        Assert.Equal("On ••• and Vi", BlindView.Of(Written with { Authors = [new("", "Bo", [])], Title = "On Bo and Vi" }, Email).Title);

    [Fact]
    public void Paragraph_that_only_speaks_of_funding_stays() =>
        Assert.Equal("We fund Funding.", BlindView.Of(Written with { Abstract = "We fund Funding." }, Email).Abstract);

    [Fact]
    public void Reference_of_the_authors_is_hidden_as_a_whole_and_the_others_keep_their_numbers() =>
        Assert.Equal(
            "A. Other, https://doi.org/10.1000/1\n•••\nC. Third",
            BlindView
                .Of(
                    Written with
                    {
                        References =
                            "A. Other, https://doi.org/10.1000/1\nZ. Quetzal, Our earlier work, https://doi.org/10.1000/2\nC. Third",
                    },
                    Email
                )
                .References
        );

    [Fact]
    public void Short_name_that_is_an_element_stays_readable() =>
        Assert.Equal("Li in an oxide", BlindView.Of(Written with { Title = "Li in an oxide" }, Email).Title);

    [Fact]
    public void Word_in_small_letters_is_nobodys_name() =>
        Assert.Equal(
            "a green surface and •••'s function",
            BlindView.Of(Written with { Authors = [new("Ann", "Green", [])], Title = "a green surface and Green's function" }, Email).Title
        );

    [Theory]
    [InlineData(".PDF", "file-2.pdf")]
    [InlineData(".quetzal thesis", "file-2")]
    [InlineData("", "file-2")]
    public void File_has_a_number_for_a_name(string extension, string name) => Assert.Equal(name, BlindView.FileName(2, extension));
}
