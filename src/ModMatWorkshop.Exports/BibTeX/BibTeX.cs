using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Abstracts as BibTeX <c>@inproceedings</c>, in UTF-8 for biber: <c>application/x-bibtex; charset=utf-8</c>. Accents stay as letters and
/// TeX signs are escaped. Unicode sub- and superscripts, which few LaTeX fonts have, become formulas: <c>Al$_{13}$</c>.
/// </summary>
public static partial class BibTeX
{
    /// <summary>The Unicode subscripts. Compatibility normalisation gives the characters that they represent.</summary>
    private const string Below = @"[\u2080-\u209C\u1D62-\u1D6A\u2C7C]";
    private const string Above = @"[²³¹\u2070-\u207F\u02B0-\u02B8\u02E1-\u02E3\u1D2C-\u1D61\u1D9C-\u1DBB\u2C7D]";

    private const string MediaType = "application/x-bibtex; charset=utf-8";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new ContributionExport(Routes.AbstractBibTeX, MediaType, "{code}.bib", One),
        new ScheduleExport(Routes.BookBibTeX, MediaType, "livret.bib", Book),
    ];

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
        Field("author", string.Join(" and ", contribution.Authors.Select(a => Name(a.FullName))));
        Field("title", Title(contribution.Title));
        Field("booktitle", Title(citation.BookTitle));
        Field("year", Phrases.Number(citation.Date.Year));
        // A number, as biblatex has it: some readers do not know the macros, such as sep, and refuse the whole file.
        Field("month", Phrases.Number(citation.Date.Month));
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

    /// <summary>
    /// <c>van der Berg, Jan</c>: BibTeX takes the words in lower case before the family name as its particle. <c>King, Jr., Martin</c> has
    /// the suffix in the middle. A name without a given part is in braces, so that it is not split.
    /// </summary>
    private static string Name(PersonName name)
    {
        var (family, given) = (Straight(name.Family), Straight(name.Given));
        if (given.Length == 0)
            return Braced(family, family.Contains(' ', StringComparison.Ordinal));
        var suffix = name.Suffix.Length == 0 ? "" : $", {Braced(name.Suffix, IsSplit(name.Suffix))}";
        return $"{Braced(family, IsSplit(family))}{suffix}, {Braced(given, IsSplit(given))}";
    }

    /// <summary>TeX sets the straight apostrophe as the typographic one, and reference managers compare names by it.</summary>
    private static string Straight(string name) => name.Replace('’', '\'');

    /// <summary>Whether BibTeX would split a part elsewhere: <c>Chagas da Silva</c> would lose <c>Chagas da</c> to the particle.</summary>
    private static bool IsSplit(string part) =>
        part.Contains(',', StringComparison.Ordinal)
        || $" {part} ".Contains(" and ", StringComparison.OrdinalIgnoreCase)
        || part is [var first, ..]
            && char.IsUpper(first)
            && part.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1].Any(word => char.IsLower(word[0]));

    /// <summary>Braces keep the capitals of names, formulas and acronyms in styles that convert titles to lower case.</summary>
    private static string Title(string text) =>
        string.Join(' ', PlainText.OneLine(text).Split(' ').Select((word, i) => Braced(word, word.Skip(i == 0 ? 1 : 0).Any(char.IsUpper))));

    private static string Braced(string text, bool braces) => braces ? $"{{{Escape(text)}}}" : Escape(text);

    /// <summary>Escapes text for a braced field. Braces become commands, because BibTeX counts even escaped ones.</summary>
    private static string Escape(string text) =>
        Scripts()
            .Replace(string.Concat(PlainText.OneLine(text).Select(Escape)), run =>
                $"${Script("_", run.Groups["below"].Value)}{Script("^", run.Groups["above"].Value)}$"
            );

    private static string Script(string mark, string signs) =>
        signs.Length == 0 ? "" : $"{mark}{{{signs.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-')}}}";

    private static string Escape(char sign) =>
        sign switch
        {
            '\\' => @"\textbackslash{}",
            '{' => @"\textbraceleft{}",
            '}' => @"\textbraceright{}",
            '^' => @"\textasciicircum{}",
            '~' => @"\textasciitilde{}",
            '<' => @"\textless{}",
            '>' => @"\textgreater{}",
            '&' or '%' or '$' or '#' or '_' => $@"\{sign}",
            '\u00A0' or '\u202F' => "~",
            _ => sign.ToString(),
        };

    /// <summary>A subscript, a superscript, or both at one place: <c>SO₄²⁻</c>.</summary>
    [GeneratedRegex($"(?<below>{Below}+)(?<above>{Above}*)|(?<above>{Above}+)(?<below>{Below}*)")]
    private static partial Regex Scripts();
}
