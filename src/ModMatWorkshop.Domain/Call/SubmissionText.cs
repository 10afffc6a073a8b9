using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain.Call;

/// <summary>What an author writes about a talk or a poster. A draft may lack any part of it.</summary>
public sealed record SubmissionText
{
    /// <summary>A larger collaboration names its members in the abstract.</summary>
    public const int MaxAuthors = 300;

    public const int MaxAffiliations = 100;

    /// <summary>One line of Markdown.</summary>
    public string Title { get; init; } = "";

    /// <summary>The name in content files of the kind that is wished for: <c>oral</c>. Empty while the author has not chosen.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Keys of topics of the call, sorted.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The BCP 47 tag of the language of the abstract; empty while the author has not chosen.</summary>
    public string Language { get; init; } = "";

    public IReadOnlyList<SubmissionAuthor> Authors { get; init; } = [];

    /// <summary>Authors refer to them by their numbers, from 1.</summary>
    public IReadOnlyList<string> Affiliations { get; init; } = [];

    /// <summary>The number of the author who presents, from 1.</summary>
    public int Presenter { get; init; } = 1;

    /// <summary>Markdown.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>One reference a line; the first one is number 1.</summary>
    public string References { get; init; } = "";

    /// <summary>With commas between them.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>The captions of the figures, one a line.</summary>
    public string Figures { get; init; } = "";

    /// <summary>A word to the committee, which is never published.</summary>
    public string Message { get; init; } = "";

    /// <summary>All authors agree, and the text may be published if it is accepted.</summary>
    public bool IsAgreed { get; init; }

    /// <summary>The talk must not be recorded.</summary>
    public bool DoNotRecord { get; init; }

    [JsonIgnore]
    public SubmissionAuthor? Speaker =>
        Presenter >= 1 && Presenter <= Authors.Count ? Authors[Presenter - 1]
        : Authors.Count > 0 ? Authors[0]
        : null;

    [JsonIgnore]
    public IReadOnlyList<string> ReferenceLines => LinesOf(References);

    [JsonIgnore]
    public IReadOnlyList<string> FigureLines => LinesOf(Figures);

    [JsonIgnore]
    public IReadOnlyList<string> KeywordList =>
        [.. Keywords.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The affiliations of an author as text. A number without an affiliation is ignored.</summary>
    public IEnumerable<string> AffiliationsOf(SubmissionAuthor author) =>
        author.Affiliations.Where(n => n >= 1 && n <= Affiliations.Count).Select(n => Affiliations[n - 1]);

    /// <summary>Whether nothing is written that would be worth keeping.</summary>
    [JsonIgnore]
    public bool IsEmpty => SubmissionFields.All.All(f => f.IsChoice || f.Get(this).Length == 0);

    private static string[] LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Affiliations">Numbers from 1 into the affiliations of the text.</param>
/// <param name="Orcid">In its stored form, or as typed while it is not valid; empty for none.</param>
public sealed record SubmissionAuthor(string GivenName, string FamilyName, IReadOnlyList<int> Affiliations, string Orcid = "")
{
    [JsonIgnore]
    public string Name => $"{GivenName} {FamilyName}".Trim();

    [JsonIgnore]
    public bool IsEmpty => Name.Length == 0 && Orcid.Length == 0;

    /// <summary>One line, for comparisons and exports: <c>Ada Lovelace (1,2) 0000-0002-1825-0097</c>.</summary>
    public string ToText() => FormattableString.Invariant($"{GivenName}|{FamilyName} ({string.Join(',', Affiliations)}) {Orcid}").TrimEnd();
}
