using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>A subscript <c>H~2~O</c> or a superscript <c>10^21^</c>.</summary>
public sealed class ScriptInline : ContainerInline
{
    public required bool IsSubscript { get; init; }
}

/// <summary>A sign or a command that readers see as typed, perhaps against the author's intention.</summary>
public sealed class RawInline : LiteralInline
{
    public required string Message { get; init; }

    public required string Hint { get; init; }
}

/// <summary>
/// Finds sub- and superscripts. No script holds a space, so that <c>10^5 atoms to 10^6 steps</c> and <c>~5 eV</c> stay text. Neither does a
/// script end within a sum: <c>a^2+b^2</c>. A tilde of TeX, as in <c>Fig.~1</c>, is a no-break space.
/// </summary>
internal sealed partial class ScriptParser : InlineParser
{
    public ScriptParser() => OpeningCharacters = ['^', '~', '_'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (text, start, end) = (slice.Text, slice.Start, slice.End + 1);
        var before = slice.PeekCharExtra(-1);
        if (InBraces().Match(text, start, end - start) is { Success: true } braces && text[start] != '~' && Ends(before))
            return Script(processor, ref slice, (start + 2)..(start + braces.Length - 1), braces.Length);
        if (text[start] == '_')
            return false;
        if (text[start] == '^' && before == '[' && Footnote().Match(text, start, end - start) is { Success: true } note)
            return !processor.Document.ContainsLinkReferenceDefinition(note.Value[..^1])
                && Raw(
                    processor,
                    ref slice,
                    $"There is no footnote [{note.Value}.",
                    $"Write it below the text, after an empty line: `[{note.Value}: …`."
                );
        if (before != text[start] && (text[start] == '^' || Ends(before)) && Closing(text, start, end) is { } close)
            return Script(processor, ref slice, (start + 1)..close, close + 1 - start);
        if (text[start] == '~' && IsTie(text, start, end))
            return NestedText.Literal(processor, ref slice, "\u00A0", 1);
        return Warning(text, start, end, before) is { } raw && Raw(processor, ref slice, raw.Message, raw.Hint);
    }

    private static bool Script(InlineProcessor processor, ref StringSlice slice, Range content, int length) =>
        NestedText.Fill(new ScriptInline { IsSubscript = slice.CurrentChar is '~' or '_' }, processor, ref slice, content, length);

    /// <summary>The position of the mark that closes a script; null for a mark that opens none.</summary>
    private static int? Closing(string text, int start, int end)
    {
        var close = start + 1;
        while (
            close < end && !char.IsWhiteSpace(text[close]) && text[close] != '|' && (text[close] != text[start] || text[close - 1] == '\\')
        )
            close++;
        var isClosed = close < end && close > start + 1 && text[close] == text[start];
        // A mark between two words that closes within a sum or a list is another power: a^2+b^2, 10^5-10^6.
        var isSum =
            isClosed
            && close + 1 < end
            && char.IsLetterOrDigit(text[close + 1])
            && Sum().IsMatch(text.AsSpan(start + 1, close - start - 1));
        return isClosed && !isSum ? close : null;
    }

    internal static bool Raw(InlineProcessor processor, ref StringSlice slice, string message, string hint, int length = 1)
    {
        processor.Inline = new RawInline
        {
            Message = message,
            Hint = hint,
            Content = new(slice.Text, slice.Start, slice.Start + length - 1),
            Span = new(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + length - 1)
            ),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }

    /// <summary>Null for a sign that needs no warning.</summary>
    private static (string Message, string Hint)? Warning(string text, int start, int end, char before)
    {
        if (!Ends(before) || Follows().Match(text, start + 1, end - start - 1) is not { Success: true } after)
            return null;
        var written = $"{text[start]}{after.Value}{text[start]}";
        if (text[start] == '^')
            return ("The sign ^ is shown as typed.", $"For a superscript write `{written}`, without a space in it.");
        return IsElement().IsMatch(Before(text, start)) && char.IsAsciiDigit(after.Value[0])
            ? ("The sign ~ is shown as typed.", $"For a subscript write `{written}`, without a space in it.")
            : null;
    }

    /// <summary>Whether a script can follow: a letter, a digit or a closing bracket.</summary>
    private static bool Ends(char c) => char.IsLetterOrDigit(c) || c is ')' or ']' or '}' or '*' or '^' or '~' or '’' or '$';

    private static ReadOnlySpan<char> Before(string text, int at) => text.AsSpan(Math.Max(0, at - 20), Math.Min(20, at));

    /// <summary>A tilde between a word or a number and what belongs to it, but neither 5~10 nor H~2.</summary>
    private static bool IsTie(string text, int at, int end)
    {
        if (at == 0 || at + 1 >= end)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        if (after is '\\' or '[' or '(' or '$')
            return Ends(before) || before is '.' or ',' or ':';
        return char.IsLetterOrDigit(after)
            && (
                before is '.' or ',' or ';' or ':' or ')' or ']'
                || char.IsDigit(before) && char.IsLetter(after)
                || char.IsLetter(before) && IsWord().IsMatch(Before(text, at)) && !IsElement().IsMatch(Before(text, at))
            );
    }

    [GeneratedRegex(@"\G[\^_]\{[^{}\\\s$][^{}\\\n$]{0,60}\}", RegexOptions.CultureInvariant)]
    private static partial Regex InBraces();

    [GeneratedRegex(@"[\p{L}\p{Nd})\]][-+−=/<>*×·,;:][\p{L}\p{Nd}(]", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"\G\^[\w-]{1,40}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\G[-+−]?[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Follows();

    [GeneratedRegex(@"\p{L}{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsWord();

    /// <summary>Ends like a chemical formula whose next number is a subscript: H, CO, Fe.</summary>
    [GeneratedRegex(@"(?<![\p{L}])(?:[A-Z][a-z]?[0-9]*){1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsElement();
}

internal sealed class ScriptRenderer : HtmlObjectRenderer<ScriptInline>
{
    protected override void Write(HtmlRenderer renderer, ScriptInline script)
    {
        var name = script.IsSubscript ? "sub" : "sup";
        if (renderer.EnableHtmlForInline)
            renderer.Write('<').Write(name).Write('>');
        renderer.WriteChildren(script);
        if (renderer.EnableHtmlForInline)
            renderer.Write("</").Write(name).Write('>');
    }
}

/// <summary>Writes Unicode sub- and superscripts as HTML elements.</summary>
internal sealed class ScriptedLiteralRenderer : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.ToString();
        if (literal.Parent is ScriptInline && text is ['-', >= '0' and <= '9', ..])
            text = "−" + text[1..];
        else if (literal.Parent is ScriptInline && text is [.., >= '0' and <= '9', '-'])
            text = text[..^1] + "−";
        if (renderer.EnableHtmlForInline)
            renderer.Write(SuperAndSubscripts.ToHtml(text));
        else
            renderer.WriteEscape(text);
    }
}
