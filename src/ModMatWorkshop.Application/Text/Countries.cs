using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Text;

/// <summary>The countries of the world by their ISO 3166 codes, named in the reader's language.</summary>
public static class Countries
{
    private static readonly Dictionary<Language, IReadOnlyList<(string Code, string Name)>> Named = Enum.GetValues<Language>()
        .ToDictionary(language => language, Read);
    private static readonly Dictionary<Language, Dictionary<string, string>> Names = Named.ToDictionary(
        named => named.Key,
        named => named.Value.ToDictionary(c => c.Code, c => c.Name)
    );

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    /// <summary>The name of a country; its code when it is in no list.</summary>
    public static string Name(string code, Language language) => Names[language].GetValueOrDefault(code, code);

    /// <summary>
    /// A region names itself in the language that it is asked for under; in that of the thread it does so only where this is the machine's
    /// own.
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
