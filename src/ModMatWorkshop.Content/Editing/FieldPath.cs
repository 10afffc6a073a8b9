using System.Globalization;

namespace ModMatWorkshop.Content.Editing;

/// <summary>A place in a front matter: <c>slots.2.title.fr</c>. Items of lists count from 0.</summary>
public readonly record struct FieldPath
{
    private readonly string? _text;

    private FieldPath(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>The keys and numbers; none for the front matter itself.</summary>
    public IReadOnlyList<string> Parts => _text?.Split('.') ?? [];

    /// <summary>The last key or number; empty for the front matter itself.</summary>
    public string Last => Parts is [.., var last] ? last : "";

    /// <summary>The place around this one.</summary>
    public FieldPath Parent => Of(Parts.SkipLast(1));

    public static implicit operator FieldPath(string path) => Parse(path);

    public static FieldPath Parse(string path) => new(path);

    public static FieldPath Of(IEnumerable<string> parts) => new(string.Join('.', parts));

    /// <summary>The number of an item, or null for a key.</summary>
    public static int? IndexOf(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    public FieldPath Add(string part) => new(_text is null ? part : $"{_text}.{part}");

    public FieldPath Add(int index) => Add(index.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text ?? "";
}
