using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads text pages and news items.</summary>
public sealed class PageReader(TranslatedBodies translations, ImageReader images, ProblemList problems)
{
    private const string PracticalInfo = "practical-info";

    /// <summary>The names of all text pages. The site links to each of them.</summary>
    public static readonly IReadOnlyList<string> Known = [PracticalInfo, "contact", "legal-notice", "privacy", "accessibility"];

    /// <summary>Warns of linked text pages without a file.</summary>
    public void ReportMissingPages(IEnumerable<string> names)
    {
        foreach (var slug in Known.Where(slug => !names.Contains($"pages/{slug}.md")))
            problems.Warn(new($"pages/{slug}.md"), "The page has no file, so its address answers 404.", "Write it.");
    }

    public Page? ReadPage(SourceFile file)
    {
        if (!Known.Contains(file.Slug))
            problems.Error(new(file.Name), $"The site has no page `{file.Slug}`.", $"Known pages: {string.Join(", ", Known)}.");
        var body = WorkshopReader.Body(file, translations, images, problems);
        if (FieldsOf(file) is not { } fields)
            return null;
        var page = new Page
        {
            Slug = file.Slug,
            Title = fields.RequiredLocalized("title"),
            TrueIn = fields.Month("true_in"),
            BodyHtml = body,
            Aside = file.Slug == PracticalInfo && fields.Map("aside") is { } aside ? ReadAside(aside) : null,
        };
        fields.ReportUnknownKeys();
        return page;
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
        return new(title, new(Html(text.Fr, "fr"), text.En is null ? null : Html(text.En, "en")));

        string Html(string markdown, string lang) =>
            MarkdownText.Parse(markdown, lang, place, problems, inFrontMatter: true, images).WithoutUnknownFacts().ToHtml();
    }

    private Fields? FieldsOf(SourceFile file)
    {
        if (file.FrontMatter is not null)
            return new(file.Name, file.FrontMatter, problems);
        problems.Error(new(file.Name), "The file has no front matter.", "It needs at least a `title`.");
        return null;
    }
}
