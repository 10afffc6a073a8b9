using System.Globalization;
using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Editing;

/// <summary>What a posted form changes in a file.</summary>
public sealed class FormEditTests
{
    private static readonly WorkshopLanguages[] Languages =
    [
        WorkshopLanguages.Default,
        new(Language.English),
        new(Language.English, Language.French),
    ];

    [Theory, MemberData(nameof(EveryValueTests.Files), MemberType = typeof(EveryValueTests))]
    public void A_form_that_is_sent_as_it_was_shown_changes_no_byte(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        if (FileForms.Of(NameIn(file)) is not { } form)
            return;
        foreach (var languages in Languages)
        {
            var edit = new FileEdit(text);
            Assert.Empty(new FormEdit(edit, languages).Apply(form, name => Shown(text, form, languages).GetValueOrDefault(name)));
            Assert.Equal(text, edit.Text);
        }
    }

    /// <summary>The check names the keys that it knows; each has a field, or a reason to be in the text alone.</summary>
    [Theory]
    [InlineData(
        "workshop.md",
        "start: 2021-01-01\nvenue: {}\nidentity: { picture: {}, lattice: {} }\nauthority: {}\nsignatory: {}\nregistration: {}"
    )]
    [InlineData(
        "workshop.md",
        "start: 2021-01-01\nvenue: { coordinates: {} }\nrooms: [{ X: 1 }]\nkinds: [{ X: 1 }]\ncommittee: [{ X: 1 }]\nsponsors: [{ X: 1 }]"
    )]
    [InlineData("sessions/session-1.md", "session: 1")]
    [InlineData("contributions/o1.md", "authors: [{ X: 1 }]\naffiliations: [{ X: 1 }]\nkeywords: [{ X: 1 }]\nreferences: [{ X: 1 }]")]
    [InlineData("contributions/o1.md", "speakers: [{ X: 1 }]\nfigures: [{ X: 1 }]\nmaterials: [{ X: 1 }]\nprinted: { X: 1 }")]
    [InlineData("pages/practical-info.md", "aside: {}")]
    [InlineData("pages/contact.md", "")]
    [InlineData("pages/campus.md", "")]
    [InlineData("news/opening.md", "")]
    public void Every_key_that_the_check_knows_has_a_field_or_a_reason(string file, string yaml)
    {
        var form = FileForms.Of(file)!;
        List<string> fields = [.. form.Fields.SelectMany(f => f.Columns.Select(c => $"{f.Key}.{c.Key}").Append(f.Key))];
        foreach (var (map, known) in KnownKeys(file, yaml))
        foreach (var key in known.Where(k => !form.OnlyInText.ContainsKey(k)))
        {
            var path = map.Length == 0 ? key : $"{map}.{key}";
            Assert.True(
                map.StartsWith("printed", StringComparison.Ordinal)
                    || fields.Exists(f => f == path || f.StartsWith(path + ".", StringComparison.Ordinal)),
                $"{file} has no field for {path}."
            );
        }
    }

    [Fact]
    public void Rows_are_changed_added_moved_and_removed_at_once()
    {
        var edit = new FileEdit(
            "---\ncode: O1\nauthors:\n  # the first\n  - { name: \"Ada\", affiliations: [1] }\n  - { name: \"Bob\" } # late\n"
                + "  - { name: \"Cyd\", equal: true }\n---\n"
        );
        var form = FileForms.Of("contributions/o1.md")!;
        var posted = Shown(edit.Text, form, WorkshopLanguages.Default);
        posted["authors.0.affiliations"] = "1, 2";
        posted["authors.0:position"] = "3";
        posted["authors.1:remove"] = "true";
        posted.Remove("authors.2.equal");
        posted["authors.3.name"] = " Dee  \"D\" ";
        posted["authors.3.affiliations"] = "2";
        posted["authors.3.corresponding"] = "true";
        new FormEdit(edit, WorkshopLanguages.Default).Apply(form, posted.GetValueOrDefault);
        Assert.Equal(
            "---\ncode: O1\nauthors:\n  - { name: \"Cyd\" }\n  # the first\n  - { name: \"Ada\", affiliations: [1, 2] }\n"
                + "  - { name: \"Dee  \\\"D\\\"\", affiliations: [2], corresponding: true }\n---\n",
            edit.Text
        );
    }

    [Theory]
    [InlineData("title: \"A\"", "B", "", "title: \"B\"")]
    [InlineData("title: \"A\"", "A", "B", "title: { fr: \"A\", en: \"B\" }")]
    [InlineData("title: \"A\"", "B", "C", "title: { fr: \"B\", en: \"C\" }")]
    [InlineData("title: { fr: \"A\", en: \"B\" }", "A", "", "title: \"A\"")]
    [InlineData("title: { fr: \"A\", en: \"B\" }", "C", "", "title: \"C\"")]
    [InlineData("title: { fr: \"A\", en: \"B\" }", "A", "C", "title: { fr: \"A\", en: \"C\" }")]
    [InlineData("title:\n  fr: \"A\"\n  en: \"B\"", "C", "D", "title:\n  fr: \"C\"\n  en: \"D\"")]
    [InlineData("title: { fr: \"A\" }", "B", "", "title: { fr: \"B\" }")]
    [InlineData("title: { fr: \"A\", en: \"B\" }", "", "B", "title: { en: \"B\" }")]
    public void A_text_for_both_languages_becomes_one_for_each_and_back(string yaml, string french, string english, string expected)
    {
        var edit = new FileEdit($"---\n{yaml}\ndate: 2021-01-01\n---\n");
        var posted = new Dictionary<string, string>
        {
            ["title.fr"] = french,
            ["title.en"] = english,
            ["date"] = "2021-01-01",
        };
        new FormEdit(edit, WorkshopLanguages.Default).Apply(FileForms.Of("news/x.md")!, posted.GetValueOrDefault);
        Assert.Equal($"---\n{expected}\ndate: 2021-01-01\n---\n", edit.Text);
    }

    [Fact]
    public void A_flag_that_is_set_by_default_is_written_only_when_it_is_off()
    {
        var edit = new FileEdit("---\nacronym: \"A\"\n---\n");
        var (form, values) = (FileForms.Of("workshop.md")!, new FormEdit(edit, WorkshopLanguages.Default));
        var posted = Shown(edit.Text, form, WorkshopLanguages.Default);
        Assert.Equal("true", posted["remote"]);
        values.Apply(form, name => name == "remote" ? null : posted.GetValueOrDefault(name));
        Assert.Equal("---\nacronym: \"A\"\nremote: false\n---\n", edit.Text);
        values.Apply(form, posted.GetValueOrDefault);
        Assert.Equal("---\nacronym: \"A\"\n---\n", edit.Text);
    }

    [Fact]
    public void A_text_that_is_too_long_is_kept_and_named()
    {
        var edit = new FileEdit("---\ncode: O1\n---\n");
        var tooLong = new FormEdit(edit, WorkshopLanguages.Default).Apply(FileForms.Of("contributions/o1.md")!, name =>
            name == "code" ? "O1234567890" : null
        );
        Assert.Equal(["code"], tooLong.Select(t => t.Name));
        Assert.Equal("O1234567890", edit.Value("code"));
    }

    [Theory]
    [InlineData("kind: orale", "code: O1\nkind: oral", "kind")]
    [InlineData("", "lang: en", "lang")]
    [InlineData("authors: [{ nom: \"Ada\" }]", "authors: [{ name: \"Ada Lovelace\" }]", "authors.0.name")]
    [InlineData("affiliations:\n  - { text: \"A\" }\n  - { key: \"B\" }", "affiliations: [\"A\"]", "affiliations.1.text")]
    [InlineData("figures: [{ number: x, caption: \"A\" }]", "figures: []", "figures.0.number")]
    public void A_problem_of_the_check_stands_beside_its_field(string wrong, string right, string input)
    {
        const string Good =
            "code: O1\nkind: oral\ntitle: \"A\"\nlang: en\nspeaker: \"Ada Lovelace\"\nauthors: [{ name: \"Ada Lovelace\" }]";
        var key = right.Split(':')[0];
        var lines = Good.Split('\n')
            .Where(line => !line.StartsWith((wrong.Length == 0 ? "lang" : wrong.Split(':')[0]) + ":", StringComparison.Ordinal));
        var text = $"---\n{string.Join('\n', lines)}\n{wrong}\n---\n\nText.\n".Replace("\n\n---", "\n---");
        var form = FileForms.Of("contributions/o1.md")!;
        var values = new FormEdit(new(text), WorkshopLanguages.Default);
        var inputs = ProblemsOf("contributions/o1.md", text)
            .Where(p => p.Severity == Severity.Error)
            .Select(p => FormProblems.InputOf(p, form, values));
        Assert.True(inputs.Contains(input), $"{key}: {string.Join(", ", inputs)}");
    }

    [Fact]
    public void A_text_typed_in_a_browser_keeps_the_line_ends_of_its_file()
    {
        Assert.Equal("\uFEFFa\r\nB\r\nc", FileEdit.Retyped("\uFEFFa\r\nb\r\nc", "a\r\nB\r\nc"));
        Assert.Equal("a\nb\nc\nd\n", FileEdit.Retyped("a\nb\nc\n", "a\r\nb\r\nc\r\nd\r\n"));
        Assert.Equal("a\r\nx\r\nc\n", FileEdit.Retyped("a\r\nb\r\nc\n", "a\nx\nc\n"));
        Assert.Equal("", FileEdit.Retyped("a", ""));
    }

    /// <summary>What a browser would send of a form that nobody has touched.</summary>
    private static Dictionary<string, string> Shown(string text, FileForm form, WorkshopLanguages languages)
    {
        var values = new FormEdit(new(text), languages);
        var shown = new Dictionary<string, string>();
        foreach (var field in form.Fields)
            if (field.Control != FieldControl.Rows)
                Add(field, field.Key);
            else
                for (var i = 0; i < values.Edit.Count(field.Key); i++)
                {
                    foreach (var column in field.Columns)
                        Add(column, FieldPath.Parse(field.Key).Add(i).Add(column.Key));
                    shown[$"{field.Key}.{i}:position"] = (i + 1).ToString(CultureInfo.InvariantCulture);
                }
        return shown;

        void Add(FormField field, FieldPath path)
        {
            var names = values.NamesOf(field, path).ToList();
            for (var i = 0; i < names.Count; i++)
                if (field.Control != FieldControl.Flag)
                    shown[names[i]] = values.Shown(field, path, field.IsBilingual ? languages.All[i] : null);
                else if (values.IsSet(field, path))
                    shown[names[i]] = "true";
        }
    }

    /// <summary>The keys that the check knows in each map of a file, read from what it says about an unknown one.</summary>
    private static IEnumerable<(string Map, IReadOnlyList<string> Known)> KnownKeys(string file, string yaml)
    {
        var text = $"---\nX: 1\n{yaml.Replace("{}", "{ X: 1 }")}\n---\n".Replace("\n\n", "\n");
        var edit = new FileEdit(text);
        foreach (
            var problem in ProblemsOf(file, text)
                .Where(p => p.Message.ToString().StartsWith("The key `X` is unknown", StringComparison.Ordinal))
        )
        {
            var map = edit.Values.Keys.Single(path => PlaceOf(text, edit, path) == (problem.Line, problem.Column));
            var parts = map.Split('.').SkipLast(1).Where(p => FieldPath.IndexOf(p) is null);
            yield return (string.Join('.', parts), problem.Hint.ToString()["Known keys: ".Length..].TrimEnd('.').Split(", "));
        }
    }

    /// <summary>Where the key of a value begins, if it is X.</summary>
    private static (int Line, int Column)? PlaceOf(string text, FileEdit edit, string path)
    {
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        for (
            var at = lines[line].IndexOf("X: 1", StringComparison.Ordinal);
            at >= 0;
            at = lines[line].IndexOf("X: 1", at + 1, StringComparison.Ordinal)
        )
            if (edit.PathAt(line + 1, at + 4)?.ToString() == path)
                return (line + 1, at + 1);
        return null;
    }

    private static IReadOnlyList<Problem> ProblemsOf(string file, string text)
    {
        using var folder = new ContentSample();
        folder.Write(file, text);
        return [.. ContentFolder.Read(folder.Folder).Problems.Where(p => p.File == file)];
    }

    private static string NameIn(string file) =>
        file.EndsWith("workshop.md", StringComparison.Ordinal)
            ? "workshop.md"
            : $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
}
