using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Content;

/// <summary>
/// A sentence of the content check, written in English where a problem is found. An interpolated string keeps its values apart, so that
/// <see cref="FrenchProblems"/> can translate the sentence around them. A value may be such a text itself.
/// </summary>
[InterpolatedStringHandler]
public sealed partial class ProblemText : IEquatable<ProblemText>
{
    private const int MaxLength = 500;
    private readonly StringBuilder _sentence;
    private readonly List<object?> _values = [];

    /// <summary>The compiler calls this for an interpolated string.</summary>
    public ProblemText(int literalLength, int formattedCount) => _sentence = new(literalLength + 3 * formattedCount);

    /// <summary>The sentence in English, with <c>{0}</c>, <c>{1}</c> in place of its values.</summary>
    public string Sentence => _sentence.ToString();

    /// <summary>The texts among the values.</summary>
    public IEnumerable<ProblemText> Parts => _values.OfType<ProblemText>();

    public static implicit operator ProblemText(string text) => FromString(text);

    public static ProblemText FromString(string text)
    {
        var whole = new ProblemText(text.Length, 0);
        whole.AppendLiteral(text);
        return whole;
    }

    public void AppendLiteral(string text) => _sentence.Append(text);

    public void AppendFormatted(object? value)
    {
        _sentence.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value);
    }

    public void AppendFormatted(IFormattable value, string? format) =>
        AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>One line; the values may contain anything that a content file does.</summary>
    public string In(Language language)
    {
        var sentence = Sentence;
        if (language == Language.French && FrenchProblems.Of(sentence) is { } french)
            sentence = Typography.French(french);
        return OneLine(Place().Replace(sentence, place => Value(place.Groups[1].Value[0] - '0', language) ?? place.Value));
    }

    public bool Equals(ProblemText? other) => other is not null && In(Language.English) == other.In(Language.English);

    public override bool Equals(object? obj) => Equals(obj as ProblemText);

    public override int GetHashCode() => In(Language.English).GetHashCode(StringComparison.Ordinal);

    public override string ToString() => In(Language.English);

    private string? Value(int index, Language language) =>
        index >= _values.Count ? null
        : _values[index] is ProblemText text ? text.In(language)
        : _values[index] is string sentence && language == Language.French ? FrenchProblems.Of(sentence) ?? sentence
        : Convert.ToString(_values[index], CultureInfo.InvariantCulture);

    /// <summary>Makes a message safe to log: content that it quotes may contain line breaks, escape sequences or long texts.</summary>
    private static string OneLine(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }

    [GeneratedRegex(@"\{([0-9])\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
