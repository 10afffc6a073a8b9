using System.Globalization;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Editing;

/// <summary>A file with the first values that its form asks for.</summary>
public static class NewFile
{
    /// <summary>The name of the input with the code, number or name that the file is called by.</summary>
    public const string Name = "name";

    /// <summary>The folders in which organisers begin files. The names of mails are known, so each has its own form.</summary>
    public static readonly IReadOnlyList<string> Folders = [.. FileForms.Folders.Where(folder => folder != MailReader.Folder)];

    /// <summary>The fields of the first form, besides the name.</summary>
    public static IReadOnlyList<FormField> FieldsOf(string folder) =>
        [.. KeysOf(folder).Select(key => FileForms.Of($"{folder}/x.md")!.Fields.First(f => f.Key == key))];

    /// <summary>Whether the title gives the name where none is typed.</summary>
    public static bool MayNameItself(string folder) => folder is not ("contributions" or "sessions");

    /// <summary>The name of the file without its ending; null for a code, number or name that cannot be one.</summary>
    public static string? SlugOf(string folder, Func<string, string?> typed, Workshop workshop)
    {
        var name = (typed(Name) ?? "").Trim();
        if (name.Length == 0 && MayNameItself(folder))
            name = Slug.From(typed($"title.{workshop.Languages.First.Tag()}") ?? "");
        return folder switch
        {
            "contributions" => ContributionCode.TryParse(name, out var code) ? code.Slug : null,
            "sessions" => NumberIn(name) is { } number ? string.Create(CultureInfo.InvariantCulture, $"session-{number}") : null,
            _ => Slug.IsValid(name) ? name : null,
        };
    }

    public static string TextOf(string folder, Func<string, string?> typed, Workshop workshop)
    {
        var edit = new FileEdit("---\n---\n");
        var name = (typed(Name) ?? "").Trim();
        if (folder == "contributions" && ContributionCode.TryParse(name, out var code))
        {
            edit.Set("code", code.ToString());
            edit.Set("kind", OwnKind.All(workshop.Kinds).FirstOrDefault(k => k.Letters == code.Letters).Key ?? "oral");
        }
        else if (folder == "sessions")
            edit.Set("session", name);
        var form = new FileForm([new("new", Localized.Same(""), FieldsOf(folder))]);
        new FormEdit(edit, workshop.Languages).Apply(form, typed);
        if (folder == "contributions")
        {
            edit.Set("abstract_to_come", FormEdit.True);
            edit.Insert("authors", 0, [("name", (typed("speaker") ?? "").Trim())]);
        }
        return edit.Text;
    }

    private static string[] KeysOf(string folder) =>
        folder switch
        {
            "contributions" => ["title", "lang", "speaker", "lab", "town"],
            "sessions" => ["date", "half_day", "room", "title"],
            "news" => ["title", "date"],
            _ => ["title"],
        };

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : null;
}
