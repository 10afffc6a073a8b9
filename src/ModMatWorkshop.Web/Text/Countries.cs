using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Text;

/// <summary>The countries of the world by their ISO 3166 codes, named in the reader's language.</summary>
public static class Countries
{
    private static readonly Dictionary<Language, IReadOnlyList<(string Code, string Name)>> Named = Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    // A region is named in its own language, whatever the reader's: as part of a culture of the reader's language, it is named in that.
    private static IReadOnlyList<(string Code, string Name)> Read(Language language) =>
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName).Where(code => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).Distinct()
            .Select(code => (code, new RegionInfo($"{language.Tag()}-{code}").NativeName))
            .OrderBy(r => r.NativeName, StringComparer.Create(language.Culture(), CompareOptions.IgnoreCase)),
    ];
}
