using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Finds the field of a form beside which a problem of the check stands.</summary>
public static partial class FormProblems
{
    /// <summary>The name of the body among the inputs.</summary>
    public const string Body = "body";

    /// <summary>The name of the input with the value that a problem is about; null if the form has none.</summary>
    /// <param name="problem">A problem of the file, with its places in the text of the form.</param>
    public static string? InputOf(Problem problem, FileForm form, FormEdit values)
    {
        var edit = values.Edit;
        if (problem.Line >= edit.BodyLine)
            return form.BodyLabel is null ? null : Body;
        if (edit.PathAt(problem.Line, problem.Column) is not { } path)
            return null;
        if (Missing().Match(problem.Message.In(Language.English)) is { Success: true } missing)
            path = path.Add(missing.Groups[1].Value);
        foreach (var field in form.Fields)
        {
            if (field.Control == FieldControl.Rows && InRow(field, path, values) is { } name)
                return name;
            if (field.Control != FieldControl.Rows && (IsIn(path, field.Key) || IsIn(field.Key, path)) && path.Parts.Count > 0)
                return NameOf(field, field.Key, path, values);
        }
        return null;
    }

    private static string? InRow(FormField rows, FieldPath path, FormEdit values)
    {
        if (!IsIn(path, rows.Key))
            return null;
        FieldPath list = rows.Key;
        var inside = path.Parts.Skip(list.Parts.Count).ToList();
        var row = list.Add(inside.Count > 0 ? inside[0] : "0");
        var column = rows.Columns.FirstOrDefault(c => inside.Count > 1 && c.Key == inside[1]) ?? rows.Columns[0];
        return NameOf(column, row.Add(column.Key), path, values);
    }

    private static string NameOf(FormField field, FieldPath place, FieldPath path, FormEdit values)
    {
        List<string> names = [.. values.NamesOf(field, place)];
        return names.Find(name => IsIn(path, name)) ?? names[0];
    }

    private static bool IsIn(FieldPath path, FieldPath around) =>
        path == around || path.ToString().StartsWith(around + ".", StringComparison.Ordinal);

    [GeneratedRegex("^The key `([a-z_]+)` is missing", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();
}
