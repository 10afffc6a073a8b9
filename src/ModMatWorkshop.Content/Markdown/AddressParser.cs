using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ModMatWorkshop.Content.Markdown;

/// <summary>
/// Turns addresses that are typed as they are into links: <c>https://…</c>, <c>www.…</c> and <c>doi:…</c>. Punctuation after an address and
/// brackets around it are not part of it.
/// </summary>
internal sealed partial class AddressParser : InlineParser
{
    private const int MaxLength = 2000;
    private const string AfterAddress = ".,;:!?*_~^'’”»$\\";
    private readonly bool _isReference;

    /// <param name="isReference">In references a DOI without a prefix is a link too, and every DOI is shown as <c>doi:…</c>.</param>
    public AddressParser(bool isReference)
    {
        _isReference = isReference;
        OpeningCharacters = isReference ? ['h', 'H', 'w', 'W', 'd', 'D', 'i', 'u', '1'] : ['h', 'H', 'w', 'W', 'd', 'D'];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(before) || before is '/' or '.' or '-' or '_' or '@' || !MayStart(slice))
            return false;
        var text = slice.Text.Substring(slice.Start, Math.Min(slice.Length, MaxLength));
        var (length, url, shown) = Doi.At(text, 0, withPrefix: !_isReference) is { } doi
            ? (doi.Place.End.Value, doi.Doi.Url, _isReference ? doi.Doi.Text : text[doi.Place])
            : Address(text);
        if (length == 0)
            return false;

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var end = processor.GetSourcePosition(slice.Start + length - 1);
        var link = new LinkInline
        {
            Url = url,
            IsAutoLink = true,
            IsClosed = true,
            Span = new(start, end),
            Line = line,
            Column = column,
        };
        link.AppendChild(
            new LiteralInline
            {
                Content = new(shown),
                Span = new(start, end),
                Line = line,
                Column = column,
            }
        );
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>Rules out most words before a text is copied.</summary>
    private static bool MayStart(StringSlice slice) =>
        slice.CurrentChar switch
        {
            'h' or 'H' => slice.PeekChar(1) is 't' or 'T' && slice.PeekChar(2) is 't' or 'T',
            'w' or 'W' => slice.PeekChar(1) is 'w' or 'W' && slice.PeekChar(2) is 'w' or 'W',
            'd' or 'D' => slice.PeekChar(1) is 'o' or 'O' or 'x' && slice.PeekChar(2) is 'i' or 'I' or '.',
            '1' => slice.PeekChar(1) is '0' && slice.PeekChar(2) is '.',
            _ => slice.PeekChar(1) is 'n' or 'r' && slice.PeekChar(2) is 'f' or 'n',
        };

    /// <summary>The length and the address of a link to the web; the length is 0 if there is none.</summary>
    private static (int Length, string Url, string Shown) Address(string text)
    {
        if (Start().Match(text) is not { Success: true } start)
            return (0, "", "");
        var length = Brackets.LengthWithin(text, IsSign, angles: false);
        while (length > start.Length && AfterAddress.Contains(text[length - 1], StringComparison.Ordinal))
            length--;
        var shown = Escaped().Replace(text[..length], "$1");
        var url = start.Groups["scheme"].Success ? shown : $"https://{shown}";
        return length > start.Length && Uri.TryCreate(url, UriKind.Absolute, out _) ? (length, url, shown) : (0, "", "");
    }

    private static bool IsSign(char c) =>
        !char.IsWhiteSpace(c)
        && !char.IsControl(c)
        && c is not ('"' or '|' or '`' or '“' or '”' or '«' or '»' or '，' or '。' or '、' or '；' or '：');

    [GeneratedRegex(
        @"\A(?:(?<scheme>https?://)[\p{L}\p{Nd}\[]|www\.[\p{L}\p{Nd}-]+\.\p{L})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}

/// <summary>Finds email addresses in the literals of a text, and removes links within links.</summary>
internal static partial class AddressLinks
{
    public static void Complete(MarkdownDocument document)
    {
        foreach (var literal in document.Descendants<LiteralInline>().Where(l => l.Content.AsSpan().Contains('@')).ToList())
            if (literal.FirstParentOfType<LinkInline>() is null)
                LinkMail(literal);
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsAutoLink).ToList())
            if (link.Parent?.FirstParentOfType<LinkInline>() is not null && link.FirstChild is { } shown)
            {
                shown.Remove();
                link.ReplaceBy(shown);
            }
    }

    private static void LinkMail(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        var (last, end) = ((Inline)literal, 0);
        foreach (Match mail in Mail().Matches(text))
        {
            var before = text[end..mail.Index];
            if (end == 0)
                literal.Content = new(before);
            else
                Add(new LiteralInline(before), end);
            var link = new LinkInline
            {
                Url = $"mailto:{mail.Groups["address"].Value}",
                IsAutoLink = true,
                IsClosed = true,
            };
            link.AppendChild(new LiteralInline(mail.Value));
            Add(link, mail.Index);
            end = mail.Index + mail.Length;
        }
        if (end > 0 && end < text.Length)
            Add(new LiteralInline(text[end..]), end);

        void Add(Inline inline, int at)
        {
            (inline.Line, inline.Column) = (literal.Line, literal.Column + at);
            last.InsertAfter(inline);
            last = inline;
        }
    }

    [GeneratedRegex(
        @"(?<![\w.+%/@-])(?:mailto:)?(?<address>[A-Za-z0-9](?:[A-Za-z0-9_%+-]|\.(?=[A-Za-z0-9])){0,63}@"
            + @"(?:[\p{L}\p{Nd}](?:[\p{L}\p{Nd}-]{0,61}[\p{L}\p{Nd}])?\.)+\p{L}{2,})(?![\w@])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Mail();
}
