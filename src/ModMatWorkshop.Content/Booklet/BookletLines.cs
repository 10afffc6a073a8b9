using System.Text;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>The trimmed lines of the booklet with the result of reading: a role or a problem for each line.</summary>
internal sealed class BookletLines
{
    private readonly string[] lines;
    private readonly LineRole?[] roles;
    private readonly List<BookletProblem> problems = [];

    public BookletLines(string text)
    {
        lines = [.. text.Normalize(NormalizationForm.FormC).TrimStart('\uFEFF').Split('\n').Select(l => l.Trim())];
        roles = new LineRole?[lines.Length];
    }

    public string this[int index] => lines[index];

    public int Count => lines.Length;

    public IReadOnlyList<LineRole?> Roles => roles;

    public IReadOnlyList<BookletProblem> Problems => [.. problems.OrderBy(p => p.Line)];

    public bool IsBlank(int index) => lines[index].Length == 0;

    /// <summary>The lines of a range that are not blank.</summary>
    public IEnumerable<int> Written(int from, int to) => Enumerable.Range(from, to - from).Where(i => !IsBlank(i));

    public void Take(int index, LineRole role)
    {
        if (roles[index] is { } earlier)
            throw new InvalidOperationException($"Line {index + 1} is {earlier} and cannot be {role} too.");
        roles[index] = role;
    }

    public void Refuse(int index, string why)
    {
        var line = lines[index];
        problems.Add(new(index + 1, $"{why}: “{(line.Length <= 60 ? line : line[..60] + "…")}”"));
    }

    public void Miss(string what) => problems.Add(new(0, what));
}
