namespace ModMatWorkshop.Content.Formulas;

/// <summary>A node of the syntax tree of a formula.</summary>
internal abstract record Term
{
    /// <summary>
    /// The sign that determines the space around this term, also when it has scripts, such as <c>∑</c> with limits; null for other terms.
    /// </summary>
    public Sign? Sign =>
        this switch
        {
            Sign sign => sign,
            Scripted { Base: Sign sign } => sign,
            _ => null,
        };
}

/// <summary>A name: one letter in italics, or one or more upright letters: <c>x</c>, <c>eV</c>.</summary>
internal sealed record LettersTerm(string Text, bool Upright = false) : Term;

internal sealed record Number(string Text) : Term;

/// <summary>The text of <c>\text</c>, with its spaces.</summary>
internal sealed record WordsTerm(string Text) : Term;

internal sealed record ThinSpace : Term;

internal sealed record Sign(string Text, SignKind Kind) : Term;

/// <param name="Inside">The terms between two brackets, possibly of different kinds (<c>[0,1)</c>), or between two bars.</param>
internal sealed record Fence(Sign Open, Row Inside, Sign Close) : Term;

internal sealed record Fraction(Term Numerator, Term Denominator) : Term;

internal sealed record Root(Term Inside) : Term;

internal sealed record Accented(Term Base, Accent Accent) : Term;

/// <param name="Base">Empty if the scripts come before their letter: <c>^{18}O</c>.</param>
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

/// <param name="Over">The accent as a separate sign, for MathML.</param>
/// <param name="Combining">The combining character after the letter, for plain text.</param>
internal sealed record Accent(string Over, string Combining);

internal enum SignKind
{
    Relation,
    Binary,

    /// <summary>∑ and ∫, which apply to the terms after them.</summary>
    Large,
    Opening,
    Closing,
    Bar,
    Slash,
    Comma,
    Point,

    /// <summary>The factorial sign, which applies to the term before it.</summary>
    Postfix,
}

/// <summary>A sequence of terms. Spaces and parentheses depend only on the neighbours of a term, which this type finds.</summary>
internal sealed record Row(IReadOnlyList<Term> Terms) : Term
{
    /// <summary>
    /// Whether a sign is between two operands. Otherwise it is a prefix (−1, ~540) or stands alone, for example in a script.
    /// </summary>
    public bool IsInfix(int index) =>
        Neighbour(index, -1) is { } before
        && before.Sign is null or { Kind: SignKind.Closing or SignKind.Postfix }
        && Neighbour(index, +1) is not null;

    /// <summary>Whether the neighbouring term multiplies this one without a sign in between.</summary>
    public bool IsJoined(int index, int step) =>
        Neighbour(index, step) is { } other && other.Sign is null or { Kind: SignKind.Large or SignKind.Postfix };

    /// <summary>Whether a slash is beside the term. A fraction there needs parentheses, because its own slash would be ambiguous.</summary>
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
