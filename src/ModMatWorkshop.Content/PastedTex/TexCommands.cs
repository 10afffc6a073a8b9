using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>Commands of letters outside formulas: <c>\textbf{…}</c>, <c>\AA</c>, <c>\url{…}</c>.</summary>
internal static partial class TexCommands
{
    private const string NotUnderstood = "Write it in Markdown, or put a formula between dollars.";

    /// <summary>Commands that change the font up to the end of their group.</summary>
    public static readonly FrozenDictionary<string, TexStyle> Fonts = new Dictionary<string, TexStyle>
    {
        ["it"] = TexStyle.Emphasis,
        ["em"] = TexStyle.Emphasis,
        ["sl"] = TexStyle.Emphasis,
        ["itshape"] = TexStyle.Emphasis,
        ["slshape"] = TexStyle.Emphasis,
        ["bf"] = TexStyle.Strong,
        ["bfseries"] = TexStyle.Strong,
        ["rm"] = TexStyle.Plain,
        ["sf"] = TexStyle.Plain,
        ["sc"] = TexStyle.Plain,
        ["tt"] = TexStyle.Plain,
        ["normalfont"] = TexStyle.Plain,
        ["scshape"] = TexStyle.Plain,
        ["tiny"] = TexStyle.Plain,
        ["small"] = TexStyle.Plain,
        ["footnotesize"] = TexStyle.Plain,
        ["large"] = TexStyle.Plain,
        ["Large"] = TexStyle.Plain,
        ["huge"] = TexStyle.Plain,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, TexStyle> Styles = new Dictionary<string, TexStyle>
    {
        ["emph"] = TexStyle.Emphasis,
        ["textit"] = TexStyle.Emphasis,
        ["textsl"] = TexStyle.Emphasis,
        ["textbf"] = TexStyle.Strong,
        ["textsubscript"] = TexStyle.Subscript,
        ["textsuperscript"] = TexStyle.Superscript,
        ["enquote"] = TexStyle.Quoted,
        ["text"] = TexStyle.Plain,
        ["textrm"] = TexStyle.Plain,
        ["textsf"] = TexStyle.Plain,
        ["textsc"] = TexStyle.Plain,
        ["textup"] = TexStyle.Plain,
        ["textmd"] = TexStyle.Plain,
        ["textnormal"] = TexStyle.Plain,
        ["mbox"] = TexStyle.Plain,
        ["hbox"] = TexStyle.Plain,
        ["underline"] = TexStyle.Plain,
        ["uline"] = TexStyle.Plain,
    }.ToFrozenDictionary();

    /// <summary>Commands that only lay out, with the number of their arguments.</summary>
    private static readonly FrozenDictionary<string, int> Layout = new Dictionary<string, int>
    {
        ["noindent"] = 0,
        ["indent"] = 0,
        ["smallskip"] = 0,
        ["medskip"] = 0,
        ["bigskip"] = 0,
        ["centering"] = 0,
        ["newpage"] = 0,
        ["clearpage"] = 0,
        ["protect"] = 0,
        ["xspace"] = 0,
        ["sloppy"] = 0,
        ["maketitle"] = 0,
        ["label"] = 1,
        ["vspace"] = 1,
        ["hspace"] = 1,
        ["vskip"] = 0,
        ["color"] = 1,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Hints = new[]
    {
        ("cite citep citet citealp autocite parencite textcite onlinecite", "Write the number of the reference: `[1]`."),
        ("ref eqref autoref cref Cref pageref figref", "Write the number itself: `Fig. 1`."),
        ("footnote footnotemark footnotetext thanks", "Write `[^1]`, and after an empty line `[^1]: the note`."),
        ("section subsection subsubsection paragraph chapter title", "Write a line that begins with `## `."),
        ("begin end item", "Write a list with `- ` or `1. `, a table with `|`, a formula between dollars."),
        ("includegraphics caption", "List the figure under `figures`."),
        ("author affiliation institute address date keywords", "Write it above, in the front matter."),
        ("SI si qty unit num ang SIrange qtyrange numrange", "Write the number and the unit: `300 K`."),
        ("ce chem", "Write `H~2~O`, or `$\\ce{…}$`."),
        (
            "frac sqrt sum int prod mathrm mathbf mathcal mathbb mathit boldsymbol vec hat bar left right nabla partial langle rangle "
                + "hbar ell log exp sin cos min max lim",
            "Put the formula between dollars: `$E=mc^2$`."
        ),
    }
        .SelectMany(hint => hint.Item1.Split(' ').Select(name => (name, hint.Item2)))
        .ToFrozenDictionary(hint => hint.name, hint => hint.Item2);

    public static TexReading? At(string text, int start, int end)
    {
        var name = NameAt(text, start + 1, end);
        var after = start + 1 + name.Length;
        if (TexSigns.Of(name) is { } sign)
            return new TexSign(AfterSign(text, start, after, end, sign) - start, sign);
        if (TexAccents.Named(name, text, start, end) is { } accent)
            return accent;
        if (after < end && text[after] == '*')
            after++;
        if (Layout.TryGetValue(name, out var arguments))
            return new TexSign(Math.Max(after, Skip(text, after, end, arguments)) - start, "");
        if (Fonts.ContainsKey(name))
            return new TexSign((after < end && text[after] == ' ' ? after + 1 : after) - start, "");
        if (name is "par" or "newline" or "linebreak")
            return new TexBreak(after - start);
        return WithArgument(name, text, start, after, end)
            ?? new TexUnknown(after - start, $"The command \\{name} is shown as typed.", Hints.GetValueOrDefault(name, NotUnderstood));
    }

    /// <summary>The letters of a command.</summary>
    public static string NameAt(string text, int start, int end)
    {
        var to = start;
        while (to < end && char.IsAsciiLetter(text[to]))
            to++;
        return text[start..to];
    }

    private static TexReading? WithArgument(string name, string text, int start, int after, int end)
    {
        var first = TexText.Argument(text, OptionsEnd(text, after, end), end);
        if (first is not { } argument)
            return null;
        if (Styles.TryGetValue(name, out var style))
            return new TexStyled(argument.End - start, style, argument.Inside);
        var inside = text[argument.Inside];
        var second = TexText.Argument(text, argument.End, end);
        switch (name)
        {
            case "texttt" or "verb" or "lstinline" or "mono":
                return new TexCode(argument.End - start, Unescaped().Replace(inside, "$1"));
            case "url" or "path" or "nolinkurl" when IsWeb(inside):
                return new TexAddress(argument.End - start, Unescaped().Replace(inside, "$1"), null);
            case "href" when second is { } label && IsWeb(inside):
                return new TexAddress(label.End - start, Unescaped().Replace(inside, "$1"), label.Inside);
            case "textcolor" or "parbox" when second is { } content:
                return new TexStyled(content.End - start, TexStyle.Plain, content.Inside);
            default:
                return null;
        }
    }

    private static bool IsWeb(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// TeX drops the space after a command. A letter within a word and a prefix need that: <c>stra\ss e</c>, <c>\mu m</c>.
    /// </summary>
    private static int AfterSign(string text, int start, int after, int end, string sign)
    {
        if (after + 1 < end && text[after] == '{' && text[after + 1] == '}')
            return after + 2;
        var joins = char.IsLetter(sign[^1]) && start > 0 && char.IsLetter(text[start - 1]) || sign is "µ" or "μ";
        return joins && after + 1 < end && text[after] == ' ' && char.IsLetter(text[after + 1]) ? after + 1 : after;
    }

    private static int Skip(string text, int at, int end, int arguments)
    {
        for (var i = 0; i < arguments && TexText.Argument(text, at, end) is { } argument; i++)
            at = argument.End;
        return arguments == 0 && at < end && text[at] == ' ' ? at + 1 : at;
    }

    private static int OptionsEnd(string text, int at, int end) =>
        at < end && text[at] == '[' && text.IndexOf(']', at, end - at) is > 0 and var close ? close + 1 : at;

    [GeneratedRegex(@"\\([%&#_~$^{}])(?:\{\})?")]
    private static partial Regex Unescaped();
}
