using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests;

/// <summary>The limits of CONTRIBUTING.md, checked on every source file that is not generated.</summary>
public sealed class LayoutTests
{
    private const int MaxColumns = 140;
    private const int MaxRazorColumns = 160;
    private const int MaxFileLines = 300;
    private const int MaxMethodLines = 60;

    [Fact]
    public void No_line_is_longer_than_its_limit() =>
        AssertNone(
            from file in Sources("*.cs", "*.cshtml")
            let max = file.EndsWith(".cshtml", StringComparison.Ordinal) ? MaxRazorColumns : MaxColumns
            from line in File.ReadLines(file).Index()
            where line.Item.Length > max
            select $"{Name(file)}:{line.Index + 1} has {line.Item.Length} columns"
        );

    [Fact]
    public void No_file_has_more_than_300_lines() =>
        AssertNone(
            from file in Sources("*.cs", "*.cshtml", "*.css", "*.js")
            let lines = File.ReadLines(file).Count()
            where lines > MaxFileLines
            select $"{Name(file)} has {lines} lines"
        );

    [Fact]
    public void No_method_has_more_than_60_lines() =>
        AssertNone(
            from file in Sources("*.cs")
            from method in CSharpSyntaxTree
                .ParseText(File.ReadAllText(file))
                .GetRoot()
                .DescendantNodes()
                .OfType<BaseMethodDeclarationSyntax>()
            let span = method.GetLocation().GetLineSpan()
            let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
            where lines > MaxMethodLines
            select $"{Name(file)}:{span.StartLinePosition.Line + 1} has a method of {lines} lines"
        );

    /// <summary>Lists every violation: xunit shows only the first few of a collection.</summary>
    private static void AssertNone(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> Sources(params string[] patterns) =>
        from folder in new[] { "src", "tests", "wwwroot" }
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations")
        orderby file
        select file;

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file);
}
