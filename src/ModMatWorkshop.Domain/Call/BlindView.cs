using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ModMatWorkshop.Domain.Call;

/// <summary>
/// A submission as a reviewer sees it in a blind call: without names, affiliations, addresses, ORCID, links and acknowledgements, wherever
/// they stand. It cannot hide an author who describes themselves in other words.
/// </summary>
public static partial class BlindView
{
    /// <summary>Stands for what is hidden.</summary>
    public const string Hidden = "•••";

    /// <summary>A shorter word may be a symbol: Li is an author and an element. It is hidden beside its given name only.</summary>
    private const int ShortestWord = 4;

    public static SubmissionText Of(SubmissionText text, string email)
    {
        var secrets = Secrets(text);
        return new()
        {
            Title = Hide(text.Title, secrets),
            Kind = text.Kind,
            Topics = text.Topics,
            Language = text.Language,
            Abstract = Hide(WithoutAcknowledgements(text.Abstract), [.. secrets, Folding.Fold(email)]),
            References = string.Join(
                '\n',
                text.ReferenceLines.Select(line => Hide(line, secrets, keepsLinks: true) == line ? line : Hidden)
            ),
            Keywords = Hide(text.Keywords, secrets),
            Figures = string.Join('\n', text.FigureLines.Select(line => Hide(line, secrets))),
            DoNotRecord = text.DoNotRecord,
            IsAgreed = text.IsAgreed,
        };
    }

    /// <summary>The name under which a reviewer gets a file. The author's name for it may say who they are.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="extension">With its full stop; one that is not letters and digits is left out.</param>
    public static string FileName(int number, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"file-{number}{(Extension().IsMatch(extension) ? extension.ToLowerInvariant() : "")}");

    /// <summary>Folded texts that say who the authors are.</summary>
    private static List<string> Secrets(SubmissionText text)
    {
        var found = new HashSet<string>();
        foreach (var author in text.Authors)
        {
            var (given, family) = (Folding.Words(author.GivenName), Folding.Fold(author.FamilyName));
            if (family.Length >= ShortestWord || given.Length == 0)
                found.Add(family);
            if (given.Length > 0)
                found.UnionWith(
                    new[] { string.Join(' ', given), string.Join(' ', given.Select(g => g[..1])), given[0], given[0][..1] }.SelectMany(
                        first => new[] { $"{first} {family}", $"{family} {first}" }
                    )
                );
        }
        foreach (var affiliation in text.Affiliations)
        {
            found.Add(Folding.Fold(affiliation));
            found.UnionWith(affiliation.Split(',', ';', '(', ')').Select(Folding.Fold).Where(part => part.Length >= ShortestWord));
            found.UnionWith(Acronym().Matches(affiliation).Select(match => Folding.Fold(match.Value)));
        }
        found.Remove("");
        return [.. found];
    }

    private static string Hide(string text, IReadOnlyList<string> secrets, bool keepsLinks = false)
    {
        text = Address().Replace(text, Hidden);
        text = OrcidNumber().Replace(text, Hidden);
        if (!keepsLinks)
            text = Link().Replace(text, Hidden);
        var (folded, source) = Folding.FoldWithSource(text);
        var hidden = new bool[text.Length];
        foreach (var secret in secrets.Where(s => s.Length > 0))
            for (
                var at = folded.IndexOf(secret, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(secret, at + 1, StringComparison.Ordinal)
            )
            {
                var end = at + secret.Length;
                var isWhole = (at == 0 || folded[at - 1] == ' ') && (end == folded.Length || folded[end] == ' ');
                // The word green is none of Mr Green's.
                if (isWhole && !char.IsLower(text[source[at]]))
                    hidden.AsSpan(source[at]..(source[end - 1] + 1)).Fill(true);
            }
        return Covered(text, hidden);
    }

    private static string Covered(string text, bool[] hidden)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!hidden[i])
                shown.Append(text[i]);
            else if (i == 0 || !hidden[i - 1])
                shown.Append(Hidden);
        return shown.ToString();
    }

    /// <summary>Leaves out sections with such a heading, and paragraphs that begin with such a word.</summary>
    private static string WithoutAcknowledgements(string text)
    {
        var kept = new List<string>();
        // The level of the heading whose section is left out; 0 outside one.
        var section = 0;
        var isParagraph = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var heading = Heading().Match(line) is { Success: true } match ? match.Groups["level"].Length : 0;
            if (heading > 0)
                (section, isParagraph) = (
                    Thanks().IsMatch(line) ? heading
                    : section >= heading ? 0
                    : section,
                    false
                );
            else if (string.IsNullOrWhiteSpace(line))
                isParagraph = false;
            else if (Thanks().IsMatch(line))
                // A line of its own is a heading, too.
                (section, isParagraph) = ThanksAlone().IsMatch(line) ? (6, false) : (section, true);
            if (section == 0 && !isParagraph)
                kept.Add(line);
        }
        return string.Join('\n', kept).Trim();
    }

    [GeneratedRegex(@"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[\p{L}\p{N}]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:https?://orcid\.org/)?\d{4}-?\d{4}-?\d{4}-?\d{3}[\dX]", RegexOptions.IgnoreCase)]
    private static partial Regex OrcidNumber();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>)\]]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\p{Lu}{3,}\d*")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"\A\s{0,3}(?<level>#{1,6})\s")]
    private static partial Regex Heading();

    private const string ThanksWords =
        @"(?:acknowledge?ments?|remerciements?|funding|financements?|author contributions?|contributions? des auteurs)";

    [GeneratedRegex(@"\A[\s#*_\\{]*(?:(?:sub)*section\*?\{)?" + ThanksWords + @"(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"\A[\s*_\\{]*(?:(?:sub)*section\*?\{)?" + ThanksWords + @"[\s*_}:.]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ThanksAlone();

    [GeneratedRegex(@"\A\.[A-Za-z0-9]{1,5}\z")]
    private static partial Regex Extension();
}
