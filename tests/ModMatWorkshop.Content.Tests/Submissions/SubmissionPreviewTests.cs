using System.Diagnostics;
using ModMatWorkshop.Content.Submissions;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Submissions;

public sealed class SubmissionPreviewTests
{
    private static readonly Workshop Workshop = ContentFolder.Read(Repository.Content).Workshop!;

    [KatexTheory]
    [InlineData("abc", 3)]
    [InlineData("**abc** *d*", 5)]
    [InlineData("H~2~O", 3)]
    [InlineData("$x^2$", 2)]
    [InlineData("$O(N^3)$ steps", 11)]
    [InlineData("one\n\ntwo", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("[a link](https://example.org/very/long)", 6)]
    public void The_length_is_that_of_the_printed_text(string text, int expected) =>
        Assert.Equal(expected, Of(new() { Abstract = text, Language = "en" }).Printed);

    [KatexFact]
    public void A_formula_with_an_error_is_told_beside_its_field_in_both_languages()
    {
        var fault = Assert.Single(Of(new() { Abstract = "Fine.\n\nThen $\\frac{1}{$ fails.", Language = "en" }).Faults);

        Assert.Equal("abstract", fault.Input);
        Assert.StartsWith("Line 3: The formula", fault.Message.En, StringComparison.Ordinal);
        Assert.StartsWith("Ligne 3 : La formule", fault.Message.Fr!.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [KatexFact]
    public void It_is_what_the_site_makes_of_a_contribution()
    {
        using var content = new ContentSample();
        var published = ContentFolder.Read(content.Folder).Contributions.Single(c => c.Code == "o1");
        var source = SourceFile.Parse("contributions/o1.md", content.Read("contributions/o1.md"), new ProblemList())!;

        var shown = Of(
            new()
            {
                Title = published.Title,
                Language = published.Lang,
                Abstract = source.Body.Trim(),
                Authors = [.. published.Authors.Select(a => new SubmissionAuthor("", a.Name, a.Affiliations))],
                References = string.Join('\n', published.References.Select(r => r.Text)),
            }
        ).Contribution;

        Assert.Equal((published.BodyHtml, published.BodyText), (shown.BodyHtml, shown.BodyText));
        Assert.Equal(published.Authors.Select(a => a.Name), shown.Authors.Select(a => a.Name));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    public void Hostile_text_is_text(string text, string expected)
    {
        var shown = Of(
            new()
            {
                Title = text,
                Abstract = text,
                References = text,
                Keywords = text,
                Figures = text,
            }
        ).Contribution;

        Assert.Contains(expected, shown.BodyHtml, StringComparison.Ordinal);
        foreach (var html in new[] { shown.TitleHtml, shown.BodyHtml, shown.References[0].Html, shown.Figures[0].CaptionHtml })
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Many_formulas_are_refused_and_not_rendered(int times)
    {
        var text = string.Concat(Enumerable.Range(0, 101 * times / 100).Select(i => $"$x_{{{i}}}$ "));
        var watch = Stopwatch.StartNew();

        var fault = Assert.Single(Of(new() { Abstract = text }).Faults);

        Assert.Equal("The abstract has more than 100 formulas.", fault.Message.En);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_draft_without_anything_is_shown() => Assert.Equal("", Of(new()).Contribution.BodyHtml.Trim());

    [Fact]
    public void The_presenter_and_the_kind_are_those_of_the_text()
    {
        var shown = Of(
            new()
            {
                Kind = "poster",
                Authors = [new("Ada", "Lovelace", []), new("Grace", "Hopper", [])],
                Presenter = 2,
            }
        ).Contribution;

        Assert.Equal(
            (ContributionKind.Poster, "Grace Hopper", "Grace Hopper"),
            (shown.Kind, shown.SpeakerName, Assert.Single(shown.Authors, shown.IsPresentedBy).Name)
        );
    }

    private static SubmissionPreview Of(SubmissionText text) => SubmissionPreview.Of(text, Workshop);
}
