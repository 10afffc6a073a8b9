using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages.Admin.Editing;

/// <content>What the views ask.</content>
public sealed partial class EditorModel
{
    /// <summary>The text that this organiser wished to save.</summary>
    public string OursOf(FileConflict conflict) => _ours[conflict.Name];

    /// <summary>Whether the text shows pictures: an abstract lists its figures, and a mail has none.</summary>
    public bool TakesPictures =>
        Thing.Form.BodyLabel is not null && Thing.Mail is null && !Thing.Name.StartsWith("contributions/", StringComparison.Ordinal);

    /// <summary>The label of an input; null for one that has none of its own.</summary>
    public string? LabelOf(string? input) =>
        Thing
            .Form.Fields.SelectMany(f => f.Columns.Select(c => (Key: $"{f.Key}.#.{c.Key}", c.Label)).Append((f.Key, f.Label)))
            .Where(f => input is not null && PathOf(input).StartsWith(f.Key, StringComparison.Ordinal))
            .OrderByDescending(f => f.Key.Length)
            .Select(f => words.Of(f.Label))
            .FirstOrDefault();

    private static string PathOf(string input) =>
        string.Join('.', input.Split('.').Select(part => FieldPath.IndexOf(part) is null ? part : "#"));

    public IEnumerable<EditorProblem> ProblemsOf(string input) => Problems.Where(p => p.Input == input);

    /// <summary>The page that readers see.</summary>
    public string PublicAddress()
    {
        var slug = Path.GetFileNameWithoutExtension(Thing.Name);
        return Thing.Name.Split('/')[0] switch
        {
            "contributions" => siteContext.Path(Routes.Abstract, slug),
            "sessions" => siteContext.Path(Routes.Programme),
            "news" => $"{siteContext.Path(Routes.News)}#{slug}",
            "pages" when Preview.Title is not null => PageAddress(slug),
            _ => siteContext.Path(Routes.Home),
        };
    }

    private string PageAddress(string slug)
    {
        var known = Routes.TextPages.FirstOrDefault(r =>
            r.Path(WorkshopLanguages.Default, Language.English).EndsWith($"/{slug}", StringComparison.Ordinal)
        );
        if (known is not null)
            return siteContext.Path(known);
        var address = Thing.Values?.Edit.Value(FieldPath.Parse("slug").Add(siteContext.Language.Tag())) ?? slug;
        return $"{Workshop.Languages.Prefix(Workshop.Languages.OrFirst(siteContext.Language))}/{address}";
    }

    /// <summary>What a choice offers, with the value of the file if it is another one.</summary>
    public IReadOnlyList<(string Value, string Name)> ChoicesOf(FormField field, string value)
    {
        List<(string Value, string Name)> choices = field.Source switch
        {
            ChoiceSource.Kinds => [.. OwnKind.All(Workshop.Kinds).Select(k => (k.Key, NameOfKind(k.Key)))],
            ChoiceSource.SessionKinds =>
            [
                .. SessionKind.All(Workshop.Kinds).Select(k => (k.Key, NameOfKind(k.Key))).DistinctBy(k => k.Key),
            ],
            ChoiceSource.Rooms => [.. Workshop.Rooms.Select(r => (r.Key, r.Name.In(siteContext.Language)))],
            _ => [.. field.Choices.Select(c => (c.Value, words.Of(c.Name)))],
        };
        return value.Length == 0 || choices.Exists(c => c.Value == value) ? choices : [.. choices, (value, value)];
    }

    private string NameOfKind(string key) =>
        Workshop.Kinds.FirstOrDefault(k => k.Key == key)?.Name.In(siteContext.Language) ?? words.BuiltInKind(key);
}
