using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Reads text pages and news items.</summary>
public sealed class PageReader(TranslatedBodies translations, ProblemList problems)
{
    /// <summary>The names of all text pages. The site links to each of them.</summary>
    public static readonly IReadOnlyList<string> Known = ["practical-info", "contact", "legal-notice", "privacy", "accessibility"];

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
        var body = WorkshopReader.Body(file, translations, problems);
        if (FieldsOf(file) is not { } fields)
            return null;
        var page = new Page
        {
            Slug = file.Slug,
            Title = fields.RequiredLocalized("title"),
            TrueIn = fields.Month("true_in"),
            BodyHtml = body,
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
        var body = WorkshopReader.Body(file, translations, problems);
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

    private Fields? FieldsOf(SourceFile file)
    {
        if (file.FrontMatter is not null)
            return new(file.Name, file.FrontMatter, problems);
        problems.Error(new(file.Name), "The file has no front matter.", "It needs at least a `title`.");
        return null;
    }
}
