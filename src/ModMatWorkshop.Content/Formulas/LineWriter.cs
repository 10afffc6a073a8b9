using System.Text;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Writes a formula as one line of text: fractions with a slash, roots with √, and parentheses where the line would otherwise be ambiguous.
/// Subclasses format letters and scripts.
/// </summary>
internal abstract class LineWriter
{
    /// <summary>The context of a term.</summary>
    /// <param name="InScript">Signs have no space around them in a script, as in TeX.</param>
    /// <param name="IsJoined">A factor follows without a sign in between.</param>
    /// <param name="Accents">Combining characters for each letter.</param>
    protected sealed record TermContext(bool InScript = false, bool IsJoined = false, string Accents = "");

    public virtual string Write(Row row) => Write(row, new TermContext());

    /// <summary>A letter with its combining accents; italic unless upright.</summary>
    protected abstract string Letter(string letter, bool upright);

    protected abstract string Plain(string text);

    protected abstract string Script(Scripted scripted, TermContext context);

    protected abstract string Infix(string sign);

    protected string Write(Term term, TermContext context) =>
        term switch
        {
            Row row => WriteTerms(row, context),
            LettersTerm letters => Letter(WithAccents(letters.Text, context), letters.Upright),
            Number number => Plain(WithAccents(number.Text, context)),
            WordsTerm words => Plain(WithAccents(words.Text, context)),
            ThinSpace => "\u202F",
            Sign sign => Plain(sign.Text),
            Fence fence => Plain(fence.Open.Text) + Write(fence.Inside, context with { IsJoined = false }) + Plain(fence.Close.Text),
            Fraction fraction => WriteFraction(fraction, context with { IsJoined = false }),
            Root root => "√"
                + Write(
                    root.Inside,
                    context with
                    {
                        IsJoined = false,
                    },
                    root.Inside is not Fence && (context.IsJoined || !IsUnderOneRoot(root.Inside))
                ),
            Accented accented => Write(accented.Base, context with { Accents = accented.Accent.Combining + context.Accents }),
            Scripted scripted => Write(scripted.Base, context with { IsJoined = false }, scripted.Base is Fraction or Root)
                + scripted.PrimeSigns
                + Script(scripted, context with { Accents = "" }),
            _ => "",
        };

    private string Write(Term term, TermContext context, bool parenthesised) =>
        parenthesised ? $"({Write(term, context)})" : Write(term, context);

    private string WriteTerms(Row row, TermContext context)
    {
        var line = new StringBuilder();
        for (var i = 0; i < row.Terms.Count; i++)
        {
            var term = row.Terms[i];
            var isJoined = row.IsJoined(i, +1) || row.IsLast(i) && context.IsJoined;
            var inBrackets = term is Fraction && (isJoined || row.IsJoined(i, -1) || row.IsDivided(i));
            var text = Write(term, context with { IsJoined = isJoined }, inBrackets);
            line.Append(
                term.Sign?.Kind switch
                {
                    _ when context.InScript || row.IsLast(i) => text,
                    SignKind.Relation or SignKind.Binary when row.IsInfix(i) => Infix(text),
                    SignKind.Comma => text + " ",
                    SignKind.Large => (row.IsJoined(i, -1) ? "\u202F" : "") + text + "\u202F",
                    _ => text,
                }
            );
        }
        return line.ToString();
    }

    private string WriteFraction(Fraction fraction, TermContext context) =>
        Write(fraction.Numerator, context, !IsProduct(fraction.Numerator))
        + "/"
        + Write(fraction.Denominator, context, !IsFactor(fraction.Denominator));

    private static bool IsProduct(Term term) => term is Row row ? row.Terms.All(IsFactor) : IsFactor(term);

    /// <summary>Whether a term needs no parentheses beside a slash: a single factor, or a differential such as ∂x or dx.</summary>
    private static bool IsFactor(Term term) =>
        term switch
        {
            Row { Terms: [LettersTerm { Text: "∂" } or LettersTerm { Text: "d", Upright: true }, var variable] } => IsFactor(variable),
            Row { Terms.Count: > 0 } or Fraction => false,
            WordsTerm words => !words.Text.Contains(' ', StringComparison.Ordinal),
            Accented accented => IsFactor(accented.Base),
            _ => term.Sign is null && term is not ThinSpace,
        };

    private static bool IsUnderOneRoot(Term term) =>
        term switch
        {
            Scripted { Above: null, Primes: 0 } scripted => IsUnderOneRoot(scripted.Base),
            LettersTerm or Number or Fence => true,
            _ => false,
        };

    /// <summary>Adds an accent to each letter, composed with the letter where Unicode has such a character.</summary>
    private static string WithAccents(string text, TermContext context) =>
        context.Accents.Length == 0
            ? text
            : string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c + context.Accents : c.ToString()))
                .Normalize(NormalizationForm.FormC);
}

/// <summary>Writes HTML with i, sub and sup.</summary>
internal sealed class HtmlLineWriter : LineWriter
{
    public override string Write(Row row) => base.Write(row).Replace("</i><i>", "", StringComparison.Ordinal);

    protected override string Letter(string letter, bool upright) => upright ? letter : $"<i>{letter}</i>";

    protected override string Plain(string text) => Markup.Escape(text);

    protected override string Infix(string sign) => $"\u00A0{sign} ";

    protected override string Script(Scripted scripted, TermContext context) =>
        Element("sub", scripted.Below) + Element("sup", scripted.Above);

    private string Element(string name, Term? script) =>
        script is null ? "" : $"<{name}>{Write(script, new TermContext(InScript: true))}</{name}>";
}

/// <summary>Writes plain Unicode text.</summary>
internal sealed class TextLineWriter : LineWriter
{
    protected override string Letter(string letter, bool upright) => letter;

    protected override string Plain(string text) => text;

    protected override string Infix(string sign) => $" {sign} ";

    protected override string Script(Scripted scripted, TermContext context) =>
        Shifted("_", scripted.Below, scripted.Above is null && context.IsJoined) + Shifted("^", scripted.Above, context.IsJoined);

    /// <param name="isJoined">A letter follows that would look like a part of the script.</param>
    private string Shifted(string mark, Term? script, bool isJoined)
    {
        if (script is null)
            return "";
        var text = Write(script, new TermContext(InScript: true));
        if ((mark == "_" ? SuperAndSubscripts.Lowered(text) : SuperAndSubscripts.Raised(text)) is { } shifted)
            return shifted;
        return text.Length == 1 && !isJoined || script is Fence ? mark + text : $"{mark}({text})";
    }
}
