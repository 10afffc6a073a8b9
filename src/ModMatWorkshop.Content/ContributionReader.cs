using System.Globalization;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Content.PastedTex;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>
/// Reads one file of <c>contributions/</c>: facts in the front matter, the abstract in the body. What it depends on besides, a
/// <see cref="ContributionSource"/> holds.
/// </summary>
/// <param name="languages">Of the workshop; null if it cannot be read.</param>
/// <param name="kinds">The kinds of the workshop; empty if it cannot be read.</param>
public sealed class ContributionReader(
    WorkshopLanguages? languages,
    IReadOnlyList<OwnKind> kinds,
    IReadOnlyDictionary<string, int?> places,
    bool allPlacesAreKnown,
    PersonCollector people,
    MaterialReader materials,
    ImageReader images,
    ProblemList problems
)
{
    private static readonly HashSet<string> Languages = [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(c => c.Name)];

    private readonly IReadOnlyList<(string Key, string Letters, ContributionKind Kind)> _kinds = OwnKind.All(kinds);

    /// <summary>Whether a file that was read names a picture for a figure, which depends on a file of <c>images/</c>.</summary>
    public bool NamesPicture { get; private set; }

    /// <summary>Null if the file has no front matter or no code: the site could not show it.</summary>
    public Contribution? Read(SourceFile file)
    {
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "See docs/content-format.md.");
            return null;
        }
        var fields = new Fields(file.Name, file.FrontMatter, problems, languages);
        var (code, kind, isCode) = CodeIn(fields, file.Slug);

        var lang = Lang(fields, "lang");
        var titleLang = fields.Has("title_lang") ? Lang(fields, "title_lang") : lang;
        var title = MarkdownText.Title(fields.RequiredText("title"), titleLang, fields.PlaceOfKey("title"), problems);
        var affiliations = fields.List("affiliations", "text").Select(Affiliation).ToList();
        var (authors, speakers) = Authors(fields, affiliations);
        var keywords = fields.List("keywords", "text").Select(Keyword).ToList();
        var references = References(fields);
        var body = WithReferences(MarkdownText.Parse(file.Body, lang, new(file.Name, file.BodyLine), problems), references.Count);

        var contribution = new Contribution
        {
            Code = code.Slug,
            Kind = kind,
            Letters = code.Letters,
            Number = code.Number,
            Title = title.Text,
            TitleHtml = title.Html,
            TitleLang = titleLang,
            Lang = lang,
            Condensed = fields.Flag("condensed"),
            SpeakerName = speakers[0].Name,
            SpeakerSlug = speakers[0].Slug,
            SpeakerInferred = fields.Flag("speaker_inferred"),
            Lab = speakers[0].Lab,
            Town = speakers[0].Town,
            MoreSpeakers = [.. speakers.Skip(1)],
            Pronunciation = fields.Text("pronunciation"),
            Remote = fields.Flag("remote"),
            Board = fields.Integer("board") ?? (kind == ContributionKind.Poster ? code.Number : null),
            SessionNumber = places.GetValueOrDefault(code.Slug),
            Cancelled = fields.Flag("cancelled"),
            ToBeConfirmed = fields.Flag("to_be_confirmed"),
            AbstractToCome = fields.Flag("abstract_to_come"),
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
        ReportMissing(file, fields, contribution, isCode);
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

    private void ReportMissing(SourceFile file, Fields fields, Contribution contribution, bool isCode)
    {
        var isEmpty = file.Body.Trim().Length == 0;
        if (isEmpty && !contribution.AbstractToCome)
            problems.Error(new(file.Name, file.BodyLine), "The abstract is empty.", "Write it below the front matter.");
        else if (!isEmpty && contribution.AbstractToCome)
            fields.Warn("abstract_to_come", "The abstract has come.", "Delete the key.");
        var code = contribution.ContributionCode;
        if (isCode && contribution.Kind != ContributionKind.Poster && allPlacesAreKnown && !places.ContainsKey(code.Slug))
            fields.Warn("code", $"The talk {code} is in no slot.", $"Name it in a file of sessions/: `contribution: {code}`.");
    }

    /// <summary>The code and the built-in kind whose rules apply. Reports a code that is none, or that is not the file's.</summary>
    private (ContributionCode Code, ContributionKind Kind, bool IsCode) CodeIn(Fields fields, string slug)
    {
        var named = fields.RequiredChoice("kind", _kinds.DistinctBy(k => k.Key).ToDictionary(k => k.Key, k => (k.Letters, k.Kind)));
        if (
            !ContributionCode.TryParse(fields.RequiredText("code"), out var code)
            || _kinds.FirstOrDefault(k => k.Letters == code.Letters) is not { Letters: { } letters, Kind: var kind }
        )
        {
            if (fields.Has("code"))
                fields.Error(
                    "code",
                    "This is not a contribution code.",
                    $"Use the letters of a kind ({Letters()}) and a number: `code: O3`."
                );
            return (new("", 0), ContributionKind.Oral, false);
        }
        if (slug != code.Slug)
            fields.Error(
                "code",
                $"The file for {code} is named {slug}.md.",
                $"Two files with the same code would hide each other. Rename it to {code.Slug}.md, or correct the code."
            );
        if (named is not null && named.Value.Letters != letters)
            fields.Error("kind", $"The code {code} belongs to another kind.", $"The letters of the kinds are: {LettersWithKinds()}.");
        return (code, kind, true);
    }

    /// <summary>"I, O, P"</summary>
    private string Letters() => string.Join(", ", _kinds.Select(k => k.Letters.ToUpperInvariant()));

    /// <summary>"I invited, O oral, P poster"</summary>
    private string LettersWithKinds() => string.Join(", ", _kinds.Select(k => $"{k.Letters.ToUpperInvariant()} {k.Key}"));

    /// <summary>The authors, and those of them who speak: at least one, without a name after an error.</summary>
    private (IReadOnlyList<Author> Authors, IReadOnlyList<Speaker> Speakers) Authors(Fields fields, IReadOnlyList<Affiliation> affiliations)
    {
        var speakers = SpeakerReader.Read(fields, isRequired: true);
        var speakerSlugs = new Dictionary<string, string>();
        var authors = new List<Author>();
        foreach (var item in fields.List("authors"))
        {
            var presents = item.Text("name") is { } name && speakers.Any(s => s.Name == TexText.Plain(name).Text);
            var author = new AuthorReader(people).Read(item, presents, affiliations);
            if (authors.Exists(a => a.Slug == author.Slug))
                item.Error("name", $"{author.Name} is listed twice.", "List each author once.");
            if (presents)
                speakerSlugs[author.Name] = author.Slug;
            authors.Add(author);
        }
        if (authors.Count == 0)
            fields.Error("authors", "There are no authors.", "List at least one.");
        else
            foreach (var speaker in speakers.Where(s => !speakerSlugs.ContainsKey(s.Name)))
                problems.Error(
                    speaker.Place,
                    $"The speaker `{speaker.Name}` is not one of the authors.",
                    "Write the name as among the authors."
                );
        foreach (var speaker in speakers)
            if (speakerSlugs.TryGetValue(speaker.Name, out var slug))
            {
                people.Describe(slug, speaker);
                CheckLaboratory(speaker, authors, affiliations);
            }
        if (authors.Count(a => a.Equal) == 1)
            fields.Warn("authors", "Only one author has contributed equally.", "Give `equal: true` to each of them.");
        return (
            authors,
            [
                .. speakers
                    .DefaultIfEmpty(new("", null, null, fields.Place))
                    .Select(s => new Speaker(s.Name, speakerSlugs.GetValueOrDefault(s.Name, ""), s.Lab, s.Town)),
            ]
        );
    }

    /// <summary>Whoever replaces the speaker may forget the laboratory of the one before.</summary>
    private void CheckLaboratory(NamedSpeaker speaker, List<Author> authors, IReadOnlyList<Affiliation> affiliations)
    {
        if (speaker.Lab is not { } lab)
            return;
        var there = authors.Where(IsThere).Select(a => a.Name).ToList();
        if (there.Count == 0 || there.Contains(speaker.Name))
            return;
        problems.Warn(
            speaker.Place,
            $"`lab` has {lab}, which is a laboratory of another author and not of {speaker.Name}.",
            "Write the speaker’s own."
        );

        bool IsThere(Author author) =>
            author.Affiliations.Any(number =>
                affiliations.ElementAtOrDefault(number - 1) is { } affiliation
                && (affiliation.Key == lab || affiliation.Text.Contains(lab, StringComparison.OrdinalIgnoreCase))
            );
    }

    private static Affiliation Affiliation(Fields fields)
    {
        var affiliation = new Affiliation(fields.RequiredPlainText("text"), fields.Text("key"));
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

    private Reference Reference(Fields item, int number)
    {
        _ = item.Text("printed");
        item.ReportUnlessWebAddress("url");
        var (text, url) = (item.RequiredText("text"), item.Text("url"));
        var typed = item.Text("doi");
        if (typed is not null && Doi.Parse(typed) is null)
            item.Error("doi", $"`{typed}` is not a DOI.", Doi.Hint(typed));
        return ReferenceText.Read(number, text, typed is null ? null : Doi.Parse(typed), url, item.PlaceOfKey("text"), problems);
    }

    private MarkdownText WithReferences(MarkdownText text, int references) =>
        text.WithReferences(
            references,
            references == 0 ? "There are no `references`." : string.Create(CultureInfo.InvariantCulture, $"`references` has {references}."),
            problems
        );

    private Figure Figure(Fields fields, string lang, int references)
    {
        var text = MarkdownText.Parse(fields.RequiredText("caption"), lang, fields.PlaceOfKey("caption"), problems, inFrontMatter: true);
        var caption = WithReferences(text, references);
        var figure = new Figure(fields.Integer("number") ?? 1, caption.ToInlineHtml(), caption.ToText(), Picture(fields));
        fields.ReportUnknownKeys();
        return figure;
    }

    private Picture? Picture(Fields figure)
    {
        var alternative = figure.PlainText("alt");
        if (figure.Text("file") is not { } name)
            return null;
        NamesPicture = true;
        if (alternative is null)
            figure.Error("file", $"The picture `{name}` has no text alternative.", "Say what it shows: `alt: \"…\"`.");
        var picture = images.Find(name, PictureUse.Text, figure.PlaceOfKey("file"));
        return picture is null ? null : picture with { Alternative = Localized.Same(alternative ?? "") };
    }

    private static string Lang(Fields fields, string key)
    {
        var lang = fields.RequiredText(key);
        if (lang.Length == 0 || Languages.Contains(lang))
            return lang;
        fields.Error(key, $"`{lang}` is not a language.", "Two letters: `fr`, `en`.");
        return "fr";
    }
}
