using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads and checks the organisers' words for a mail: <c>mails/confirmed.md</c>.</summary>
public sealed partial class MailReader(TranslatedBodies translations, ProblemList problems)
{
    public const string Folder = "mails";
    private const int MaxSubject = 200;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseAutoLinks().Build();

    /// <summary>The file of a mail.</summary>
    public static string FileOf(MailKind kind) => $"{Folder}/{MailPlaceholders.FileStem(kind)}.md";

    /// <summary>The mail of a file; null for a file of no mail.</summary>
    public static MailKind? KindOf(string file) =>
        file.StartsWith($"{Folder}/", StringComparison.Ordinal)
            ? MailPlaceholders.OfFileStem(Path.GetFileNameWithoutExtension(file))
            : null;

    /// <summary>Reads one mail from the texts of its files, as the import does.</summary>
    /// <param name="translation">The text of the file in the second language; null for none.</param>
    /// <returns>Null if there is an error, so that the built-in text is sent.</returns>
    public static OwnMail? Read(MailKind kind, string text, string? translation, WorkshopLanguages languages, ProblemList problems)
    {
        var name = FileOf(kind);
        if (SourceFile.Parse(name, text, problems) is not { } file)
            return null;
        var files = new Dictionary<string, SourceFile> { [name] = file };
        if (
            !string.IsNullOrWhiteSpace(translation)
            && languages.Second is { } second
            && TranslatedBodies.NameOf(name[..^".md".Length], second) is var other
            && SourceFile.Parse(other, translation, problems) is { } twin
        )
            files[other] = twin;
        var mail = new MailReader(new(languages, files, new HashSet<string>(), problems), problems).Read(file);
        return problems.HasErrors ? null : mail;
    }

    public void Check(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
            Read(file);
    }

    public OwnMail? Read(SourceFile file)
    {
        var twin = translations.Of(file);
        if (MailPlaceholders.OfFileStem(file.Slug) is not { } kind)
        {
            problems.Error(
                new(file.Name),
                $"There is no mail `{file.Slug}`.",
                $"The mails are: {string.Join(", ", MailPlaceholders.Kinds.Select(MailPlaceholders.FileStem))}."
            );
            return null;
        }
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "It needs at least a `subject`.");
            return null;
        }
        var fields = new Fields(file.Name, file.FrontMatter, problems, translations.Languages);
        var subject = fields.LocalizedAsTyped("subject");
        if (subject is null)
            fields.RequiredText("subject");
        else
            CheckSubject(fields, kind, subject);
        fields.ReportUnknownKeys();
        CheckBody(file, kind);
        if (twin is not null)
            CheckBody(twin, kind);
        var languages = translations.Languages ?? WorkshopLanguages.Default;
        var bodies = new Dictionary<Language, string?> { [languages.First] = file.Body, [languages.First.Other()] = twin?.Body };
        return subject is null ? null : new(kind, subject, bodies[Language.French], bodies[Language.English]);
    }

    private void CheckSubject(Fields fields, MailKind kind, Localized subject)
    {
        foreach (var text in new[] { subject.Fr, subject.En }.OfType<string>().Distinct())
        {
            if (text.Contains('\n', StringComparison.Ordinal))
                fields.Error("subject", "The subject of a mail is one line.", "Delete the line break.");
            if (text.Length > MaxSubject)
                fields.Error("subject", $"The subject is longer than {MaxSubject} characters.", "Shorten it.");
            foreach (Match match in Braces().Matches(text))
                if (Find(kind, match) is not { } known)
                    ReportUnknown(fields.PlaceOfKey("subject"), kind, match.Value);
                else if (known.Use == PlaceholderUse.Lines)
                    fields.Error("subject", $"The placeholder {match.Value} has several lines.", "Use it in the text.");
        }
    }

    private void CheckBody(SourceFile file, MailKind kind)
    {
        var start = new SourceLocation(file.Name, file.BodyLine);
        if (string.IsNullOrWhiteSpace(file.Body))
        {
            problems.Error(start, "The mail has no text.", "Delete the file to send the built-in text.");
            return;
        }
        var lines = file.Body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            foreach (Match match in Braces().Matches(lines[i]))
                if (Find(kind, match) is null)
                    ReportUnknown(new(file.Name, file.BodyLine + i, match.Index + 1), kind, match.Value);
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(file.Body, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser throws only when blocks are nested too deeply.
            problems.Error(start, "Quotations or lists are nested too deeply.", "Use fewer levels.");
            return;
        }
        foreach (var html in document.Descendants<HtmlInline>())
            Report(html.Line, $"HTML such as `{html.Tag}` is not read in a mail.", "Use Markdown; write &lt; for the sign.");
        foreach (var html in document.Descendants<HtmlBlock>())
            Report(
                html.Line,
                $"HTML such as `{html.Lines.ToString().Split('\n')[0]}` is not read in a mail.",
                "Use Markdown; write &lt; for the sign."
            );
        foreach (var link in document.Descendants<LinkInline>())
            if (link.IsImage)
                Report(link.Line, "A mail has no pictures.", "Attach the file, or link to a page of the site.");
            else if (!MayLinkTo(kind, link.Url))
                Report(
                    link.Line,
                    $"A mail cannot link to `{link.Url}`.",
                    "Links start with https:, http: or mailto:, or are a placeholder of an address: [text]({link})."
                );
        if (MailPlaceholders.NeedsLink(kind) && !Filled(document).Contains(MailPlaceholders.Link))
            problems.Error(
                start,
                "The mail needs the placeholder {link}.",
                "Without it, nobody can answer. Write it in a link: [Open my registration]({link})."
            );

        void Report(int line, ProblemText message, ProblemText hint) => problems.Error(new(file.Name, file.BodyLine + line), message, hint);
    }

    /// <summary>The placeholders that are filled in: not those inside code.</summary>
    private static HashSet<string> Filled(MarkdownDocument document) =>
        [
            .. document
                .Descendants<LiteralInline>()
                .Select(l => l.Content.ToString())
                .Concat(document.Descendants<LinkInline>().Where(l => !l.IsImage).Select(l => Uri.UnescapeDataString(l.Url ?? "")))
                .SelectMany(text => Braces().Matches(text).Select(m => MailPlaceholder.Known(m.Groups["name"].Value))),
        ];

    /// <summary>
    /// True for a web or mail address. A placeholder is allowed only as a whole and only for an address of the site, so that what people
    /// type cannot change the target.
    /// </summary>
    private static bool MayLinkTo(MailKind kind, string? url)
    {
        if (string.IsNullOrEmpty(url))
            return false;
        var text = Uri.UnescapeDataString(url);
        var names = Braces().Matches(text);
        if (names.Count > 0)
            return text == "mailto:{contact}"
                || names.Count == 1 && names[0].Length == text.Length && Find(kind, names[0]) is { Use: PlaceholderUse.Address };
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto";
    }

    private static MailPlaceholder? Find(MailKind kind, Match braces) =>
        MailPlaceholder.Known(braces.Groups["name"].Value) is var name
            ? MailPlaceholders.For(kind).FirstOrDefault(p => p.Name == name)
            : null;

    private void ReportUnknown(SourceLocation place, MailKind kind, string braces) =>
        problems.Error(
            place,
            $"The placeholder {braces} is unknown in this mail.",
            $"Known placeholders: {string.Join(", ", MailPlaceholders.For(kind).Select(p => $"{{{p.Name}}}"))}."
        );

    [GeneratedRegex(@"\{(?<name>[^{}\r\n]{0,60})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
