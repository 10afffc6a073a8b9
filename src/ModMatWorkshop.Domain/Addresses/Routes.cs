namespace ModMatWorkshop.Domain.Addresses;

/// <summary>
/// All public addresses. Pages in the second language of the workshop have a prefix, such as <c>/en</c>; a file has one path for both
/// languages.
/// </summary>
public static class Routes
{
    public static readonly PageRoute Home = new("/Index", "/", "/", DependsOnRegistrations: true);
    public static readonly PageRoute Programme = new("/Programme", "/programme", "/programme");
    public static readonly PageRoute Abstracts = new("/Abstracts/Index", "/resumes", "/abstracts");
    public static readonly PageRoute Abstract = new("/Abstracts/Abstract", "/resumes/{code}", "/abstracts/{code}");
    public static readonly PageRoute Posters = new("/Posters", "/posters", "/posters");
    public static readonly PageRoute Speakers = new("/Speakers/Index", "/intervenants", "/speakers");
    public static readonly PageRoute Speaker = new("/Speakers/Speaker", "/intervenants/{slug}", "/speakers/{slug}");
    public static readonly PageRoute Search = new("/Search", "/recherche", "/search");
    public static readonly PageRoute PracticalInfo = new("/PracticalInfo", "/infos-pratiques", "/practical-info");
    public static readonly PageRoute News = new("/News", "/actualites", "/news");

    /// <summary>What has changed in the programme.</summary>
    public static readonly PageRoute Changes = new("/Changes", "/modifications", "/changes");
    public static readonly PageRoute Register = new("/Register", "/inscription", "/registration", Posts: true);
    public static readonly PageRoute Participants = new("/Participants", "/participants", "/participants", DependsOnRegistrations: true);
    public static readonly PageRoute LostLink = new("/LostLink", "/lien-perdu", "/lost-link", Posts: true, Private: true);
    public static readonly PageRoute MyRegistration = new(
        "/MyRegistration",
        "/mon-inscription/{token}",
        "/my-registration/{token}",
        Posts: true,
        Private: true
    );

    /// <summary>The same page for a device that has opened the secret link.</summary>
    public static readonly PageRoute MyRegistrationHere = new(
        "/MyRegistration/Here",
        "/mon-inscription",
        "/my-registration",
        Private: true
    );
    public static readonly PageRoute Confirmation = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/confirmation",
        "/my-registration/{token}/confirmation",
        Private: true
    );
    public static readonly PageRoute Invitation = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/invitation",
        "/my-registration/{token}/invitation",
        Private: true
    );
    public static readonly PageRoute VisaLetter = new(
        "/MyRegistration/Visa",
        "/mon-inscription/{token}/visa",
        "/my-registration/{token}/visa",
        Posts: true,
        Private: true
    );
    public static readonly PageRoute Certificate = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/attestation",
        "/my-registration/{token}/certificate",
        Private: true
    );

    public static readonly PageRoute Proforma = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/proforma",
        "/my-registration/{token}/proforma",
        Private: true
    );
    public static readonly PageRoute FeeReceipt = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/recu",
        "/my-registration/{token}/receipt",
        Private: true
    );

    /// <summary>The statement that no fee was due.</summary>
    public static readonly PageRoute NoFee = new(
        "/MyRegistration/Letter",
        "/mon-inscription/{token}/rien-a-payer",
        "/my-registration/{token}/no-fee",
        Private: true
    );

    /// <summary>The call for abstracts with its form.</summary>
    public static readonly PageRoute Call = new("/Call", "/appel", "/call", Posts: true);

    /// <summary>The page behind the secret link of a submission.</summary>
    public static readonly PageRoute MySubmission = new(
        "/MySubmission",
        "/ma-soumission/{token}",
        "/my-submission/{token}",
        Posts: true,
        Private: true
    );

    /// <summary>A session on one page, behind the secret link of its chair.</summary>
    public static readonly PageRoute ChairSession = new("/ChairSession", "/ma-seance/{token}", "/my-session/{token}", Private: true);
    public static readonly PageRoute Live = new("/Live", "/direct", "/live", Posts: true, Private: true);
    public static readonly PageRoute Book = new("/Book", "/livret", "/book");
    public static readonly PageRoute Contact = new("/Contact", "/contact", "/contact");
    public static readonly PageRoute LegalNotice = new("/LegalNotice", "/mentions-legales", "/legal-notice");
    public static readonly PageRoute Privacy = new("/Privacy", "/confidentialite", "/privacy");
    public static readonly PageRoute Accessibility = new("/Accessibility", "/accessibilite", "/accessibility");

    /// <summary>A page of the content that the site itself does not know.</summary>
    public static readonly PageRoute OwnPage = new("/OwnPage", "/{slug:slug}", "/{slug:slug}");

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
        Changes,
        Register,
        Participants,
        LostLink,
        MyRegistration,
        MyRegistrationHere,
        Confirmation,
        Invitation,
        VisaLetter,
        Certificate,
        Proforma,
        FeeReceipt,
        NoFee,
        Call,
        MySubmission,
        ChairSession,
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
    public static readonly FileRoute Favourites = new("/favoris.ics", "/favourites.ics");

    /// <summary>One person's half-days, for their own calendar. Its token opens nothing else.</summary>
    public static readonly FileRoute MyCalendar = new("/mon-calendrier/{token}.ics", "/my-calendar/{token}.ics");
    public static readonly FileRoute AbstractCalendar = new("/resumes/{code}.ics", "/abstracts/{code}.ics");
    public static readonly FileRoute AbstractBibTeX = new("/resumes/{code}.bib", "/abstracts/{code}.bib");
    public static readonly FileRoute AbstractRis = new("/resumes/{code}.ris", "/abstracts/{code}.ris");
    public static readonly FileRoute BookBibTeX = new("/livret.bib", "/book.bib");
    public static readonly FileRoute BookRis = new("/livret.ris", "/book.ris");
    public static readonly FileRoute ScheduleXml = new("/schedule.xml");
    public static readonly FileRoute ScheduleJson = new("/schedule.json");
    public static readonly FileRoute NewsFeed = new("/actualites.atom", "/news.atom");
    public static readonly FileRoute SiteMap = new("/sitemap.xml");

    /// <summary>The files whose name depends on the first language.</summary>
    public static readonly IReadOnlyList<FileRoute> NamedFiles =
    [
        Favourites,
        MyCalendar,
        AbstractCalendar,
        AbstractBibTeX,
        AbstractRis,
        BookBibTeX,
        BookRis,
        NewsFeed,
    ];

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

    /// <summary>Where another program reports mails that came back.</summary>
    public static readonly FileRoute Bounces = new("/webhooks/bounces");

    // Pages with one address for all languages. The organisers' pages are below Admin.
    public const string Admin = "/admin";
    public const string CheckIn = "/check-in";
    public const string Verification = "/verification";

    /// <summary>The book of abstracts as a PDF.</summary>
    public static string BookPdf(WorkshopLanguages languages, Language language) => $"{Book.Template(languages, language)}.pdf";

    /// <summary>The address of a calendar with the chosen contributions and slots.</summary>
    public static string FavouritesOf(IEnumerable<string> codes, WorkshopLanguages languages, Language language) =>
        FileRoute.In(
            languages,
            language,
            $"{Favourites.TemplateIn(languages.First)}?codes={string.Join(',', codes.Select(Uri.EscapeDataString))}"
        );

    /// <summary>The address in the QR code of a ticket.</summary>
    public static string Ticket(string ticket) => $"{CheckIn}/{ticket}";

    /// <summary>The page that verifies a certificate.</summary>
    public static string VerificationOf(string number) => $"{Verification}/{number}";

    /// <summary>What the address that receives heartbeats has after that of the stream page.</summary>
    internal const string HeartbeatEnding = "/presence";

    /// <summary>The address to which an open stream page posts its heartbeats. It has no page of its own.</summary>
    public static string Heartbeat(WorkshopLanguages languages, Language language) => Live.Template(languages, language) + HeartbeatEnding;

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
        .. All.SelectMany(route => new[] { route.French, route.English })
            .Concat(NamedFiles.SelectMany(route => Enum.GetValues<Language>().Select(route.TemplateIn)))
            .Select(template => template.Split('/')[1]),
    ];

    private static readonly HashSet<string> OtherFirstParts =
    [
        .. "fr en admin check-in verification healthz readyz status webhooks dev images materials identity css js".Split(' '),
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
                French = FileRoute.Fill(OwnPage.French, addresses.In(Language.French)),
                English = FileRoute.Fill(OwnPage.English, addresses.In(Language.English)),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(slug), slug, "There is no such page."),
        };
}
