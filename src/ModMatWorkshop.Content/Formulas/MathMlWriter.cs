using System.Text;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>
/// Writes MathML Core. The renderer's operator dictionary sets the space around signs. Exceptions get explicit attributes: signs before
/// their operand, and the ordinary signs of TeX without space (slash, bar, point).
/// </summary>
internal sealed class MathMlWriter
{
    private readonly StringBuilder _xml = new();

    private MathMlWriter() { }

    public static string Write(Row row)
    {
        var writer = new MathMlWriter();
        writer.Element("math", () => writer.WriteTerms(row));
        return writer._xml.ToString();
    }

    private void WriteTerms(Row row)
    {
        for (var i = 0; i < row.Terms.Count; i++)
            Write(row.Terms[i], row.IsInfix(i));
    }

    /// <param name="infix">Whether a sign is between two operands; ignored for other terms.</param>
    private void Write(Term term, bool infix = false)
    {
        switch (term)
        {
            case Row row:
                Element("mrow", () => WriteTerms(row));
                break;
            case LettersTerm { Upright: true } letters:
                Leaf("mi mathvariant=\"normal\"", letters.Text);
                break;
            case LettersTerm letters:
                Leaf("mi", letters.Text);
                break;
            case Number number:
                Leaf("mn", number.Text);
                break;
            case WordsTerm words:
                Leaf("mtext", KeepingEdges(words.Text));
                break;
            case ThinSpace:
                _xml.Append("<mspace width=\"0.1667em\"></mspace>");
                break;
            case Sign sign:
                Leaf("mo" + Attributes(sign, infix), sign.Text);
                break;
            case Fence fence:
                Element("mrow", () =>
                {
                    Leaf(fence.Open.Kind == SignKind.Bar ? "mo form=\"prefix\"" : "mo", fence.Open.Text);
                    WriteTerms(fence.Inside);
                    Leaf(fence.Close.Kind == SignKind.Bar ? "mo form=\"postfix\"" : "mo", fence.Close.Text);
                });
                break;
            case Fraction fraction:
                Element("mfrac", () =>
                {
                    Write(fraction.Numerator);
                    Write(fraction.Denominator);
                });
                break;
            case Root root:
                Element("msqrt", () => WriteTerms(root.Inside as Row ?? new Row([root.Inside])));
                break;
            case Accented accented:
                Element("mover", " accent=\"true\"", () =>
                {
                    Write(accented.Base);
                    Leaf("mo stretchy=\"false\"", accented.Accent.Over);
                });
                break;
            case Scripted scripted:
                WriteScripted(scripted, infix);
                break;
        }
    }

    private void WriteScripted(Scripted scripted, bool infix)
    {
        var above = WithPrimes(scripted);
        Element(
            scripted.Below is null ? "msup"
                : above is null ? "msub"
                : "msubsup",
            () =>
            {
                Write(scripted.Base, infix);
                if (scripted.Below is not null)
                    Write(scripted.Below);
                if (above is not null)
                    Write(above);
            }
        );
    }

    /// <summary>The superscript with the primes before it.</summary>
    private static Term? WithPrimes(Scripted scripted)
    {
        if (scripted.Primes == 0)
            return scripted.Above;
        var primes = new Sign(scripted.PrimeSigns, SignKind.Postfix);
        return scripted.Above switch
        {
            null => primes,
            Row row => new Row([primes, .. row.Terms]),
            var above => new Row([primes, above]),
        };
    }

    /// <summary>Replaces spaces at both ends by no-break spaces, because MathML drops ordinary ones.</summary>
    private static string KeepingEdges(string text) =>
        text.Trim(' ') is { Length: > 0 } inside
            ? (text[0] == ' ' ? "\u00A0" : "") + inside + (text[^1] == ' ' ? "\u00A0" : "")
            : text.Replace(' ', '\u00A0');

    private static string Attributes(Sign sign, bool infix) =>
        sign.Kind switch
        {
            SignKind.Opening or SignKind.Closing => " stretchy=\"false\"",
            SignKind.Bar => " stretchy=\"false\" lspace=\"0em\" rspace=\"0em\"",
            SignKind.Slash or SignKind.Point => " lspace=\"0em\" rspace=\"0em\"",
            SignKind.Binary when !infix && sign.Text is "+" or "−" or "±" => " form=\"prefix\"",
            SignKind.Relation or SignKind.Binary when !infix => " lspace=\"0em\" rspace=\"0em\"",
            _ => "",
        };

    private void Leaf(string tag, string text) =>
        _xml.Append('<').Append(tag).Append('>').Append(Markup.Escape(text)).Append("</").Append(tag.Split(' ')[0]).Append('>');

    private void Element(string name, Action inside) => Element(name, "", inside);

    private void Element(string name, string attributes, Action inside)
    {
        _xml.Append('<').Append(name).Append(attributes).Append('>');
        inside();
        _xml.Append("</").Append(name).Append('>');
    }
}
