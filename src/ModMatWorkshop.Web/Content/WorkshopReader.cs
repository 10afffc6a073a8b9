using System.Text.RegularExpressions;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Web.Content.Markdown;

namespace ModMatWorkshop.Web.Content;

/// <summary><c>workshop.md</c>: the workshop, its committee, its sponsors, its place.</summary>
public sealed partial class WorkshopReader(People people, TwinBodies twins, ProblemList problems)
{
    public const string ToBeCompleted = "à compléter";

    /// <summary>The workshop and the rows of the timetable that belong to no session. Null when there is no front matter at all.</summary>
    public (Workshop? Workshop, IReadOnlyList<Fields> LooseSlots) Read(SourceFile file)
    {
        if (file.FrontMatter is null)
        {
            problems.Error(new(file.Name), "The file has no front matter.", "See docs/content-format.md.");
            return (null, []);
        }

        var fields = new Fields(file.Name, file.FrontMatter, problems);
        var registration = fields.Map("registration");
        var venue = fields.Map("venue");
        if (registration is null)
            fields.Error("registration", "The key `registration` is missing.", "It says when registration `opens` and `closes`.");
        if (venue is null)
            fields.Error("venue", "The key `venue` is missing.", "It says where the workshop takes place.");

        var workshop = new Workshop
        {
            Slug = Named(fields, "slug", Slug.IsValid, "lower-case letters, digits and hyphens"),
            Acronym = fields.RequiredText("acronym"),
            Edition = fields.RequiredText("edition"),
            Title = fields.RequiredLocalized("title"),
            Subtitle = fields.RequiredLocalized("subtitle"),
            Summary = fields.RequiredLocalized("summary"),
            Start = fields.RequiredDate("start"),
            End = fields.RequiredDate("end"),
            TimeZoneId = Zone(fields),
            UidDomain = Named(fields, "uid_domain", d => Domain().IsMatch(d), "a domain name"),
            Seats = fields.Integer("seats") ?? Required(fields, "seats"),
            Reserved = fields.Integer("reserved") ?? 0,
            RegistrationOpens = registration?.RequiredDate("opens") ?? default,
            RegistrationCloses = registration?.RequiredDate("closes") ?? default,
            Venue = venue is null ? new("", null, [], "", "", "FR") : ReadVenue(venue),
            Contact = Contact(fields),
            Committee = [.. fields.List("committee").Select(Member)],
            Sponsors = [.. fields.List("sponsors", "name").Select(Sponsor)],
            IntroductionHtml = Body(file, twins, problems),
        };
        var loose = fields.List("slots");
        registration?.RefuseOthers();
        fields.RefuseOthers();

        if (workshop.End < workshop.Start)
            fields.Error("end", "The workshop ends before it begins.", "`end` is its last day.");
        else if (workshop.End > workshop.Start.AddDays(31))
            fields.Error("end", "The workshop lasts more than a month.", "`end` is its last day.");
        if (workshop.RegistrationCloses < workshop.RegistrationOpens)
            registration?.Error("closes", "Registration closes before it opens.");
        if (workshop.Reserved > workshop.Seats)
            fields.Error("reserved", "More seats are reserved than there are.");
        return (workshop, loose);
    }

    /// <summary>A body in French with its English twin, as HTML.</summary>
    public static Localized Body(SourceFile file, TwinBodies twins, ProblemList problems)
    {
        var twin = twins.Of(file);
        var fr = Html(file, "fr");
        return new(fr, twin is null ? null : Html(twin, "en"));

        string Html(SourceFile source, string lang)
        {
            WarnIfIncomplete(source, lang == "fr" ? ToBeCompleted : "to be completed");
            return MarkdownText.Parse(source.Body, lang, new(source.Name, source.BodyLine), problems).ToHtml();
        }

        void WarnIfIncomplete(SourceFile source, string mark)
        {
            var lines = source.Body.Split('\n');
            for (var i = 0; i < lines.Length; i++)
                if (lines[i].IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                    problems.Warn(new(source.Name, source.BodyLine + i, at + 1), $"A fact is still “{mark}”.", "Replace it when it is known.");
        }
    }

    private static Venue ReadVenue(Fields fields)
    {
        var room = fields.Localized("room");
        if (room is null || room.Fr == ToBeCompleted)
        {
            fields.Warn("room", $"The room is still “{ToBeCompleted}”.", "Name the room and its building.");
            room = null;
        }
        var venue = new Venue(
            fields.RequiredText("name"), room, fields.Texts("address"), fields.Text("postcode") ?? "", fields.RequiredText("city"),
            Named(fields, "country", c => c.Length == 2 && c.All(char.IsAsciiLetterUpper), "a country code of two capitals"));
        fields.RefuseOthers();
        return venue;
    }

    private CommitteeMember Member(Fields fields)
    {
        var affiliation = fields.RequiredText("affiliation");
        var (name, slug, _) = people.Meet(fields, People.Role.Committee, affiliation);
        fields.RefuseOthers();
        return new(name.Full, slug, affiliation);
    }

    private static Sponsor Sponsor(Fields fields)
    {
        var sponsor = new Sponsor(fields.RequiredText("name"), fields.Text("url"));
        if (sponsor.Url is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            fields.Error("url", $"`{url}` is not a web address.", "It begins with https:.");
        fields.RefuseOthers();
        return sponsor;
    }

    private static string? Contact(Fields fields)
    {
        var contact = fields.RequiredText("contact");
        if (contact == ToBeCompleted)
        {
            fields.Warn("contact", $"The contact is still “{ToBeCompleted}”.", "Give an e-mail address.");
            return null;
        }
        if (contact.Length > 0 && !Email().IsMatch(contact))
            fields.Error("contact", $"`{contact}` is not an e-mail address.", $"Give one, or write “{ToBeCompleted}”.");
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

    private static string Named(Fields fields, string key, Func<string, bool> isValid, string what)
    {
        var text = fields.RequiredText(key);
        if (text.Length > 0 && !isValid(text))
            fields.Error(key, $"`{text}` is not {what}.");
        return text;
    }

    private static int Required(Fields fields, string key)
    {
        if (!fields.Has(key))
            fields.Error(key, $"The key `{key}` is missing.", "See docs/content-format.md.");
        return 0;
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex(@"\A[^@\s<>,;:""]+@[a-z0-9-]+(\.[a-z0-9-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Email();
}
