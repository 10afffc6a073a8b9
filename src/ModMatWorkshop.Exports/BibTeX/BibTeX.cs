using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Abstracts as BibTeX <c>@inproceedings</c>, in UTF-8 for biber: <c>application/x-bibtex; charset=utf-8</c>. Accents stay as letters and
/// TeX signs are escaped. Unicode sub- and superscripts, which few LaTeX fonts have, become <c>\textsubscript</c> and
/// <c>\textsuperscript</c>.
/// </summary>
public static class BibTeX
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
    private const string RaisedPlain = "0123456789+-=()ni";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙ";
    private const string LoweredPlain = "0123456789+-=()aeoxn";

    private const string MediaType = "application/x-bibtex; charset=utf-8";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new ContributionExport(Routes.AbstractBibTeX, MediaType, "{code}.bib", One),
        new ScheduleExport(Routes.BookBibTeX, MediaType, "livret.bib", Book),
    ];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The entry of one abstract.</summary>
    public static string One(Schedule schedule, Contribution contribution, SiteAddress site, Language language) =>
        Entry(Citation.Of(schedule, contribution, site, language));

    /// <summary>The entries of all abstracts: talks in the order of the timetable, then posters.</summary>
    public static string Book(Schedule schedule, SiteAddress site, Language language) =>
        string.Join('\n', Citation.Book(schedule, site, language).Select(Entry));

    private static string Entry(Citation citation)
    {
        var contribution = citation.Contribution;
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"@inproceedings{{{citation.Key},\n");
        Field("author", Escape(string.Join(" and ", contribution.Authors.Select(a => a.FullName.Inverted))));
        // The second pair of braces keeps the capitals of formulas and acronyms in styles that convert titles to lower case.
        Field("title", $"{{{Escape(contribution.Title)}}}");
        Field("booktitle", $"{{{Escape(citation.BookTitle)}}}");
        Field("year", Phrases.Number(citation.Date.Year));
        entry.Append(CultureInfo.InvariantCulture, $"  month = {Months[citation.Date.Month - 1]},\n");
        Field("address", Escape(citation.Place));
        Field("url", citation.Url);
        if (contribution.Keywords.Count > 0)
            Field("keywords", Escape(string.Join(", ", contribution.Keywords.Select(k => k.Text))));
        if (contribution.Lang is "fr" or "en")
            Field("langid", contribution.Lang == "fr" ? "french" : "english");
        Field("note", Escape(citation.Note));
        Field("abstract", Escape(contribution.BodyText));
        return entry.Append("}\n").ToString();

        void Field(string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>Escapes text for a braced field. Braces become commands, because BibTeX counts even escaped ones.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var line = PlainText.OneLine(text);
        for (var i = 0; i < line.Length; i++)
        {
            if (Run(line, i, Lowered, LoweredPlain) is { Length: > 0 } low)
            {
                escaped.Append(CultureInfo.InvariantCulture, $@"\textsubscript{{{low}}}");
                i += low.Length - 1;
            }
            else if (Run(line, i, Raised, RaisedPlain) is { Length: > 0 } high)
            {
                escaped.Append(CultureInfo.InvariantCulture, $@"\textsuperscript{{{high}}}");
                i += high.Length - 1;
            }
            else
                escaped.Append(Escape(line[i]));
        }
        return escaped.ToString();
    }

    private static string Escape(char sign) =>
        sign switch
        {
            '\\' => @"\textbackslash{}",
            '{' => @"\textbraceleft{}",
            '}' => @"\textbraceright{}",
            '^' => @"\textasciicircum{}",
            '~' => @"\textasciitilde{}",
            '&' or '%' or '$' or '#' or '_' => $@"\{sign}",
            '\u00A0' => "~",
            '\u202F' => @"\,",
            _ => sign.ToString(),
        };

    private static string Run(string line, int start, string signs, string plain)
    {
        var run = "";
        for (var i = start; i < line.Length && signs.IndexOf(line[i], StringComparison.Ordinal) is >= 0 and var place; i++)
            run += plain[place];
        return run;
    }
}
