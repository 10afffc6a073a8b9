using System.Text.RegularExpressions;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Pages;

public sealed partial class StylesheetTests
{
    /// <summary>Style sheets for WeasyPrint have no layers, because it skips everything inside a layer.</summary>
    private static bool IsPrinted(string name) => name == "printables.css" || name.StartsWith("printables/", StringComparison.Ordinal);

    private static readonly string Folder = Path.Combine(Repository.Root, "wwwroot", "css");

    private static readonly IReadOnlyDictionary<string, string> Sheets = Directory
        .EnumerateFiles(Folder, "*.css", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText);

    public static TheoryData<string> Names => [.. Sheets.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_for_pages_is_in_a_layer(string name)
    {
        var topLevel = TopLevelBlock().Matches(WithoutComments(Sheets[name])).Select(block => block.Groups["prelude"].Value.Trim());

        Assert.Equal(IsPrinted(name), topLevel.Any(prelude => !prelude.StartsWith("@layer ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_style_sheet_has_at_most_300_lines_of_at_most_140_columns(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));

        Assert.True(lines.Length <= 300, $"{lines.Length} lines");
        Assert.Equal([], lines.Where(line => line.Length > 140));
    }

    [Fact]
    public void Every_class_that_has_a_rule_is_used()
    {
        var sources = string.Join('\n', Sources());
        var words = Word().Matches(sources).Select(match => match.Value).ToHashSet();
        // The start of a name that ends with a value, such as size-@Model.Size or "tex-" + style.
        var prefixes = Prefix().Matches(sources).Select(match => match.Groups["prefix"].Value).ToHashSet();
        var classes = Sheets
            .Values.SelectMany(css => ClassSelector().Matches(Selectors(css)))
            .Select(match => match.Groups["name"].Value)
            .Distinct();

        Assert.Equal(
            [],
            classes.Where(name => !words.Contains(name) && !prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
        );
    }

    [Fact]
    public void Every_custom_property_is_used()
    {
        var all = string.Concat(Sheets.Values);
        var declared = Declaration().Matches(all).Select(match => match.Groups["name"].Value).Distinct();

        Assert.Equal([], declared.Where(name => !all.Contains($"var({name})", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "wwwroot", "js"))
            .Concat(
                new[] { "ModMatWorkshop.Web", "ModMatWorkshop.Content" }.SelectMany(project =>
                    Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*", SearchOption.AllDirectories)
                )
            )
            .Where(path => Path.GetExtension(path) is ".cshtml" or ".cs" or ".js")
            .Select(File.ReadAllText);

    private static string WithoutComments(string css) => Comment().Replace(css, "");

    /// <summary>The text before each opening brace, without quoted text.</summary>
    private static string Selectors(string css) =>
        string.Join(
            '\n',
            Prelude()
                .Matches(Quoted().Replace(WithoutComments(css), ""))
                .Select(match => match.Value)
                .Where(text => !text.TrimStart().StartsWith('@'))
        );

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<prelude>[^{};]+)\{(?>[^{}]+|(?<open>\{)|(?<-open>\}))*(?(open)(?!))\}")]
    private static partial Regex TopLevelBlock();

    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Prelude();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][\w-]*)")]
    private static partial Regex ClassSelector();

    [GeneratedRegex(@"(?<name>--[\w-]+)\s*:")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[A-Za-z_][\w-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<prefix>\b[a-z][a-z-]*-)(?:@|"" \+)")]
    private static partial Regex Prefix();
}
