using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Content;

/// <summary>Creates the search documents of the content.</summary>
public static class SearchDocuments
{
    public static SearchDocument Of(Contribution contribution) =>
        new()
        {
            Kind = SearchKind.Contribution,
            Key = contribution.Code,
            Title = Folding.FoldForSearch($"{contribution.Code} {contribution.Title}"),
            People = Folding.FoldNames(string.Join(' ', contribution.Authors.Select(a => a.Name))),
            Keywords = Folding.FoldForSearch(
                string.Join(
                    ' ',
                    contribution
                        .Keywords.Select(k => $"{k.Text} {k.Facet}")
                        .Concat(contribution.Speakers.Select(s => s.Lab))
                        .Concat(contribution.Affiliations.Select(a => a.Key))
                )
            ),
            Body = Folding.FoldForSearch(string.Join(' ', contribution.Affiliations.Select(a => a.Text).Prepend(contribution.BodyText))),
            ShownTitle = contribution.Title,
            ShownPeople = string.Join(", ", contribution.Authors.Select(a => a.Name)),
            Text = contribution.BodyText,
            TextLang = contribution.Lang,
        };

    public static SearchDocument Of(Person person, WorkshopLanguages languages) =>
        new()
        {
            Kind = SearchKind.Person,
            Key = person.Slug,
            Title = "",
            People = Folding.FoldNames(string.Join(' ', person.OtherNames.Prepend(person.Name))),
            Keywords = "",
            Body = Folding.FoldForSearch($"{person.CommitteeAffiliation} {person.Bio?.Fr} {person.Bio?.En}".Trim()),
            ShownTitle = person.Name,
            ShownPeople = person.CommitteeAffiliation ?? "",
            Text = "",
            TextLang = languages.First.Tag(),
        };

    /// <summary>Empty for a talk, which search finds as its contribution.</summary>
    public static IEnumerable<SearchDocument> Of(Slot slot, WorkshopLanguages languages) =>
        slot.Title is not { } title
            ? []
            : languages.All.Select(language => new SearchDocument
            {
                Kind = SearchKind.Slot,
                Key = slot.Slug,
                Language = language,
                Title = Folding.FoldForSearch(title.In(language)),
                People = Folding.FoldNames(string.Join(' ', slot.Speakers.Select(s => s.Name))),
                Keywords = Folding.FoldForSearch(string.Join(' ', slot.Speakers.Select(s => $"{s.Lab} {s.Town}"))),
                Body = "",
                ShownTitle = title.In(language),
                ShownPeople = string.Join(", ", slot.Speakers.Select(s => s.Name + s.FromWhere())),
                Text = "",
                TextLang = title.LanguageFor(language).Tag(),
            });

    public static IEnumerable<SearchDocument> Of(Page page, WorkshopLanguages languages) =>
        languages.All.Select(language =>
        {
            var title = page.Title.In(language);
            var text = HtmlText.Of(page.BodyHtml.In(language));
            return new SearchDocument
            {
                Kind = SearchKind.Page,
                Key = page.Slug,
                Language = language,
                Title = Folding.FoldForSearch(title),
                People = "",
                Keywords = "",
                Body = Folding.FoldForSearch(text),
                ShownTitle = title,
                ShownPeople = "",
                Text = text,
                TextLang = page.BodyHtml.LanguageFor(language).Tag(),
            };
        });
}
