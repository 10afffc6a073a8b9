using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>
/// Reads one abstract below its title: authors, affiliations, then paragraphs with captions, keywords and references among them.
/// Affiliations and references begin with the same mark; the preceding lines show which of the two it is.
/// </summary>
/// <param name="isLostTitle">Whether a line looks like the next title although the line below it has no affiliation mark.</param>
internal sealed partial class BookletAbstract(BookletLines lines, ContributionCode code, Func<int, bool> isLostTitle)
{
    public List<PrintedAuthor> Authors { get; } = [];

    public List<string> Affiliations { get; } = [];

    public List<string> Paragraphs { get; } = [];

    public List<PrintedFigure> Figures { get; } = [];

    public List<string>? Keywords { get; private set; }

    public string? ReferencesHeading { get; private set; }

    public List<string> References { get; } = [];

    public void Read(int from, int to)
    {
        var rest = new Queue<int>(lines.Written(from, to));
        var authors = rest.Dequeue();
        ReadAuthors(authors);
        while (rest.TryPeek(out var next) && Numbered(AffiliationLine(), lines[next], Affiliations.Count + 1) is { } affiliation)
        {
            lines.Take(rest.Dequeue(), LineRole.Affiliation);
            Affiliations.Add(affiliation);
        }
        if (Authors.SelectMany(a => a.Affiliations).Any(n => n < 1 || n > Affiliations.Count))
            lines.Refuse(authors, $"An author's mark has no affiliation; there are {Affiliations.Count}");
        foreach (var i in rest)
            ReadLine(i, lines[i]);
    }

    /// <summary>Reads the authors. An author ends at the mark, because commas may be missing or may occur within a mark.</summary>
    private void ReadAuthors(int index)
    {
        lines.Take(index, LineRole.Authors);
        var line = Marks().Replace(lines[index], m => $"<{BookletMarkup.PlainDigits(m.Value)}>");
        var read = 0;
        for (var author = Author().Match(line); author.Success; author = author.NextMatch())
        {
            var printed = author.Groups["name"].Value;
            var marks = author.Groups["marks"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries);
            Authors.Add(new(Honorific().Replace(printed, ""), printed, [.. marks.Select(Number)]));
            read = author.Index + author.Length;
        }
        if (read < line.Length)
            lines.Refuse(index, "These authors cannot be told apart");
    }

    private void ReadLine(int index, string line)
    {
        if (Caption().Match(line) is { Success: true } caption)
            ReadCaption(index, Number(caption.Groups["number"].Value), caption.Groups["text"].Value);
        else if (KeywordsLine().Match(line) is { Success: true } list)
            ReadKeywords(index, list.Groups["text"].Value);
        else if (isLostTitle(index))
            lines.Refuse(index, "This looks like a title, but the next line does not end with the mark of an affiliation");
        else if (ReferencesHeading is not null)
            ReadReference(index, line);
        else if (ReferencesLine().Match(line) is { Success: true } heading)
        {
            lines.Take(index, LineRole.ReferencesHeading);
            ReferencesHeading = heading.Groups["text"].Value;
        }
        else
        {
            lines.Take(index, LineRole.Paragraph);
            Paragraphs.Add(line);
        }
    }

    private void ReadCaption(int index, int number, string text)
    {
        lines.Take(index, LineRole.Caption);
        if (Figures.Exists(f => f.Number == number))
            lines.Refuse(index, $"{code} already has this figure");
        Figures.Add(new(index + 1, number, text));
    }

    private void ReadKeywords(int index, string list)
    {
        lines.Take(index, LineRole.Keywords);
        if (Keywords is not null)
            lines.Refuse(index, $"{code} already has keywords");
        list = list.EndsWith('.') ? list[..^1] : list;
        Keywords = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private void ReadReference(int index, string line)
    {
        if (Numbered(Reference(), line, References.Count + 1) is { } reference)
        {
            lines.Take(index, LineRole.Reference);
            References.Add(reference);
        }
        else
            lines.Refuse(index, $"This is not reference {References.Count + 1} of {code}");
    }

    /// <summary>The text after the mark; null if the line has another form or its number is not the expected one.</summary>
    private static string? Numbered(Regex shape, string line, int expected) =>
        shape.Match(line) is { Success: true } match && Number(BookletMarkup.PlainDigits(match.Groups["mark"].Value)) == expected
            ? match.Groups["text"].Value
            : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[0-9]{1,2}(?:,[0-9]{1,2})*\}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\G\s*,?\s*(?<name>[^<>,]+?)\s*(?:<(?<marks>[0-9,]+)>|(?=,)|$)")]
    private static partial Regex Author();

    [GeneratedRegex(@"^(?:Prof|Pr|Dr)\.? ")]
    private static partial Regex Honorific();

    [GeneratedRegex(@"^(?<mark>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?) ?(?<star>\*?)(?<text>\S.*?)\k<star>$")]
    private static partial Regex AffiliationLine();

    [GeneratedRegex(@"^Figure (?<number>[0-9]{1,2}) ?[.:] (?<text>.+)$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:Mots[- ]clés|Keywords|Key-Words) ?: (?<text>.+)$")]
    private static partial Regex KeywordsLine();

    [GeneratedRegex(@"^(?<text>Références|References|Our publications on these topics(?=:)) ?:?$")]
    private static partial Regex ReferencesLine();

    [GeneratedRegex(@"^(?:- )?(?:\[(?<mark>[0-9]{1,2})\]|(?<mark>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?)|(?<mark>[0-9]{1,2})) (?<text>.+)$")]
    private static partial Regex Reference();
}
