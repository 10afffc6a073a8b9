namespace ModMatWorkshop.Content.Formulas;

/// <summary>A part of a formula, as it was meant rather than as it was typed.</summary>
internal abstract record Term
{
    /// <summary>The sign that decides about the space around this term, if it is one: <c>∑</c> also with its limits.</summary>
    public Sign? Sign =>
        this switch
        {
            Sign sign => sign,
            Scripted { Base: Sign sign } => sign,
            _ => null,
        };
}

/// <summary>A name of one letter (slanted) or, upright, of one or more: <c>x</c>, <c>eV</c>.</summary>
internal sealed record LettersTerm(string Text, bool Upright = false) : Term;

internal sealed record Number(string Text) : Term;

/// <summary>What stands in <c>\text</c>, with its spaces.</summary>
internal sealed record WordsTerm(string Text) : Term;

internal sealed record ThinSpace : Term;

internal sealed record Sign(string Text, SignKind Kind) : Term;

/// <param name="Inside">Between an opening and a closing bracket (not always of one kind: <c>[0,1)</c>), or between two bars.</param>
internal sealed record Fence(Sign Open, Row Inside, Sign Close) : Term;

internal sealed record Fraction(Term Numerator, Term Denominator) : Term;

internal sealed record Root(Term Inside) : Term;

internal sealed record Accented(Term Base, Accent Accent) : Term;

/// <param name="Base">An empty row where scripts stand before their letter: <c>^{18}O</c>.</param>
internal sealed record Scripted(Term Base, int Primes, Term? Below, Term? Above) : Term
{
    public string PrimeSigns =>
        Primes switch
        {
            2 => "″",
            3 => "‴",
            4 => "⁗",
            var count => new string('′', count),
        };
}

/// <param name="Over">The accent as a sign of its own, for MathML.</param>
/// <param name="Combining">The accent that follows its letter in plain text.</param>
internal sealed record Accent(string Over, string Combining);

internal enum SignKind
{
    Relation,
    Binary,

    /// <summary>∑ and ∫, which take what follows them.</summary>
    Large,
    Opening,
    Closing,
    Bar,
    Slash,
    Comma,
    Point,

    /// <summary>The factorial, which takes what precedes it.</summary>
    Postfix,
}

/// <summary>
/// Terms side by side. It says what stands next to what, which is all that the spaces and parentheses of a line depend on.
/// </summary>
internal sealed record Row(IReadOnlyList<Term> Terms) : Term
{
    /// <summary>A sign between two operands. Any other is a sign before its operand (−1, ~540), or stands alone as a script does.</summary>
    public bool IsInfix(int index) =>
        Neighbour(index, -1) is { } before
        && before.Sign is null or { Kind: SignKind.Closing or SignKind.Postfix }
        && Neighbour(index, +1) is not null;

    /// <summary>What stands before or after a term joins it without a sign between them, as in a product.</summary>
    public bool IsJoined(int index, int step) =>
        Neighbour(index, step) is { } other && other.Sign is null or { Kind: SignKind.Large or SignKind.Postfix };

    /// <summary>Next to a slash a fraction would make two slashes in a line.</summary>
    public bool IsDivided(int index) =>
        Neighbour(index, -1)?.Sign?.Kind == SignKind.Slash || Neighbour(index, +1)?.Sign?.Kind == SignKind.Slash;

    public bool IsLast(int index) => index == Terms.Count - 1;

    private Term? Neighbour(int index, int step)
    {
        do index += step;
        while (index >= 0 && index < Terms.Count && Terms[index] is ThinSpace);
        return index >= 0 && index < Terms.Count ? Terms[index] : null;
    }
}
