namespace ModMatWorkshop.Application.Text;

public sealed partial class Words
{
    /// <summary>The city of an IANA time zone: "Londres" for Europe/London.</summary>
    public string ZoneName(string id)
    {
        var city = id.Split('/')[^1];
        return (language == Domain.Language.French && FrenchCities.TryGetValue(city, out var name) ? name : null)
            ?? city.Replace("Sao_", "São ", StringComparison.Ordinal).Replace('_', ' ');
    }

    /// <summary>The cities whose names differ, for the script: <c>London=Londres,…</c>; null in English.</summary>
    public string? ZoneNames =>
        language == Domain.Language.French ? string.Join(',', FrenchCities.Select(city => $"{city.Key}={city.Value}")) : null;

    private static readonly Dictionary<string, string> FrenchCities = new()
    {
        ["Algiers"] = "Alger",
        ["Athens"] = "Athènes",
        ["Beirut"] = "Beyrouth",
        ["Brussels"] = "Bruxelles",
        ["Bucharest"] = "Bucarest",
        ["Cairo"] = "Le Caire",
        ["Copenhagen"] = "Copenhague",
        ["Dubai"] = "Dubaï",
        ["Jerusalem"] = "Jérusalem",
        ["Kolkata"] = "Calcutta",
        ["Lisbon"] = "Lisbonne",
        ["London"] = "Londres",
        ["Mexico_City"] = "Mexico",
        ["Moscow"] = "Moscou",
        ["Noumea"] = "Nouméa",
        ["Reunion"] = "La Réunion",
        ["Seoul"] = "Séoul",
        ["Singapore"] = "Singapour",
        ["Tehran"] = "Téhéran",
        ["Vienna"] = "Vienne",
        ["Warsaw"] = "Varsovie",
    };
}
