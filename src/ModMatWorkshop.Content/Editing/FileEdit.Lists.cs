namespace ModMatWorkshop.Content.Editing;

/// <content>Items of lists.</content>
public sealed partial class FileEdit
{
    /// <summary>
    /// Inserts an item, written like its neighbours. Keys may be <c>title.fr</c>; an item with the key "" alone is a plain text. Values
    /// that are empty are left out.
    /// </summary>
    public void Insert(FieldPath list, int at, IReadOnlyList<(string Key, string Value)> item)
    {
        var shorthand = KeyOrder.ShorthandIn(list);
        var given = item.Select(i => (i.Key, Value: ScalarText.Clean(i.Value))).Where(i => i.Value.Length > 0).ToList();
        if (given is [var (key, value)] && key == shorthand && !IsListOfMaps(list))
            given = [("", value)];
        var piece = NewPiece.Of(given);
        if (Find(list) is { Kind: ValueKind.List, Items.Count: > 0 } items)
            InsertInto(items, at, piece);
        else
            Begin(list, piece);
        RestoreOriginal();
    }

    /// <summary>Removes an item with the comments directly above it. With the last item, the list goes.</summary>
    public void Remove(FieldPath item)
    {
        var (list, index) = (Find(item.Parent), FieldPath.IndexOf(item.Last));
        if (list is not { Kind: ValueKind.List } || index is not { } at || at >= list.Items.Count)
            throw new InvalidOperationException($"There is no item {item}.");
        if (list.Items.Count == 1)
            RemoveList(item.Parent, list);
        else if (!list.IsFlow)
        {
            var (start, end) = RegionOf(list, at);
            Replace(start, end + 1, "");
        }
        else if (at + 1 < list.Items.Count)
            Replace(list.Items[at].Start, list.Items[at + 1].Start, "");
        else
            Replace(list.Items[at - 1].End, list.Items[at].End, "");
        RestoreOriginal();
    }

    /// <summary>Moves an item, with the comments directly above it, to another place in its list.</summary>
    public void Move(FieldPath list, int from, int to)
    {
        if (Find(list) is not { Kind: ValueKind.List } items || from >= items.Items.Count || to >= items.Items.Count)
            throw new InvalidOperationException($"There is no item {list}.{Math.Max(from, to)}.");
        var regions = items.Items.Select((item, i) => items.IsFlow ? (item.Start, item.End) : RegionOf(items, i)).ToList();
        var texts = regions.ConvertAll(r => _state.Clean[r.Start..r.End]);
        var moved = texts[from];
        texts.RemoveAt(from);
        texts.Insert(to, moved);
        var result = texts[0];
        for (var i = 1; i < regions.Count; i++)
            result += _state.Clean[regions[i - 1].End..regions[i].Start] + texts[i];
        Replace(regions[0].Start, regions[^1].End, result);
        RestoreOriginal();
    }

    /// <summary>The texts of a key that holds one text or a list of them.</summary>
    public IReadOnlyList<string> TextsOf(FieldPath path) =>
        Value(path) is { } only ? [only]
        : Find(path) is { Kind: ValueKind.List } list ? [.. list.Items.Select(i => i.Value)]
        : [];

    /// <summary>Sets the texts of a list of texts. Those that stay keep their lines and comments.</summary>
    public void SetTexts(FieldPath path, IReadOnlyList<string> texts)
    {
        var old = TextsOf(path);
        if (old.SequenceEqual(texts))
            return;
        if (!HasParts(path) && old.Count > 0 && texts.Count > 1)
            ReplaceWhole(Find(path)!, NewPiece.Of(texts.Select((text, i) => ($"{i}", ScalarText.Clean(text)))).Flow());
        else if (!HasParts(path) && (old.Count > 0 || path.Last == "chair" && texts.Count == 1) || texts.Count == 0)
            Set(path, texts is [var only, ..] ? only : null);
        else
            SetItems(path, old, texts);
        RestoreOriginal();
    }

    private void SetItems(FieldPath path, IReadOnlyList<string> old, IReadOnlyList<string> texts)
    {
        var least = Math.Min(old.Count, texts.Count);
        var head = Enumerable.Range(0, least).TakeWhile(i => old[i] == texts[i]).Count();
        var tail = Enumerable.Range(1, least - head).TakeWhile(i => old[^i] == texts[^i]).Count();
        var both = least - head - tail;
        for (var i = head; i < head + both; i++)
            Set(path.Add(i), texts[i]);
        for (var i = old.Count - tail - 1; i >= head + both; i--)
            Remove(path.Add(i));
        for (var i = head + both; i < texts.Count - tail; i++)
            Insert(path, i, [("", texts[i])]);
    }

    private bool IsListOfMaps(FieldPath list) => Count(list) > 0 && Find(list)!.Items.All(i => i.Kind == ValueKind.Map);

    private void InsertInto(Piece list, int at, NewPiece item)
    {
        at = Math.Clamp(at, 0, list.Items.Count);
        var neighbour = list.Items[Math.Min(at, list.Items.Count - 1)];
        item.LikeThat(neighbour);
        if (list.IsFlow)
        {
            if (at < list.Items.Count)
                Replace(neighbour.Start, neighbour.Start, item.Flow() + ", ");
            else
                Replace(neighbour.End, neighbour.End, ", " + item.Flow());
            return;
        }
        var column = ColumnOf(list.Start);
        var between = _state.Clean[(DashOf(list, neighbour) + 1)..neighbour.Start];
        var isBlock = neighbour is { Kind: ValueKind.Map, IsFlow: false } && between.Trim(' ').Length == 0;
        var dash = new string(' ', column) + "-" + (isBlock ? between : " ");
        var text = dash + (isBlock ? item.Lines(column + 1 + between.Length) : item.Block(column));
        if (at < list.Items.Count)
        {
            var (start, _) = RegionOf(list, at);
            Replace(start, start, text + "\n");
        }
        else
        {
            var (_, end) = RegionOf(list, at - 1);
            Replace(end, end, "\n" + text);
        }
    }

    /// <summary>Adds the first item of a list.</summary>
    private void Begin(FieldPath list, NewPiece item)
    {
        var parent = Find(list.Parent) ?? throw new InvalidOperationException($"There is no {list.Parent}.");
        var begun = NewPiece.ListOf(item);
        if (Find(list) is not { } empty)
            AddKey(list.Parent, parent, list.Last, begun);
        else if (empty.Kind == ValueKind.Scalar && !empty.IsEmpty)
            throw new InvalidOperationException($"{list} is a text.");
        else if (empty.InFlow || parent.Kind == ValueKind.List)
            ReplaceWhole(empty, begun.Flow());
        else
        {
            // The list goes on the lines after its key, so the space after the colon goes.
            var start = _state.Clean.AsSpan(0, empty.Start).TrimEnd(' ').Length;
            Replace(start, empty.End, begun.Block(ColumnOf(parent.Entries[0].Key.Start)));
        }
    }

    private void RemoveList(FieldPath path, Piece list)
    {
        if (FieldPath.IndexOf(path.Last) is not null || path.Parts.Count == 0)
            ReplaceWhole(list, "[]");
        else
            RemoveValue(path);
    }

    /// <summary>The lines of an item in a block, with the comments directly above it, to before the end of the last line.</summary>
    private (int Start, int End) RegionOf(Piece list, int index)
    {
        var dash = DashOf(list, list.Items[index]);
        var start = _state.Clean.LastIndexOf('\n', dash - 1) + 1;
        if (_state.Clean[start..dash].Trim(' ').Length > 0)
            throw new InvalidOperationException("A list in the line of another one cannot be changed.");
        while (start > Fence.Length + 1)
        {
            var above = _state.Clean.LastIndexOf('\n', start - 2) + 1;
            if (!_state.Clean[above..start].TrimStart(' ').StartsWith('#') || index > 0 && above < list.Items[index - 1].End)
                break;
            start = above;
        }
        return (start, EndOfLine(list.Items[index].End));
    }

    /// <summary>Where the hyphen of an item is.</summary>
    private int DashOf(Piece list, Piece item)
    {
        var column = ColumnOf(list.Start);
        for (var line = item.Start; line > 0; line--)
        {
            line = _state.Clean.LastIndexOf('\n', line - 1) + 1;
            if (line + column < item.Start && _state.Clean[line + column] == '-')
                return line + column;
        }
        throw new InvalidOperationException("The item has no hyphen.");
    }
}
