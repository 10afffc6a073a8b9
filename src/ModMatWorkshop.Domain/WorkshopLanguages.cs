using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain;

/// <summary>The languages of a workshop. Addresses in the first have no prefix.</summary>
public sealed record WorkshopLanguages(Language First, Language? Second = null)
{
    /// <summary>The languages of a workshop that names none.</summary>
    public static readonly WorkshopLanguages Default = new(Language.French, Language.English);

    [JsonIgnore]
    public IReadOnlyList<Language> All => Second is { } second ? [First, second] : [First];

    public bool Has(Language language) => language == First || language == Second;

    /// <summary>The wanted language if the workshop has it, or else the first.</summary>
    public Language OrFirst(Language? wanted) => wanted is { } language && Has(language) ? language : First;

    /// <summary>The language besides this one; null if the workshop has no other.</summary>
    public Language? Besides(Language language) => All.Where(l => l != language).Select(l => (Language?)l).FirstOrDefault();

    /// <summary>What addresses in a language begin with: nothing, or <c>/en</c>.</summary>
    public string Prefix(Language language) => language == First ? "" : "/" + language.Tag();
}
