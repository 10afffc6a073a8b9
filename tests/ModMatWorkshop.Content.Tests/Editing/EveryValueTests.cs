using ModMatWorkshop.Content.Editing;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Content.Tests.Editing;

/// <summary>Every value of every file of three workshops is changed, and changed back.</summary>
public sealed class EveryValueTests
{
    private static readonly string[] Hostile =
    [
        "other",
        "\"quoted\" and 'quoted'",
        "# no comment",
        "a # no comment",
        "key: value",
        "two\nlines",
        "three\n\n  lines: #\n",
        "😀 and é",
        "  spaces before and after  ",
        "true",
        "12:00",
        "",
        "- item",
        "{ fr: \"a\" }",
        "[1, 2]",
        "one, two",
        "&anchor *alias !tag",
        "*alias",
        "!tag",
        "% @ ` ~",
        "@at",
        "|",
        "> text",
        "null",
        "~",
        "back\\slash \\n",
        "---",
        "...",
        "? key",
        "\ttab",
        "no-break\u00A0space",
        "a\u2028b",
        "'",
        "ends with:",
        "\u0007",
    ];

    private static readonly Func<string, string>[] Shapes =
    [
        text => text,
        text => text.ReplaceLineEndings("\r\n"),
        text => "\uFEFF" + text,
        text => text.TrimEnd('\n'),
    ];

    public static TheoryData<string> Files() =>
        [
            .. new[] { Repository.Content, Repository.Minimal, Repository.TwoRooms }
                .SelectMany(ContentFolder.Files)
                .Select(path => Path.GetRelativePath(Repository.Root, path)),
        ];

    [Theory, MemberData(nameof(Files))]
    public void A_value_that_is_set_and_set_back_leaves_the_same_bytes(string file)
    {
        var text = TextOf(file);
        var turn = 0;
        foreach (var path in PathsIn(text))
            for (var i = 0; i < 2; i++)
                SetAndSetBack(Shapes[turn % Shapes.Length](text), path, Hostile[turn++ % Hostile.Length]);
    }

    [Theory, MemberData(nameof(Files)), Trait("Category", "prove")]
    public void Each_hostile_value_in_each_shape_of_a_file_is_set_and_set_back(string file)
    {
        var text = TextOf(file);
        foreach (var path in PathsIn(text))
            for (var i = 0; i < Hostile.Length; i++)
                SetAndSetBack(Shapes[i % Shapes.Length](text), path, Hostile[i]);
    }

    [Theory, MemberData(nameof(Files))]
    public void Somebody_else_sets_back_an_ordinary_value_and_leaves_the_same_bytes(string file)
    {
        var text = TextOf(file);
        foreach (var path in PathsIn(text))
        {
            var edit = new FileEdit(text);
            edit.Set(path, "other");
            var other = new FileEdit(edit.Text);
            other.Set(path, new FileEdit(text).Value(path));
            Assert.Equal(text, other.Text);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void A_body_that_is_set_and_set_back_leaves_the_same_bytes(string file)
    {
        foreach (var shape in Shapes)
        foreach (var other in Hostile)
        {
            var text = shape(TextOf(file));
            var edit = new FileEdit(text);
            var (body, values) = (edit.Body, edit.Values);

            edit.Body = other;
            var changed = new FileEdit(edit.Text);
            Assert.Equal((other.ReplaceLineEndings("\n").Trim('\n'), edit.HasFrontMatter), (changed.Body, changed.HasFrontMatter));
            Assert.Equal(values, changed.Values);

            edit.Body = body;
            Assert.Equal(text, edit.Text);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void An_item_that_is_moved_and_moved_back_leaves_the_same_bytes(string file)
    {
        var text = TextOf(file);
        foreach (var list in ListsIn(text))
        {
            var count = new FileEdit(text).Count(list);
            var edit = new FileEdit(text);
            edit.Move(list, 0, count - 1);
            var other = new FileEdit(edit.Text);
            Assert.Equal(edit.Values.Values.Order(StringComparer.Ordinal), new FileEdit(text).Values.Values.Order(StringComparer.Ordinal));
            Assert.Equal(count > 1, edit.Text != text);
            other.Move(list, count - 1, 0);
            Assert.Equal(text, other.Text);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void An_item_that_is_inserted_anywhere_and_removed_leaves_the_same_bytes(string file)
    {
        var text = TextOf(file);
        foreach (var list in ListsIn(text))
            for (var at = 0; at <= new FileEdit(text).Count(list); at++)
            {
                var edit = new FileEdit(text);
                (string, string)[] item = edit.HasParts(list.Add(0))
                    ? [("name", "One: \"more\""), ("title.fr", "Un # de plus")]
                    : [("", "one")];
                edit.Insert(list, at, item);

                var other = new FileEdit(edit.Text);
                Assert.Equal(new FileEdit(text).Count(list) + 1, other.Count(list));
                Assert.Equal(item[0].Item2, other.Value(list.Add(at)) ?? other.Value(list.Add(at).Add("name")));
                other.Remove(list.Add(at));
                Assert.Equal(text, other.Text);
            }
    }

    private static void SetAndSetBack(string text, FieldPath path, string other)
    {
        var edit = new FileEdit(text);
        var (value, values, body) = (edit.Value(path)!, edit.Values, edit.Body);

        edit.Set(path, other);
        var changed = new FileEdit(edit.Text);
        Assert.Equal(body, changed.Body);
        Assert.Equal(text.StartsWith('\uFEFF'), changed.Text.StartsWith('\uFEFF'));
        Assert.Equal(text.Contains('\r'), changed.Text.Contains('\r'));
        if (other.Length == 0)
        {
            List<string> left = [.. values.Values];
            left.Remove(value);
            Assert.Equal(left.Order(StringComparer.Ordinal), changed.Values.Values.Order(StringComparer.Ordinal));
            // The item behind it has taken its place.
            if (FieldPath.IndexOf(path.Last) is not null)
                return;
        }
        else
        {
            var expected = values.ToDictionary(v => v.Key, v => v.Value);
            expected[path.ToString()] = other.ReplaceLineEndings("\n");
            Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), changed.Values);
            Assert.Equal(
                other == value ? 0 : 1,
                text.Split('\n').Zip(changed.Text.Split('\n')).Count(lines => lines.First != lines.Second)
            );
            Assert.Equal(text.Count(c => c == '\n'), changed.Text.Count(c => c == '\n'));
        }

        edit.Set(path, value);
        Assert.Equal(text, edit.Text);
    }

    private static string TextOf(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static IEnumerable<FieldPath> PathsIn(string text) => new FileEdit(text).Values.Keys.Select(FieldPath.Parse);

    /// <summary>The lists that hold something.</summary>
    private static IEnumerable<FieldPath> ListsIn(string text) =>
        PathsIn(text)
            .SelectMany(path => Enumerable.Range(1, path.Parts.Count).Select(n => FieldPath.Of(path.Parts.Take(n))))
            .Where(path => FieldPath.IndexOf(path.Last) is not null)
            .Select(path => path.Parent)
            .Distinct();
}
