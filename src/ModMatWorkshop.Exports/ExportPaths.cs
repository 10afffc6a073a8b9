using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Exports;

/// <summary>The paths of what machines read: one for all languages, French unless <c>?lang=en</c> asks for English.</summary>
public static class ExportPaths
{
    public static string Calendar(Language language) => In(language, "/programme.ics");

    public static string CalendarOfDay(DateOnly date, Language language) =>
        In(language, string.Create(CultureInfo.InvariantCulture, $"/programme/{date:yyyy-MM-dd}.ics"));

    public static string CalendarOf(string code, Language language) => In(language, $"/resumes/{code}.ics");

    public static string Favourites(IEnumerable<string> codes, Language language) =>
        In(language, "/favoris.ics?codes=" + string.Join(',', codes.Select(Uri.EscapeDataString)));

    public static string BibTeX(string code, Language language) => In(language, $"/resumes/{code}.bib");

    public static string Ris(string code, Language language) => In(language, $"/resumes/{code}.ris");

    public static string BookBibTeX(Language language) => In(language, "/livret.bib");

    public static string ProgrammePdf(Language language) => In(language, "/programme.pdf");

    public static string ScheduleXml(Language language) => In(language, "/schedule.xml");

    public static string ScheduleJson(Language language) => In(language, "/schedule.json");

    public static string News(Language language) => In(language, "/actualites.atom");

    private static string In(Language language, string path) =>
        language == Language.English ? path + (path.Contains('?', StringComparison.Ordinal) ? "&lang=en" : "?lang=en") : path;
}
