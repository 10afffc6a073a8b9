using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

/// <summary>The countries by their ISO 3166 codes, with names in the reader's language.</summary>
public static class Countries
{
    private static readonly Dictionary<Language, IReadOnlyList<(string Code, string Name)>> Named = Enum.GetValues<Language>()
        .ToDictionary(language => language, Read);
    private static readonly Dictionary<Language, Dictionary<string, string>> Names = Named.ToDictionary(
        named => named.Key,
        named => named.Value.ToDictionary(c => c.Code, c => c.Name)
    );

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    /// <summary>The name of a country; the code itself if it is unknown.</summary>
    public static string Name(string code, Language language) => Names[language].GetValueOrDefault(code, code);

    /// <summary>
    /// NativeName is in the language of the tag that the region was created with. DisplayName would be in the language of the machine.
    /// </summary>
    private static IReadOnlyList<(string Code, string Name)> Read(Language language) =>
        [
            .. CultureInfo
                .GetCultures(CultureTypes.SpecificCultures)
                .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName)
                .Where(code => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
                .Distinct()
                .Select(code => (code, new RegionInfo($"{language.Tag()}-{code}").NativeName))
                .OrderBy(c => c.Item2, StringComparer.Create(language.Culture(), CompareOptions.IgnoreCase)),
        ];
}
