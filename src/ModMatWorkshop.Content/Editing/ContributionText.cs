using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Call;

namespace ModMatWorkshop.Content.Editing;

/// <summary>What an author may correct, read from the file of a contribution and written back. Only what has changed is written.</summary>
public static partial class ContributionText
{
    private static readonly FieldPath Authors = "authors";
    private static readonly FieldPath Affiliations = "affiliations";
    private static readonly FieldPath Keywords = "keywords";

    public static CorrectedText Read(FileEdit edit) =>
        new(
            edit.Value("title") ?? "",
            edit.Body,
            Lines(Items(edit, Authors).Select(item => AuthorOf(edit, item))),
            Lines(Items(edit, Affiliations).Select(item => edit.Value(item.Add("text")) ?? "")),
            string.Join("; ", Items(edit, Keywords).Select(item => edit.Value(item.Add("text")) ?? ""))
        );

    /// <summary>Writes what differs between the texts. Other keys of an author, such as ORCID, stay with the name.</summary>
    public static void Apply(FileEdit edit, CorrectedText before, CorrectedText after)
    {
        if (before.Title != after.Title)
            edit.Set("title", after.Title);
        if (before.Abstract != after.Abstract)
            edit.Body = after.Abstract;
        if (before.Authors != after.Authors)
            SetAuthors(edit, after.Authors);
        if (before.Affiliations != after.Affiliations)
            SetTexts(edit, Affiliations, LinesOf(after.Affiliations));
        if (before.Keywords != after.Keywords)
            SetTexts(edit, Keywords, after.Keywords.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static void SetAuthors(FileEdit edit, string text)
    {
        var wanted = LinesOf(text).Select(NameAndNumbers).ToList();
        for (var i = 0; i < wanted.Count; i++)
        {
            var (name, numbers) = wanted[i];
            var at = IndexOfAuthor(edit, name, i);
            if (at > i)
                edit.Move(Authors, at, i);
            else if (at < 0 && edit.Count(Authors) > i && !wanted.Skip(i + 1).Any(w => w.Name == NameAt(edit, i)))
                // Nobody of that name: the author at this place has another spelling now.
                edit.Set(NamePath(edit, i), name);
            else if (at < 0)
                edit.Insert(Authors, i, [("name", name)]);
            if (!Numbers(edit, i).SequenceEqual(numbers))
                edit.SetTexts(Authors.Add(i).Add("affiliations"), numbers);
        }
        while (edit.Count(Authors) > wanted.Count)
            edit.Remove(Authors.Add(edit.Count(Authors) - 1));
    }

    private static int IndexOfAuthor(FileEdit edit, string name, int from) =>
        Enumerable.Range(from, Math.Max(0, edit.Count(Authors) - from)).Where(i => NameAt(edit, i) == name).DefaultIfEmpty(-1).First();

    private static string NameAt(FileEdit edit, int i) => edit.Value(Authors.Add(i).Add("name")) ?? edit.Value(Authors.Add(i)) ?? "";

    private static FieldPath NamePath(FileEdit edit, int i) => edit.HasParts(Authors.Add(i)) ? Authors.Add(i).Add("name") : Authors.Add(i);

    private static IReadOnlyList<string> Numbers(FileEdit edit, int i) => edit.TextsOf(Authors.Add(i).Add("affiliations"));

    /// <summary>Texts of a list whose items may be plain or have other keys.</summary>
    private static void SetTexts(FileEdit edit, FieldPath list, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            if (i < edit.Count(list))
                edit.Set(edit.HasParts(list.Add(i)) ? list.Add(i).Add("text") : list.Add(i), texts[i]);
            else
                edit.Insert(list, i, [("text", texts[i])]);
        while (edit.Count(list) > texts.Length)
            edit.Remove(list.Add(edit.Count(list) - 1));
    }

    private static string AuthorOf(FileEdit edit, FieldPath item)
    {
        var numbers = edit.TextsOf(item.Add("affiliations"));
        var name = edit.Value(item.Add("name")) ?? edit.Value(item) ?? "";
        return numbers.Count == 0 ? name : $"{name} ({string.Join(", ", numbers)})";
    }

    private static (string Name, IReadOnlyList<string> Numbers) NameAndNumbers(string line) =>
        AffiliationNumbers().Match(line) is { Success: true } found
            ? (
                line[..found.Index].Trim(),
                [
                    .. found
                        .Groups["n"]
                        .Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                        .Select(n => int.Parse(n, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)),
                ]
            )
            : (line, []);

    private static IEnumerable<FieldPath> Items(FileEdit edit, FieldPath list) =>
        Enumerable.Range(0, edit.Count(list)).Select(i => list.Add(i));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.ReplaceLineEndings(" ").Trim()));

    private static string[] LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\((?<n>\d{1,3}(?:[ ,]+\d{1,3})*)\)\s*$")]
    private static partial Regex AffiliationNumbers();
}
