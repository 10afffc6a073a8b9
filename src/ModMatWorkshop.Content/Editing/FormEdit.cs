using System.Globalization;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Editing;

/// <summary>
/// The values of a file as its form shows them, and the changes that a posted form makes. The names of inputs are paths:
/// <c>authors.0.name</c>, <c>title.fr</c>. The row behind the last one is a new one.
/// </summary>
/// <param name="edit">The file as the form showed it.</param>
/// <param name="languages">Of the workshop.</param>
public sealed class FormEdit(FileEdit edit, WorkshopLanguages languages)
{
    public const string True = "true";
    private const string False = "false";

    /// <summary>What a checkbox adds to the name of a row that is to go.</summary>
    public const string Remove = ":remove";

    /// <summary>What the field of its number adds to the name of a row.</summary>
    public const string Position = ":position";

    public FileEdit Edit => edit;

    public WorkshopLanguages Languages => languages;

    /// <summary>The text of a field; in a language if it has one for each.</summary>
    public string Shown(FormField field, FieldPath path, Language? language = null)
    {
        if (field.Control is FieldControl.Lines or FieldControl.List)
            return string.Join(field.Control == FieldControl.List ? ", " : "\n", edit.TextsOf(path));
        if (language is { } wanted && (wanted == languages.First ? edit.HasParts(path) : true))
            return wanted != languages.First && !edit.HasParts(path) ? "" : edit.Value(path.Add(wanted.Tag())) ?? "";
        return edit.Value(path) ?? "";
    }

    public bool IsSet(FormField field, FieldPath path) => (edit.Value(path) ?? (field.IsOnByDefault ? True : False)) == True;

    /// <summary>Whether the file holds nothing for a field.</summary>
    public bool IsAbsent(FieldPath path) => edit.Value(path) is null && !edit.HasParts(path);

    /// <summary>Puts what was typed into the file, whether it is valid or not, so that nothing is lost.</summary>
    /// <param name="posted">The text of an input by its name; null if it was not sent.</param>
    /// <returns>The fields whose texts are too long, by the name of their input.</returns>
    public IReadOnlyList<(string Name, FormField Field)> Apply(FileForm form, Func<string, string?> posted)
    {
        var tooLong = new List<(string Name, FormField Field)>();
        foreach (var field in form.Fields)
            if (field.Control == FieldControl.Rows)
                ApplyRows(field, posted, tooLong);
            else
                Apply(field, field.Key, posted, tooLong);
        return tooLong;
    }

    private void Apply(FormField field, FieldPath path, Func<string, string?> posted, List<(string Name, FormField Field)> tooLong)
    {
        var typed = TextsOf(field, path, posted, tooLong);
        if (field.IsBilingual)
            SetEach(field, path, typed[0], typed.ElementAtOrDefault(1) ?? "");
        else if (field.Control is FieldControl.Lines or FieldControl.List)
            edit.SetTexts(path, ItemsIn(typed[0], field));
        else if (field.Control == FieldControl.Flag)
            SetFlag(field, path, typed[0] == True);
        else if (Trimmed(edit.Value(path)) != typed[0])
            edit.Set(path, typed[0]);
    }

    private void SetFlag(FormField field, FieldPath path, bool isSet)
    {
        if (IsSet(field, path) != isSet)
            edit.Set(
                path,
                isSet == field.IsOnByDefault ? null
                    : isSet ? True
                    : False
            );
    }

    /// <summary>The texts of a field: one, or one for each language.</summary>
    private List<string> TextsOf(
        FormField field,
        FieldPath path,
        Func<string, string?> posted,
        List<(string Name, FormField Field)> tooLong
    )
    {
        var texts = new List<string>();
        foreach (var name in NamesOf(field, path))
        {
            var text = ScalarText.Clean(posted(name)).Trim();
            if (field.Control is not (FieldControl.LongText or FieldControl.Lines))
                text = text.Replace('\n', ' ');
            if (text.Length > field.MaxLength)
                tooLong.Add((name, field));
            texts.Add(text);
        }
        return texts;
    }

    /// <summary>The names of the inputs of a field, that of the first language first.</summary>
    public IEnumerable<string> NamesOf(FormField field, FieldPath path) =>
        field.IsBilingual ? languages.All.Select(l => path.Add(l.Tag()).ToString()) : [path.ToString()];

    /// <summary>Without a text in the second language, that of the first is for both.</summary>
    private void SetEach(FormField field, FieldPath path, string first, string second)
    {
        var (main, other) = (path.Add(languages.First.Tag()), path.Add(languages.First.Other().Tag()));
        var old = (First: Trimmed(Shown(field, path, languages.First)), Second: Trimmed(Shown(field, path, languages.Second)));
        if (languages.Second is null ? first == old.First : (first, second) == old)
            return;
        if (languages.Second is null)
            edit.Set(edit.HasParts(path) ? main : path, first);
        else if (first.Length == 0)
        {
            edit.Set(path, null);
            if (second.Length > 0)
                edit.Set(other, second);
        }
        else
        {
            if (second.Length == 0 && old.Second.Length > 0)
                edit.Set(other, null);
            var isWhole = !edit.HasParts(path) && (second.Length == 0 || !IsAbsent(path));
            edit.Set(isWhole ? path : main, first);
            if (second.Length > 0)
                edit.Set(other, second);
        }
    }

    private void ApplyRows(FormField field, Func<string, string?> posted, List<(string Name, FormField Field)> tooLong)
    {
        FieldPath list = field.Key;
        var count = edit.Count(list);
        if (count == 0 && edit.Value(list) is not null)
            return;
        for (var i = 0; i < count; i++)
            foreach (var column in field.Columns)
                Apply(column, list.Add(i).Add(column.Key), posted, tooLong);
        var added = NewRow(field, list.Add(count), posted, tooLong);
        if (added.Any(a => a.Value != False))
            edit.Insert(list, count, added);

        Reorder(list, posted);
    }

    private List<(string Key, string Value)> NewRow(
        FormField field,
        FieldPath row,
        Func<string, string?> posted,
        List<(string Name, FormField Field)> tooLong
    )
    {
        var item = new List<(string Key, string Value)>();
        foreach (var column in field.Columns)
        {
            var typed = TextsOf(column, row.Add(column.Key), posted, tooLong);
            if (column.Control == FieldControl.Flag)
                typed = [typed[0] == True ? True : ""];
            if (column.Control is FieldControl.List or FieldControl.Lines)
                item.AddRange(ItemsIn(typed[0], column).Select((text, i) => ($"{column.Key}.{i}", text)));
            else if (typed is [var first, { Length: > 0 } second])
                item.AddRange([
                    ($"{column.Key}.{languages.First.Tag()}", first),
                    ($"{column.Key}.{languages.First.Other().Tag()}", second),
                ]);
            else
                item.Add((column.Key, typed[0]));
        }
        return [.. item.Where(i => i.Value.Length > 0)];
    }

    /// <summary>Moves the rows whose number was changed to the places that were asked for, and removes those that are marked.</summary>
    private void Reorder(FieldPath list, Func<string, string?> posted)
    {
        var rows = Enumerable.Range(0, edit.Count(list)).ToList();
        var places = rows.ConvertAll(row => PlaceIn(posted($"{list.Add(row)}{Position}")) ?? row + 1);
        var wanted = rows.Where(row => places[row] == row + 1).ToList();
        foreach (var row in rows.Where(row => places[row] != row + 1).OrderBy(row => places[row]))
            wanted.Insert(Math.Clamp(places[row] - 1, 0, wanted.Count), row);
        for (var to = 0; to < wanted.Count; to++)
        {
            var from = rows.IndexOf(wanted[to]);
            if (from == to)
                continue;
            edit.Move(list, from, to);
            rows.RemoveAt(from);
            rows.Insert(to, wanted[to]);
        }
        for (var at = rows.Count - 1; at >= 0; at--)
            if (posted($"{list.Add(rows[at])}{Remove}") == True)
                edit.Remove(list.Add(at));
    }

    private static string[] ItemsIn(string text, FormField field) =>
        text.Split(
            field.Control == FieldControl.List ? [',', ' '] : ['\n'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    private static int? PlaceIn(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var place)
            ? place
            : null;

    private static string Trimmed(string? text) => (text ?? "").Trim();
}
