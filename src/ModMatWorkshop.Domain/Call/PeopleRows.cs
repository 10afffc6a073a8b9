using System.Globalization;

namespace ModMatWorkshop.Domain.Call;

/// <summary>
/// Operations on the rows of authors and affiliations in the form: <c>author-add</c>, <c>author-remove-2</c>, <c>author-up-1</c>,
/// <c>affiliation-add</c>, <c>affiliation-remove-0</c>. Rows count from 0; the numbers of affiliations and the presenter follow.
/// </summary>
public static class PeopleRows
{
    /// <summary>The text after an operation; the same text for one that is unknown or impossible.</summary>
    public static SubmissionText Apply(SubmissionText text, string operation)
    {
        var parts = operation.Split('-');
        var row = parts is [_, _, var index] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : -1;
        var isAuthor = row >= 0 && row < text.Authors.Count;
        return parts switch
        {
            ["author", "add"] when text.Authors.Count < SubmissionText.MaxAuthors => text with
            {
                Authors = [.. text.Authors, new("", "", text.Affiliations.Count == 1 ? [1] : [])],
            },
            ["affiliation", "add"] when text.Affiliations.Count < SubmissionText.MaxAffiliations => text with
            {
                Affiliations = [.. text.Affiliations, ""],
            },
            ["author", "remove", _] when isAuthor => WithoutAuthor(text, row),
            ["author", "up", _] when isAuthor && row > 0 => MovedUp(text, row),
            ["affiliation", "remove", _] when row >= 0 && row < text.Affiliations.Count => WithoutAffiliation(text, row),
            _ => text,
        };
    }

    /// <summary>The text without empty rows.</summary>
    public static SubmissionText Compact(SubmissionText text)
    {
        for (var i = text.Authors.Count - 1; i >= 0; i--)
            if (text.Authors[i].IsEmpty)
                text = WithoutAuthor(text, i);
        for (var i = text.Affiliations.Count - 1; i >= 0; i--)
            if (text.Affiliations[i].Length == 0)
                text = WithoutAffiliation(text, i);
        return text with { Presenter = Math.Clamp(text.Presenter, 1, Math.Max(1, text.Authors.Count)) };
    }

    /// <summary>The text with one row at least of each kind, for a form. A single author works at the single affiliation.</summary>
    public static SubmissionText ForForm(SubmissionText text) =>
        text with
        {
            Affiliations = text.Affiliations.Count == 0 ? [""] : text.Affiliations,
            Authors = text.Authors.Count == 0 ? [new("", "", [1])] : text.Authors,
        };

    private static SubmissionText WithoutAuthor(SubmissionText text, int row) =>
        text with
        {
            Authors = [.. text.Authors.Where((_, i) => i != row)],
            Presenter =
                text.Presenter == row + 1 ? 1
                : text.Presenter > row + 1 ? text.Presenter - 1
                : text.Presenter,
        };

    private static SubmissionText MovedUp(SubmissionText text, int row)
    {
        var authors = text.Authors.ToList();
        (authors[row - 1], authors[row]) = (authors[row], authors[row - 1]);
        var presenter =
            text.Presenter == row + 1 ? row
            : text.Presenter == row ? row + 1
            : text.Presenter;
        return text with { Authors = authors, Presenter = presenter };
    }

    private static SubmissionText WithoutAffiliation(SubmissionText text, int row) =>
        text with
        {
            Affiliations = [.. text.Affiliations.Where((_, i) => i != row)],
            Authors =
            [
                .. text.Authors.Select(author =>
                    author with
                    {
                        Affiliations = [.. author.Affiliations.Where(n => n != row + 1).Select(n => n > row + 1 ? n - 1 : n)],
                    }
                ),
            ],
        };
}
