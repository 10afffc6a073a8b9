using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Submissions;

public sealed class ContributionFileTests
{
    private static readonly SubmissionText Plain = new()
    {
        Title = "A *new* title of H~2~O",
        Kind = "poster",
        Language = "en",
        Authors =
        [
            new("Ada", "Lovelace", [1, 2], "0000-0002-1825-0097"),
            new("Jean", "de la Fontaine", [2]),
            new("Gabriel", "García Márquez", []),
            new("", "Aristoteles", [1]),
        ],
        Affiliations = ["LAAS-CNRS, Toulouse", "Uni \"Köln\": Physics"],
        Presenter = 2,
        Abstract = "The **text** [1].\n\nAnother one.\n\n- a list\n- of two",
        References = "A. Lovelace, Notes (1843). doi:10.1000/182\nAnother: one # two",
        Keywords = "potentials, rare events; true, 2024, null",
        Figures = "The lattice [1].\nSecond: figure",
    };

    public static TheoryData<string> Hostile =>
        [
            "---",
            "a\n---\nb",
            "---\ntitle: stolen\n---\nbody",
            "title: \"x\" # no comment",
            "\ta tab\tinside",
            "& anchor *alias !tag %dir @at `tick`",
            "'single' \"double\" \\back\\slash \\n",
            "- item\n- item",
            "{ a: b } [1, 2]",
            "| literal\n> folded",
            "? key\n: value",
            "null",
            "~",
            "true",
            "0123",
            "\u202Eright to left\u202C and שלום עולם",
            "\uFEFFmark",
            "…",
            "line\r\nline",
            "    indented\n\n    code",
            "trailing spaces   \n\n   leading",
        ];

    [Fact]
    public void The_site_shows_what_the_author_has_seen() => Check(Plain);

    [Theory, MemberData(nameof(Hostile))]
    public void Hostile_texts_stay_texts(string text) =>
        Check(
            Plain with
            {
                Title = text.ReplaceLineEndings(" ").Trim(),
                Abstract = text,
                Keywords = text.Replace(",", "", StringComparison.Ordinal),
                References = text,
                Figures = text,
                Affiliations = [text.ReplaceLineEndings(" ").Replace('\\', '/').Trim(), "two"],
            }
        );

    [Fact]
    public void A_long_text_with_many_authors_is_read_as_it_is() =>
        Check(
            Plain with
            {
                Abstract = string.Concat(Enumerable.Range(0, 600).Select(i => $"Sentence {i}: with \"quotes\".\n\n")),
                Authors = [.. Enumerable.Range(0, 300).Select(i => new SubmissionAuthor("Ada", $"Author{i}", [1 + i % 100]))],
                Affiliations = [.. Enumerable.Range(0, 100).Select(i => $"Laboratory {i}: town, \"country\"")],
            }
        );

    [Fact]
    public void What_is_missing_is_said_and_what_must_not_be_recorded_too()
    {
        var (read, problems) = Read(Plain with { Abstract = " \n", DoNotRecord = true, Affiliations = ["one"] });

        Assert.Equal([], problems.Where(p => p.Severity == Severity.Error));
        Assert.True(read.AbstractToCome && read.DoNotRecord);
        Assert.Equal([1], read.Authors[0].Affiliations);
    }

    private static void Check(SubmissionText text)
    {
        using var content = new ContentSample();
        var workshop = ContentFolder.Read(content.Folder).Workshop!;
        var shown = SubmissionPreview.Of(text, workshop).Contribution;
        var (read, problems) = Read(text);

        Assert.Equal([], problems.Where(p => p.Severity == Severity.Error));
        Assert.Equal(("p77", ContributionKind.Poster), (read.Code, read.Kind));
        Assert.Equal((shown.Title, shown.TitleHtml, shown.Lang), (read.Title, read.TitleHtml, read.Lang));
        Assert.Equal((shown.BodyHtml, shown.BodyText), (read.BodyHtml, read.BodyText));
        Assert.Equal(shown.SpeakerName, read.SpeakerName);
        Assert.Equal(shown.Authors.Select(Of), read.Authors.Select(Of));
        Assert.Equal(shown.Affiliations, read.Affiliations);
        Assert.Equal(shown.Keywords, read.Keywords);
        Assert.Equal(shown.References, read.References);
        Assert.Equal(shown.Figures, read.Figures);

        static string Of(Author a) => $"{a.Name}|{a.Family}|{string.Join(',', a.Affiliations)}|{a.Orcid}";
    }

    private static (Contribution Contribution, IReadOnlyList<Problem> Problems) Read(SubmissionText text)
    {
        using var content = new ContentSample();
        var workshop = ContentFolder.Read(content.Folder).Workshop!;
        var code = ContributionCode.Parse("P77");
        var file = content.PathOf(ContributionFile.NameOf(code));
        File.WriteAllText(file, ContributionFile.TextOf(text, code, "poster", workshop));
        var read = ContentFolder.Read(content.Folder);
        return (read.Contributions.Single(c => c.Code == "p77"), [.. read.Problems.Where(p => p.File == ContributionFile.NameOf(code))]);
    }
}
