using YamlDotNet.Core;

namespace ModMatWorkshop.Content.Editing;

/// <summary>A value that is not yet in the file: a text, a map or a list.</summary>
internal sealed class NewPiece
{
    private readonly string? _text;
    private readonly List<(string Key, NewPiece Value)> _parts = [];

    private NewPiece(string? text) => _text = text;

    /// <summary>How other values of the same key are written; null if there are none.</summary>
    public ScalarStyle? Like { get; private set; }

    /// <summary>Whether it goes on the lines after its key: a list, unless it is one of numbers or keys.</summary>
    public bool GoesBelow => IsList && !_parts.All(p => p.Value._text is { } text && ScalarText.New(text, inFlow: true) == text);

    private bool IsList => _parts.Count > 0 && FieldPath.IndexOf(_parts[0].Key) is not null;

    /// <summary>A value with texts at some paths in it. The empty path is the value itself.</summary>
    public static NewPiece Of(IEnumerable<(string Path, string Value)> texts)
    {
        var given = texts.Where(t => t.Value.Length > 0).ToList();
        if (given is [("", var only)])
            return new(only);
        var piece = new NewPiece((string?)null);
        foreach (var group in given.GroupBy(t => t.Path.Split('.')[0]))
            piece._parts.Add(
                (group.Key, Of(group.Select(t => (t.Path.Length > group.Key.Length ? t.Path[(group.Key.Length + 1)..] : "", t.Value))))
            );
        return piece;
    }

    /// <summary>A list of one value.</summary>
    public static NewPiece ListOf(NewPiece item) => new((string?)null) { _parts = { ("0", item) } };

    /// <summary>Writes its texts like those of a neighbour.</summary>
    public NewPiece LikeThat(Piece? neighbour)
    {
        if (neighbour?.Kind == ValueKind.Scalar && !neighbour.IsEmpty)
            Like = neighbour.Style;
        foreach (var (key, value) in _parts)
            value.LikeThat(neighbour?.Child(key));
        return this;
    }

    /// <summary>On one line.</summary>
    public string Flow() => Flow(inFlow: false);

    /// <summary>After a colon or hyphen at a column.</summary>
    public string Block(int column)
    {
        if (_text is not null)
            return ScalarText.IsLiteral(_text) ? ScalarText.Literal(_text, column + 2) : ScalarText.New(_text, inFlow: false, Like);
        if (!GoesBelow)
            return Flow();
        var indent = new string(' ', column + 2);
        return string.Concat(_parts.Select(p => $"\n{indent}- {p.Value.Block(column + 2)}"));
    }

    /// <summary>A map with each key on a line of its own, after a hyphen before a column.</summary>
    public string Lines(int column) =>
        _text is not null || GoesBelow
            ? Block(column)
            : string.Join(
                "\n" + new string(' ', column),
                _parts.Select(p => $"{p.Key}:{(p.Value.GoesBelow ? "" : " ")}{p.Value.Block(column)}")
            );

    private string Flow(bool inFlow)
    {
        if (_text is not null)
            return ScalarText.New(_text, inFlow, Like);
        if (_parts.Count == 0)
            return "{}";
        return IsList
            ? $"[{string.Join(", ", _parts.Select(p => p.Value.Flow(true)))}]"
            : $"{{ {string.Join(", ", _parts.Select(p => $"{p.Key}: {p.Value.Flow(true)}"))} }}";
    }
}
