using System.Globalization;
using System.Text;
using ModMatWorkshop.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModMatWorkshop.Content;

/// <summary>
/// Typed access to one mapping of a front matter. Missing values and wrong types are reported at their positions, and reading goes on, so
/// one run shows every problem. The reader finally calls <see cref="ReportUnknownKeys"/>, which reports the keys that were never read.
/// </summary>
public sealed partial class Fields
{
    // Null if the languages of the workshop are unknown: a text in any of them will do.
    private readonly WorkshopLanguages? _languages;
    private readonly YamlMappingNode _node;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, YamlNode> _values = [];
    private readonly HashSet<string> _asked = ["note", "notes"];
    private readonly string? _path;

    /// <param name="path">The keys that lead to this mapping: <c>venue</c>.</param>
    public Fields(
        string file,
        YamlMappingNode node,
        ProblemList problems,
        WorkshopLanguages? languages,
        Mark? start = null,
        string? path = null
    )
    {
        _languages = languages;
        File = file;
        _path = path;
        Place = PlaceOf(start ?? node.Start);
        _node = node;
        _problems = problems;
        foreach (var (key, value) in node.Children)
            if (key is YamlScalarNode { Value: { } name })
                _values[name] = value;
    }

    public string File { get; }

    public SourceLocation Place { get; }

    public SourceLocation PlaceOfKey(string key) => _values.TryGetValue(key, out var value) ? PlaceOf(value.Start) : Place;

    /// <summary>False for a key without a value.</summary>
    public bool Has(string key) => Ask(key) is not null;

    /// <summary>Null without a value, and for a placeholder.</summary>
    public string? Text(string key) => Scalar(key) is { Length: > 0 } text && !SourceFile.IsPlaceholder(text) ? text : null;

    public string RequiredText(string key) => Scalar(key) is { Length: > 0 } text ? text : Missing(key, "");

    public int? Integer(string key) => Parsed<int>(key, IsWhole, "a whole number", "50");

    public int RequiredInteger(string key) => Has(key) ? Integer(key) ?? 0 : Missing(key, 0);

    /// <param name="isValid">Also false for an infinite number.</param>
    public double? Number(string key, Func<double, bool> isValid, string what, string example) =>
        Parsed<double>(
            key,
            (string t, out double d) =>
                double.TryParse(t, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out d)
                && isValid(d),
            what,
            example
        );

    public bool Flag(string key) =>
        Scalar(key) switch
        {
            null or "false" => false,
            "true" => true,
            _ => Wrong(key, false, "`true` or `false`", "true"),
        };

    public DateOnly? Date(string key) =>
        Parsed<DateOnly>(
            key,
            (string t, out DateOnly d) =>
                DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out d)
                && d.Year is > 1900 and < 3000,
            "a date that exists",
            "2021-09-22"
        );

    public DateOnly RequiredDate(string key) => Has(key) ? Date(key) ?? default : Missing(key, default(DateOnly));

    public DateOnly? Month(string key) =>
        Parsed<DateOnly>(
            key,
            (string t, out DateOnly d) =>
                DateOnly.TryParseExact(t + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out d),
            "a month",
            "2021-09"
        );

    public TimeOnly? Time(string key) =>
        Parsed<TimeOnly>(
            key,
            (string t, out TimeOnly d) => TimeOnly.TryParseExact(t, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out d),
            "an hour",
            "\"09:40\""
        );

    public TimeOnly? RequiredTime(string key) => Has(key) ? Time(key) : Missing<TimeOnly?>(key, null);

    /// <summary>A day, or an hour of it: <c>2021-06-15</c>, <c>2021-06-15 18:00</c>. The hour is null for the day as a whole.</summary>
    public (DateOnly Day, TimeOnly? Hour)? DayOrHour(string key) =>
        Parsed<(DateOnly, TimeOnly?)>(
            key,
            (string t, out (DateOnly, TimeOnly?) d) =>
            {
                var isDay = DateTime.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
                var isHour =
                    !isDay && DateTime.TryParseExact(t, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
                d = (DateOnly.FromDateTime(at), isHour ? TimeOnly.FromDateTime(at) : null);
                return (isDay || isHour) && at.Year is > 1900 and < 3000;
            },
            "a day that exists, with or without an hour",
            "2021-06-15 18:00"
        );

    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Scalar(key) is not { } text)
            return null;
        return choices.TryGetValue(text, out var value)
            ? value
            : Wrong<T?>(key, null, $"one of: {string.Join(", ", choices.Keys)}", choices.Keys.First());
    }

    public T? RequiredChoice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => Has(key) ? Choice(key, choices) : Missing<T?>(key, null);

    /// <summary>Whether the value of a key is a plain text, which stands for a whole mapping.</summary>
    public bool IsText(string key) => Ask(key) is YamlScalarNode;

    /// <summary>The mapping of a key; null without one.</summary>
    public Fields? Map(string key)
    {
        if (Ask(key) is not { } value)
            return null;
        return value is YamlMappingNode map
            ? new(File, map, _problems, _languages, path: PathOf(key))
            : Wrong<Fields?>(key, null, "a map of keys and values", "{ … }");
    }

    /// <summary>
    /// The items of a list. Each is a mapping; if <paramref name="scalarAs"/> names a key, a plain text stands for a mapping with that key
    /// alone.
    /// </summary>
    public IReadOnlyList<Fields> List(string key, string? scalarAs = null)
    {
        if (Ask(key) is not { } value)
            return [];
        if (value is not YamlSequenceNode list)
            return Wrong<IReadOnlyList<Fields>>(key, [], "a list", "- …");

        var items = new List<Fields>();
        foreach (var item in list.Children)
        {
            if (item is YamlMappingNode map)
                items.Add(new(File, map, _problems, _languages));
            else if (item is YamlScalarNode scalar && scalarAs is not null)
                items.Add(new(File, new YamlMappingNode(new YamlScalarNode(scalarAs), scalar), _problems, _languages, scalar.Start));
            else
                _problems.Error(PlaceOf(item.Start), $"An item of `{key}` has the wrong type.", "See docs/content-format.md.");
        }
        return items;
    }

    public IReadOnlyList<string> Texts(string key) => [.. List(key, "text").Select(item => item.RequiredText("text"))];

    /// <summary>The texts of a key that holds one text or a list of them; none without a value, and for a placeholder.</summary>
    public IReadOnlyList<string> TextOrTexts(string key) =>
        Ask(key) is YamlSequenceNode ? Texts(key)
        : Text(key) is { } only ? [only]
        : [];

    /// <summary>The numbers of a list. An invalid item is reported and skipped.</summary>
    public IReadOnlyList<int> Integers(string key) =>
        [.. List(key, key).Select(item => item.Parsed<int>(key, IsWhole, "a list of whole numbers", "[1, 2]")).OfType<int>()];

    /// <summary>Reports every key that was never read.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var (key, _) in _node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_asked.Contains(name))
                _problems.Error(
                    PlaceOf(key.Start),
                    $"The key `{name}` is unknown here.",
                    $"Known keys: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."
                );
        }
    }

    /// <summary>Reports a value that is not a web address. A missing value is not an error here.</summary>
    public void ReportUnlessWebAddress(string key)
    {
        if (Text(key) is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            Error(key, $"`{url}` is not a web address.", "It must start with https:.");
    }

    public void Error(string key, ProblemText message, ProblemText? hint = null) => _problems.Error(PlaceOfKey(key), message, hint);

    public void Warn(string key, ProblemText message, ProblemText? hint = null) => _problems.Warn(PlaceOfKey(key), message, hint);

    /// <summary>The opening line of the front matter is line 1 of the file, so line 1 of the YAML is line 2.</summary>
    private SourceLocation PlaceOf(Mark mark) => new(File, (int)mark.Line + 1, (int)mark.Column);

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return _values.TryGetValue(key, out var value) && value is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain }
            ? value
            : null;
    }

    private string? Scalar(string key)
    {
        if (Ask(key) is not { } value)
            return null;
        if (value is not YamlScalarNode { Value: { } text })
            return Wrong<string?>(key, null, "a single text", "\"…\"");
        // A YAML escape can produce characters that SourceFile refuses: NUL, which PostgreSQL does not accept, or an unpaired surrogate.
        if (text.EnumerateRunes().Any(sign => sign == Rune.ReplacementChar || Rune.IsControl(sign) && sign.Value is not ('\n' or '\t')))
            Error(key, $"`{key}` contains a character that cannot be shown.", "Delete the escape and type the passage again.");
        text = text.Trim();
        if (SourceFile.IsPlaceholder(text) && !IsTranslation(key))
            _problems.WarnOfUnknown(
                PlaceOfKey(key),
                key is "fr" or "en" && _path is not null ? _path : PathOf(key),
                text.ToLowerInvariant()
            );
        return text;
    }

    private string PathOf(string key) => _path is null ? key : $"{_path}.{key}";

    private static bool IsWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private delegate bool TryParse<T>(string text, out T value);

    private T? Parsed<T>(string key, TryParse<T> tryParse, ProblemText what, string example)
        where T : struct
    {
        if (Scalar(key) is not { } text)
            return null;
        return tryParse(text, out var value) ? value : Wrong<T?>(key, null, what, example);
    }

    private T Missing<T>(string key, T instead)
    {
        _problems.Error(Place, $"The key `{key}` is missing.", "See docs/content-format.md.");
        return instead;
    }

    private T Wrong<T>(string key, T instead, ProblemText what, string example)
    {
        _problems.Error(PlaceOfKey(key), $"`{key}` is not {what}.", $"For example: `{key}: {example}`.");
        return instead;
    }
}
