using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Formulas;
using ModMatWorkshop.Content.Markdown;

namespace ModMatWorkshop.Content.PastedTex;

/// <summary>
/// Cleans a text that was pasted from LaTeX, Word or a PDF: commands outside formulas become Markdown, signs of fonts become letters, and
/// what nobody sees goes. A text that needs nothing stays the same.
/// </summary>
public static partial class PastedAbstract
{
    /// <summary>No command of running text is longer.</summary>
    private const int MaxCommand = 4000;

    private const string SymbolFont = "abcdefghiklmnopqrstuwxyzDFGLPQSWXY";
    private const string SymbolLetters = "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩΞΨ";

    public static string Clean(string text) => Tidied(WithoutCommands(WithoutLayout(WithoutFontSigns(text)), 0));

    private static string WithoutFontSigns(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            clean.Append(
                c switch
                {
                    '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => "",
                    '\u000B' or '\u2028' => "\n",
                    '\u000C' or '\u2029' => "\n\n",
                    '\t' => " ",
                    '\uFB00' => "ff",
                    '\uFB01' => "fi",
                    '\uFB02' => "fl",
                    '\uFB03' => "ffi",
                    '\uFB04' => "ffl",
                    '\u2010' or '\u2011' => "-",
                    >= '\uF020' and <= '\uF0FF' => OfSymbolFont((char)(c - 0xF000)),
                    '\n' => "\n",
                    _ when char.IsControl(c) => "",
                    _ => c.ToString(),
                }
            );
        return clean.ToString();
    }

    private static string OfSymbolFont(char c) =>
        SymbolFont.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i
            ? SymbolLetters[i].ToString()
            : (int)c switch
            {
                0xA3 => "≤",
                0xB1 => "±",
                0xB3 => "≥",
                0xB4 => "×",
                0xB7 or 0xA7 => "•",
                0xBB => "≈",
                0xB0 => "°",
                0xAE => "→",
                _ => c is >= ' ' and <= '~' ? c.ToString() : "",
            };

    /// <summary>Leaves out comments and environments of the whole text; lists and headings become Markdown.</summary>
    private static string WithoutLayout(string text)
    {
        text = Bullet().Replace(text, "- ");
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        text = Comment().Replace(text, "");
        text = Wrapper().Replace(text, "");
        text = Heading().Replace(text, "\n\n## ${title}\n\n");
        return List().Replace(text, ListOf);
    }

    private static string ListOf(Match list)
    {
        var mark = list.Groups["name"].Value == "itemize" ? "- " : "1. ";
        var items = list.Groups["items"].Value.Split(@"\item", StringSplitOptions.TrimEntries).Where(item => item.Length > 0);
        return "\n\n" + string.Join('\n', items.Select(item => mark + item.Replace('\n', ' '))) + "\n\n";
    }

    private static string WithoutCommands(string text, int depth)
    {
        if (depth > 4 || text.AsSpan().IndexOfAny("\\{`~") < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            if (FormulaAt(text, i) is { } formula)
            {
                clean.Append(text, i, formula.Length);
                i += formula.Length;
                continue;
            }
            var reading = text[i] is '\\' or '{' or '`' ? TexText.At(text, i, Math.Min(text.Length, i + MaxCommand)) : null;
            var length = reading?.Length ?? 1;
            clean.Append(
                reading switch
                {
                    TexSign sign => Escaped(sign.Text),
                    TexStyled styled => Styled(WithoutCommands(text[styled.Argument], depth + 1), styled.Style),
                    TexCode code => $"`{code.Text}`",
                    TexAddress { Label: { } label } address => $"[{WithoutCommands(text[label], depth + 1)}]({address.Url})",
                    TexAddress address => address.Url,
                    TexBreak => "\n",
                    _ when IsEscaped(text, i) => text[++i].ToString(),
                    _ => text.Substring(i, length),
                }
            );
            i += length;
        }
        return clean.ToString();
    }

    private static FormulaSyntax? FormulaAt(string text, int start)
    {
        if (text[start] is not ('$' or '\\') || start > 0 && text[start - 1] == '\\')
            return null;
        var ahead = text.AsSpan(start, Math.Min(text.Length - start, Formula.MaxLength + 50));
        return FormulaSyntax.MayBegin(ahead) ? FormulaSyntax.At(ahead.ToString()) : null;
    }

    /// <summary>A sign that Markdown shows without a backslash.</summary>
    private static bool IsEscaped(string text, int at) => text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '%' or '&';

    private static string Escaped(string sign) => sign is "*" or "_" or "`" or "$" or "[" ? $"\\{sign}" : sign;

    private static string Styled(string inside, TexStyle style)
    {
        var trimmed = inside.Trim();
        return trimmed.Length == 0
            ? inside
            : style switch
            {
                TexStyle.Emphasis => $"*{trimmed}*",
                TexStyle.Strong => $"**{trimmed}**",
                TexStyle.Subscript when !trimmed.Contains(' ', StringComparison.Ordinal) => $"~{trimmed}~",
                TexStyle.Superscript when !trimmed.Contains(' ', StringComparison.Ordinal) => $"^{trimmed}^",
                TexStyle.Quoted => $"“{trimmed}”",
                TexStyle.SingleQuoted => $"‘{trimmed}’",
                _ => inside,
            };
    }

    private static string Tidied(string text) => BlankLines().Replace(LineEnd().Replace(text, ""), "\n\n").Trim('\n');

    [GeneratedRegex(@"^[ ]*[•●▪◦‣∙][ ]*", RegexOptions.Multiline)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^[ ]*%.*\n?", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\(?:begin|end)\{(?:abstract|document|center|flushleft|quote|justify|small)\*?\}|\\maketitle(?![A-Za-z])")]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"\\(?:section|subsection|paragraph)\*?\{(?<title>[^{}\n]{1,200})\}")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\\begin\{(?<name>itemize|enumerate)\}(?<items>(?:(?!\\begin\{|\\end\{)[\s\S]){0,20000})\\end\{\k<name>\}")]
    private static partial Regex List();

    [GeneratedRegex(@"[ ]+$", RegexOptions.Multiline)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
