using System.Collections.Frozen;
using System.Text;

namespace ModMatWorkshop.Content;

/// <summary>The Unicode subscripts and superscripts, and the ordinary characters that they represent.</summary>
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
    /// Converts plain text to HTML. Each run of Unicode scripts becomes one <c>sub</c> or <c>sup</c>: <c>H₂O</c> gives
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
    /// Converts a script to Unicode: the subscript <c>2</c> gives <c>₂</c>. A script without Unicode characters is written as in formulas:
    /// <c>_b</c>, <c>^(a, b)</c>.
    /// </summary>
    public static string ToUnicode(string text, bool subscript) =>
        (subscript ? Lowered(text) : Raised(text)) ?? (subscript ? "_" : "^") + (text.Length == 1 ? text : $"({text})");

    internal static string? Lowered(string text) => Shifted(text, Lower);

    internal static string? Raised(string text) => Shifted(text, Raise);

    /// <summary>The ordinary character of a sub- or superscript; null for any other character.</summary>
    internal static Script? Ordinary(char sign) => OfSign.TryGetValue(sign, out var script) ? script : null;

    /// <summary>Null if a character of the text has no such script.</summary>
    private static string? Shifted(string text, FrozenDictionary<char, char> signs)
    {
        var shifted = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            // A hyphen in a script means a minus sign.
            var ordinary = text[i] == '-' ? '−' : text[i];
            if (!signs.TryGetValue(ordinary, out shifted[i]))
                return null;
        }
        return new string(shifted);
    }

    private static IEnumerable<(char Sign, char Ordinary)> Pairs(string list) => list.Chunk(2).Select(pair => (pair[0], pair[1]));

    internal readonly record struct Script(char Character, bool IsSubscript);
}
