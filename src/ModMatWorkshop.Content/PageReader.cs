using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads text pages and news items.</summary>
public sealed class PageReader(TranslatedBodies translations, ImageReader images, ProblemList problems)
{
    internal const string PracticalInfo = "practical-info";
    private static readonly string[] OfLaw = ["legal-notice", "privacy", "accessibility"];

    /// <summary>The names of the pages that the site links to, if they exist.</summary>
    public static readonly IReadOnlyList<string> Known = [PracticalInfo, "contact", .. OfLaw];

    private static readonly Dictionary<string, PagePlace> Places = new() { ["menu"] = PagePlace.Menu, ["footer"] = PagePlace.Footer };

    /// <summary>The file of each address, with its language.</summary>
    private readonly Dictionary<(string Address, Language Language), string> _addresses = [];

    /// <summary>Warns of pages that readers or the law expect.</summary>
    public void ReportMissingPages(IEnumerable<string> names)
    {
        foreach (var slug in Known.Where(slug => !names.Contains($"pages/{slug}.md")))
            problems.Warn(
                new($"pages/{slug}.md"),
                "The page is missing, so no page links to it.",
                OfLaw.Contains(slug) ? "The law may ask for it: write it." : "Readers look for it: write it."
            );
    }

    public Page? ReadPage(SourceFile file)
    {
        var body = WorkshopReader.Body(file, translations, images, problems, isHeadOfPage: true);
        if (FieldsOf(file) is not { } fields)
            return null;
        var isKnown = Known.Contains(file.Slug);
        var page = new Page
        {
            Slug = file.Slug,
            Addresses = isKnown ? null : Addresses(file, fields),
            Place = isKnown ? PagePlace.None : fields.Choice("in", Places) ?? PagePlace.None,
            Title = fields.RequiredLocalized("title"),
            TrueIn = fields.Month("true_in"),
            BodyHtml = body,
            Aside = file.Slug == PracticalInfo && fields.Map("aside") is { } aside ? ReadAside(aside) : null,
        };
        fields.ReportUnknownKeys();
        return page;
    }

    /// <summary>The last part of the address in each language, by default the name of the file.</summary>
    private Localized Addresses(SourceFile file, Fields fields)
    {
        var addresses = fields.LocalizedAsTyped("slug") ?? Localized.Same(file.Slug);
        foreach (var language in Enum.GetValues<Language>())
        {
            var address = addresses.In(language);
            if (!Slug.IsValid(address))
                Report($"`{address}` cannot be used in an address.", "Lower-case letters, digits and hyphens: `slug: getting-there`.");
            else if (Routes.IsTaken(address))
                Report($"`{address}` is an address of the site.", "Choose another `slug`.");
            else if (!_addresses.TryAdd((address, language), file.Name))
                Report($"`{address}` is also the address of {_addresses[(address, language)]}.", "Choose another `slug`.");
        }
        return addresses;

        void Report(ProblemText message, ProblemText hint) => problems.Error(fields.PlaceOfKey("slug"), message, hint);
    }

    public NewsItem? ReadNews(SourceFile file)
    {
        if (!Slug.IsValid(file.Slug))
            problems.Error(
                new(file.Name),
                $"`{file.Slug}` cannot be used in an address.",
                "Lower-case letters, digits and hyphens: 2021-09-01-programme.md."
            );
        var body = WorkshopReader.Body(file, translations, images, problems);
        if (FieldsOf(file) is not { } fields)
            return null;
        var item = new NewsItem
        {
            Slug = file.Slug,
            Date = fields.RequiredDate("date"),
            Title = fields.RequiredLocalized("title"),
            BodyHtml = body,
        };
        fields.ReportUnknownKeys();
        return item;
    }

    private PageAside ReadAside(Fields fields)
    {
        var title = fields.RequiredLocalized("title");
        var (text, place) = (fields.RequiredLocalized("text", isMarkdown: true), fields.PlaceOfKey("text"));
        fields.ReportUnknownKeys();
        return new(title, new(text.Fr is { } fr ? Html(fr, "fr") : null, text.En is { } en ? Html(en, "en") : null));

        string Html(string markdown, string lang) =>
            MarkdownText.Parse(markdown, lang, place, problems, inFrontMatter: true, images).WithoutUnknownFacts().AtHeadOfPage().ToHtml();
    }

    private Fields? FieldsOf(SourceFile file)
    {
        if (file.FrontMatter is not null)
            return new(file.Name, file.FrontMatter, problems, translations.Languages);
        problems.Error(new(file.Name), "The file has no front matter.", "It needs at least a `title`.");
        return null;
    }
}
