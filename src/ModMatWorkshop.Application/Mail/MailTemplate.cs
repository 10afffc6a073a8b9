using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Application.Mail;

/// <summary>
/// A mail in Markdown whose first line is the subject. <c>{name}</c> is a placeholder. A paragraph with a null value is left out; an empty
/// value inserts nothing and serves as a condition. A line break in a value stays one. <c>{practical}</c> inserts the paragraphs of the
/// file Practical. The Markdown is parsed before values are inserted, so user input never becomes Markdown, HTML or a link.
/// </summary>
public static partial class MailTemplate
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 38em; margin: 0 auto; padding: 1em; }
        hr { border: 0; border-top: 1px solid; opacity: .3; margin: 2em 0 1em; }
        hr ~ p { font-size: 14px; }
        img { max-width: 100%; }
        """;

    /// <summary>The address of the ticket's image in the file Practical.</summary>
    internal const string TicketImage = "cid:{qr}";

    /// <summary>Fills the template of a mail.</summary>
    /// <param name="template">The name of its files.</param>
    /// <param name="signature">The organisers' own; null for the built-in one.</param>
    public static MailContent Fill(string template, IReadOnlyDictionary<string, string?> values, Words words, string? signature = null)
    {
        var (first, rest) = Parts(template, words.Language);
        var subject = Fill(words.Typeset(first), values);
        var document = Markdig.Markdown.Parse(WithPractical(rest, words.Language));
        var end = Signature(signature, words.Language);
        if (signature is null)
            Append(document, end);
        foreach (var paragraph in document.Descendants<ParagraphBlock>().Where(p => Named(p).Any(name => values[name] is null)).ToList())
            paragraph.Parent!.Remove(paragraph);
        RepeatLines(document, values);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
            FillIn(literal, Fill(words.Typeset(literal.Content.ToString()), values));
        foreach (var link in document.Descendants<LinkInline>())
            link.Url = Fill(link.Url!, values);
        // What organisers typed has no placeholders.
        if (signature is not null)
            Append(document, end);
        var body = Markdig.Markdown.ToHtml(document).TrimEnd();
        return new(subject, Text(document), Page(body, subject, words.Language), body);
    }

    /// <summary>The built-in subject and text of a mail, as organisers start from them.</summary>
    public static (string Subject, string Body) BuiltIn(MailKind kind, Language language)
    {
        var (subject, body) = Parts(kind.ToString(), language);
        return (subject, body.Trim('\n'));
    }

    /// <summary>Puts the file Practical in place of its placeholder.</summary>
    internal static string WithPractical(string body, Language language) =>
        body.Replace($"{{{MailPlaceholders.Practical}}}", Read("Practical", language), StringComparison.Ordinal);

    /// <summary>The line above the signature, and the signature: the built-in one, or lines of plain text.</summary>
    internal static MarkdownDocument Signature(string? own, Language language)
    {
        if (own is null)
            return Markdig.Markdown.Parse(Read("Signature", language));
        var lines = new ContainerInline();
        foreach (var line in own.Split('\n'))
        {
            if (lines.FirstChild is not null)
                lines.AppendChild(new LineBreakInline { IsHard = true });
            lines.AppendChild(new LiteralInline(line));
        }
        return [new ThematicBreakBlock(null!), new ParagraphBlock { Inline = lines }];
    }

    private static (string Subject, string Body) Parts(string template, Language language) =>
        Read(template, language).Split('\n', 2) is [var subject, var body] ? (subject, body) : ("", "");

    private static void Append(MarkdownDocument document, MarkdownDocument end)
    {
        foreach (var block in end.ToList())
        {
            end.Remove(block);
            document.Add(block);
        }
    }

    /// <summary>Repeats a paragraph that consists of one placeholder, for each line of its value.</summary>
    private static void RepeatLines(MarkdownDocument document, IReadOnlyDictionary<string, string?> values)
    {
        foreach (var paragraph in document.OfType<ParagraphBlock>().ToList())
            if (
                paragraph.Inline is { FirstChild: LiteralInline literal }
                && literal == paragraph.Inline.LastChild
                && Value().Match(literal.Content.ToString()) is { Success: true } match
                && match.Length == literal.Content.Length
                && values[match.Groups["name"].Value] is { } text
                && text.Contains('\n', StringComparison.Ordinal)
            )
            {
                var at = document.IndexOf(paragraph);
                document.RemoveAt(at);
                foreach (var line in text.Split('\n'))
                    document.Insert(at++, new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(line)) });
            }
    }

    private static void FillIn(LiteralInline literal, string text)
    {
        var lines = text.Split('\n');
        foreach (var line in lines[..^1])
        {
            literal.InsertBefore(new LiteralInline(line));
            literal.InsertBefore(new LineBreakInline { IsHard = true });
        }
        literal.Content = new(lines[^1]);
    }

    internal static string Read(string name, Language language)
    {
        using var file = typeof(MailTemplate).Assembly.GetManifestResourceStream($"{name}.{language.Tag()}.md")
            ?? throw new InvalidOperationException($"There is no mail {name} in {language}.");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    internal static IEnumerable<string> Named(ParagraphBlock paragraph) =>
        paragraph
            .Inline!.Descendants<LiteralInline>()
            .Select(l => l.Content.ToString())
            .Concat(paragraph.Inline!.Descendants<LinkInline>().Select(l => l.Url!))
            .SelectMany(text => Value().Matches(text).Select(m => m.Groups["name"].Value));

    internal static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Value().Replace(text, m => values[m.Groups["name"].Value] ?? "");

    internal static string Page(string body, string subject, Language language) =>
        $"""
            <!DOCTYPE html>
            <html lang="{language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{System.Net.WebUtility.HtmlEncode(subject)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """;

    private static string Text(MarkdownDocument document) =>
        string.Concat(
                document.Select(block =>
                    block switch
                    {
                        ParagraphBlock paragraph => Text(paragraph.Inline!).Trim() is { Length: > 0 } text ? $"{text}\n\n" : "",
                        // The delimiter by which mail programs recognise a signature.
                        ThematicBreakBlock => "-- \n",
                        _ => throw new NotSupportedException($"A mail has no {block.GetType().Name}."),
                    }
                )
            )
            .TrimEnd('\n') + "\n";

    internal static string Text(ContainerInline inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
            text.Append(
                inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    AutolinkInline address => address.Url,
                    LineBreakInline { IsHard: true } => "\n",
                    LineBreakInline => " ",
                    // The text around an image says the same.
                    LinkInline { IsImage: true } => "",
                    LinkInline link => Text(link, alone: inlines.FirstChild == inlines.LastChild),
                    ContainerInline container => Text(container),
                    _ => throw new NotSupportedException($"A mail has no {inline.GetType().Name}."),
                }
            );
        return text.ToString();
    }

    /// <summary>
    /// The plain text of a link: its label, then the address on a new line if the link is a paragraph of its own. Angle brackets keep mail
    /// programs from including a full stop in the link.
    /// </summary>
    private static string Text(LinkInline link, bool alone)
    {
        var label = Text(link);
        return link.Url!.EndsWith(label, StringComparison.Ordinal) ? label : $"{label}{(alone ? "\n" : " ")}<{link.Url}>";
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+(?:-[a-z]+)*)\}")]
    private static partial Regex Value();
}

/// <param name="Text">Plain text.</param>
/// <param name="Html">A complete HTML document without external resources.</param>
/// <param name="Body">The content of the HTML body.</param>
public sealed record MailContent(string Subject, string Text, string Html, string Body);
