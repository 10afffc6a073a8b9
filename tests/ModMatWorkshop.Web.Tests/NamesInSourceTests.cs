using System.Text.RegularExpressions;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests;

/// <summary>The program serves any workshop: what belongs to one of them is in its content folder.</summary>
public sealed partial class NamesInSourceTests
{
    private static readonly string[] Texts = [".cs", ".cshtml", ".css", ".csproj", ".js", ".json", ".md", ".txt"];

    [Fact]
    public void No_source_file_names_a_workshop_or_its_place() =>
        Assert.Equal(
            [],
            from file in Files()
            from line in File.ReadLines(file).Index()
            from name in Name().Matches(line.Item.Replace("ModMatWorkshop", "", StringComparison.Ordinal))
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1} {name.Value}"
        );

    [Fact]
    public void No_source_file_is_a_picture_that_could_draw_one() =>
        Assert.Equal([], Files().Where(file => !Texts.Contains(Path.GetExtension(file))));

    private static IEnumerable<string> Files() =>
        from folder in new[] { "src", "wwwroot" }
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;

    [GeneratedRegex(@"modmat|\blaas\b|\bcnrs\b|toulouse|\bm[eé]tro\b|\bgdr\b", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
