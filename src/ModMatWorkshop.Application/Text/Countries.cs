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

    /// <summary>Names that affiliations use beside those of the table, folded.</summary>
    private static readonly (string Written, string Code)[] ShortForms =
    [
        ("usa", "US"),
        ("u s a", "US"),
        ("us", "US"),
        ("united states of america", "US"),
        ("etats unis d amerique", "US"),
        ("uk", "GB"),
        ("u k", "GB"),
        ("great britain", "GB"),
        ("england", "GB"),
        ("scotland", "GB"),
        ("wales", "GB"),
        ("northern ireland", "GB"),
        ("angleterre", "GB"),
        ("ecosse", "GB"),
        ("deutschland", "DE"),
        ("espana", "ES"),
        ("italia", "IT"),
        ("osterreich", "AT"),
        ("schweiz", "CH"),
        ("svizzera", "CH"),
        ("nederland", "NL"),
        ("the netherlands", "NL"),
        ("holland", "NL"),
        ("belgie", "BE"),
        ("polska", "PL"),
        ("sverige", "SE"),
        ("norge", "NO"),
        ("danmark", "DK"),
        ("suomi", "FI"),
        ("brasil", "BR"),
        ("czech republic", "CZ"),
        ("republique tcheque", "CZ"),
        ("korea", "KR"),
        ("republic of korea", "KR"),
        ("coree", "KR"),
        ("p r china", "CN"),
        ("pr china", "CN"),
        ("people s republic of china", "CN"),
        ("turkey", "TR"),
        ("turquie", "TR"),
        ("russian federation", "RU"),
        ("federation de russie", "RU"),
        ("hong kong", "HK"),
        ("macedonia", "MK"),
        ("viet nam", "VN"),
    ];

    private static readonly Dictionary<string, string> Codes = Enum.GetValues<Language>()
        .SelectMany(language => Named[language].Select(c => (Written: Folding.Fold(c.Name), c.Code)))
        .Concat(ShortForms)
        .GroupBy(c => c.Written)
        .ToDictionary(g => g.Key, g => g.First().Code);

    public static IReadOnlyList<(string Code, string Name)> All(Language language) => Named[language];

    /// <summary>The name of a country; the code itself if it is unknown.</summary>
    public static string Name(string code, Language language) => Names[language].GetValueOrDefault(code, code);

    /// <summary>The code of the country that somebody has written, in either language or in a usual short form; null if unknown.</summary>
    public static string? Find(string written) => Codes.GetValueOrDefault(Folding.Fold(written));

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
