using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <content>The names of the workshop. Those that the content does not give follow from the others.</content>
public sealed partial class WorkshopReader
{
    private static WorkshopName ReadName(Fields fields, DateOnly start, Venue venue)
    {
        var (acronym, title) = (fields.RequiredText("acronym"), fields.RequiredLocalized("title"));
        var edition = fields.Has("edition") ? fields.RequiredText("edition") : $"{start.Year}";
        var derived = Slug.From($"{acronym} {edition}");
        var slug =
            fields.Has("slug") || derived.Length == 0
                ? Named(fields, "slug", Slug.IsValid, "lower-case letters, digits and hyphens")
                : derived;
        return new(
            acronym,
            edition,
            title,
            fields.Has("subtitle") ? fields.RequiredLocalized("subtitle") : Localized.Same($"{acronym} {edition}"),
            fields.Has("summary") ? fields.RequiredLocalized("summary") : new(SummaryIn(Language.French), SummaryIn(Language.English)),
            slug,
            fields.Has("uid_domain") ? Named(fields, "uid_domain", d => Domain().IsMatch(d), "a domain name") : $"{slug}.example"
        );

        string SummaryIn(Language language) => $"{title.In(language)}. {venue.Name}, {venue.City}, {edition}.";
    }

    /// <param name="UidDomain">The domain of the identifiers of calendar events.</param>
    private sealed record WorkshopName(
        string Acronym,
        string Edition,
        Localized Title,
        Localized Subtitle,
        Localized Summary,
        string Slug,
        string UidDomain
    );
}
