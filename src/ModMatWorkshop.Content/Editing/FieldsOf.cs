using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Short forms for the descriptions of fields.</summary>
internal static class FieldsOf
{
    public static FormField Text(string key, string fr, string en) => new(key, FieldControl.Text, new(fr, en));

    public static FormField Of(FieldControl control, string key, string fr, string en) => new(key, control, new(fr, en));

    /// <summary>The name of a picture, with the pictures that there are.</summary>
    public static FormField Picture(string key, string fr, string en) =>
        Text(key, fr, en).UpTo(100).Help("Le nom d’une image.", "The name of a picture.") with
        {
            Source = ChoiceSource.Pictures,
        };

    public static FormField Flag(string key, string fr, string en) => new(key, FieldControl.Flag, new(fr, en));

    public static FormField Choice(string key, string fr, string en, params (string Value, Localized Name)[] choices) =>
        new(key, FieldControl.Choice, new(fr, en)) { Choices = choices };

    public static FormField Rows(string key, string fr, string en, params FormField[] columns) =>
        new(key, FieldControl.Rows, new(fr, en)) { Columns = columns };

    public static FormField Required(this FormField field) => field with { IsRequired = true };

    public static FormField Bilingual(this FormField field) => field with { IsBilingual = true };

    public static FormField Rare(this FormField field) => field with { IsRare = true };

    public static FormField UpTo(this FormField field, int length) => field with { MaxLength = length };

    public static FormField Help(this FormField field, string fr, string en) => field with { Help = new(fr, en) };

    public static FileSection Section(string key, string fr, string en, params FormField[] fields) => new(key, new(fr, en), fields);

    /// <summary>The keys that every map of a file may have beside those of its form.</summary>
    public static IReadOnlyDictionary<string, Localized> OnlyInText(params (string Key, string Fr, string En)[] more) =>
        more.Select(m => (m.Key, Reason: new Localized(m.Fr, m.En)))
            .Append(("note", EditorsRemarks))
            .Append(("notes", EditorsRemarks))
            .Append(("printed", Printed))
            .ToDictionary();

    private static readonly Localized EditorsRemarks = new(
        "remarques de la rédaction, que personne ne voit sur le site",
        "remarks of the editors, which nobody sees on the site"
    );

    private static readonly Localized Printed = new("ce que le livret imprime autrement", "what the printed booklet says differently");
}
