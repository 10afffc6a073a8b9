using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Security;

/// <summary>docs/security.md names the tests for each security requirement.</summary>
public sealed partial class SecurityTableTests
{
    private static readonly Dictionary<int, string> Rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md"))
        .Select(line => Row().Match(line))
        .Where(row => row.Success)
        .ToDictionary(row => int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), row => row.Groups["tests"].Value);

    [Fact]
    public void Every_requirement_has_a_row_with_tests()
    {
        Assert.Equal(Enumerable.Range(1, 26), Rows.Keys);
        Assert.Equal([], Rows.Where(row => !Test().IsMatch(row.Value)).Select(row => row.Key));
    }

    [Fact]
    public void Every_named_test_exists()
    {
        var known = (
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            from type in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            from method in type.Members.OfType<MethodDeclarationSyntax>()
            where method.AttributeLists.SelectMany(list => list.Attributes).Any(a => TestAttribute().IsMatch(a.Name.ToString()))
            select $"{type.Identifier.Text}.{method.Identifier.Text}"
        ).ToHashSet();

        Assert.Equal(
            [],
            Rows.Values.SelectMany(tests => Test().Matches(tests))
                .Select(test => test.Groups["name"].Value)
                .Where(name => !known.Contains(name))
        );
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \|.*\| (?<tests>[^|]+) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("(Fact|Theory)$")]
    private static partial Regex TestAttribute();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
