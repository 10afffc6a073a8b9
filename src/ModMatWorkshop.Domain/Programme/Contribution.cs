namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// An invited talk, an oral or a poster, with its abstract. Texts that end in <c>Html</c> were made and sanitised when the content was
/// imported.
/// </summary>
public sealed class Contribution
{
    /// <summary>The code as in addresses, <c>o1</c>.</summary>
    public required string Code { get; init; }

    public required ContributionKind Kind { get; init; }

    public required int Number { get; init; }

    /// <summary>Plain text; sub- and superscripts are Unicode signs.</summary>
    public required string Title { get; init; }

    public required string TitleHtml { get; init; }

    /// <summary>BCP 47 tag of the title; it may differ from that of the body.</summary>
    public required string TitleLang { get; init; }

    /// <summary>BCP 47 tag of the body and the captions.</summary>
    public required string Lang { get; init; }

    /// <summary>The body is a text condensed by the editors, not the authors' own.</summary>
    public bool Condensed { get; init; }

    public required string SpeakerSlug { get; init; }

    public required string SpeakerName { get; init; }

    /// <summary>Nobody said who presents; the first author is shown.</summary>
    public bool SpeakerInferred { get; init; }

    /// <summary>The speaker's laboratory in a word, as a timetable names it.</summary>
    public string? Lab { get; init; }

    public string? Town { get; init; }

    /// <summary>Given from afar.</summary>
    public bool Remote { get; init; }

    /// <summary>Board of a poster, from 1; null for talks.</summary>
    public int? Board { get; init; }

    /// <summary>The session in which the talk stands; null for posters.</summary>
    public int? SessionNumber { get; init; }

    public bool Cancelled { get; init; }

    public bool DoNotRecord { get; init; }

    public required IReadOnlyList<Author> Authors { get; init; }

    public required IReadOnlyList<Affiliation> Affiliations { get; init; }

    public required IReadOnlyList<Keyword> Keywords { get; init; }

    /// <summary>What the authors call their list, when it is not simply "References".</summary>
    public string? ReferencesHeading { get; init; }

    public required IReadOnlyList<Reference> References { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<Material> Materials { get; init; }

    public required string BodyHtml { get; init; }

    /// <summary>
    /// The body for the printed book, with formulas in plain HTML, since the PDF renderer knows no MathML; null when it holds none.
    /// </summary>
    public string? BodyPrintHtml { get; init; }

    /// <summary>The body without markup, one paragraph a line, for exports and for search.</summary>
    public required string BodyText { get; init; }

    public Revision Revision { get; set; } = Revision.First;

    public ContributionCode ContributionCode => new(Kind, Number);

    /// <summary>The affiliations of an author, as written; a number that names none is passed over.</summary>
    public IEnumerable<string> AffiliationsOf(Author author) =>
        author.Affiliations.Where(n => n >= 1 && n <= Affiliations.Count).Select(n => Affiliations[n - 1].Text);
}

/// <param name="Name">The person's one name.</param>
/// <param name="Slug">The person's address.</param>
/// <param name="Family">Family name, the end of <paramref name="Name"/>.</param>
/// <param name="Affiliations">Numbers from 1 into the contribution's affiliations; empty when none was printed.</param>
public sealed record Author(string Name, string Slug, string Family, IReadOnlyList<int> Affiliations, string? Orcid = null)
{
    public PersonName FullName => new(Name, Family);
}

/// <param name="Text">As the authors wrote it.</param>
/// <param name="Key">The laboratory under one short name, whatever the wording; null when unknown.</param>
public sealed record Affiliation(string Text, string? Key = null);

/// <param name="Text">As printed.</param>
/// <param name="Facet">The folded keyword under which it is filed.</param>
public sealed record Keyword(string Text, string Facet);

/// <param name="Number">From 1, as cited.</param>
/// <param name="Html">Sanitised, with links.</param>
/// <param name="Text">Without markup.</param>
public sealed record Reference(int Number, string Html, string Text, string? Doi = null);

public sealed record Figure(int Number, string CaptionHtml, string CaptionText);

/// <summary>Slides, a poster's file, a recording: a link that the organisers give, or a file that they keep beside the content.</summary>
/// <param name="Url">Of a link, its whole address; of a file, its path on this site.</param>
/// <param name="File">Null for a link.</param>
public sealed record Material(Localized Title, string Url, MaterialFile? File = null);

/// <param name="Name">A slug with its ending: <c>o1-slides.pdf</c>.</param>
/// <param name="MediaType">As its ending says: <c>application/pdf</c>.</param>
/// <param name="Bytes">Its size when it was imported.</param>
public sealed record MaterialFile(string Name, string MediaType, long Bytes);

/// <summary>A keyword on a contribution, as a row of its own so that one can filter by it.</summary>
public sealed class KeywordUse
{
    public required string ContributionCode { get; init; }

    public required string Facet { get; init; }

    public required string Text { get; init; }
}

/// <summary>A keyword as one can filter by it, whatever its capitals, with the number of contributions that bear it.</summary>
public sealed class KeywordFacet
{
    public required string Facet { get; init; }

    public required string Text { get; init; }

    public required int Uses { get; init; }

    /// <summary>The facets of some contributions: each shown as the keyword that folds to it is most often written.</summary>
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
