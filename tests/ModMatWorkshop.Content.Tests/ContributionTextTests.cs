using ModMatWorkshop.Content.Editing;

namespace ModMatWorkshop.Content.Tests;

/// <summary>Corrections and files are written into the file of a contribution, of which nothing else changes.</summary>
public sealed class ContributionTextTests
{
    private const string File = """
        ---
        # The organisers' own line
        code: O1
        kind: oral
        title: "Graphene"   # as printed
        lang: en
        speaker: "Ada Lovelace"
        authors:
          - { name: "Ada Lovelace", affiliations: [1], orcid: 0000-0002-1825-0097 }
          - { name: "Grace Hopper", affiliations: [1, 2] }
        affiliations:
          - "LAAS-CNRS"
          - { text: "Navy", key: "USN" }
        keywords: ["graphene", "copper, wet"]
        ---

        The text of $x$.

        """;

    [Fact]
    public void What_an_author_may_correct_is_text() =>
        Assert.Equal(
            new("Graphene", "The text of $x$.", "Ada Lovelace (1)\nGrace Hopper (1, 2)", "LAAS-CNRS\nNavy", "graphene; copper, wet"),
            ContributionText.Read(new(File))
        );

    [Fact]
    public void Only_what_was_corrected_changes()
    {
        Assert.Equal(File, Corrected(t => t));
        Assert.Equal(File.Replace("\"Graphene\"", "\"Graphite\"", StringComparison.Ordinal), Corrected(t => t with { Title = "Graphite" }));
        Assert.Equal(File.Replace("of $x$", "of $y$", StringComparison.Ordinal), Corrected(t => t with { Abstract = "The text of $y$." }));
        Assert.Equal(
            File.Replace("\"Navy\"", "\"US Navy\"", StringComparison.Ordinal),
            Corrected(t => t with { Affiliations = "LAAS-CNRS\nUS Navy" })
        );
    }

    [Fact]
    public void A_name_takes_its_orcid_along_when_authors_change_places()
    {
        var edit = new FileEdit(Corrected(t => t with { Authors = "Grace Hopper (1)\nAda King Lovelace (1)\nAlan Turing (2)" }));

        Assert.Equal("Grace Hopper (1)\nAda King Lovelace (1)\nAlan Turing (2)", ContributionText.Read(edit).Authors);
        edit = new(Corrected(t => t with { Authors = "Grace Hopper (1, 2)\nAda Lovelace (1)" }));
        Assert.Equal("0000-0002-1825-0097", edit.Value("authors.1.orcid"));
        edit = new(Corrected(t => t with { Authors = "Ada Lovelace (1)" }));
        Assert.Equal(1, edit.Count("authors"));
    }

    [Fact]
    public void A_file_is_named_once_and_a_better_caption_stays()
    {
        var edit = new FileEdit(File);
        ContributionMaterials.SetFile(edit, "slides", "o1-slides.pdf", null);
        ContributionMaterials.SetFile(edit, "slides", "o1-slides.pptx", null);
        ContributionMaterials.SetFile(edit, "poster", "o1-poster.pdf", "o1-poster.png");
        ContributionMaterials.SetRecording(edit, "https://tube.example.org/1");
        ContributionMaterials.SetRecording(edit, "https://tube.example.org/2");
        ContributionMaterials.SetFigure(edit, 1, "o1-fig1.png");

        Assert.Equal(
            [
                ("figures.0.alt", "Figure 1"),
                ("figures.0.caption", "Figure 1"),
                ("figures.0.file", "o1-fig1.png"),
                ("figures.0.number", "1"),
                ("materials.0.file", "o1-slides.pptx"),
                ("materials.0.kind", "slides"),
                ("materials.1.file", "o1-poster.pdf"),
                ("materials.1.kind", "poster"),
                ("materials.1.picture", "o1-poster.png"),
                ("materials.2.kind", "recording"),
                ("materials.2.url", "https://tube.example.org/2"),
            ],
            edit.Values.Where(v =>
                    v.Key.StartsWith("materials", StringComparison.Ordinal) || v.Key.StartsWith("figures", StringComparison.Ordinal)
                )
                .Select(v => (v.Key, v.Value))
        );
        Assert.StartsWith(File[..File.IndexOf("keywords", StringComparison.Ordinal)], edit.Text, StringComparison.Ordinal);
    }

    private static string Corrected(Func<Domain.Call.CorrectedText, Domain.Call.CorrectedText> change)
    {
        var edit = new FileEdit(File);
        var before = ContributionText.Read(edit);
        ContributionText.Apply(edit, before, change(before));
        return edit.Text;
    }
}
