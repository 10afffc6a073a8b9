using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <summary>A field of the editor as a view shows it.</summary>
public sealed record FieldView(EditorModel Page, FormField Field, FieldPath Path)
{
    private FormEdit Values => Page.Thing.Values!;

    public IEnumerable<string> Names => Values.NamesOf(Field, Path);

    /// <summary>Whether the file holds something for it, or the check says something about it.</summary>
    public bool IsUsed => !Values.IsAbsent(Path) || Names.Any(name => Page.ProblemsOf(name).Any());

    /// <summary>The first row of a list explains the fields of all.</summary>
    public bool ShowsHelp => !Path.Parts.Any(p => FieldPath.IndexOf(p) > 0);

    public bool IsSet => Values.IsSet(Field, Path);

    public string Value(Language? language = null) => Values.Shown(Field, Path, language);

    /// <summary>The fields of a row: those that are shown, and those that are folded away.</summary>
    public (IReadOnlyList<FieldView> Shown, IReadOnlyList<FieldView> Rare) Row(int index)
    {
        var columns = Field.Columns.Select(c => new FieldView(Page, c, Path.Add(index).Add(c.Key))).ToList();
        return ([.. columns.Where(c => !c.Field.IsRare || c.IsUsed)], [.. columns.Where(c => c.Field.IsRare && !c.IsUsed)]);
    }

    public int RowCount => Values.Edit.Count(Path);
}
