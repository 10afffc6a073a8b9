using static ModMatWorkshop.Content.Editing.FieldsOf;

namespace ModMatWorkshop.Content.Editing;

/// <summary>A field of the form of a person.</summary>
/// <param name="Key">The name of its input: <c>orcid</c>, <c>contributions/o3:author:printed</c>; <c>bio</c> for <c>bio.fr</c>.</param>
/// <param name="Place">The only place that it is about; null if it is about all.</param>
public sealed record PersonField(string Key, FormField Field, PersonPlace? Place);

/// <summary>The fields of the form of a person.</summary>
public static class PersonForm
{
    public const string Name = "name";
    public const string Family = "family";
    public const string Orcid = "orcid";
    public const string Portrait = "portrait";
    public const string Bio = "bio";
    internal const string Slug = "person";

    private static readonly FormField NameField = Text(Name, "Nom", "Name")
        .Required()
        .UpTo(200)
        .Help("Comme on le lit : Ada Lovelace, sans titre.", "As it is read: Ada Lovelace, without a title.");

    private static readonly FormField FamilyField = Text(Family, "Nom de famille", "Family name")
        .UpTo(100)
        .Help(
            "La fin du nom, si le site s’y trompe ; vide, il la devine.",
            "The end of the name, if the site mistakes it; empty: it guesses."
        );

    private static readonly FormField OrcidField = Text(Orcid, "ORCID", "ORCID")
        .UpTo(40)
        .Help("Par exemple 0000-0002-1825-0097.", "For example 0000-0002-1825-0097.");

    private static readonly FormField PortraitField = Picture(Portrait, "Portrait", "Portrait");

    private static readonly FormField BioField = Of(FieldControl.LongText, Bio, "En deux lignes", "In two lines").UpTo(1000).Bilingual();

    private static readonly FormField Printed = Text("printed", "Imprimé autrement", "Printed differently").UpTo(200);

    private static readonly FormField Marks = Of(FieldControl.List, "affiliations", "Affiliations (numéros)", "Affiliations (numbers)")
        .UpTo(100);

    private static readonly FormField Affiliation = Text("affiliation", "Affiliation", "Affiliation").UpTo(300);

    private static readonly FormField Lab = Text("lab", "Laboratoire", "Laboratory").UpTo(200);

    private static readonly FormField Town = Text("town", "Ville", "Town").UpTo(100);

    /// <summary>What holds wherever the person is named, then what each place says.</summary>
    public static IReadOnlyList<PersonField> FieldsOf(NamedPerson person)
    {
        var fields = new List<PersonField> { new(Name, NameField, null) };
        if (person.Places.Any(p => p.IsDescribed))
            fields.AddRange([new(Family, FamilyField, null), new(Orcid, OrcidField, null)]);
        if (person.Places.Any(p => p.Speaks))
            fields.AddRange([new(Portrait, PortraitField, null), new(Bio, BioField, null)]);
        var known = new Dictionary<string, int>();
        foreach (var place in person.Places)
        {
            var key = $"{Path.ChangeExtension(place.File, null)}:{place.Kind.ToString().ToLowerInvariant()}";
            var number = known[key] = known.GetValueOrDefault(key) + 1;
            fields.AddRange(At(place).Select(f => new PersonField($"{key}{(number > 1 ? $"-{number}" : "")}:{f.Key}", f, place)));
        }
        return fields;
    }

    private static FormField[] At(PersonPlace place) =>
        place.Kind switch
        {
            PersonPlaceKind.Author => [Marks, Printed],
            PersonPlaceKind.Committee => [Affiliation, Printed],
            PersonPlaceKind.Speaker or PersonPlaceKind.SlotSpeaker => [Lab, Town],
            _ => [],
        };
}
