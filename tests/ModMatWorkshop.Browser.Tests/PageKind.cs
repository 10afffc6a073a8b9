namespace ModMatWorkshop.Browser.Tests;

/// <summary>One example of each kind of page, with its path in each language.</summary>
public sealed record PageKind(string Name, string French, string English)
{
    public static readonly IReadOnlyList<PageKind> All =
    [
        new("home", "/", "/en"),
        new("programme", "/programme", "/en/programme"),
        new("abstracts", "/resumes", "/en/abstracts"),
        new("abstract", "/resumes/p3", "/en/abstracts/p3"),
        new("talk", "/resumes/o1", "/en/abstracts/o1"),
        new("posters", "/posters", "/en/posters"),
        new("speakers", "/intervenants", "/en/speakers"),
        new("person", "/intervenants/celine-merlet", "/en/speakers/celine-merlet"),
        new("search", "/recherche?q=learning", "/en/search?q=learning"),
        new("practical", "/infos-pratiques", "/en/practical-info"),
        new("news", "/actualites", "/en/news"),
        new("changes", "/modifications", "/en/changes"),
        new("book", "/livret", "/en/book"),
        new("text", "/confidentialite", "/en/privacy"),
        new("registration", "/inscription", "/en/registration"),
        new("participants", "/participants", "/en/participants"),
        new("lost-link", "/lien-perdu", "/en/lost-link"),
        new("live", "/direct", "/en/live"),
        new("not-found", "/resumes/o99", "/en/abstracts/o99"),
    ];

    public IEnumerable<string> Paths => [French, English];
}
