using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Content.Editing;

/// <summary>Names files in the file of a contribution. What organisers have written beside them stays.</summary>
public static class ContributionMaterials
{
    private static readonly FieldPath Materials = "materials";
    private static readonly FieldPath Figures = "figures";

    /// <param name="kind"><c>slides</c> or <c>poster</c>.</param>
    /// <param name="picture">A picture of the first page; null keeps the one that is named.</param>
    public static void SetFile(FileEdit edit, string kind, string file, string? picture)
    {
        var stem = Path.GetFileNameWithoutExtension(file) + ".";
        var at = Find(edit, Materials, i => edit.Value(i.Add("file"))?.StartsWith(stem, StringComparison.Ordinal) == true);
        if (at is { } found)
        {
            edit.Set(found.Add("file"), file);
            if (picture is not null)
                edit.Set(found.Add("picture"), picture);
        }
        else
            edit.Insert(Materials, edit.Count(Materials), [("kind", kind), ("file", file), .. Of("picture", picture)]);
    }

    /// <param name="url">Empty changes nothing: the recording may be one of the organisers.</param>
    public static void SetRecording(FileEdit edit, string url)
    {
        if (url.Length == 0)
            return;
        var at = Find(edit, Materials, i => edit.Value(i.Add("kind")) == "recording" && edit.Value(i.Add("file")) is null);
        if (at is { } found)
            edit.Set(found.Add("url"), url);
        else
            edit.Insert(Materials, edit.Count(Materials), [("kind", "recording"), ("url", url)]);
    }

    /// <summary>The caption is the text alternative until somebody writes a better one.</summary>
    public static void SetFigure(FileEdit edit, int number, string picture)
    {
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var at = Find(edit, Figures, i => (edit.Value(i.Add("number")) ?? "1") == text);
        if (at is { } found)
        {
            edit.Set(found.Add("file"), picture);
            if (edit.Value(found.Add("alt")) is null)
                edit.Set(found.Add("alt"), PlainOf(edit.Value(found.Add("caption"))) ?? $"Figure {text}");
        }
        else
            edit.Insert(
                Figures,
                edit.Count(Figures),
                [("number", text), ("caption", $"Figure {text}"), ("file", picture), ("alt", $"Figure {text}")]
            );
    }

    private static string? PlainOf(string? caption) =>
        caption is null ? null : MarkdownText.Title(caption, "", new("figures", 1), new()).Text;

    private static FieldPath? Find(FileEdit edit, FieldPath list, Func<FieldPath, bool> isIt) =>
        Enumerable.Range(0, edit.Count(list)).Select(i => (FieldPath?)list.Add(i)).FirstOrDefault(item => isIt(item!.Value));

    private static IEnumerable<(string, string)> Of(string key, string? value) => value is null ? [] : [(key, value)];
}
