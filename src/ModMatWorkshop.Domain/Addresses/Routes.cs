namespace ModMatWorkshop.Domain.Addresses;

/// <summary>A page of the site with its address in each language. <c>{name}</c> stands for a value.</summary>
/// <param name="Page">The Razor page, as <c>asp-page</c> names it.</param>
/// <param name="Posts">It holds a form that is posted to it.</param>
/// <param name="Private">It shows one person's own matters: no search engine knows it, nobody keeps it.</param>
/// <param name="DependsOnRegistrations">It tells how many have registered, or who.</param>
public sealed record PageRoute(
    string Page,
    string French,
    string English,
    bool Posts = false,
    bool Private = false,
    bool DependsOnRegistrations = false
)
{
    public bool IsCacheable => !Posts && !Private;

    public string Template(Language language) => language == Language.English ? English : French;

    /// <summary>
    /// The path in a language, with <paramref name="value"/> (a code, a slug) in the place of the template's one parameter.
    /// </summary>
    public string Path(Language language, string? value = null)
    {
        var template = Template(language);
        var open = template.IndexOf('{', StringComparison.Ordinal);
        return open < 0
            ? template
            : string.Concat(template.AsSpan(0, open), Uri.EscapeDataString(value ?? ""), template.AsSpan(template.IndexOf('}', open) + 1));
    }
}

/// <summary>The one table of the public addresses. French has no prefix, English has <c>/en</c>; every page has its twin.</summary>
public static class Routes
{
    public static readonly PageRoute Home = new("/Index", "/", "/en", DependsOnRegistrations: true);
    public static readonly PageRoute Programme = new("/Programme", "/programme", "/en/programme");
    public static readonly PageRoute Abstracts = new("/Abstracts/Index", "/resumes", "/en/abstracts");
    public static readonly PageRoute Abstract = new("/Abstracts/Abstract", "/resumes/{code}", "/en/abstracts/{code}");
    public static readonly PageRoute Posters = new("/Posters", "/posters", "/en/posters");
    public static readonly PageRoute Speakers = new("/Speakers/Index", "/intervenants", "/en/speakers");
    public static readonly PageRoute Speaker = new("/Speakers/Speaker", "/intervenants/{slug}", "/en/speakers/{slug}");
    public static readonly PageRoute Search = new("/Search", "/recherche", "/en/search");
    public static readonly PageRoute PracticalInfo = new("/PracticalInfo", "/infos-pratiques", "/en/practical-info");
    public static readonly PageRoute News = new("/News", "/actualites", "/en/news");
    public static readonly PageRoute Register = new("/Register", "/inscription", "/en/registration", Posts: true);
    public static readonly PageRoute Participants = new("/Participants", "/participants", "/en/participants", DependsOnRegistrations: true);
    public static readonly PageRoute LostLink = new("/LostLink", "/lien-perdu", "/en/lost-link", Posts: true, Private: true);
    public static readonly PageRoute MyRegistration = new(
        "/MyRegistration",
        "/mon-inscription/{token}",
        "/en/my-registration/{token}",
        Posts: true,
        Private: true
    );
    public static readonly PageRoute Confirmation = new(
        "/MyRegistration/Confirmation",
        "/mon-inscription/{token}/confirmation",
        "/en/my-registration/{token}/confirmation",
        Private: true
    );
    public static readonly PageRoute Invitation = new(
        "/MyRegistration/Invitation",
        "/mon-inscription/{token}/invitation",
        "/en/my-registration/{token}/invitation",
        Private: true
    );
    public static readonly PageRoute Certificate = new(
        "/MyRegistration/Certificate",
        "/mon-inscription/{token}/attestation",
        "/en/my-registration/{token}/certificate",
        Private: true
    );
    public static readonly PageRoute Live = new("/Live", "/direct", "/en/live", Posts: true, Private: true);
    public static readonly PageRoute Book = new("/Book", "/livret", "/en/book");
    public static readonly PageRoute Contact = new("/Contact", "/contact", "/en/contact");
    public static readonly PageRoute LegalNotice = new("/LegalNotice", "/mentions-legales", "/en/legal-notice");
    public static readonly PageRoute Privacy = new("/Privacy", "/confidentialite", "/en/privacy");
    public static readonly PageRoute Accessibility = new("/Accessibility", "/accessibilite", "/en/accessibility");

    public static readonly IReadOnlyList<PageRoute> All =
    [
        Home,
        Programme,
        Abstracts,
        Abstract,
        Posters,
        Speakers,
        Speaker,
        Search,
        PracticalInfo,
        News,
        Register,
        Participants,
        LostLink,
        MyRegistration,
        Confirmation,
        Invitation,
        Certificate,
        Live,
        Book,
        Contact,
        LegalNotice,
        Privacy,
        Accessibility,
    ];

    /// <summary>Where an open page of the stream says that it is open. Nothing stands there to be read.</summary>
    public static string Heartbeat(Language language) => $"{Live.Template(language)}/presence";

    /// <summary>A file that the content names: one address for all languages.</summary>
    public static string Material(string name) => $"/materials/{name}";

    /// <summary>The route of a page of text, by the name of its file in the content folder.</summary>
    public static PageRoute OfPage(string slug) =>
        slug switch
        {
            "practical-info" => PracticalInfo,
            "contact" => Contact,
            "legal-notice" => LegalNotice,
            "privacy" => Privacy,
            "accessibility" => Accessibility,
            _ => throw new ArgumentOutOfRangeException(nameof(slug), slug, "There is no such page."),
        };
}
