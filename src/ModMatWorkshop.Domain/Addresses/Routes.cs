namespace ModMatWorkshop.Domain.Addresses;

/// <summary>
/// All public addresses. French pages have no prefix and English pages have <c>/en</c>; a file has one path for both languages.
/// </summary>
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

    /// <summary>The same page for a device that has opened the secret link.</summary>
    public static readonly PageRoute MyRegistrationHere = new(
        "/MyRegistration/Here",
        "/mon-inscription",
        "/en/my-registration",
        Private: true
    );
    public static readonly PageRoute Confirmation = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/confirmation",
        "/en/my-registration/{token}/confirmation",
        Private: true
    );
    public static readonly PageRoute Invitation = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/invitation",
        "/en/my-registration/{token}/invitation",
        Private: true
    );
    public static readonly PageRoute Certificate = new(
        "/MyRegistration/Letter",
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

    /// <summary>A page of the content that the site itself does not know.</summary>
    public static readonly PageRoute OwnPage = new("/OwnPage", "/{slug:slug}", "/en/{slug:slug}");

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
        MyRegistrationHere,
        Confirmation,
        Invitation,
        Certificate,
        Live,
        Book,
        Contact,
        LegalNotice,
        Privacy,
        Accessibility,
        OwnPage,
    ];

    /// <summary>The pages whose text is a file of the content, which may be missing.</summary>
    public static readonly IReadOnlyList<PageRoute> TextPages = [PracticalInfo, Contact, LegalNotice, Privacy, Accessibility];

    // Files for programs. Each is written by an export.
    public static readonly FileRoute Calendar = new("/programme.ics");
    public static readonly FileRoute CalendarOfDay = new("/programme/{date}.ics");
    public static readonly FileRoute Favourites = new("/favoris.ics");

    /// <summary>One person's half-days, for their own calendar. Its token opens nothing else.</summary>
    public static readonly FileRoute MyCalendar = new("/mon-calendrier/{token}.ics");
    public static readonly FileRoute AbstractCalendar = new("/resumes/{code}.ics");
    public static readonly FileRoute AbstractBibTeX = new("/resumes/{code}.bib");
    public static readonly FileRoute AbstractRis = new("/resumes/{code}.ris");
    public static readonly FileRoute BookBibTeX = new("/livret.bib");
    public static readonly FileRoute BookRis = new("/livret.ris");
    public static readonly FileRoute ScheduleXml = new("/schedule.xml");
    public static readonly FileRoute ScheduleJson = new("/schedule.json");
    public static readonly FileRoute NewsFeed = new("/actualites.atom");
    public static readonly FileRoute SiteMap = new("/sitemap.xml");

    // The identity of the workshop
    public static readonly FileRoute Icon = new("/favicon.svg");
    public static readonly FileRoute SmallIcon = new("/favicon.ico");
    public static readonly FileRoute TouchIcon = new("/apple-touch-icon.png");

    /// <summary>The picture that other sites show beside a link to a page.</summary>
    public static readonly FileRoute Card = new("/card.png");

    // Other files
    public static readonly FileRoute ProgrammePdf = new("/programme.pdf");
    public static readonly FileRoute Robots = new("/robots.txt");
    public static readonly FileRoute SecurityContact = new("/.well-known/security.txt");
    public static readonly FileRoute Alive = new("/healthz");
    public static readonly FileRoute Ready = new("/readyz");

    // Pages with one address for all languages. The organisers' pages are below Admin.
    public const string Admin = "/admin";
    public const string CheckIn = "/check-in";
    public const string Verification = "/verification";

    /// <summary>The book of abstracts as a PDF.</summary>
    public static string BookPdf(Language language) => $"{Book.Template(language)}.pdf";

    /// <summary>The address of a calendar with the chosen contributions and slots.</summary>
    public static string FavouritesOf(IEnumerable<string> codes, Language language) =>
        FileRoute.In(language, $"{Favourites.Template}?codes={string.Join(',', codes.Select(Uri.EscapeDataString))}");

    /// <summary>The address in the QR code of a ticket.</summary>
    public static string Ticket(string ticket) => $"{CheckIn}/{ticket}";

    /// <summary>The page that verifies a certificate.</summary>
    public static string VerificationOf(string number) => $"{Verification}/{number}";

    /// <summary>The address to which an open stream page posts its heartbeats. It has no page of its own.</summary>
    public static string Heartbeat(Language language) => $"{Live.Template(language)}/presence";

    /// <summary>The path of a material file, the same for all languages.</summary>
    public static string Material(string name) => $"/materials/{name}";

    /// <summary>The path of a picture. It changes with the picture, so browsers may keep what they have.</summary>
    public static string Image(string fingerprint, string name) => $"/images/{fingerprint}/{name}";

    /// <summary>The path of the style sheet with the colours of the identity. It changes with the colours.</summary>
    public static string IdentityStyles(string fingerprint) => $"/identity/{fingerprint}.css";

    /// <summary>
    /// Whether a page of the content cannot have an address, because it begins like another one in some language, or like a folder of files
    /// or an archive.
    /// </summary>
    public static bool IsTaken(string slug) =>
        FirstParts.Contains(slug) || OtherFirstParts.Contains(slug) || slug.Length == 4 && slug.All(char.IsAsciiDigit);

    private static readonly HashSet<string> FirstParts =
    [
        .. All.SelectMany(route => new[] { route.French, route.English.Replace("/en/", "/", StringComparison.Ordinal) })
            .Select(template => template.Split('/')[1]),
    ];

    private static readonly HashSet<string> OtherFirstParts =
    [
        .. "fr en admin check-in verification healthz readyz status dev images materials identity css js mon-calendrier".Split(' '),
    ];

    /// <summary>The route of a text page of the content folder, by the slug of its file.</summary>
    /// <param name="addresses">The last part of the address in each language; null for a page that the site knows.</param>
    public static PageRoute OfPage(string slug, Localized? addresses = null) =>
        slug switch
        {
            "practical-info" => PracticalInfo,
            "contact" => Contact,
            "legal-notice" => LegalNotice,
            "privacy" => Privacy,
            "accessibility" => Accessibility,
            _ when addresses is not null => OwnPage with
            {
                French = OwnPage.Path(Language.French, addresses.In(Language.French)),
                English = OwnPage.Path(Language.English, addresses.In(Language.English)),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(slug), slug, "There is no such page."),
        };
}
