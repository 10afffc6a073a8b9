using ModMatWorkshop.Domain;
using YamlDotNet.Core;

namespace ModMatWorkshop.Content.Editing;

/// <content>Setting, adding and removing keys.</content>
public sealed partial class FileEdit
{
    /// <summary>
    /// Sets a text, and adds its key in the order of docs/content-format.md if that is missing. Null and "" remove the key. A text for all
    /// languages becomes a text for each when one of them changes, and the other way round when one of two is removed.
    /// </summary>
    public void Set(FieldPath path, string? value)
    {
        var text = ScalarText.Clean(value);
        if (text.Length == 0)
            RemoveValue(path);
        else if (Value(path) != text || Find(path) is null && Find(path, _original) is not null)
            Put(path, text);
        RestoreOriginal();
    }

    private void Put(FieldPath path, string value)
    {
        var parts = path.Parts;
        var (piece, depth) = (Root, 0);
        while (depth < parts.Count && piece.Child(parts[depth]) is { } child)
            (piece, depth) = (child, depth + 1);
        var (place, rest) = (FieldPath.Of(parts.Take(depth)), parts.Skip(depth).ToList());
        if (rest.Count == 0)
            PutInPlaceOf(place, piece, value);
        else if (piece.Kind == ValueKind.Map)
            AddKey(place, piece, rest[0], NewPiece.Of([(string.Join('.', rest.Skip(1)), value)]));
        else if (piece.Kind == ValueKind.List && FieldPath.IndexOf(rest[0]) == piece.Items.Count)
            Insert(place, piece.Items.Count, [(string.Join('.', rest.Skip(1)), value)]);
        else if (piece is { Kind: ValueKind.Scalar, IsEmpty: false } && rest is [var key] && OwnKeyOf(place, key) is { } own)
            PutBeside(place, piece, own, key, value);
        else
            // A key without a value, or a value that can have no such part: the check refuses it anyway.
            ReplaceWhole(piece, NewPiece.Of([(string.Join('.', rest), value)]).Flow());
    }

    /// <summary>The key that a plain text stands for, if it may have another one beside it.</summary>
    private static string? OwnKeyOf(FieldPath place, string key) =>
        Languages.Find(key) is { } language ? language.Other().Tag()
        : place.ToString() == RegistrationReader.Key ? RegistrationReader.How
        : FieldPath.IndexOf(place.Last) is not null ? KeyOrder.ShorthandIn(place.Parent)
        : null;

    /// <summary>Adds a value beside a plain text, which stands for a key of its own from now on.</summary>
    private void PutBeside(FieldPath place, Piece scalar, string own, string key, string value)
    {
        if (own == key)
        {
            PutInPlaceOf(place, scalar, value);
            return;
        }
        (string Key, string Text)[] both = [(own, InFlow(scalar)), (key, ScalarText.Double(value))];
        var ordered = both.OrderBy(b => KeyOrder.RankOf(b.Key, place, Root)).Select(b => $"{b.Key}: {b.Text}");
        ReplaceWhole(scalar, $"{{ {string.Join(", ", ordered)} }}");
    }

    private string InFlow(Piece scalar) =>
        scalar.Style is ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted
            ? _state.Clean[scalar.Start..scalar.End]
            : ScalarText.New(scalar.Value, inFlow: true, scalar.Style);

    private void PutInPlaceOf(FieldPath place, Piece piece, string value)
    {
        if (piece.Kind != ValueKind.Scalar || piece.IsEmpty)
        {
            ReplaceWhole(piece, ScalarText.New(value, piece.InFlow));
            return;
        }
        var expected = Texts(_state);
        expected[place.ToString()] = value;
        foreach (var text in ScalarText.InPlaceOf(piece, _state.Clean[piece.Start..piece.End], value))
            if (_state.With(piece.Start, piece.End, text) is { } changed && Texts(changed).SequenceEqual(expected))
            {
                _state = changed;
                return;
            }
        throw new InvalidOperationException($"{place} cannot hold this text.");
    }

    /// <summary>Writes something else after the colon or hyphen of a value.</summary>
    private void ReplaceWhole(Piece piece, string with)
    {
        // A block begins on the line after its key.
        var start = piece.Start;
        while (start > 0 && _state.Clean[start - 1] is ' ' or '\n' && !piece.IsFlow && piece.Kind != ValueKind.Scalar)
            start--;
        Replace(start, piece.End, start > 0 && _state.Clean[start - 1] is ':' or '-' ? " " + with : with);
    }

    private void AddKey(FieldPath place, Piece map, string key, NewPiece value)
    {
        var rank = KeyOrder.RankOf(key, place, Root);
        var before = map.Entries.Where(e => KeyOrder.RankOf(e.Key.Value, place, Root) <= rank).ToList();
        if (map.IsFlow)
        {
            var text = $"{key}: {value.Flow()}";
            if (map.Entries.Count == 0)
                Replace(map.Start, map.End, $"{{ {text} }}");
            else if (before.Count == 0)
                Replace(map.Entries[0].Key.Start, map.Entries[0].Key.Start, text + ", ");
            else
                Replace(before[^1].Value.End, before[^1].Value.End, ", " + text);
            return;
        }
        if (map.Entries.Count == 0)
        {
            Replace(_state.YamlEnd, _state.YamlEnd, $"{key}: {value.Block(0)}\n");
            return;
        }
        var column = ColumnOf(map.Entries[0].Key.Start);
        var line = $"{key}:{(value.GoesBelow ? "" : " ")}{value.Block(column)}";
        if (before.Count == 0)
            Replace(map.Start, map.Start, line + "\n" + new string(' ', column));
        else
        {
            var end = EndOfBlock(before[^1].Value, column);
            Replace(end, end, "\n" + new string(' ', column) + line);
        }
    }

    private void RemoveValue(FieldPath path)
    {
        if (Find(path) is not { } piece)
        {
            if (Value(path) is not null && Languages.Find(path.Last) is null)
                RemoveValue(path.Parent);
            return;
        }
        if (FieldPath.IndexOf(path.Last) is not null)
        {
            Remove(path);
            return;
        }
        var map = Find(path.Parent)!;
        if (map.Entries.Count > 1)
        {
            RemoveEntry(map, map.Entries.ToList().FindIndex(e => e.Value == piece));
            JoinLanguages(path);
            JoinShorthand(path);
        }
        else if (path.Parent.Parts.Count == 0)
            Replace(_state.Clean.LastIndexOf('\n', map.Start) + 1, EndOfLine(map.End) + 1, "");
        else if (FieldPath.IndexOf(path.Parent.Last) is not null)
            ReplaceWhole(map, "{}");
        else
            RemoveValue(path.Parent);
    }

    private void RemoveEntry(Piece map, int index)
    {
        var (key, value) = map.Entries[index];
        if (map.IsFlow)
        {
            if (index + 1 < map.Entries.Count)
                Replace(key.Start, map.Entries[index + 1].Key.Start, "");
            else
                Replace(map.Entries[index - 1].Value.End, value.End, "");
            return;
        }
        var line = _state.Clean.LastIndexOf('\n', key.Start) + 1;
        if (_state.Clean[line..key.Start].Trim().Length == 0)
            Replace(line, EndOfLine(value.End) + 1, "");
        else if (HasComment(value.End, map.Entries[index + 1].Key.Start))
            Replace(key.Start, value.End, "");
        else
            Replace(key.Start, map.Entries[index + 1].Key.Start, "");
    }

    /// <summary>Makes a text for all languages of the only text that is left.</summary>
    private void JoinLanguages(FieldPath removed)
    {
        if (Languages.Find(removed.Last) is null || Find(removed.Parent) is not { Entries: [var (key, left)] } map)
            return;
        if (Languages.Find(key.Value) is not null && left.Kind == ValueKind.Scalar && !HasComment(map))
            ReplaceWhole(map, InFlow(left));
    }

    /// <summary>Makes a plain text of an item in whose line only the key is left that such a text stands for.</summary>
    private void JoinShorthand(FieldPath removed)
    {
        if (
            Find(removed.Parent) is { IsFlow: true, Entries: [var (key, left)] } map
            && OwnKeyOf(removed.Parent, removed.Last) == key.Value
            && FieldPath.IndexOf(removed.Parent.Last) is not null
            && left.Kind == ValueKind.Scalar
            && !HasComment(map)
        )
            ReplaceWhole(map, InFlow(left));
    }

    private bool HasComment(Piece map)
    {
        var end = map.Start;
        while (end > 0 && _state.Clean[end - 1] is not (':' or '-'))
            end--;
        foreach (var (key, value) in map.Entries)
        {
            if (HasComment(end, key.Start) || HasComment(key.End, value.Start))
                return true;
            end = value.End;
        }
        return HasComment(end, map.IsFlow ? map.End : EndOfLine(map.End));
    }

    /// <summary>Whether there is a comment between two values.</summary>
    private bool HasComment(int start, int end) => _state.Clean.AsSpan(start, end - start).Contains('#');

    private int ColumnOf(int index) => index - (_state.Clean.LastIndexOf('\n', index - 1) + 1);

    private int EndOfLine(int index) => _state.Clean.IndexOf('\n', index);

    /// <summary>The end of the last line of a value in a block, with the comments that are indented like its parts.</summary>
    private int EndOfBlock(Piece value, int column)
    {
        var end = EndOfLine(value.End);
        while (end < _state.YamlEnd - 1)
        {
            var next = _state.Clean[(end + 1)..EndOfLine(end + 1)];
            if (!next.TrimStart(' ').StartsWith('#') || next.Length - next.TrimStart(' ').Length <= column)
                break;
            end += 1 + next.Length;
        }
        return end;
    }
}
