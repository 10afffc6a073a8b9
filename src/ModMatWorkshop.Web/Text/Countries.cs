using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Text;

/// <summary>The countries of the world by their ISO 3166 codes, named in the reader's language.</summary>
public static class Countries
{
    private static readonly Dictionary<Language, IReadOnlyList<(string Code, string Name)>> Named = Enum.GetValues<Language>().ToDictionary(language => language, Read);
    private static readonly Dictionary<Language, Dictionary<string, string>> Names = Named.ToDictionary(named => named.Key, named => named.Value.ToDictionary(c => c.Code, c => c.Name));

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    /// <summary>The name of a country; its code when it is in no list.</summary>
    public static string Name(string code, Language language) => Names[language].GetValueOrDefault(code, code);

    private static IReadOnlyList<(string Code, string Name)> Read(Language language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // The name of a region follows the culture of the thread.
            CultureInfo.CurrentUICulture = language.Culture();
            return [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
                .Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
                .Select(r => (r.TwoLetterISORegionName, r.DisplayName)).DistinctBy(r => r.TwoLetterISORegionName)
                .OrderBy(r => r.DisplayName, StringComparer.Create(language.Culture(), CompareOptions.IgnoreCase))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
