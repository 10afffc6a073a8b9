using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content.Editing;

/// <summary>
/// Changes values of one content file and leaves all other bytes as they are: comments, order, quoting, line ends. When all values are
/// those of the beginning again, so is the text. Breaks of lines in values are <c>\n</c>.
/// </summary>
public sealed partial class FileEdit
{
    private const string Fence = "---";
    private readonly State _original;
    private State _state;

    /// <exception cref="FormatException">The front matter cannot be read; <see cref="Open"/> gives null instead.</exception>
    public FileEdit(string text)
        : this(State.Of(text) ?? throw new FormatException("The front matter cannot be read.")) { }

    private FileEdit(State state) => _original = _state = state;

    /// <summary>Null if the front matter is not closed or not a map of keys, so that the file can be changed as text only.</summary>
    public static FileEdit? Open(string text) => State.Of(text) is { } state ? new(state) : null;

    /// <summary>The file with all changes so far.</summary>
    public string Text => _state.Raw;

    /// <summary>False for a translation, which is a body only.</summary>
    public bool HasFrontMatter => _state.Root is not null;

    /// <summary>The values of the front matter by path, sorted by path.</summary>
    public IReadOnlyDictionary<string, string> Values => Texts(_state);

    /// <summary>
    /// The text of a scalar; null if it is absent. A text that stands for all languages is also that of <c>title.fr</c>, and the plain
    /// text of an affiliation that of <c>affiliations.0.text</c>.
    /// </summary>
    public string? Value(FieldPath path) =>
        Find(path) switch
        {
            { Kind: ValueKind.Scalar, IsEmpty: false } scalar => scalar.Value,
            null when Find(path.Parent) is { Kind: ValueKind.Scalar, IsEmpty: false } whole && StandsFor(path) => whole.Value,
            _ => null,
        };

    /// <summary>Whether there is a map or a list.</summary>
    public bool HasParts(FieldPath path) => Find(path) is { Kind: not ValueKind.Scalar };

    public int Count(FieldPath list) => Find(list)?.Items.Count ?? 0;

    /// <summary>The text below the front matter, without the empty lines around it.</summary>
    public string Body
    {
        get => _state.Clean[_state.BodyAt..].Trim('\n');
        set
        {
            var (body, old) = (ScalarText.Clean(value).Trim('\n'), _state.Clean[_state.BodyAt..]);
            if (body == Body)
                return;
            if (!HasFrontMatter && body.StartsWith(Fence, StringComparison.Ordinal))
                body = "\n" + body;
            var start = _state.BodyAt + (old.Length - old.TrimStart('\n').Length);
            if (body.Length == 0)
                Replace(_state.BodyAt, _state.Clean.Length, "");
            else if (Body.Length > 0)
                Replace(start, start + Body.Length, body);
            else
                Replace(_state.BodyAt, _state.Clean.Length, (HasFrontMatter ? OpenBody : "") + body + "\n");
            RestoreOriginal();
        }
    }

    /// <summary>The place of the value that begins at a line and column, which count from 1; null if none does.</summary>
    public FieldPath? PathAt(int line, int column)
    {
        return _state.Root is { } root ? In(root, default) : null;

        FieldPath? In(Piece piece, FieldPath path)
        {
            foreach (var (key, value) in piece.Entries)
                if (In(value, path.Add(key.Value)) is { } found)
                    return found;
            for (var i = 0; i < piece.Items.Count; i++)
                if (In(piece.Items[i], path.Add(i)) is { } found)
                    return found;
            return PlaceOf(piece.Start) == (line, column) ? path : (FieldPath?)null;
        }
    }

    /// <summary>
    /// A file whose text was typed in a browser, which knows one kind of line end: the byte order mark and the line ends of what stays are
    /// those of the file before.
    /// </summary>
    public static string Retyped(string text, string typed)
    {
        var (raw, old) = (new State(text, Cleaned(text), null, 0, 0), Cleaned(text));
        var clean = ScalarText.Clean(typed);
        var least = Math.Min(old.Length, clean.Length);
        var head = old.AsSpan().CommonPrefixLength(clean);
        var tail = 0;
        while (tail < least - head && old[^(tail + 1)] == clean[^(tail + 1)])
            tail++;
        return raw.Changed(head, old.Length - tail, clean[head..^tail]);
    }

    /// <summary>The first line of the body, from 1.</summary>
    public int BodyLine => PlaceOf(_state.BodyAt).Line;

    /// <summary>The empty line between the front matter and the body, after the last line of the front matter if that has no end.</summary>
    private string OpenBody => _state.Clean.EndsWith('\n') ? "\n" : "\n\n";

    private (int Line, int Column) PlaceOf(int index)
    {
        var before = _state.Clean.AsSpan(0, index);
        return (before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private Piece Root => _state.Root ?? throw new InvalidOperationException("The file has no front matter.");

    private Piece? Find(FieldPath path) => Find(path, _state);

    private static Piece? Find(FieldPath path, State state)
    {
        var piece = state.Root;
        foreach (var part in path.Parts)
            piece = piece?.Child(part);
        return piece;
    }

    /// <summary>Whether a plain text in place of the parent is the text at this path.</summary>
    private static bool StandsFor(FieldPath path) =>
        Languages.Find(path.Last) is not null
        || path.Parent.ToString() == RegistrationReader.Key && path.Last == RegistrationReader.How
        || FieldPath.IndexOf(path.Parent.Last) is not null && KeyOrder.ShorthandIn(path.Parent.Parent) == path.Last;

    private static string Cleaned(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private void Replace(int start, int end, string with) =>
        _state = _state.With(start, end, with)
            ?? throw new InvalidOperationException($"The change of characters {start} to {end} would leave no readable file.");

    private void RestoreOriginal()
    {
        if (_state.Clean[_state.BodyAt..].Trim('\n') == _original.Clean[_original.BodyAt..].Trim('\n') && HaveEqualTexts(_state, _original))
            _state = _original;
    }

    private static SortedDictionary<string, string> Texts(State state) => state.Root?.Texts() ?? [];

    private static bool HaveEqualTexts(State one, State other) => Texts(one).SequenceEqual(Texts(other));

    /// <param name="Raw">The file.</param>
    /// <param name="Clean">The file without byte order mark, with <c>\n</c> at the end of each line.</param>
    /// <param name="Root">Null without a front matter.</param>
    /// <param name="YamlEnd">Where the closing line of the front matter begins in <c>Clean</c>.</param>
    private sealed record State(string Raw, string Clean, Piece? Root, int YamlEnd, int BodyAt)
    {
        public static State? Of(string raw)
        {
            var clean = Cleaned(raw);
            var start = Fence.Length + 1;
            if (!clean.StartsWith(Fence + "\n", StringComparison.Ordinal))
                return new(raw, clean, null, 0, 0);
            var close = clean.IndexOf($"\n{Fence}\n", Fence.Length, StringComparison.Ordinal);
            if (close < 0 && clean.EndsWith("\n" + Fence, StringComparison.Ordinal))
                close = clean.Length - Fence.Length - 1;
            if (close < 0 || Piece.Parse(clean, start, close + 1) is not { } root)
                return null;
            return new(raw, clean, root, close + 1, Math.Min(clean.Length, close + Fence.Length + 2));
        }

        public State? With(int start, int end, string with) => Of(Changed(start, end, with));

        public string Changed(int start, int end, string with)
        {
            var (first, last) = (RawIndex(start), RawIndex(end));
            var newline = Raw.IndexOf('\n', StringComparison.Ordinal) is > 0 and var at && Raw[at - 1] == '\r' ? "\r\n" : "\n";
            return string.Concat(Raw.AsSpan(0, first), with.ReplaceLineEndings(newline), Raw.AsSpan(last));
        }

        private int RawIndex(int index)
        {
            var at = Raw.Length - Raw.TrimStart('\uFEFF').Length;
            for (; index > 0; index--)
                at += Raw[at] == '\r' && at + 1 < Raw.Length && Raw[at + 1] == '\n' ? 2 : 1;
            return at;
        }
    }
}
