using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Exports;

/// <summary>
/// Abstracts as RIS records of type CONF: <c>application/x-research-info-systems</c>, UTF-8, one tag a line, lines ended by CR LF, records
/// by <c>ER</c>.
/// </summary>
public static class Ris
{
    private const string MediaType = "application/x-research-info-systems; charset=utf-8";

    public static readonly IReadOnlyList<Export> Exports =
    [
        new ContributionExport(Routes.AbstractRis, MediaType, "{code}.ris", One),
        new ScheduleExport(Routes.BookRis, MediaType, "livret.ris", Book),
    ];

    /// <summary>The record of one abstract.</summary>
    public static string One(Schedule schedule, Contribution contribution, SiteAddress site, Language language) =>
        Record(Citation.Of(schedule, contribution, site, language));

    /// <summary>The records of all abstracts: talks in the order of the timetable, then posters.</summary>
    public static string Book(Schedule schedule, SiteAddress site, Language language) =>
        string.Join("\r\n", Citation.Book(schedule, site, language).Select(Record));

    private static string Record(Citation citation)
    {
        var contribution = citation.Contribution;
        var record = new StringBuilder();
        Line("TY", "CONF");
        Line("ID", citation.Key);
        Line("TI", contribution.Title);
        foreach (var author in contribution.Authors)
            Line("AU", author.FullName.Inverted.Replace('’', '\''));
        foreach (var affiliation in contribution.Affiliations)
            Line("AD", affiliation.Text);
        Line("T2", citation.BookTitle);
        Line("C1", citation.Place);
        Line("PY", Phrases.Number(citation.Date.Year));
        Line("DA", citation.Date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        Line("LA", contribution.Lang);
        foreach (var keyword in contribution.Keywords)
            Line("KW", keyword.Text);
        Line("AB", contribution.BodyText);
        Line("N1", citation.Note);
        Line("UR", citation.Url);
        Line("ER", "");
        return record.ToString();

        void Line(string tag, string value) => record.Append(tag).Append("  - ").Append(PlainText.OneLine(value)).Append("\r\n");
    }
}
