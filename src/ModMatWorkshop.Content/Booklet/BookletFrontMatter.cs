using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ModMatWorkshop.Content.Booklet;

/// <summary>
/// Writes the front matter of a contribution that has the authors' own text. It edits the curators' front matter as text, which keeps its
/// order, comments and notes, or creates one from the booklet alone.
/// </summary>
internal static partial class BookletFrontMatter
{
    private static readonly string[] FrenchWords = ["le", "la", "les", "des", "du", "une", "et", "est", "dans", "pour", "par", "sur"];
    private static readonly string[] EnglishWords = ["the", "of", "and", "is", "are", "in", "with", "for", "to", "by", "an", "from"];

    /// <summary>The text between the two lines of three hyphens; null if the file does not begin with a front matter.</summary>
    public static string? Of(string file) => FrontMatter().Match(file) is { Success: true } match ? match.Groups["yaml"].Value : null;

    /// <summary>Removes <c>condensed</c> and inserts the captions of the booklet.</summary>
    /// <param name="missing">The figures of the booklet without a caption to replace in this front matter.</param>
    /// <exception cref="YamlException">The front matter is not valid YAML.</exception>
    public static string WithOwnTexts(string yaml, BookletContribution contribution, out IReadOnlyList<PrintedFigure> missing)
    {
        var facts = Load(yaml);
        var edits = new List<(int Start, int End, string Text)>();
        if (facts.Children.FirstOrDefault(f => f.Key is YamlScalarNode { Value: "condensed" }) is { Key: { } condensed, Value: { } value })
            edits.Add((yaml.LastIndexOf('\n', (int)condensed.Start.Index) + 1, yaml.IndexOf('\n', (int)value.End.Index) + 1, ""));

        var captions = Captions(facts);
        foreach (var figure in contribution.Figures)
            if (captions.GetValueOrDefault(figure.Number) is { } caption)
                edits.Add(
                    (
                        (int)caption.Start.Index,
                        (int)caption.End.Index,
                        Caption(figure, contribution) + (caption.Style is ScalarStyle.Literal or ScalarStyle.Folded ? "\n" : "")
                    )
                );
        missing = [.. contribution.Figures.Where(f => !captions.ContainsKey(f.Number))];

        var edited = new StringBuilder(yaml);
        foreach (var (start, end, text) in edits.OrderByDescending(e => e.Start))
            edited.Remove(start, end - start).Insert(start, text);
        return edited.ToString();
    }

    private static YamlMappingNode Load(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode facts }] ? facts : [];
        }
        // YamlDotNet throws these instead of YamlException for an unclosed bracket or an invalid tag.
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            throw new YamlException("It cannot be parsed.", wrong);
        }
    }

    private static Dictionary<int, YamlScalarNode> Captions(YamlMappingNode facts)
    {
        var captions = new Dictionary<int, YamlScalarNode>();
        if (facts.Children.TryGetValue("figures", out var figures) && figures is YamlSequenceNode list)
            foreach (var figure in list.OfType<YamlMappingNode>())
                if (
                    figure.Children.TryGetValue("number", out var number)
                    && figure.Children.TryGetValue("caption", out var caption)
                    && caption is YamlScalarNode text
                    && int.TryParse(number.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                )
                    captions[n] = text;
        return captions;
    }

    /// <summary>
    /// Creates a front matter from the booklet alone. The language is a guess from frequent short words, and a note asks the curators to
    /// check it.
    /// </summary>
    public static string From(BookletContribution contribution)
    {
        var yaml = new StringBuilder();
        var lang = LanguageOf(string.Join(' ', contribution.Paragraphs)) ?? "en";
        var presentation = contribution.Presentation;
        Line($"code: {contribution.Code}");
        Line($"kind: {ContributionCode.KeyOf(contribution.Code.BuiltInKind!.Value)}");
        Line($"title: {Quote(contribution.Title)}");
        Line($"title_lang: {LanguageOf(contribution.Title) ?? lang}");
        Line($"lang: {lang}");
        Line($"speaker: {Quote(presentation?.Speaker ?? contribution.Authors[0].Name)}");
        if (presentation is null)
        {
            Line("speaker_inferred: true");
            Line($"board: {contribution.Code.Number}");
        }
        else
        {
            Line($"lab: {Quote(presentation.Lab)}");
            Line($"town: {Quote(presentation.Town)}");
            if (presentation.Remote)
                Line("remote: true");
        }
        List("authors", contribution.Authors.Select(Author));
        List("affiliations", contribution.Affiliations.Select(Quote));
        List("keywords", contribution.Keywords.Select(Quote));
        if (contribution.ReferencesHeading is { } heading and not ("Références" or "References"))
            Line($"references_heading: {Quote(heading)}");
        List("references", contribution.References.Select(Reference));
        List("figures", contribution.Figures.Select(f => $"{{ number: {f.Number}, caption: {Caption(f, contribution)} }}"));
        if (Printed(contribution) is { Length: > 0 } printed)
            Line($"printed: {{ {printed} }}");
        List("notes", [Quote("Written from the booklet alone: names and affiliations as printed, languages guessed.")]);
        return yaml.ToString();

        void Line(string line) => yaml.Append(line).Append('\n');

        void List(string key, IEnumerable<string> entries)
        {
            foreach (var (index, entry) in entries.Index())
            {
                if (index == 0)
                    Line($"{key}:");
                Line($"  - {entry}");
            }
        }
    }

    private static string Printed(BookletContribution contribution)
    {
        List<string> printed = [];
        if (contribution.PrintedCode != $"{contribution.Code}.")
            printed.Add($"code: {Quote(contribution.PrintedCode)}");
        if (contribution.Presentation is { } presentation && presentation.Title != contribution.Title)
            printed.Add($"title_programme: {Quote(presentation.Title)}");
        return string.Join(", ", printed);
    }

    private static string Author(PrintedAuthor author)
    {
        var printed = author.Printed == author.Name ? "" : $", printed: {Quote(author.Printed)}";
        return $"{{ name: {Quote(author.Name)}, affiliations: [{string.Join(", ", author.Affiliations)}]{printed} }}";
    }

    private static string Reference(string reference)
    {
        var doi = Doi().Match(reference);
        var text = Quote(BookletMarkup.Inline(doi.Success ? reference.Remove(doi.Index, doi.Length) : reference, 0));
        return doi.Success ? $"{{ text: {text}, doi: {Quote(doi.Groups["doi"].Value)} }}" : text;
    }

    private static string Caption(PrintedFigure figure, BookletContribution contribution) =>
        Quote(BookletMarkup.Inline(figure.Caption, contribution.References.Count));

    private static string Quote(string text)
    {
        var escaped = text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\t", @"\t", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static string? LanguageOf(string text)
    {
        var words = Folding.Words(text);
        return (words.Count(FrenchWords.Contains) - words.Count(EnglishWords.Contains)) switch
        {
            > 0 => "fr",
            < 0 => "en",
            _ => null,
        };
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\r?\n|\z)")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@",? ?(?:DOI|doi) ?: ?(?<doi>10\.[0-9]+/\S*[^\s.,;])\.?")]
    private static partial Regex Doi();
}
