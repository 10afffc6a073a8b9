using System.Globalization;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// A talk or a poster with its abstract. Properties that end in <c>Html</c> are generated and sanitised by the content import.
/// </summary>
public sealed class Contribution
{
    /// <summary>The code in lower case, as in addresses: <c>o1</c>.</summary>
    public required string Code { get; init; }

    public required ContributionKind Kind { get; init; }

    /// <summary>The letters of the code in lower case: <c>o</c>. Contributions of one kind share them.</summary>
    public required string Letters { get; init; }

    public required int Number { get; init; }

    /// <summary>Plain text. Sub- and superscripts are Unicode characters.</summary>
    public required string Title { get; init; }

    public required string TitleHtml { get; init; }

    /// <summary>BCP 47 tag of the title, which may differ from that of the body.</summary>
    public required string TitleLang { get; init; }

    /// <summary>BCP 47 tag of the body and the captions.</summary>
    public required string Lang { get; init; }

    /// <summary>True if the editors have shortened the body, so that it is not the authors' own text.</summary>
    public bool Condensed { get; init; }

    /// <summary>The first speaker. Queries read the columns of the first speaker.</summary>
    public required string SpeakerSlug { get; init; }

    public required string SpeakerName { get; init; }

    /// <summary>True if the content names no speaker and the first author is shown instead.</summary>
    public bool SpeakerInferred { get; init; }

    /// <summary>The short name of the speaker's laboratory, for the timetable.</summary>
    public string? Lab { get; init; }

    public string? Town { get; init; }

    /// <summary>The speakers after the first one.</summary>
    public IReadOnlyList<Speaker> MoreSpeakers { get; init; } = [];

    /// <summary>How to say the name of the speaker, for the chair of the session; null while nobody has said it.</summary>
    public string? Pronunciation { get; init; }

    /// <summary>True if the speaker gives the talk remotely.</summary>
    public bool Remote { get; init; }

    /// <summary>The poster board, from 1; null for a talk.</summary>
    public int? Board { get; init; }

    /// <summary>The session of the talk; null for a poster.</summary>
    public int? SessionNumber { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>True while it is not certain that the contribution takes place.</summary>
    public bool ToBeConfirmed { get; init; }

    /// <summary>True while the authors have sent no abstract. The body is empty then.</summary>
    public bool AbstractToCome { get; init; }

    public bool DoNotRecord { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public required IReadOnlyList<Affiliation> Affiliations { get; init; }

    public required IReadOnlyList<Keyword> Keywords { get; init; }

    /// <summary>The authors' own heading above the references; null for the usual one.</summary>
    public string? ReferencesHeading { get; init; }

    public required IReadOnlyList<Reference> References { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<Material> Materials { get; init; }

    public required string BodyHtml { get; init; }

    /// <summary>The body without markup, one line for each paragraph, for exports and search.</summary>
    public required string BodyText { get; init; }

    public Revision Revision { get; set; } = Revision.First;

    public ContributionCode ContributionCode => new(Letters, Number);

    public IReadOnlyList<Speaker> Speakers => [new(SpeakerName, SpeakerSlug, Lab, Town), .. MoreSpeakers];

    public bool IsPresentedBy(Author author) => author.Slug == SpeakerSlug || MoreSpeakers.Any(s => s.Slug == author.Slug);

    /// <summary>
    /// The marks after the name of an author: the numbers of the affiliations, <c>†</c> for an equal contribution, <c>*</c> for a
    /// corresponding author, and a letter for a present address.
    /// </summary>
    public IReadOnlyList<string> MarksOf(Author author)
    {
        List<string> marks = [.. author.Affiliations.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        if (author.Equal)
            marks.Add(AuthorMarks.Equal);
        if (author.Corresponding)
            marks.Add(AuthorMarks.Corresponding);
        if (PresentAddresses().FirstOrDefault(p => p.Author == author) is { Mark: { } mark })
            marks.Add(mark);
        return marks;
    }

    /// <summary>The authors with a present address, in order, each with a letter from a.</summary>
    public IReadOnlyList<(string Mark, Author Author)> PresentAddresses() =>
        [.. Authors.Where(a => a.PresentAddress is not null).Select((author, i) => (AuthorMarks.Letter(i), author))];

    /// <summary>The affiliations of an author as text. A number without an affiliation is ignored.</summary>
    public IEnumerable<string> AffiliationsOf(Author author) =>
        author.Affiliations.Where(n => n >= 1 && n <= Affiliations.Count).Select(n => Affiliations[n - 1].Text);
}

/// <summary>The marks that lead from the name of an author to a note.</summary>
public static class AuthorMarks
{
    public const string Equal = "†";

    public const string Corresponding = "*";

    /// <summary>a, b, c; after z, aa, bb.</summary>
    public static string Letter(int index) => new((char)('a' + index % 26), index / 26 + 1);
}

/// <param name="Name">The name as the site shows it.</param>
/// <param name="Slug">The last part of the address of the person's page.</param>
/// <param name="Family">The family name, the end of <paramref name="Name"/>.</param>
/// <param name="Affiliations">Numbers from 1 into the contribution's affiliations; empty if the source gives none.</param>
public sealed record Author(string Name, string Slug, string Family, IReadOnlyList<int> Affiliations, string? Orcid = null)
{
    public PersonName FullName => new(Name, Family);

    /// <summary>True for authors who contributed equally to the work.</summary>
    public bool Equal { get; init; }

    /// <summary>True for an author to whom readers write.</summary>
    public bool Corresponding { get; init; }

    /// <summary>The public email address of a corresponding author; null if the source gives none.</summary>
    public string? Email { get; init; }

    /// <summary>Where the author works now, if not at the affiliations; null otherwise.</summary>
    public string? PresentAddress { get; init; }
}

/// <param name="Text">The affiliation as the authors wrote it.</param>
/// <param name="Key">One short name of the laboratory for all its spellings; null when unknown.</param>
public sealed record Affiliation(string Text, string? Key = null);

/// <param name="Text">The keyword as the authors wrote it.</param>
/// <param name="Facet">The folded keyword, for filters.</param>
public sealed record Keyword(string Text, string Facet);

/// <param name="Number">From 1, as citations use it.</param>
/// <param name="Html">Sanitised HTML with links.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Doi">The DOI of the publication, without prefix; null for none.</param>
public sealed record Reference(int Number, string Html, string Text, string? Doi = null)
{
    /// <summary>Leaves the signs that a path may contain: <c>17:5/6%3C490::AID-JCC1%3E3.0.CO;2-P</c>.</summary>
    public static string DoiUrl(string doi) =>
        "https://doi.org/"
        + Uri.EscapeDataString(doi)
            .Replace("%2F", "/", StringComparison.Ordinal)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%3B", ";", StringComparison.Ordinal);
}

/// <param name="Picture">Null while the content has no file.</param>
public sealed record Figure(int Number, string CaptionHtml, string CaptionText, Picture? Picture = null);

/// <summary>Slides, a poster's file or a recording: a link, or a file in the content folder.</summary>
/// <param name="Url">The absolute URL of a link, or the path of a file on this site.</param>
/// <param name="File">Null for a link.</param>
public sealed record Material(Localized Title, string Url, MaterialFile? File = null)
{
    /// <summary>A picture of its first page; null for none.</summary>
    public Picture? Picture { get; init; }
}

/// <param name="Name">A slug with an extension: <c>o1-slides.pdf</c>.</param>
/// <param name="MediaType">The media type of the extension: <c>application/pdf</c>.</param>
/// <param name="Bytes">The size of the file when it was imported.</param>
public sealed record MaterialFile(string Name, string MediaType, long Bytes);

/// <summary>A keyword of a contribution, as a database row for filters.</summary>
public sealed class KeywordUse
{
    public required string ContributionCode { get; init; }

    public required string Facet { get; init; }

    public required string Text { get; init; }
}

/// <summary>A keyword for filters, whatever its spelling and case, with the number of its contributions.</summary>
public sealed class KeywordFacet
{
    public required string Facet { get; init; }

    public required string Text { get; init; }

    public required int Uses { get; init; }

    /// <summary>The facets of some contributions. Each shows the most frequent spelling among the keywords that fold to it.</summary>
    public static IEnumerable<KeywordFacet> Of(IEnumerable<Contribution> contributions) =>
        contributions
            .SelectMany(c => c.Keywords.DistinctBy(k => k.Facet))
            .GroupBy(k => k.Facet)
            .Select(uses => new KeywordFacet
            {
                Facet = uses.Key,
                Text = uses.Where(k => Folding.Fold(k.Text) == uses.Key)
                    .GroupBy(k => k.Text)
                    .OrderByDescending(g => g.Count())
                    .ThenByDescending(g => g.Key, StringComparer.Ordinal)
                    .FirstOrDefault()
                    ?.Key
                    ?? uses.Key,
                Uses = uses.Count(),
            });
}
