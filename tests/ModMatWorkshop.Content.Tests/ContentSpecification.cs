using System.Text.RegularExpressions;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests;

/// <summary>
/// A mistake and its report, as written in Samples/*.md: a heading, the changes to Samples/Valid (<c>diff</c> with removed and added
/// lines, <c>file</c> with a whole file, <c>delete</c> with file names), and the expected <c>report</c>.
/// </summary>
public sealed partial record ContentSpecification(string Heading, IReadOnlyList<(string Kind, string[] Lines)> Blocks)
{
    public IReadOnlyList<string> Report => Blocks.Single(b => b.Kind == "report").Lines;

    public static IReadOnlyList<ContentSpecification> In(string file) =>
        [.. Section().Split(File.ReadAllText(Path.Combine(ContentSample.Samples, file))).Skip(1).Select(Parse)];

    public void ApplyTo(ContentSample content)
    {
        foreach (var (kind, lines) in Blocks)
            switch (kind)
            {
                case "diff":
                    content.Replace(lines[0], Side(lines, '+'), Side(lines, '-'));
                    break;
                case "file":
                    content.Write(lines[0], Text(lines.Skip(1)));
                    break;
                case "delete":
                    foreach (var name in lines)
                        content.Delete(name);
                    break;
                case "report":
                    break;
                default:
                    throw new InvalidDataException($"`{kind}` in “{Heading}”");
            }
    }

    /// <summary>One side of a diff: its lines without those that start with the other sign.</summary>
    private static string Side(string[] diff, char without) => Text(diff.Skip(1).Where(l => l[0] != without).Select(l => l[1..]));

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static ContentSpecification Parse(string section) =>
        new(
            section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim(),
            [
                .. Block()
                    .Matches(section)
                    .Select(m => (m.Groups["kind"].Value, m.Groups["text"].Value.Split('\n', StringSplitOptions.None)[..^1])),
            ]
        );

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^~~~(?<kind>[a-z]+)\n(?<text>.*?)^~~~$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
