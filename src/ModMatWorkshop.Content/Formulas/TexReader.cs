using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Reads one formula in a single pass from left to right. A method that fails returns null and sets <see cref="Error"/>. Input that is
/// valid TeX but nearly always a mistake (<c>10^21</c> gives 10²1) is an error.
/// </summary>
internal sealed partial class TexReader(string tex)
{
    private int _position;
    private int _nesting;
    private bool _upright;

    public FormulaError? Error { get; private set; }

    public Row? Read()
    {
        if (tex.Length > Formula.MaxLength)
            return Fail<Row>(
                Formula.MaxLength,
                $"The formula is longer than {Formula.MaxLength} characters. Split it, or check that its $ is closed."
            );
        if (!MoreAfterSpaces())
            return Fail<Row>(0, "The formula is empty. Write something between the dollars.");
        if (ReadRow() is not { } row)
            return null;
        return _position == tex.Length ? row : Fail<Row>(_position, "This } has no matching {. Remove it, or add the {.");
    }

    /// <summary>Reads terms up to the end or to a closing brace, which it does not consume.</summary>
    private Row? ReadRow()
    {
        var terms = new List<Term>();
        // The indices in terms of the open brackets and bars.
        var open = new List<int>();
        while (MoreAfterSpaces() && tex[_position] != '}')
        {
            var start = _position;
            if (ReadTerm() is not { } term)
                return null;
            if (Closes(term, terms, open) is { } opener and >= 0)
            {
                term = new Fence((Sign)terms[open[opener]], new Row(terms[(open[opener] + 1)..]), (Sign)term);
                terms.RemoveRange(open[opener], terms.Count - open[opener]);
                _nesting -= open.Count - opener;
                open.RemoveRange(opener, open.Count - opener);
            }
            if (ReadScripts(term) is not { } scripted)
                return null;

            if (scripted is Sign { Kind: SignKind.Opening or SignKind.Bar })
            {
                open.Add(terms.Count);
                if (!Nest(start))
                    return null;
            }
            if (scripted is Row group)
                terms.AddRange(group.Terms);
            else
                terms.Add(scripted);
        }
        _nesting -= open.Count;
        return new Row(terms);
    }

    /// <summary>
    /// The index in <paramref name="open"/> of the bracket or bar that this term closes, or -1. A bracket closes any kind of bracket and
    /// skips single bars: <c>P(A|B)</c>. A bracket that closes nothing is an ordinary sign: <c>]0,1[</c>.
    /// </summary>
    private static int Closes(Term term, List<Term> terms, List<int> open) =>
        term switch
        {
            Sign { Kind: SignKind.Closing } => open.FindLastIndex(at => terms[at] is Sign { Kind: SignKind.Opening }),
            Sign { Kind: SignKind.Bar } when open.Count > 0 && terms[open[^1]] is Sign { Kind: SignKind.Bar } => open.Count - 1,
            _ => -1,
        };

    private Term? ReadTerm()
    {
        var start = _position;
        switch (tex[start])
        {
            case '{':
                return ReadGroup() is { } group ? Unwrapped(group) : null;
            case '_' or '^' or '\'':
                return new Row([]);
            case '\\':
                return ReadCommand();
            case var digit when char.IsAsciiDigit(digit):
                var number = NumberShape().Match(tex, start);
                _position += number.Length;
                return new Number(number.Value.Replace("{,}", ",", StringComparison.Ordinal));
            case var letter when char.IsAsciiLetter(letter) && _upright:
                while (_position < tex.Length && char.IsAsciiLetter(tex[_position]))
                    _position++;
                return new LettersTerm(tex[start.._position], Upright: true);
            default:
                return ReadSign();
        }
    }

    /// <summary>Reads one letter or one sign.</summary>
    private Term? ReadSign()
    {
        var start = _position;
        if (char.IsAsciiLetter(tex[start]))
            return new LettersTerm(tex[_position++].ToString(), _upright);
        if (Symbols.Typed.TryGetValue(tex[start], out var sign))
        {
            _position++;
            return sign;
        }

        var character = CharacterAt(start);
        if (!IsPrintable(character))
            return Fail<Term>(start, $"A formula cannot contain {Name(character)}, which is invisible. Remove it.");
        return Fail<Term>(
            start,
            Symbols.TexOf(character) is { } known
                ? $"{character} is written {known} in a formula."
                : $@"{(char.GetUnicodeCategory(character, 0) == UnicodeCategory.NonSpacingMark ? Name(character) : character)} "
                    + @"is not allowed in formulas. Put words into \text{…}; docs/content-format.md lists the allowed characters."
        );
    }

    private Term? ReadCommand()
    {
        var start = _position;
        var name = ReadCommandName();
        if (Symbols.Named.TryGetValue(name, out var term))
            return term;
        if (Symbols.Accents.TryGetValue(name, out var accent))
            return ReadArgument(start, $@"\{name}") is { } under ? new Accented(under, accent) : null;
        switch (name)
        {
            case "frac":
                return
                    ReadArgument(start, @"\frac", mayTouchDigit: true) is { } numerator
                    && ReadArgument(start, @"\frac", mayTouchDigit: true) is { } denominator
                    ? new Fraction(numerator, denominator)
                    : null;
            case "sqrt":
                if (MoreAfterSpaces() && tex[_position] == '[')
                    return Fail<Term>(_position, "Only square roots are known. Write x^{1/3} for another root.");
                return ReadArgument(start, @"\sqrt") is { } inside ? new Root(inside) : null;
            case "mathrm":
                var outside = _upright;
                _upright = true;
                var letters = ReadArgument(start, @"\mathrm");
                _upright = outside;
                return letters;
            case "text":
                return ReadWords(start);
            case "":
                return Fail<Term>(start, @"This \ is at the end. Remove it, or write a command name after it.");
            default:
                return Fail<Term>(
                    start,
                    Symbols.Replacements.TryGetValue(name, out var instead)
                        ? $@"\{name} is not known; {instead}. docs/content-format.md lists the known commands."
                        : $@"\{Shown(name)} is not known; docs/content-format.md lists the known commands."
                );
        }
    }

    /// <summary>Reads letters, or the one character after the backslash; empty at the end.</summary>
    private string ReadCommandName()
    {
        var start = ++_position;
        while (_position < tex.Length && char.IsAsciiLetter(tex[_position]))
            _position++;
        if (_position == start && _position < tex.Length)
            _position += CharacterAt(start).Length;
        return tex[start.._position];
    }

    /// <summary>Reads the text of <c>\text{…}</c>, which contains no commands.</summary>
    private WordsTerm? ReadWords(int command)
    {
        if (!MoreAfterSpaces() || tex[_position] != '{')
            return Fail<WordsTerm>(command, @"\text needs braces. Write \text{…}.");
        var open = _position++;
        while (_position < tex.Length && tex[_position] != '}')
        {
            var character = CharacterAt(_position);
            if (character is "{" or "\\")
                return Fail<WordsTerm>(_position, $@"{character} is not allowed in \text{{…}}, which takes plain words. Close it first.");
            if (!IsPrintable(character) && !char.IsWhiteSpace(character[0]))
                return Fail<WordsTerm>(_position, $"A formula cannot contain {Name(character)}, which is invisible. Remove it.");
            _position += character.Length;
        }
        if (_position == tex.Length)
            return Fail<WordsTerm>(open, "This { is never closed. Add the missing }.");
        var words = Spaces().Replace(tex[(open + 1).._position], " ");
        _position++;
        return new WordsTerm(words);
    }

    private static Term Unwrapped(Row row) => row.Terms.Count == 1 ? row.Terms[0] : row;

    private bool Nest(int at)
    {
        if (++_nesting <= Formula.MaxNesting)
            return true;
        Fail<Term>(at, $"Braces and brackets are nested more than {Formula.MaxNesting} deep. Write the formula more simply.");
        return false;
    }

    private bool MoreAfterSpaces()
    {
        while (_position < tex.Length && char.IsWhiteSpace(tex[_position]))
            _position++;
        return _position < tex.Length;
    }

    /// <summary>The character at an index, with both surrogates, so that an error message never shows half of one.</summary>
    private string CharacterAt(int index) => tex.Substring(index, char.IsSurrogatePair(tex, index) ? 2 : 1);

    private static bool IsPrintable(string character) =>
        Rune.TryGetRuneAt(character, 0, out var rune)
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );

    private static string Name(string character) =>
        "U+" + (Rune.TryGetRuneAt(character, 0, out var rune) ? rune.Value : character[0]).ToString("X4", CultureInfo.InvariantCulture);

    private static string Shown(string name) =>
        !IsPrintable(name) ? Name(name)
        : name.Length <= 30 ? name
        : name[..30] + "…";

    private string DigitsFrom(int start) => ScriptShape().Match(tex, start).Value;

    private T? Fail<T>(int position, string message)
        where T : Term
    {
        Error ??= new FormulaError(position, message);
        return null;
    }

    /// <summary>
    /// A number with a decimal point, with groups of three digits (<c>540,000</c>), or with the decimal comma that TeX writes <c>{,}</c>.
    /// </summary>
    [GeneratedRegex(@"\G[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:(?:\.|\{,\})[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"\G.[0-9]{1,20}", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptShape();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
