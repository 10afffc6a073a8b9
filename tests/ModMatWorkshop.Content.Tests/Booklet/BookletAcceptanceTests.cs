using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Booklet;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Booklet;

/// <summary>The import of the real booklet of 2021, which is not part of this repository.</summary>
public sealed partial class BookletAcceptanceTests
{
    private const string Booklet = "../shared/booklet/modmat-2021.txt";

    [SharedFact(Booklet)]
    public void The_booklet_of_2021_has_the_known_counts()
    {
        var booklet = BookletText.Read(File.ReadAllText(SharedFactAttribute.Locate(Booklet)));
        var contributions = booklet.Contributions;

        Assert.Empty(booklet.Problems);
        Assert.Equal(
            "I4 O18 P10",
            string.Join(' ', contributions.GroupBy(c => c.Code.Printed[..1]).OrderBy(g => g.Key).Select(g => $"{g.Key}{g.Count()}"))
        );
        Assert.Equal(29, booklet.Rows.Count);
        Assert.Equal(111, contributions.Sum(c => c.Authors.Count));
        Assert.Equal(1, contributions.Sum(c => c.Authors.Count(a => a.Affiliations.Count == 0)));
        Assert.Equal(64, contributions.Sum(c => c.Affiliations.Count));
        Assert.Equal((21, 84), (contributions.Count(c => c.Keywords.Count > 0), contributions.Sum(c => c.Keywords.Count)));
        Assert.Equal((24, 62), (contributions.Count(c => c.References.Count > 0), contributions.Sum(c => c.References.Count)));
        Assert.Equal(10, contributions.Sum(c => c.Figures.Count));
        Assert.Equal(
            ["I1", "O1", "O10", "O17", "O18"],
            contributions.Where(c => c.Presentation is { Remote: true }).Select(c => c.Code.Printed).Order(StringComparer.Ordinal)
        );
    }

    [SharedFact(Booklet)]
    public void Every_line_of_the_booklet_of_2021_that_is_not_blank_has_a_role()
    {
        var text = File.ReadAllText(SharedFactAttribute.Locate(Booklet));
        var isWritten = text.Split('\n').Select(l => l.Trim().Length > 0);
        Assert.Equal(isWritten, BookletText.Read(text).Roles.Select(r => r is not null));
    }

    [SharedFact(Booklet)]
    public void Nine_references_of_the_booklet_of_2021_are_never_cited()
    {
        var contributions = BookletText.Read(File.ReadAllText(SharedFactAttribute.Locate(Booklet))).Contributions;
        var uncited = contributions.SelectMany(c =>
            Enumerable
                .Range(1, c.References.Count)
                .Except(Cited(BookletMarkup.Body(c.Paragraphs, c.References.Count)))
                .Select(n => $"{c.Code} {n}")
        );
        Assert.Equal(["O2 1", "O2 2", "O17 1", "O17 2", "O17 3", "P2 1", "P2 2", "P3 1", "P9 1"], uncited);
    }

    [SharedFact(Booklet)]
    public void The_booklet_of_2021_alone_gives_32_contribution_files()
    {
        using var sample = new BookletSample();
        var booklet = SharedFactAttribute.Locate(Booklet);
        Directory.Delete(Path.Combine(sample.Source, "contributions"), recursive: true);

        var first = BookletImport.Run(booklet, sample.Source, sample.Target, force: false);
        var second = BookletImport.Run(booklet, sample.Source, sample.Target, force: false);

        Assert.Equal(32, first.Written.Count(f => f.StartsWith("contributions/", StringComparison.Ordinal)));
        Assert.Empty(second.Written);
        Assert.Equal(first.Written, second.Unchanged);
    }

    [SharedFact(Booklet, "content/contributions/p10.md")]
    public void The_curated_content_accepts_the_booklet_of_2021()
    {
        using var sample = new BookletSample();
        var content = SharedFactAttribute.Locate("content");

        var result = BookletImport.Run(SharedFactAttribute.Locate(Booklet), content, sample.Target, force: false);

        Assert.Empty(result.Problems);
        Assert.Equal(BookletSample.FilesOf(content).Keys, result.Written);
        Assert.DoesNotContain(BookletSample.FilesOf(sample.Target), f => f.Value.Contains("\ncondensed:", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Cited(string body) =>
        from citation in Citation().Matches(body)
        from part in citation.Groups["numbers"].Value.Split(',')
        let ends = part.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()
        from number in Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)
        select number;

    [GeneratedRegex(@"\[(?<numbers>[0-9,-]+)\]")]
    private static partial Regex Citation();
}
