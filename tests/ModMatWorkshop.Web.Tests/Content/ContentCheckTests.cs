namespace ModMatWorkshop.Web.Tests.Content;

/// <summary>The slips of Samples/*.md, each with the exact report that it gives.</summary>
public class ContentCheckTests
{
    public static IEnumerable<object[]> Slips =>
        from file in Directory
            .EnumerateFiles(ContentSample.Samples, "*.md")
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal)
        from specification in ContentSpecification.In(file)
        select new object[] { file, specification.Heading };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_reported_where_it_stands(string file, string slip)
    {
        using var content = new ContentSample();
        var specification = ContentSpecification.In(file).Single(s => s.Heading == slip);
        specification.Spoil(content);
        Assert.Equal(string.Join('\n', specification.Report), string.Join('\n', content.Report));
    }

    [Fact]
    public void A_folder_with_everything_right_has_no_problem()
    {
        using var content = new ContentSample();
        Assert.Equal([], content.Report);
    }
}
