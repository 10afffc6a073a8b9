using System.Text.RegularExpressions;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;

namespace ModMatWorkshop.Application.Mail;

public enum MessageErrorKind
{
    /// <summary>An unknown placeholder.</summary>
    UnknownName,

    /// <summary>A link that is not a web or mail address, or that contains a placeholder with user input.</summary>
    Link,
    Image,
    TooDeep,
}

/// <param name="What">The text in question, as typed.</param>
public sealed record MessageError(MessageErrorKind Kind, string What);

/// <summary>
/// The text of a message to many participants: Markdown with placeholders in braces. As in <see cref="MailTemplate"/>, the Markdown is
/// parsed before values are inserted. Raw HTML is disabled, and the resulting HTML is sanitised.
/// </summary>
public static partial class MessageText
{
    /// <summary>The placeholders that a message may use.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "given-name",
        "family-name",
        "name",
        "affiliation",
        "place",
        "link",
        "live",
        "programme",
        "info",
        "site",
        "workshop",
        "dates",
        "where",
        "room",
    ];

    /// <summary>Placeholders with user input. Paragraphs with these are left out of mails to unconfirmed addresses.</summary>
    public static readonly IReadOnlyList<string> UserSuppliedNames = ["given-name", "family-name", "name", "affiliation"];

    private static readonly HashSet<string> Addresses =
    [
        .. MailPlaceholders.Kinds.SelectMany(MailPlaceholders.For).Where(p => p.Use == PlaceholderUse.Address).Select(p => p.Name),
    ];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Allowed = new(
        new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p",
                "h2",
                "h3",
                "h4",
                "ul",
                "ol",
                "li",
                "em",
                "strong",
                "a",
                "br",
                "blockquote",
                "code",
                "pre",
                "hr",
                // The ticket, which the mail carries.
                "img",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start", "src", "alt" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto", "cid" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
        }
    );

    public static IEnumerable<string> NamesIn(Language language) => Names.Select(name => MailPlaceholder.NameIn(language, name));

    /// <summary>The errors that prevent sending, without duplicates.</summary>
    public static IReadOnlyList<MessageError> Errors(string subject, string body)
    {
        (subject, body) = (WithKnownNames(subject), WithKnownNames(body));
        var errors = Braces()
            .Matches($"{subject}\n{body}")
            .Where(m => !Names.Contains(m.Groups["name"].Value))
            .Select(m => new MessageError(MessageErrorKind.UnknownName, m.Value))
            .ToList();
        if (Parse(body) is not { } document)
            errors.Add(new(MessageErrorKind.TooDeep, ""));
        else
            foreach (var link in document.Descendants<LinkInline>())
                if (link.IsImage)
                    errors.Add(new(MessageErrorKind.Image, link.Url ?? ""));
                else if (!IsAllowed(link.Url))
                    errors.Add(new(MessageErrorKind.Link, link.Url ?? ""));
        return [.. errors.Distinct()];
    }

    /// <summary>Renders the text for one person. A paragraph with a null value is left out.</summary>
    /// <param name="signature">The organisers' own; null for the built-in one.</param>
    public static MailContent Fill(
        string subject,
        string body,
        IReadOnlyDictionary<string, string?> values,
        Words words,
        string? signature = null
    )
    {
        (subject, body) = (WithKnownNames(subject), WithKnownNames(body));
        // A person with only one name has it in both placeholders.
        var isOneName = values.GetValueOrDefault("given-name") is { } name && name == values.GetValueOrDefault("family-name");
        var document = Parse(isOneName ? OnlyOneName().Replace(body, "{name}") : body) ?? [];
        var end = MailTemplate.Signature(signature, words.Language);
        foreach (var part in signature is null ? [document, end] : new[] { document })
            FillIn(part, values, words);
        var filled = MailTemplate.Fill(words.Typeset(isOneName ? OnlyOneName().Replace(subject, "{name}") : subject), values);
        var html = Allowed.Sanitize($"{Html(document)}\n{Html(end)}");
        var text =
            $"{string.Concat(document.Select(block => Text(block, "")))}-- "
            + $"\n{string.Concat(end.OfType<ParagraphBlock>().Select(block => Text(block, ""))).TrimEnd('\n')}\n";
        return new(filled, text, MailTemplate.Page(html, filled, words.Language), html);
    }

    private static string WithKnownNames(string text) =>
        Braces().Replace(text, m => $"{{{MailPlaceholder.Known(m.Groups["name"].Value)}}}");

    private static MarkdownDocument? Parse(string body)
    {
        try
        {
            return Markdig.Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser throws only when blocks are nested too deeply.
            return null;
        }
    }

    private static void FillIn(MarkdownDocument document, IReadOnlyDictionary<string, string?> values, Words words)
    {
        foreach (
            var paragraph in document
                .Descendants<ParagraphBlock>()
                .Where(p => MailTemplate.Named(p).Any(name => values.TryGetValue(name, out var value) && value is null))
                .ToList()
        )
            paragraph.Parent!.Remove(paragraph);
        foreach (var item in document.Descendants<ListItemBlock>().Where(i => i.Count == 0).ToList())
            item.Parent!.Remove(item);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            if (link.IsImage && link.Url == MailTemplate.TicketImage)
                link.Url = MailTemplate.Fill(link.Url, values);
            else if (link.IsImage)
                link.Remove();
            else
                link.Url = IsAllowed(link.Url) ? MailTemplate.Fill(link.Url!, values) : "";
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        foreach (var literal in document.Descendants<LiteralInline>().ToList())
            FillIn(literal, words.Typeset(literal.Content.ToString()), values);
    }

    /// <summary>Inserts the values. A placeholder for an address of the site becomes a link.</summary>
    private static void FillIn(LiteralInline literal, string text, IReadOnlyDictionary<string, string?> values)
    {
        var isInLink = literal.FindParentOfType<LinkInline>().Any();
        foreach (var part in Braced().Split(text))
        {
            var name = part.Trim('{', '}');
            if (!isInLink && part.StartsWith('{') && Addresses.Contains(name) && values[name] is { } address)
                literal.InsertBefore(new LinkInline(address, "") { IsClosed = true }.AppendChild(new LiteralInline(address)));
            else if (part.Length > 0)
                foreach (var (line, i) in MailTemplate.Fill(part, values).Split('\n').Select((line, i) => (line, i)))
                {
                    if (i > 0)
                        literal.InsertBefore(new LineBreakInline { IsHard = true });
                    literal.InsertBefore(new LiteralInline(line));
                }
        }
        literal.Remove();
    }

    private static string Html(MarkdownDocument document) => Markdig.Markdown.ToHtml(document, Pipeline).TrimEnd();

    private static string Text(Block block, string indent) =>
        block switch
        {
            HeadingBlock heading => $"{indent}{MailTemplate.Text(heading.Inline!).Trim().ToUpperInvariant()}\n\n",
            ParagraphBlock paragraph => $"{Indented(MailTemplate.Text(paragraph.Inline!).Trim(), indent)}\n\n",
            ListBlock list => string.Concat(
                list.OfType<ListItemBlock>().Select((item, i) => Item(item, list.IsOrdered ? $"{i + First(list)}. " : "– ", indent))
            ) + "\n",
            QuoteBlock quote => string.Concat(quote.Select(inner => Text(inner, indent + "> "))),
            CodeBlock code => $"{Indented(code.Lines.ToString().TrimEnd(), indent + "    ")}\n\n",
            ThematicBreakBlock => $"{indent}* * *\n\n",
            _ => "",
        };

    private static string Item(ListItemBlock item, string mark, string indent)
    {
        var text = string.Concat(item.Select(block => Text(block, indent + new string(' ', mark.Length)))).TrimEnd('\n');
        return $"{indent}{mark}{text.TrimStart()}\n";
    }

    private static int First(ListBlock list) => int.TryParse(list.OrderedStart, out var first) ? first : 1;

    private static string Indented(string text, string indent) => indent + text.Replace("\n", $"\n{indent}", StringComparison.Ordinal);

    /// <summary>
    /// True for a web or mail address. A placeholder is allowed only at the start and only for an address of the site, so that user input
    /// cannot change the target.
    /// </summary>
    private static bool IsAllowed(string? url)
    {
        if (string.IsNullOrEmpty(url))
            return false;
        var names = Braces().Matches(Uri.UnescapeDataString(url)).Select(m => m.Groups["name"].Value).ToList();
        if (url == "mailto:{contact}")
            return true;
        if (names.Count > 0)
            return names.All(Addresses.Contains) && url.StartsWith('{');
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
    }

    [GeneratedRegex(@"\{given-name\} \{family-name\}|\{family-name\},? \{given-name\}")]
    private static partial Regex OnlyOneName();

    [GeneratedRegex(@"\{(?<name>[^{}\r\n]{0,60})\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(\{[a-z]+(?:-[a-z]+)*\})")]
    private static partial Regex Braced();
}
