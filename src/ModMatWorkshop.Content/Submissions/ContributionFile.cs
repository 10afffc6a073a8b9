using System.Globalization;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Submissions;

/// <summary>The content file of an accepted submission. Readers see what <see cref="SubmissionPreview"/> has shown its author.</summary>
public static class ContributionFile
{
    public const string Folder = "contributions/";

    public static string NameOf(ContributionCode code) => $"{Folder}{code.Slug}.md";

    /// <param name="kind">The name in content files of the kind as which it is accepted.</param>
    /// <param name="workshop">For its first language.</param>
    public static string TextOf(SubmissionText text, ContributionCode code, string kind, Workshop workshop)
    {
        var values = new List<(string Path, string Value)>
        {
            ("code", code.Printed),
            ("kind", kind),
            ("title", OneLine(text.Title)),
            ("lang", text.Language.Length > 0 ? text.Language : workshop.Languages.First.Tag()),
            ("speaker", OneLine(text.Speaker?.Name ?? "")),
        };
        if (string.IsNullOrWhiteSpace(text.Abstract))
            values.Add(("abstract_to_come", FormEdit.True));
        if (text.DoNotRecord)
            values.Add(("do_not_record", FormEdit.True));
        values.AddRange(text.Authors.SelectMany((author, i) => AuthorAt(i, author, text.Affiliations.Count)));
        values.AddRange(text.Affiliations.SelectMany((name, i) => ListItem("affiliations", i, name)));
        values.AddRange(text.KeywordList.SelectMany((word, i) => ListItem("keywords", i, word)));
        values.AddRange(text.ReferenceLines.SelectMany((line, i) => ListItem("references", i, line)));
        values.AddRange(text.FigureLines.SelectMany((line, i) => FigureAt(i, line)));
        var front = NewPiece.Of(values.Select(v => (v.Path, ScalarText.Clean(v.Value)))).Lines(0);
        return $"---\n{front}\n---\n\n{ScalarText.Clean(text.Abstract).Trim('\n')}\n";
    }

    private static IEnumerable<(string, string)> AuthorAt(int index, SubmissionAuthor author, int affiliations)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"authors.{index}");
        var (name, family) = (OneLine(author.Name), OneLine(author.FamilyName));
        yield return ($"{at}.name", name);
        // The same person elsewhere may have no such key, and then must have none here.
        var guess = new PersonName(name);
        if (guess.Family != family || guess.IsUncertain)
            yield return ($"{at}.family", family);
        yield return ($"{at}.orcid", author.Orcid);
        var marks = author.Affiliations.Where(n => n >= 1 && n <= affiliations).ToList();
        for (var i = 0; i < marks.Count; i++)
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"{at}.affiliations.{i}"),
                marks[i].ToString(CultureInfo.InvariantCulture)
            );
    }

    private static IEnumerable<(string, string)> FigureAt(int index, string caption)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"figures.{index}");
        yield return ($"{at}.number", (index + 1).ToString(CultureInfo.InvariantCulture));
        yield return ($"{at}.caption", caption);
    }

    private static IEnumerable<(string, string)> ListItem(string list, int index, string text) =>
        [(string.Create(CultureInfo.InvariantCulture, $"{list}.{index}"), OneLine(text))];

    private static string OneLine(string text) => ScalarText.Clean(text).Replace('\n', ' ').Trim();
}
