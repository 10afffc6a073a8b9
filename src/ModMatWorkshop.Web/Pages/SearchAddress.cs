using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Domain.Programme;

namespace ModMatWorkshop.Web.Pages;

/// <summary>The address of a search result, on the site and in its archive.</summary>
internal static class SearchAddress
{
    /// <param name="pages">The text pages of the content.</param>
    public static string Of(SearchKind kind, string key, WorkshopLanguages languages, Language language, IReadOnlyList<PageLink> pages) =>
        kind switch
        {
            SearchKind.Contribution => Routes.Abstract.Path(languages, language, key),
            SearchKind.Person => Routes.Speaker.Path(languages, language, key),
            SearchKind.Slot => $"{Routes.Programme.Path(languages, language)}#{key}",
            _ => (pages.FirstOrDefault(p => p.Slug == key)?.Route ?? Routes.Home).Path(languages, language),
        };
}
