using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>Reads the timetable of the booklet: headings with dates, and rows of a time range (<c>9h-9h40</c>), a tab and a text.</summary>
internal static partial class BookletProgramme
{
    private static readonly string[] Months =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    public static IReadOnlyList<BookletRow> ReadRows(BookletLines lines, int from, int to, int year)
    {
        var rows = new List<BookletRow>();
        var (session, date) = (0, DateOnly.MinValue);
        foreach (var i in lines.Written(from, to))
        {
            if (SessionDate().Match(lines[i]) is { Success: true } heading)
            {
                session = Number(heading.Groups["session"].Value);
                if (DateOf(heading, year) is { } day)
                {
                    lines.Take(i, LineRole.SessionDate);
                    date = day;
                }
                else
                    lines.Refuse(i, $"This session has no date in {year}");
            }
            else if (Rule().IsMatch(lines[i]))
                lines.Take(i, LineRole.Rule);
            else if (session > 0 && ReadRow(lines[i], i + 1, session, date) is { } row)
            {
                lines.Take(i, LineRole.Row);
                rows.Add(row);
            }
            else
                lines.Refuse(i, "This is neither a session nor one of its rows");
        }
        return rows;
    }

    private static BookletRow? ReadRow(string line, int number, int session, DateOnly date)
    {
        var row = Row().Match(line);
        if (!row.Success || HourOf(row, "start") is not { } start || HourOf(row, "end") is not { } end || end <= start)
            return null;

        var text = ItalicTags().Replace(row.Groups["text"].Value, "");
        if (Talk().Match(text) is not { Success: true } talk)
            return Other().IsMatch(text) ? new(number, session, date, start, end, text, null) : null;

        ContributionCode? code = talk.Groups["oral"] is { Success: true } oral ? new(ContributionKind.Oral, Number(oral.Value)) : null;
        return new(
            number,
            session,
            date,
            start,
            end,
            text,
            new(code, talk.Groups["speaker"].Value, talk.Groups["remote"].Success, talk.Groups["lab"].Value, talk.Groups["rest"].Value)
        );
    }

    private static DateOnly? DateOf(Match heading, int year)
    {
        var month = Array.IndexOf(Months, heading.Groups["month"].Value.ToLowerInvariant()) + 1;
        var day = Number(heading.Groups["day"].Value);
        return month > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static TimeOnly? HourOf(Match row, string which)
    {
        var minutes = row.Groups[which + "Minute"] is { Success: true } printed ? Number(printed.Value) : 0;
        var hour = Number(row.Groups[which].Value);
        return hour < 24 && minutes < 60 ? new(hour, minutes) : null;
    }

    /// <summary>Joins each talk to its row: an oral by its code, an invited talk by its title at the end of the row.</summary>
    public static IReadOnlyList<BookletContribution> Join(
        BookletLines lines,
        IReadOnlyList<BookletRow> rows,
        IReadOnlyList<BookletContribution> contributions
    )
    {
        var free = rows.Where(r => r.Talk is not null).ToList();
        var joined = contributions
            .Select(c =>
            {
                if (c.Code.BuiltInKind == ContributionKind.Poster)
                    return c;
                if (free.Find(r => r.Talk!.Code is { } code ? code == c.Code : IsInvited(r.Talk, c)) is not { } row)
                {
                    lines.Refuse(c.Line - 1, $"{c.Code} is in no row of the programme");
                    return c;
                }
                free.Remove(row);
                if (row.Session != c.Session)
                    lines.Refuse(c.Line - 1, $"{c.Code} is in session {row.Session} of the programme");
                return c with { Presentation = Present(lines, row, c) };
            })
            .ToList();

        foreach (var row in free)
            lines.Refuse(row.Line - 1, "This talk has no abstract");
        return joined;
    }

    private static bool IsInvited(PrintedTalk talk, BookletContribution contribution) =>
        contribution.Code.BuiltInKind == ContributionKind.Invited && TitleAt(talk.TownAndTitle, contribution.Title) >= 0;

    private static Presentation? Present(BookletLines lines, BookletRow row, BookletContribution contribution)
    {
        var talk = row.Talk!;
        if (Speaker(talk.Speaker, contribution.Authors) is not { } speaker)
        {
            lines.Refuse(row.Line - 1, $"{talk.Speaker} is not an author of {contribution.Code}");
            return null;
        }
        var title = TitleAt(talk.TownAndTitle, contribution.Title);
        if (title < 0)
            title = FirstWordAt(talk.TownAndTitle, contribution.Title);
        if (title < 0)
        {
            lines.Refuse(row.Line - 1, $"The title does not match that of {contribution.Code}");
            return null;
        }
        return new(speaker.Name, talk.Lab, talk.TownAndTitle[..title].TrimEnd(), talk.Remote, talk.TownAndTitle[title..]);
    }

    /// <summary>
    /// The index at which the title begins at the end of the text, ignoring case, accents and subscripts; -1 if the text does not end with
    /// it.
    /// </summary>
    private static int TitleAt(string townAndTitle, string title)
    {
        var (text, source) = Folding.FoldWithSource(townAndTitle);
        var wanted = " " + Folding.Fold(title);
        return text.EndsWith(wanted, StringComparison.Ordinal) ? source[text.Length - wanted.Length + 1] : -1;
    }

    /// <summary>The index of the first word of the title, for a title that the programme words differently.</summary>
    private static int FirstWordAt(string townAndTitle, string title)
    {
        var (text, source) = Folding.FoldWithSource(townAndTitle);
        var at = Folding.Words(title) is [var first, ..] ? text.IndexOf($" {first} ", StringComparison.Ordinal) : -1;
        return at < 0 ? -1 : source[at + 1];
    }

    /// <summary>The author with the same family name; if there are several, the one with the same first initial.</summary>
    private static PrintedAuthor? Speaker(string printed, IReadOnlyList<PrintedAuthor> authors)
    {
        var wanted = Folding.Fold(printed);
        var family = Folding.Words(printed).LastOrDefault();
        var namesakes = authors.Where(a => Folding.Words(a.Name).LastOrDefault() == family).ToList();
        return namesakes.Find(a => Folding.Fold(a.Name).FirstOrDefault() == wanted.FirstOrDefault()) ?? namesakes.FirstOrDefault();
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^SESSION (?<session>[0-9]{1,2}) [-–] .*?\b(?<day>[0-9]{1,2})(?:er)? (?<month>\p{L}+)\b.*$")]
    private static partial Regex SessionDate();

    [GeneratedRegex(@"^-+\t-+$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?<start>[0-9]{1,2})h(?<startMinute>[0-9]{2})?[-–](?<end>[0-9]{1,2})h(?<endMinute>[0-9]{2})?\t(?<text>.+)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"</?i>")]
    private static partial Regex ItalicTags();

    [GeneratedRegex(
        @"^(?:O(?<oral>[0-9]{1,2})-|Orat(?:rice|eur) invitée? :) (?<speaker>.+?)(?:(?<remote> \(visio\))| ), (?<lab>[^,]+), (?<rest>.+)$"
    )]
    private static partial Regex Talk();

    [GeneratedRegex(@"^(?:Introduction|(?:PAUSE café|Buffet)(?: et SESSION POSTERS)?|Intervention \S.* [-–] .+)$")]
    private static partial Regex Other();
}
