namespace ModMatWorkshop.Content.Formulas;

/// <content>Reads subscripts, superscripts and the arguments of commands.</content>
internal sealed partial class TexReader
{
    private Term? ReadScripts(Term term)
    {
        var primes = 0;
        Term? below = null,
            above = null;
        while (MoreAfterSpaces())
        {
            var at = _position;
            switch (tex[at])
            {
                case '\'' when above is not null:
                    return Fail<Term>(at, "Write the prime before the superscript: x'^2.");
                case '\'':
                    primes++;
                    _position++;
                    break;
                case '_' when below is not null:
                    return Fail<Term>(at, "One symbol has two subscripts. Combine them: x_{i,j}.");
                case '_':
                    _position++;
                    if ((below = ReadArgument(at, "_")) is null)
                        return null;
                    break;
                case '^' when above is not null:
                    return Fail<Term>(at, "One symbol has two superscripts. Combine them, or use braces: {x^2}^3.");
                case '^':
                    _position++;
                    if ((above = ReadArgument(at, "^")) is null)
                        return null;
                    break;
                default:
                    return Whole();
            }
        }
        return Whole();

        Term Whole() => primes == 0 && below is null && above is null ? term : new Scripted(term, primes, below, above);
    }

    /// <summary>Reads the argument of a command or a script: one sign, or braces.</summary>
    /// <param name="owner">The command as the author wrote it: <c>^</c>, <c>\sqrt</c>.</param>
    /// <param name="mayTouchDigit">Whether a digit may follow the sign without a space, as in <c>\frac12</c>.</param>
    private Term? ReadArgument(int ownerAt, string owner, bool mayTouchDigit = false)
    {
        if (!MoreAfterSpaces() || tex[_position] == '}')
            return Fail<Term>(
                ownerAt,
                owner == @"\frac" ? @"\frac needs two arguments. Write \frac{a}{b}." : $"Nothing follows {owner}. Write {owner}{{…}}."
            );
        if (tex[_position] == '{')
            return ReadGroup() is { } group ? Unwrapped(group) : null;

        var start = _position;
        var sign = tex[start] switch
        {
            '\\' => ReadNamedSign(owner),
            '_' or '^' or '\'' or '(' or ')' or '[' or ']' => Fail<Term>(
                start,
                $"{tex[start]} is not allowed alone after {owner}. Write {owner}{{…}}."
            ),
            var digit when char.IsAsciiDigit(digit) => new Number(tex[_position++].ToString()),
            _ => ReadSign(),
        };
        var readsAsNumber = sign is Number or Sign { Text: "+" or "−" or "." };
        if (readsAsNumber && !mayTouchDigit && _position < tex.Length && char.IsAsciiDigit(tex[_position]))
            return Fail<Term>(start, $"Without braces, {owner} takes one character only. Write {owner}{{{DigitsFrom(start)}}}.");
        return sign;
    }

    private Term? ReadNamedSign(string owner)
    {
        var start = _position;
        var name = ReadCommandName();
        if (
            Symbols.Named.TryGetValue(name, out var term)
            && term is LettersTerm or Sign { Kind: not (SignKind.Opening or SignKind.Closing) }
        )
            return term;
        _position = start;
        if (name is "mathrm" or "text")
        {
            // Count the depth here too: \mathrm\mathrm… nests without braces.
            var read = Nest(start) ? ReadCommand() : null;
            _nesting--;
            return read;
        }
        if (name is "frac" or "sqrt" || Symbols.Accents.ContainsKey(name) || term is not null)
            return Fail<Term>(start, $@"\{name} is not allowed alone after {owner}. Write {owner}{{\{name}…}}.");
        return ReadCommand();
    }

    private Row? ReadGroup()
    {
        var open = _position++;
        if (!Nest(open) || ReadRow() is not { } row)
            return null;
        if (_position == tex.Length)
            return Fail<Row>(open, "This { is never closed. Add the missing }.");
        _position++;
        _nesting--;
        return row;
    }
}
