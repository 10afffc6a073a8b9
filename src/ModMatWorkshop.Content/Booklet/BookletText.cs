using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>
/// Reads the text of a booklet: UTF-8, one paragraph on each line, blank lines between blocks. The parts are in this order: cover,
/// <c>INTRODUCTION</c>, <c>SPONSORS</c>, <c>PROGRAMME</c>, the abstracts from <c>SESSION 1</c> on, <c>INFO PRATIQUES</c>. Reading is
/// strict: a line that matches no rule is a problem, and no line is dropped.
/// </summary>
public sealed partial class BookletText
{
    private static readonly string[] PartHeadings = ["INTRODUCTION", "SPONSORS", "PROGRAMME", "SESSION 1", "INFO PRATIQUES"];

    private readonly BookletLines lines;
    private readonly List<BookletContribution> contributions = [];
    private readonly HashSet<ContributionCode> codes = [];

    private BookletText(BookletLines lines) => this.lines = lines;

    public static Booklet Read(string text)
    {
        var lines = new BookletLines(text);
        return new BookletText(lines).Read();
    }

    private Booklet Read()
    {
        if (FindParts() is not [var introduction, var sponsors, var programme, var abstracts, var practical])
            return new([], [], [], lines.Roles, lines.Problems);

        var year = ReadCover(introduction);
        var paragraphs = ReadIntroduction(introduction + 1, sponsors);
        TakeAll(sponsors + 1, programme, LineRole.Sponsor);
        var rows = BookletProgramme.ReadRows(lines, programme + 1, abstracts, year);
        ReadAbstracts(abstracts, practical);
        TakeAll(practical + 1, lines.Count, LineRole.Practical);
        var presented = BookletProgramme.Join(lines, rows, contributions);
        return new(paragraphs, rows, presented, lines.Roles, lines.Problems);
    }

    private int[] FindParts()
    {
        var found = new List<int>();
        foreach (var heading in PartHeadings)
        {
            var index = found.Count == 0 ? 0 : found[^1] + 1;
            while (index < lines.Count && lines[index] != heading)
                index++;
            if (index == lines.Count)
            {
                lines.Miss($"The booklet has no line “{heading}” in its place: its parts are {string.Join(", ", PartHeadings)}.");
                return [];
            }
            found.Add(index);
        }
        foreach (var index in found.Where(i => lines[i] != "SESSION 1"))
            lines.Take(index, LineRole.PartHeading);
        return [.. found];
    }

    private void TakeAll(int from, int to, LineRole role)
    {
        foreach (var i in lines.Written(from, to))
            lines.Take(i, role);
    }

    /// <summary>The year of the workshop: the last one on the cover.</summary>
    private int ReadCover(int end)
    {
        TakeAll(0, end, LineRole.Cover);
        var year = lines.Written(0, end).Select(i => Year().Match(lines[i])).LastOrDefault(m => m.Success);
        if (year is null)
            lines.Miss("The cover names no year.");
        return year is null ? 1 : Number(year.Value);
    }

    private List<string> ReadIntroduction(int from, int to)
    {
        var paragraphs = new List<string>();
        var committee = false;
        foreach (var i in lines.Written(from, to))
        {
            if (!committee && Committee().IsMatch(lines[i]))
            {
                lines.Take(i, LineRole.Committee);
                committee = true;
            }
            else if (!committee)
            {
                lines.Take(i, LineRole.Introduction);
                paragraphs.Add(lines[i]);
            }
            else if (RunningTitle().IsMatch(lines[i]))
                lines.Take(i, LineRole.RunningTitle);
            else
                lines.Refuse(i, "This text follows the committee and is not the running title");
        }
        if (!committee)
            lines.Miss("The introduction does not end with the committee, one line of “First LAST (LAB), …”.");
        return paragraphs;
    }

    private void ReadAbstracts(int from, int to)
    {
        int? session = null;
        for (var i = from; i < to; )
        {
            if (SessionHeading().Match(lines[i]) is { Success: true } heading)
            {
                session = heading.Groups["number"] is { Success: true } number ? Number(number.Value) : null;
                lines.Take(i++, LineRole.SessionHeading);
            }
            else if (IsTitle(i, to))
            {
                var end = i + 1;
                while (end < to && !SessionHeading().IsMatch(lines[end]) && !IsTitle(end, to))
                    end++;
                contributions.Add(ReadContribution(i, end, session));
                i = end;
            }
            else
            {
                if (!lines.IsBlank(i))
                    lines.Refuse(i, "This text is under no abstract");
                i++;
            }
        }
    }

    /// <summary>
    /// Whether a line is a title: a line such as <c>O3. Title</c> after a blank line and before a line of authors. A sentence may begin
    /// like a code, so the code alone is not enough.
    /// </summary>
    private bool IsTitle(int index, int end) =>
        Title().IsMatch(lines[index])
        && lines.IsBlank(index - 1)
        && lines.Written(index + 1, end).Take(1).Any(next => EndsWithMark().IsMatch(lines[next]));

    private BookletContribution ReadContribution(int start, int end, int? session)
    {
        var title = Title().Match(lines[start]);
        lines.Take(start, LineRole.Title);
        var code = ReadCode(start, title, session);
        var body = new BookletAbstract(lines, code, IsLostTitle);
        body.Read(start + 1, end);
        return new(
            start + 1,
            code,
            $"{title.Groups["letter"].Value}{title.Groups["number"].Value}.",
            session,
            title.Groups["text"].Value,
            body.Authors,
            body.Affiliations,
            body.Paragraphs,
            body.Figures,
            body.Keywords ?? [],
            body.ReferencesHeading,
            body.References
        );
    }

    private ContributionCode ReadCode(int index, Match title, int? session)
    {
        var code = CodeOf(title);
        var next = code with { Number = codes.Where(c => c.Letters == code.Letters).Select(c => c.Number).DefaultIfEmpty().Max() + 1 };
        if (code.Number == 0 || codes.Contains(code))
            lines.Refuse(index, code.Number == 0 ? "Codes count from 1" : $"The code {code} is already taken");
        else if (char.IsAsciiDigit(title.Groups["letter"].ValueSpan[0]) && code != next)
            lines.Refuse(index, $"Read as {code}, but {next} is the next one missing");
        else if ((session is null) != (code.BuiltInKind == ContributionKind.Poster))
            lines.Refuse(index, $"{code} is in the wrong part: talks belong in SESSION n, posters in SESSION POSTERS");
        codes.Add(code);
        return code;
    }

    /// <summary>Whether a line is probably a damaged title: its code is new, but the next line does not look like authors.</summary>
    private bool IsLostTitle(int index) =>
        lines.IsBlank(index - 1)
        && Title().Match(lines[index]) is { Success: true } title
        && CodeOf(title) is { Number: > 0 } code
        && !codes.Contains(code);

    /// <summary>Corrects letters that the text conversion has read as digits: <c>07.</c> is O7, <c>14.</c> is I4.</summary>
    private static ContributionCode CodeOf(Match title)
    {
        var kind = title.Groups["letter"].Value switch
        {
            "I" or "1" => ContributionKind.Invited,
            "O" or "0" => ContributionKind.Oral,
            _ => ContributionKind.Poster,
        };
        return new(kind, Number(title.Groups["number"].Value));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b20[0-9]{2}\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[^,()]+\p{Lu}{2} \([^()]+\)(?:, [^,()]+\p{Lu}{2} \([^()]+\))*\.?$")]
    private static partial Regex Committee();

    [GeneratedRegex(@"^Atelier « .+ »$")]
    private static partial Regex RunningTitle();

    [GeneratedRegex(@"^SESSION (?:(?<number>[0-9]{1,2})|POSTERS)$")]
    private static partial Regex SessionHeading();

    [GeneratedRegex(@"^(?<letter>[IOP01])(?<number>[0-9]{1,2})\. (?<text>\S.*)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]|\^\{[0-9]+(?:,[0-9]+)*\})$")]
    private static partial Regex EndsWithMark();
}
