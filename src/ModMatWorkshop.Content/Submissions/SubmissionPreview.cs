using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content.Submissions;

/// <summary>A submission as readers of the site would see it, made by the code that shows a contribution.</summary>
/// <param name="Faults">What cannot be shown, such as a formula with an error.</param>
/// <param name="Remarks">What is shown otherwise than the author may mean.</param>
/// <param name="Printed">The characters of the abstract as printed: formulas count as their Unicode text, and marks do not count.</param>
public sealed partial record SubmissionPreview(
    Contribution Contribution,
    IReadOnlyList<SubmissionFault> Faults,
    IReadOnlyList<SubmissionFault> Remarks,
    int Printed
)
{
    /// <summary>Rendering a formula takes milliseconds, and anybody may send a text.</summary>
    public const int MaxFormulas = 100;

    private static readonly Localized TooManyFormulas = new(
        $"Le résumé a plus de {MaxFormulas} formules.",
        $"The abstract has more than {MaxFormulas} formulas."
    );

    /// <param name="workshop">For its kinds and its first language.</param>
    /// <param name="pictures">The pictures of the figures, by number.</param>
    public static SubmissionPreview Of(SubmissionText text, Workshop workshop, IReadOnlyDictionary<int, Picture>? pictures = null)
    {
        var problems = new ProblemList();
        var lang = text.Language.Length > 0 ? text.Language : workshop.Languages.First.Tag();
        var (letters, kind) = KindOf(text.Kind, workshop);
        var isReadable =
            Delimiters().Count($"{text.Title} {text.Abstract} {text.References} {text.Figures}") <= 2 * MaxFormulas
            && SubmissionFields.All.All(field => field.Set is null || field.Get(text).Length <= field.MaxLength);
        var shown = isReadable ? text : new SubmissionText();
        var title = MarkdownText.Title(shown.Title, lang, At(SubmissionFields.Title), problems);
        var references = shown
            .ReferenceLines.Select(
                (line, i) => ReferenceText.Read(i + 1, line, null, null, At(SubmissionFields.References, i + 1), problems)
            )
            .ToList();
        var body = Cited(MarkdownText.Parse(shown.Abstract, lang, At(SubmissionFields.Abstract), problems), references.Count, problems);
        var people = text.Authors.Take(SubmissionText.MaxAuthors).Select(PersonOf).ToList();
        var speaker = text.Presenter >= 1 && text.Presenter <= people.Count ? people[text.Presenter - 1] : people.FirstOrDefault();
        var contribution = new Contribution
        {
            Code = letters,
            Kind = kind,
            Letters = letters,
            Number = 0,
            Title = title.Text,
            TitleHtml = title.Html,
            TitleLang = lang,
            Lang = lang,
            SpeakerName = speaker?.Name ?? "",
            SpeakerSlug = speaker?.Slug ?? "-",
            DoNotRecord = text.DoNotRecord,
            Authors = people,
            Affiliations = [.. text.Affiliations.Take(SubmissionText.MaxAffiliations).Select(name => new Affiliation(name))],
            Keywords = [.. shown.KeywordList.Select(word => KeywordOf(word, problems))],
            References = references,
            Figures = [.. FiguresOf(shown.FigureLines, pictures ?? new Dictionary<int, Picture>(), lang, references.Count, problems)],
            Materials = [],
            BodyHtml = body.ToHtml(),
            BodyText = body.ToText(),
        };
        List<SubmissionFault> faults = [.. Found(problems, Severity.Error, text)];
        if (!isReadable)
            faults.Add(new(SubmissionFields.Abstract.Key, TooManyFormulas));
        return new(contribution, faults, [.. Found(problems, Severity.Warning, text)], PrintedLength(contribution.BodyText));
    }

    /// <summary>The title as sanitised HTML, for a list.</summary>
    public static string TitleHtml(SubmissionText text) =>
        MarkdownText.Title(text.Title, text.Language, At(SubmissionFields.Title), new()).Html;

    /// <summary>The characters as people count them; the end of a paragraph is none.</summary>
    public static int PrintedLength(string printed) =>
        new StringInfo(printed.Replace("\n", "", StringComparison.Ordinal)).LengthInTextElements;

    private static (string Letters, ContributionKind Kind) KindOf(string key, Workshop workshop) =>
        workshop.AllKinds.FirstOrDefault(k => k.Key == key) is { Letters: { } letters, Kind: var kind }
            ? (letters, kind)
            : (ContributionCode.LettersOf(ContributionKind.Oral), ContributionKind.Oral);

    private static Author PersonOf(SubmissionAuthor author, int index) =>
        new(
            author.Name,
            (index + 1).ToString(CultureInfo.InvariantCulture),
            author.FamilyName,
            author.Affiliations,
            author.Orcid.Length > 0 ? author.Orcid : null
        );

    private static Keyword KeywordOf(string word, ProblemList problems)
    {
        var text = MarkdownText.Title(word, "", At(SubmissionFields.Keywords), problems).Text;
        return new(text, Folding.Fold(text));
    }

    /// <summary>A caption, a picture or both make a figure.</summary>
    private static IEnumerable<Figure> FiguresOf(
        IReadOnlyList<string> captions,
        IReadOnlyDictionary<int, Picture> pictures,
        string lang,
        int references,
        ProblemList problems
    )
    {
        for (var number = 1; number <= Math.Max(captions.Count, pictures.Keys.DefaultIfEmpty(0).Max()); number++)
        {
            var figure =
                number <= captions.Count ? FigureOf(captions[number - 1], number, lang, references, problems) : new(number, "", "");
            if (pictures.GetValueOrDefault(number) is { } picture)
                yield return figure with
                {
                    Picture = picture with { Alternative = Localized.Same(figure.CaptionText) },
                };
            else if (number <= captions.Count)
                yield return figure;
        }
    }

    private static Figure FigureOf(string line, int number, string lang, int references, ProblemList problems)
    {
        var place = At(SubmissionFields.Figures, number);
        var caption = Cited(MarkdownText.Parse(line, lang, place, problems, inFrontMatter: true), references, problems);
        return new(number, caption.ToInlineHtml(), caption.ToText());
    }

    private static MarkdownText Cited(MarkdownText text, int references, ProblemList problems) =>
        text.WithReferences(
            references,
            references == 0 ? "There are no `references`." : string.Create(CultureInfo.InvariantCulture, $"`references` has {references}."),
            problems
        );

    /// <summary>Problems are reported at fields in place of files.</summary>
    private static SourceLocation At(SubmissionField field, int line = 1) => new(field.Key, line);

    private static IEnumerable<SubmissionFault> Found(ProblemList problems, Severity severity, SubmissionText text) =>
        problems
            .InOrder.Where(p => p.Severity == severity)
            .Select(p => new SubmissionFault(p.File, new(Sentence(p, text, Language.French), Sentence(p, text, Language.English))));

    private static string Sentence(Problem problem, SubmissionText text, Language language)
    {
        var field = SubmissionFields.All.First(f => f.Key == problem.File);
        var hasLines = field.Kind == SubmissionFieldKind.Text && field.Get(text).Contains('\n', StringComparison.Ordinal);
        var place =
            !hasLines ? ""
            : language == Language.French ? string.Create(CultureInfo.InvariantCulture, $"Ligne {problem.Line} : ")
            : string.Create(CultureInfo.InvariantCulture, $"Line {problem.Line}: ");
        return $"{place}{problem.Message.In(language)} {problem.Hint.In(language)}".TrimEnd();
    }

    /// <summary>What begins or ends a formula.</summary>
    [GeneratedRegex(@"\$|\\[()\[\]]|\\(?:begin|end|ce|pu|SI|si|qty|unit|num|ang|SIrange|qtyrange|numrange)(?![A-Za-z])")]
    private static partial Regex Delimiters();
}
