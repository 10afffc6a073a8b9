using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModMatWorkshop.Content.Editing;

internal enum ValueKind
{
    Scalar,
    Map,
    List,
}

/// <summary>A value of a front matter, with the place in the text that it takes: from <c>Start</c> to before <c>End</c>.</summary>
internal sealed record Piece(ValueKind Kind, int Start, int End)
{
    /// <summary>The text of a scalar, as it is read.</summary>
    public string Value { get; init; } = "";

    public ScalarStyle Style { get; init; }

    /// <summary>Whether it is inside brackets or braces.</summary>
    public bool InFlow { get; init; }

    /// <summary>Whether it is a map in braces, or a list in brackets.</summary>
    public bool IsFlow { get; init; }

    /// <summary>The keys of a map, with their values.</summary>
    public IReadOnlyList<(Piece Key, Piece Value)> Entries { get; init; } = [];

    public IReadOnlyList<Piece> Items { get; init; } = [];

    /// <summary>A key without a value.</summary>
    public bool IsEmpty => Kind == ValueKind.Scalar && Value.Length == 0 && Style == ScalarStyle.Plain;

    public bool IsBlockScalar => Style is ScalarStyle.Literal or ScalarStyle.Folded;

    public Piece? Child(string part) =>
        Kind switch
        {
            ValueKind.Map => Entries.FirstOrDefault(e => e.Key.Value == part).Value,
            ValueKind.List => FieldPath.IndexOf(part) is { } index && index < Items.Count ? Items[index] : null,
            _ => null,
        };

    /// <summary>All texts in it with their paths, sorted by path.</summary>
    public SortedDictionary<string, string> Texts()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(this, default);
        return texts;

        void Collect(Piece piece, FieldPath path)
        {
            if (piece is { Kind: ValueKind.Scalar, IsEmpty: false })
                texts[path.ToString()] = piece.Value;
            foreach (var (key, value) in piece.Entries)
                Collect(value, path.Add(key.Value));
            for (var i = 0; i < piece.Items.Count; i++)
                Collect(piece.Items[i], path.Add(i));
        }
    }

    /// <summary>The map in a text; null if it is not YAML or no map.</summary>
    /// <param name="start">Where the YAML begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    public static Piece? Parse(string text, int start, int end)
    {
        var yaml = text[start..end];
        try
        {
            var reader = new Reader(new(new Parser(new StringReader(yaml))), text, start);
            return reader.Root() switch
            {
                null => new(ValueKind.Map, start, start),
                { Kind: ValueKind.Map } map => map,
                _ => null,
            };
        }
        catch (Exception bad) when (bad is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private sealed class Reader(LimitedParser parser, string text, int offset)
    {
        public Piece? Root()
        {
            while (parser.MoveNext() && parser.Current is StreamStart or DocumentStart) { }
            if (parser.Current is StreamEnd or DocumentEnd or null)
                return null;
            var root = Read(false);
            while (parser.Current is DocumentEnd && parser.MoveNext()) { }
            return parser.Current is StreamEnd or null ? root : throw new ArgumentException("There are two documents.");
        }

        private Piece Read(bool inFlow)
        {
            var current = parser.Current ?? throw new ArgumentException("The text ends early.");
            parser.MoveNext();
            return current switch
            {
                Scalar scalar => ReadScalar(scalar, inFlow),
                MappingStart map => ReadMap(map, inFlow),
                SequenceStart list => ReadList(list, inFlow),
                _ => throw new ArgumentException("This is no value."),
            };
        }

        private Piece ReadScalar(Scalar scalar, bool inFlow)
        {
            var (start, end) = (IndexOf(scalar.Start), IndexOf(scalar.End));
            if (scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
                return new(ValueKind.Scalar, start, end)
                {
                    Value = scalar.Value,
                    Style = scalar.Style,
                    InFlow = inFlow,
                };
            while (end > start && text[end - 1] is ' ' or '\n')
                end--;
            return new(ValueKind.Scalar, start, end)
            {
                Value = scalar.Value.TrimEnd('\n'),
                Style = scalar.Style,
                InFlow = inFlow,
            };
        }

        private Piece ReadMap(MappingStart map, bool inFlow)
        {
            var isFlow = map.Style == MappingStyle.Flow;
            var entries = new List<(Piece Key, Piece Value)>();
            while (parser.Current is not MappingEnd)
                entries.Add((Read(inFlow || isFlow), Read(inFlow || isFlow)));
            var end = EndOf(isFlow, entries.Count == 0 ? null : entries[^1].Value, map);
            return new(ValueKind.Map, IndexOf(map.Start), end)
            {
                InFlow = inFlow,
                IsFlow = isFlow,
                Entries = entries,
            };
        }

        private Piece ReadList(SequenceStart list, bool inFlow)
        {
            var isFlow = list.Style == SequenceStyle.Flow;
            var items = new List<Piece>();
            while (parser.Current is not SequenceEnd)
                items.Add(Read(inFlow || isFlow));
            var end = EndOf(isFlow, items.Count == 0 ? null : items[^1], list);
            return new(ValueKind.List, IndexOf(list.Start), end)
            {
                InFlow = inFlow,
                IsFlow = isFlow,
                Items = items,
            };
        }

        /// <summary>A block ends where its last value ends; YAML knows it only from what follows.</summary>
        private int EndOf(bool isFlow, Piece? last, ParsingEvent start)
        {
            var close = IndexOf(parser.Current!.Start);
            var end = isFlow ? text.IndexOfAny([']', '}'], close) + 1 : last?.End ?? IndexOf(start.End);
            parser.MoveNext();
            return end;
        }

        private int IndexOf(Mark mark) => (int)mark.Index + offset;
    }
}
