using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads one file of <c>contributions/</c>: facts in the front matter, the abstract in the body.</summary>
public sealed partial class ContributionReader(
    IReadOnlyDictionary<string, int?> places,
    bool allPlacesAreKnown,
    PersonCollector people,
    MaterialReader materials,
    ProblemList problems
)
{
    /// <summary>Stands for a DOI while its text is read as Markdown. A private character, which no text contains.</summary>
    private const string DoiMark = "\uE000";

    private static readonly HashSet<string> Languages = [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(c => c.Name)];

    private static readonly Dictionary<string, ContributionKind> Kinds = new()
    {
        ["invited"] = ContributionKind.Invited,
        ["oral"] = ContributionKind.Oral,
        ["poster"] = ContributionKind.Poster,
    };

    /// <summary>Null if the file has no front matter or no code: the site could not show it.</summary>
    public Contribution? Read(SourceFile file)
    {
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "See docs/content-format.md.");
            return null;
        }
        var fields = new Fields(file.Name, file.FrontMatter, problems);
        var isCode = ContributionCode.TryParse(fields.RequiredText("code"), out var code);
        ReportWrongCode(fields, file.Slug, isCode ? code : null);

        var lang = Lang(fields, "lang");
        var start = new SourceLocation(file.Name, file.BodyLine);
        var body = MarkdownText.Parse(file.Body, lang, start, problems);
        var titleLang = fields.Has("title_lang") ? Lang(fields, "title_lang") : lang;
        var title = MarkdownText.Title(fields.RequiredText("title"), titleLang, fields.PlaceOfKey("title"), problems);
        var affiliations = fields.List("affiliations", "text").Select(Affiliation).ToList();
        var (authors, speakerSlug) = Authors(fields, affiliations.Count);
        var keywords = fields.List("keywords", "text").Select(Keyword).ToList();
        var references = References(fields);
        var isPoster = code.Kind == ContributionKind.Poster;

        ReportDanglingReferences(body.Citations, references.Count);
        ReportMissing(file, fields, start, isCode ? code : null);

        var contribution = new Contribution
        {
            Code = code.Slug,
            Kind = code.Kind,
            Number = code.Number,
            Title = title.Text,
            TitleHtml = title.Html,
            TitleLang = titleLang,
            Lang = lang,
            Condensed = fields.Flag("condensed"),
            SpeakerName = fields.RequiredText("speaker"),
            SpeakerSlug = speakerSlug,
            SpeakerInferred = fields.Flag("speaker_inferred"),
            Lab = fields.Text("lab"),
            Town = fields.Text("town"),
            Remote = fields.Flag("remote"),
            Board = fields.Integer("board") ?? (isPoster ? code.Number : null),
            SessionNumber = places.GetValueOrDefault(code.Slug),
            Cancelled = fields.Flag("cancelled"),
            DoNotRecord = fields.Flag("do_not_record"),
            Authors = authors,
            Affiliations = affiliations,
            Keywords = keywords,
            ReferencesHeading = fields.Text("references_heading"),
            References = references,
            Figures = [.. fields.List("figures").Select(f => Figure(f, lang, references.Count))],
            Materials = materials.Read(fields),
            BodyHtml = body.ToHtml(),
            BodyText = body.ToText(),
        };
        SkipPrinted(fields);
        fields.ReportUnknownKeys();
        return isCode ? contribution : null;
    }

    /// <summary>Marks the texts of the printed booklet as known. They are kept in the file for reference and never shown.</summary>
    private static void SkipPrinted(Fields fields)
    {
        if (fields.Map("printed") is { } printed)
        {
            _ = (printed.Text("code"), printed.Text("title"), printed.Text("title_programme"));
            printed.ReportUnknownKeys();
        }
    }

    private void ReportMissing(SourceFile file, Fields fields, SourceLocation start, ContributionCode? found)
    {
        if (file.Body.Trim().Length == 0)
            problems.Error(start, "The abstract is empty.", "Write it below the front matter.");
        if (found is { Kind: not ContributionKind.Poster } code && allPlacesAreKnown && !places.ContainsKey(code.Slug))
            fields.Error("code", $"The talk {code} is in no slot.", $"Name it in a file of sessions/: `contribution: {code}`.");
    }

    private static void ReportWrongCode(Fields fields, string slug, ContributionCode? found)
    {
        var kind = fields.RequiredChoice("kind", Kinds);
        if (found is not { } code)
        {
            if (fields.Has("code"))
                fields.Error("code", "This is not a contribution code.", "Use I, O or P and a number: `code: O3`.");
            return;
        }
        if (slug != code.Slug)
            fields.Error(
                "code",
                $"The file for {code} is named {slug}.md.",
                $"Two files with the same code would hide each other. Rename it to {code.Slug}.md, or correct the code."
            );
        if (kind is not null && kind != code.Kind)
            fields.Error("kind", $"The code {code} belongs to another kind.", "I is invited, O oral, P poster.");
    }

    private (IReadOnlyList<Author> Authors, string SpeakerSlug) Authors(Fields fields, int affiliations)
    {
        var speaker = fields.RequiredText("speaker");
        var speakerSlug = "";
        var authors = new List<Author>();
        foreach (var item in fields.List("authors"))
        {
            var presents = item.Text("name") == speaker;
            var (name, slug, orcid) = people.Add(
                item,
                presents ? PersonCollector.PersonRole.Author | PersonCollector.PersonRole.Speaker : PersonCollector.PersonRole.Author
            );
            var marks = item.Integers("affiliations");
            foreach (var mark in marks.Where(m => m < 1 || m > affiliations))
                item.Error(
                    "affiliations",
                    $"{name.Full} has the affiliation mark {mark}, but there are {affiliations} affiliations.",
                    "Correct the mark, or add the affiliation."
                );
            if (orcid is not null && !Orcid().IsMatch(orcid))
                item.Error("orcid", $"`{orcid}` is not an ORCID.", "For example: `0000-0002-1825-0097`.");
            item.ReportUnknownKeys();
            if (authors.Exists(a => a.Slug == slug))
                item.Error("name", $"{name.Full} is listed twice.", "List each author once.");
            if (presents)
                speakerSlug = slug;
            authors.Add(new(name.Full, slug, name.Family, marks, orcid));
        }
        if (authors.Count == 0)
            fields.Error("authors", "There are no authors.", "List at least one.");
        else if (speakerSlug.Length == 0 && speaker.Length > 0)
            fields.Error("speaker", $"The speaker `{speaker}` is not one of the authors.", "Write the name as under `authors`.");
        return (authors, speakerSlug);
    }

    private static Affiliation Affiliation(Fields fields)
    {
        var affiliation = new Affiliation(fields.RequiredText("text"), fields.Text("key"));
        _ = fields.Text("printed");
        fields.ReportUnknownKeys();
        return affiliation;
    }

    private Keyword Keyword(Fields fields)
    {
        var text = MarkdownText.Title(fields.RequiredText("text"), "", fields.PlaceOfKey("text"), problems).Text;
        var keyword = new Keyword(text, Folding.Fold(fields.Text("facet") ?? text));
        _ = fields.Text("printed");
        fields.ReportUnknownKeys();
        return keyword;
    }

    private List<Reference> References(Fields fields)
    {
        var references = new List<Reference>();
        foreach (var item in fields.List("references", "text"))
        {
            references.Add(Reference(item, references.Count + 1));
            item.ReportUnknownKeys();
        }
        return references;
    }

    /// <summary>A DOI becomes a link: where the text has it, or after a text that has none.</summary>
    private Reference Reference(Fields item, int number)
    {
        _ = item.Text("printed");
        item.ReportUnlessWebAddress("url");
        var (text, url) = (item.RequiredText("text"), item.Text("url"));
        var typed = item.Text("doi");
        if (typed is not null && Doi.Parse(typed) is null)
            item.Error("doi", $"`{typed}` is not a DOI.", "For example: `10.1038/s41557-021-00716-z`.");
        var found = Doi.Within(text);
        var doi = (typed is null ? null : Doi.Parse(typed)) ?? found?.Doi ?? (url is null ? null : Doi.Parse(url));
        // A link that the author has written stays as it is. Any other DOI is taken out first, because Markdown would change its signs.
        var isLinked = text.Contains("](", StringComparison.Ordinal) || text.Contains("<http", StringComparison.Ordinal);
        if (found is { } place && !isLinked)
            text = $"{text[..place.Place.Start]}{DoiMark}{text[place.Place.End..]}";

        // No language: typography rules would change printed titles and page numbers.
        var markdown = MarkdownText.Parse(text, "", item.PlaceOfKey("text"), problems, inFrontMatter: true);
        var html = markdown.ToInlineHtml();
        if (found is not null && !isLinked)
            html = html.Replace(DoiMark, found.Value.Doi.Link, StringComparison.Ordinal);
        if (doi is not null && !html.Contains(doi.Url, StringComparison.OrdinalIgnoreCase))
            html += $" {doi.Link}";
        if (url is not null && Doi.Parse(url) is null)
            html += $""" <a href="{System.Net.WebUtility.HtmlEncode(url)}">{System.Net.WebUtility.HtmlEncode(url)}</a>""";
        return new(number, html, markdown.ToText().Replace(DoiMark, found?.Doi.Text, StringComparison.Ordinal), doi?.Name);
    }

    private void ReportDanglingReferences(IEnumerable<(int Number, SourceLocation Place)> citations, int references)
    {
        foreach (var (number, place) in citations.Where(c => c.Number > references))
            problems.Error(place, $"[{number}] is cited, but there is no reference {number}.", $"`references` has {references}.");
    }

    private Figure Figure(Fields fields, string lang, int references)
    {
        var caption = MarkdownText.Parse(fields.RequiredText("caption"), lang, fields.PlaceOfKey("caption"), problems, inFrontMatter: true);
        ReportDanglingReferences(caption.Citations, references);
        var figure = new Figure(fields.Integer("number") ?? 1, caption.ToInlineHtml(), caption.ToText());
        fields.ReportUnknownKeys();
        return figure;
    }

    private static string Lang(Fields fields, string key)
    {
        var lang = fields.RequiredText(key);
        if (lang.Length == 0 || Languages.Contains(lang))
            return lang;
        fields.Error(key, $"`{lang}` is not a language.", "Two letters: `fr`, `en`.");
        return "fr";
    }

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Orcid();
}
