using System.Globalization;
using System.Xml.Linq;

namespace ModMatWorkshop.Content.Formulas;

/// <summary>What an element of MathML is in a line of text.</summary>
internal enum MathRole
{
    Operand,
    Fraction,
    Root,

    /// <summary>A name such as log, before its argument.</summary>
    Function,

    /// <summary>A relation or an operation: with spaces if it is between two operands.</summary>
    Infix,
    Large,
    Opening,
    Closing,

    /// <summary>A vertical bar, which may open, close or divide.</summary>
    Bar,
    Comma,
    Slash,
    Postfix,
    Space,
    Nothing,
}

/// <summary>An element of MathML, without the elements that only group or style.</summary>
internal sealed record MathItem(XElement Element, MathRole Role)
{
    private const string FunctionSign = "\u2061";

    public bool IsOperand => Role is MathRole.Operand or MathRole.Fraction or MathRole.Root or MathRole.Closing or MathRole.Postfix;

    /// <summary>Whether it can follow another operand without a sign.</summary>
    public bool BeginsOperand =>
        Role is MathRole.Operand or MathRole.Fraction or MathRole.Root or MathRole.Opening or MathRole.Function or MathRole.Large;

    /// <summary>The items of one element, or of all the elements in it if it only groups or styles.</summary>
    public static List<MathItem> Of(XElement element) => Of([element]);

    public static List<MathItem> Of(IEnumerable<XElement> elements)
    {
        var items = new List<MathItem>();
        foreach (var element in elements)
            switch (element.Name.LocalName)
            {
                case "math" or "mrow" or "mstyle" or "mpadded" or "menclose" or "mtr" or "mtd":
                    items.AddRange(Of(element.Elements()));
                    break;
                case "mphantom":
                    break;
                // The sign itself is invisible.
                case "mo" when element.Value == FunctionSign:
                    if (items.Count > 0)
                        items[^1] = items[^1] with { Role = MathRole.Function };
                    break;
                default:
                    items.Add(new(element, RoleOf(element)));
                    break;
            }
        return items;
    }

    private static MathRole RoleOf(XElement element) =>
        element.Name.LocalName switch
        {
            "mo" => RoleOf(element.Value),
            "mi" when element.Value is "∣" or "∥" => MathRole.Bar,
            "mi" when element.Value == "/" => MathRole.Slash,
            "mspace" => MathRole.Space,
            "mtext" when string.IsNullOrWhiteSpace(element.Value.Replace("\u2063", "", StringComparison.Ordinal)) => MathRole.Space,
            "mfrac" when element.Attribute("linethickness") is null => MathRole.Fraction,
            "msqrt" or "mroot" => MathRole.Root,
            "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover" => RoleOfBase(element.Elements().First()),
            _ => MathRole.Operand,
        };

    private static MathRole RoleOfBase(XElement element) =>
        Of(element) is [var only] && only.Role is MathRole.Infix or MathRole.Large or MathRole.Function or MathRole.Closing or MathRole.Bar
            ? only.Role
            : MathRole.Operand;

    private static MathRole RoleOf(string sign) =>
        sign switch
        {
            "(" or "[" or "{" or "⟨" or "⌊" or "⌈" or "⟦" => MathRole.Opening,
            ")" or "]" or "}" or "⟩" or "⌋" or "⌉" or "⟧" => MathRole.Closing,
            "|" or "∣" or "∥" or "‖" => MathRole.Bar,
            "," or ";" => MathRole.Comma,
            "/" => MathRole.Slash,
            "!" or "′" or "†" or "°" => MathRole.Postfix,
            "∑" or "∏" or "∐" or "∫" or "∬" or "∭" or "∮" or "⋃" or "⋂" or "⨁" or "⨂" => MathRole.Large,
            ":" or "*" or "∗" or "≡" => MathRole.Infix,
            [var first, ..] when char.GetUnicodeCategory(first) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol =>
                MathRole.Infix,
            "⋅" or "·" => MathRole.Infix,
            _ => MathRole.Operand,
        };
}
