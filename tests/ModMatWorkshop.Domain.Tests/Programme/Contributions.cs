using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Domain.Tests.Programme;

/// <summary>Contributions with the given values, and placeholders for all others.</summary>
internal static class Contributions
{
    public static Contribution With(params IReadOnlyList<string> keywords) =>
        Of("o1", [.. keywords.Select(k => new Keyword(k, Folding.Fold(k)))]);

    public static Contribution Of(
        string code,
        IReadOnlyList<Keyword>? keywords = null,
        IReadOnlyList<Affiliation>? affiliations = null,
        string title = "A title",
        string text = "",
        string speaker = "Ada Lovelace",
        bool isCancelled = false
    )
    {
        var parsed = ContributionCode.Parse(code);
        return new()
        {
            Code = parsed.Slug,
            Kind = parsed.BuiltInKind!.Value,
            Letters = parsed.Letters,
            Number = parsed.Number,
            Title = title,
            TitleHtml = "A title",
            TitleLang = "en",
            Lang = "en",
            SpeakerSlug = "ada-lovelace",
            SpeakerName = speaker,
            Cancelled = isCancelled,
            Authors = [],
            Affiliations = affiliations ?? [],
            Keywords = keywords ?? [],
            References = [],
            Figures = [],
            Materials = [],
            BodyHtml = "",
            BodyText = text,
        };
    }
}
