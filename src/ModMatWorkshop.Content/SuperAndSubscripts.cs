using System.Collections.Frozen;
using System.Text;

namespace ModMatWorkshop.Content;

/// <summary>
/// The subscripts and superscripts that Unicode has as characters of their own, and the ordinary characters they stand for.
/// </summary>
public static class SuperAndSubscripts
{
    private const string Below = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓxᵦβᵧγᵨρᵩφᵪχ";

    private const string Above =
        "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁼=⁽(⁾)ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz"
        + "ᴬAᴮBᴰDᴱEᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPᴿRᵀTᵁUⱽVᵂWᵝβᵞγᵟδᵠφᵡχ";

    private static readonly FrozenDictionary<char, Script> OfSign = Pairs(Below)
        .Select(p => (p.Sign, Script: new Script(p.Ordinary, IsSubscript: true)))
        .Concat(Pairs(Above).Select(p => (p.Sign, Script: new Script(p.Ordinary, IsSubscript: false))))
        .ToFrozenDictionary(p => p.Sign, p => p.Script);

    private static readonly FrozenDictionary<char, char> Lower = Pairs(Below).ToFrozenDictionary(p => p.Ordinary, p => p.Sign);

    private static readonly FrozenDictionary<char, char> Raise = Pairs(Above).ToFrozenDictionary(p => p.Ordinary, p => p.Sign);

    /// <summary>
    /// Plain text as HTML in which each run of Unicode scripts is one <c>sub</c> or <c>sup</c>: <c>H₂O</c> gives
    /// <c>H&lt;sub&gt;2&lt;/sub&gt;O</c>.
    /// </summary>
    public static string ToHtml(string plainText)
    {
        var html = new StringBuilder(plainText.Length);
        for (var i = 0; i < plainText.Length; )
        {
            var start = i;
            var script = Ordinary(plainText[i]);
            while (++i < plainText.Length && Ordinary(plainText[i])?.IsSubscript == script?.IsSubscript) { }
            var run = plainText[start..i];
            if (script is { IsSubscript: var isSubscript })
            {
                var name = isSubscript ? "sub" : "sup";
                html.Append('<')
                    .Append(name)
                    .Append('>')
                    .Append(string.Concat(run.Select(c => Ordinary(c)!.Value.Character)))
                    .Append("</")
                    .Append(name)
                    .Append('>');
            }
            else
                html.Append(Markup.Escape(run));
        }
        return html.ToString();
    }

    /// <summary>
    /// The other way, for plain text: <c>2</c> below the line is <c>₂</c>. What Unicode cannot write so is marked as formulas mark it:
    /// <c>_b</c>, <c>^(a, b)</c>.
    /// </summary>
    public static string ToUnicode(string text, bool subscript) =>
        (subscript ? Lowered(text) : Raised(text)) ?? (subscript ? "_" : "^") + (text.Length == 1 ? text : $"({text})");

    internal static string? Lowered(string text) => Shifted(text, Lower);

    internal static string? Raised(string text) => Shifted(text, Raise);

    /// <summary>What a sub- or superscript stands for; null for an ordinary character.</summary>
    internal static Script? Ordinary(char sign) => OfSign.TryGetValue(sign, out var script) ? script : null;

    /// <summary>Null where a character of the text has no script.</summary>
    private static string? Shifted(string text, FrozenDictionary<char, char> signs)
    {
        var shifted = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            // A hyphen in a script is a minus.
            var ordinary = text[i] == '-' ? '−' : text[i];
            if (!signs.TryGetValue(ordinary, out shifted[i]))
                return null;
        }
        return new string(shifted);
    }

    private static IEnumerable<(char Sign, char Ordinary)> Pairs(string list) => list.Chunk(2).Select(pair => (pair[0], pair[1]));

    internal readonly record struct Script(char Character, bool IsSubscript);
}
