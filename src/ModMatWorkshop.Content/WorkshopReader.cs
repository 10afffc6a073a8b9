using System.Globalization;
using System.Text.RegularExpressions;
using ModMatWorkshop.Content.Images;
using ModMatWorkshop.Content.Markdown;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Content;

/// <summary>Reads <c>workshop.md</c>: the workshop, its committee, its sponsors and its venue.</summary>
public sealed partial class WorkshopReader(
    PersonCollector people,
    TranslatedBodies translations,
    ImageReader images,
    MaterialReader materials,
    ProblemList problems
)
{
    private readonly RoomReader _rooms = new();

    /// <inheritdoc cref="RoomReader.Streams"/>
    public IReadOnlyDictionary<string, string> RoomStreams => _rooms.Streams;

    /// <summary>The workshop and the slots outside sessions. The workshop is null without a front matter.</summary>
    public (Workshop? Workshop, IReadOnlyList<Fields> StandaloneSlots) Read(SourceFile file)
    {
        var introduction = Body(file, translations, images, problems);
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "See docs/content-format.md.");
            return (null, []);
        }

        var fields = new Fields(file.Name, file.FrontMatter, problems, translations.Languages);
        fields.Has(LanguageReader.Key); // LanguageReader has read and checked it.
        var rooms = _rooms.Read(fields);
        var (place, start) = (Place(fields, rooms), fields.RequiredDate("start"));
        var (name, registration) = (ReadName(fields, start, place), new RegistrationReader(fields, start));
        var (zone, kinds) = (Zone(fields), KindReader.Read(fields));
        var (end, tongues) = (fields.RequiredDate("end"), translations.Languages ?? WorkshopLanguages.Default);
        var (positions, options, questions) = ReadForm(fields, tongues);
        var workshop = new Workshop
        {
            Slug = name.Slug,
            Acronym = name.Acronym,
            Edition = name.Edition,
            Languages = tongues,
            Title = name.Title,
            Subtitle = name.Subtitle,
            Summary = name.Summary,
            Start = start,
            End = end,
            TimeZoneId = zone,
            UidDomain = name.UidDomain,
            Seats = fields.RequiredInteger("seats"),
            IsInPersonOnly = fields.Has("remote") && !fields.Flag("remote"),
            Reserved = fields.Integer("reserved") ?? 0,
            ReservedUntil = fields.Date("reserved_until"),
            RegistrationOpens = registration.Opens,
            RegistrationCloses = registration.Closes,
            IsOnApplication = registration.IsOnApplication,
            ChangesUntil = registration.ChangesUntil,
            AnswersBy = registration.AnswersBy,
            OffersVisaLetter = registration.OffersVisaLetter,
            Venue = place,
            Rooms = rooms,
            Kinds = kinds,
            Positions = positions,
            Questions = [.. questions.Read(fields), .. registration.TravelSupport],
            Fees = fields.Map("fees") is { } fees ? new FeeReader(questions).Read(fees) : null,
            Options = options,
            Contact = Contact(fields),
            Committee = [.. fields.List("committee").Select(Member)],
            Sponsors = [.. fields.List("sponsors", "name").Select(Sponsor)],
            Signatory = Signatory(fields),
            Fee = fields.Localized("fee"),
            Authority = ReadAuthority(fields),
            Identity = ReadIdentity(fields),
            Call = fields.Map("call") is { } call ? new CallReader(tongues, kinds, zone, end, problems).Read(call) : null,
            Mail = fields.Map("mail") is { } mail ? new WorkshopMailReader(materials).Read(mail) : null,
            IntroductionHtml = introduction,
        };
        return (workshop, Finish(fields, registration, workshop));
    }

    /// <summary>What the registration form asks. Questions may depend on positions and options.</summary>
    private static (IReadOnlyList<OwnPosition> Positions, IReadOnlyList<WorkshopOption> Options, QuestionReader Questions) ReadForm(
        Fields fields,
        WorkshopLanguages languages
    )
    {
        var positions = QuestionReader.ReadPositions(fields);
        var options = new OptionReader(positions).Read(fields);
        return (positions, options, new(languages, positions, options));
    }

    /// <summary>Reads what is left, the slots, and checks what belongs together.</summary>
    private static IReadOnlyList<Fields> Finish(Fields fields, RegistrationReader registration, Workshop workshop)
    {
        var loose = fields.List("slots");
        fields.ReportUnknownKeys();
        CheckDates(fields, workshop);
        registration.Check();
        CheckSeats(fields, workshop);
        return loose;
    }

    private static void CheckDates(Fields fields, Workshop workshop)
    {
        if (AreBackwards(workshop.Start, workshop.End))
            fields.Error("end", "The workshop ends before it starts.", "`end` is its last day.");
        else if (workshop.Start != default && workshop.End > workshop.Start.AddDays(Workshop.MostDays))
            fields.Error("end", "The workshop lasts more than a month.", "`end` is its last day.");
    }

    private static void CheckSeats(Fields fields, Workshop workshop)
    {
        if (workshop.IsInPersonOnly && fields.Integer("seats") == 0)
            fields.Error(
                "remote",
                "Nobody could take part: there are no seats and no remote places.",
                "Give `seats`, or leave out `remote`."
            );
        if (fields.Integer("seats") < workshop.Reserved)
            fields.Error("reserved", "More seats are reserved than exist.");
    }

    /// <summary>The body of a file and its translation, as HTML.</summary>
    /// <param name="isHeadOfPage">Whether a page begins with the text.</param>
    public static Localized Body(
        SourceFile file,
        TranslatedBodies translations,
        ImageReader images,
        ProblemList problems,
        bool isHeadOfPage = false
    )
    {
        var first = (translations.Languages ?? WorkshopLanguages.Default).First;
        var (text, twin) = (Html(file, first.Tag()), translations.Of(file));
        var translation = twin is null ? null : Html(twin, first.Other().Tag());
        return first == Language.French ? new(text, translation) : new(translation, text);

        string Html(SourceFile source, string lang)
        {
            var text = MarkdownText.Parse(source.Body, lang, new(source.Name, source.BodyLine), problems, images: images);
            text.WithReferences(0, "A page has no references: write a link.", problems).WithoutUnknownFacts();
            return (isHeadOfPage ? text.AtHeadOfPage() : text).ToHtml();
        }
    }

    /// <summary>False if a date is missing or invalid, which has been reported already.</summary>
    private static bool AreBackwards(DateOnly first, DateOnly last) => first != default && last != default && last < first;

    private static Venue Place(Fields fields, IReadOnlyList<Room> rooms)
    {
        if (fields.Map("venue") is { } venue)
            return ReadVenue(venue, rooms);
        fields.Error("venue", "The key `venue` is missing.", "It states where the workshop takes place.");
        return new("", null, [], "", "", "FR");
    }

    /// <summary>A single room under <c>rooms</c> is also the venue's room, unless the venue names another.</summary>
    private static Venue ReadVenue(Fields fields, IReadOnlyList<Room> rooms)
    {
        if (!fields.Has("room") && rooms.Count == 0)
            fields.Warn("room", "The room is not named.", $"Name it and its building, or write “{fields.Placeholder}”.");
        var venue = new Venue(
            fields.RequiredText("name"),
            fields.Localized("room") ?? (rooms.Count == 1 ? rooms[0].Name : null),
            fields.Texts("address"),
            fields.Text("postcode") ?? "",
            fields.RequiredText("city"),
            Named(fields, "country", IsCountry, "a country code of two capitals")
        )
        {
            Cedex = fields.Text("cedex"),
            Coordinates = ReadCoordinates(fields),
            Directions = fields.Localized("directions"),
        };
        fields.ReportUnknownKeys();
        return venue;
    }

    private CommitteeMember Member(Fields fields)
    {
        var affiliation = fields.RequiredText("affiliation");
        var (name, slug, _) = people.Add(fields, PersonCollector.PersonRole.Committee, affiliation);
        fields.ReportUnknownKeys();
        return new(name.Full, slug, affiliation);
    }

    private Sponsor Sponsor(Fields fields)
    {
        var sponsor = new Sponsor(fields.RequiredText("name"), fields.Text("url"))
        {
            Logo = fields.Text("logo") is { } logo ? images.Find(logo, PictureUse.Sponsor, fields.PlaceOfKey("logo")) : null,
        };
        fields.ReportUnlessWebAddress("url");
        fields.ReportUnknownKeys();
        return sponsor;
    }

    /// <summary>Null if the content names no signatory: the committee signs then.</summary>
    private static Signatory? Signatory(Fields fields)
    {
        if (fields.Map("signatory") is not { } signatory)
            return null;
        var (name, title) = (signatory.RequiredText("name"), signatory.Localized("title"));
        signatory.ReportUnknownKeys();
        return name.Length == 0 || SourceFile.IsPlaceholder(name) ? null : new(name, title);
    }

    private static string? Contact(Fields fields)
    {
        if (fields.Text("contact") is not { } contact)
            return null;
        if (!IsEmail(contact))
            fields.Error("contact", $"`{contact}` is not an email address.", $"Give one, or write “{fields.Placeholder}”.");
        return contact;
    }

    private static string Zone(Fields fields)
    {
        var zone = fields.RequiredText("timezone");
        if (TimeZones.TryFind(zone, out _))
            return zone;
        if (zone.Length > 0)
            fields.Error("timezone", $"`{zone}` is not a time zone.", "For example: `timezone: Europe/Paris`.");
        return "UTC";
    }

    /// <summary>
    /// Whether the system has a name for a code, because addresses and citations print that name. GB is valid, UK is not.
    /// </summary>
    internal static bool IsCountry(string code)
    {
        try
        {
            return code.Length == 2
                && code.All(char.IsAsciiLetterUpper)
                && new RegionInfo(code).TwoLetterISORegionName == code
                && new RegionInfo(code).EnglishName != code;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    internal static bool IsEmail(string text) => Email().IsMatch(text);

    private static string Named(Fields fields, string key, Func<string, bool> isValid, ProblemText what)
    {
        var text = fields.RequiredText(key);
        if (text.Length > 0 && !isValid(text))
            fields.Error(key, $"`{text}` is not {what}.");
        return text;
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\A[^@\s<>,;:""]+@[a-z0-9-]+(\.[a-z0-9-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Email();
}
