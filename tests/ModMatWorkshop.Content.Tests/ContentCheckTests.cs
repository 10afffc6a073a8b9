using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>The mistakes of Samples/*.md, each with the exact report of the content check.</summary>
public class ContentCheckTests
{
    public static IEnumerable<object[]> Mistakes =>
        from file in Directory
            .EnumerateFiles(ContentSample.Samples, "*.md")
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal)
        from specification in ContentSpecification.In(file)
        select new object[] { file, specification.Heading };

    [KatexTheory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_line_and_column(string file, string heading)
    {
        using var content = new ContentSample();
        var specification = ContentSpecification.In(file).Single(s => s.Heading == heading);
        specification.ApplyTo(content);
        Assert.Equal(string.Join('\n', specification.Report), string.Join('\n', content.Report));
    }

    [Fact]
    public void A_valid_folder_has_no_problem()
    {
        using var content = new ContentSample();
        Assert.Equal([], content.Report);
    }
}
