using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content.Editing;

/// <summary>A file as readers would see it, read alone: what other files say is not checked.</summary>
public sealed record FilePreview
{
    /// <summary>A longer text is not read.</summary>
    public const int MaxLength = 1 << 17;

    /// <summary>A talk or a poster.</summary>
    public Contribution? Contribution { get; private init; }

    /// <summary>The title of a page or a news item.</summary>
    public Localized? Title { get; private init; }

    /// <summary>The text of a page, a news item or the introduction.</summary>
    public Localized? BodyHtml { get; private init; }

    /// <summary>What stands beside the text of a page.</summary>
    public PageAside? Aside { get; private init; }

    /// <summary>The words of a mail; null while they have an error.</summary>
    public OwnMail? Mail { get; private init; }

    /// <summary>What the check says about the file.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    public bool IsEmpty => Contribution is null && BodyHtml is null && Mail is null;

    /// <param name="root">The content folder, for its pictures and materials.</param>
    /// <param name="name">The path of the file in it.</param>
    /// <param name="translation">The body in the second language; null for none.</param>
    /// <param name="workshop">As readers see it now: its languages and kinds.</param>
    public static FilePreview Of(string root, string name, string text, string? translation, Workshop workshop)
    {
        var problems = new ProblemList();
        if (text.Length + (translation ?? "").Length > MaxLength || SourceFile.Parse(name, text, problems) is not { } file)
            return new() { Problems = problems.InOrder };
        var images = ImagesIn(root, $"{text}{translation}", problems);
        var preview =
            name.StartsWith("contributions/", StringComparison.Ordinal) ? OfContribution(root, file, workshop, images, problems)
            : MailReader.KindOf(name) is { } kind ? OfMail(kind, text, translation, workshop, problems)
            : OfText(root, file, translation, workshop, images, problems);
        return preview with
        {
            Problems = [.. problems.InOrder.Where(p => p.File == name || p.File == TranslationOf(name, workshop.Languages))],
        };
    }

    /// <summary>The name of the file with the body in the second language; null in a workshop with one language.</summary>
    public static string? TranslationOf(string name, WorkshopLanguages languages) =>
        languages.Second is { } second ? TranslatedBodies.NameOf(name[..^".md".Length], second) : null;

    private static FilePreview OfContribution(string root, SourceFile file, Workshop workshop, ImageReader images, ProblemList problems)
    {
        var reader = new ContributionReader(
            workshop.Languages,
            workshop.Kinds,
            new Dictionary<string, int?>(),
            allPlacesAreKnown: false,
            new PersonCollector(images, problems),
            new MaterialReader(root, images, problems),
            images,
            problems
        );
        return new() { Contribution = reader.Read(file) };
    }

    private static FilePreview OfMail(MailKind kind, string text, string? translation, Workshop workshop, ProblemList problems) =>
        new() { Mail = MailReader.Read(kind, text, translation, workshop.Languages, problems) };

    private static FilePreview OfText(
        string root,
        SourceFile file,
        string? translation,
        Workshop workshop,
        ImageReader images,
        ProblemList problems
    )
    {
        var files = new Dictionary<string, SourceFile> { [file.Name] = file };
        if (
            !string.IsNullOrWhiteSpace(translation)
            && TranslationOf(file.Name, workshop.Languages) is { } other
            && SourceFile.Parse(other, translation, problems) is { } twin
        )
            files[other] = twin;
        var translations = new TranslatedBodies(workshop.Languages, files, new HashSet<string>(), problems);
        if (file.Name == ContentFolder.WorkshopFile)
        {
            var (read, _) = new WorkshopReader(
                new PersonCollector(images, problems),
                translations,
                images,
                new MaterialReader(root, images, problems),
                problems
            ).Read(file);
            return new() { Title = read?.Title, BodyHtml = read?.IntroductionHtml };
        }
        var pages = new PageReader(translations, images, problems);
        if (file.Name.StartsWith("pages/", StringComparison.Ordinal) && pages.ReadPage(file) is { } page)
            return new()
            {
                Title = page.Title,
                BodyHtml = page.BodyHtml,
                Aside = page.Aside,
            };
        return file.Name.StartsWith("news/", StringComparison.Ordinal) && pages.ReadNews(file) is { } news
            ? new() { Title = news.Title, BodyHtml = news.BodyHtml }
            : new();
    }

    /// <summary>The pictures that a text names: reading the others takes long.</summary>
    private static ImageReader ImagesIn(string root, string text, ProblemList problems)
    {
        var others = ContentFolder
            .FilesIn(root, ContentFolder.Images)
            .Where(file => !text.Contains(file.Name, StringComparison.Ordinal))
            .ToDictionary(file => file.Name, _ => (byte[]?)null);
        return new(root, problems, others);
    }
}
