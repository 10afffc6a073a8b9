using System.Globalization;
using System.Text.Json.Serialization;
using ModMatWorkshop.Domain.Call;
using ModMatWorkshop.Domain.Fees;
using ModMatWorkshop.Domain.Mails;
using ModMatWorkshop.Domain.Options;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>The workshop. A site has exactly one.</summary>
public sealed class Workshop
{
    public required string Slug { get; init; }

    /// <summary>The short name: <c>NANO</c>.</summary>
    public required string Acronym { get; init; }

    /// <summary>The edition of the workshop, usually the year.</summary>
    public required string Edition { get; init; }

    public WorkshopLanguages Languages { get; init; } = WorkshopLanguages.Default;

    public required Localized Title { get; init; }

    public required Localized Subtitle { get; init; }

    public required Localized Summary { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>IANA name of the zone of all displayed times.</summary>
    public required string TimeZoneId { get; init; }

    /// <summary>The domain of calendar UIDs, which stays the same when the site moves to another host.</summary>
    public required string UidDomain { get; init; }

    /// <summary>The seats in the room; 0 for a workshop that takes place remotely only.</summary>
    public required int Seats { get; init; }

    /// <summary>Nobody takes part remotely.</summary>
    public bool IsInPersonOnly { get; init; }

    public AttendanceOffer Offer => AttendanceOffers.Of(Seats, IsInPersonOnly);

    /// <summary>The number of seats in the reserve for speakers and committee.</summary>
    public required int Reserved { get; init; }

    /// <summary>The last day of the reserve; null if it lasts until registration closes.</summary>
    public DateOnly? ReservedUntil { get; init; }

    /// <summary>The first day of registration, from its first minute in the workshop's time zone.</summary>
    public required DateOnly RegistrationOpens { get; init; }

    /// <summary>The last day of registration, to its last minute.</summary>
    public required DateOnly RegistrationCloses { get; init; }

    /// <summary>The last day on which participants change what is counted without asking; null if there is none.</summary>
    public DateOnly? ChangesUntil { get; init; }

    /// <summary>People apply, and the organisers accept or decline them.</summary>
    public bool IsOnApplication { get; init; }

    /// <summary>The day until which everybody who applies gets an answer; null while the content does not say.</summary>
    public DateOnly? AnswersBy { get; init; }

    /// <summary>Participants may make a letter for a visa.</summary>
    public bool OffersVisaLetter { get; init; }

    /// <summary>The last day is at most so many days after the first one.</summary>
    public const int MostDays = 31;

    /// <summary>When registration opens if the content does not say: half a year before the workshop.</summary>
    public static DateOnly OpensByDefault(DateOnly start) => start.Year > 1 ? start.AddMonths(-6) : start;

    /// <summary>When registration closes if the content does not say: on the eve of the workshop.</summary>
    public static DateOnly ClosesByDefault(DateOnly start) => start.Year > 1 ? start.AddDays(-1) : start;

    public required Venue Venue { get; init; }

    /// <summary>The rooms in the order of the programme's columns; empty if the content names only the venue's room.</summary>
    public IReadOnlyList<Room> Rooms { get; init; } = [];

    /// <summary>The kinds of contributions besides the built-in ones, and built-in ones with another name or other letters.</summary>
    public IReadOnlyList<OwnKind> Kinds { get; init; } = [];

    /// <summary>What the registration form asks besides the built-in fields, in the order of the form.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What people may choose beside the workshop itself, in the order of the form.</summary>
    public IReadOnlyList<WorkshopOption> Options { get; init; } = [];

    /// <summary>The positions to choose from; empty for the built-in ones.</summary>
    public IReadOnlyList<OwnPosition> Positions { get; init; } = [];

    /// <summary>The fields of the registration form.</summary>
    [JsonIgnore]
    public RegistrationFields Fields => field ??= RegistrationFields.Of(Positions, Questions, Options);

    /// <summary>The contact email address; null while it is unknown.</summary>
    public string? Contact { get; init; }

    public required IReadOnlyList<CommitteeMember> Committee { get; init; }

    /// <summary>Who organises the workshop, for sheets and letters: the committee, or the workshop itself where none is named.</summary>
    [JsonIgnore]
    public string Organiser => Committee.Count > 0 ? string.Join(", ", Committee.Select(m => m.Name)) : Name;

    public required IReadOnlyList<Sponsor> Sponsors { get; init; }

    /// <summary>The person who signs confirmations, invitations and certificates; null for the committee as a whole.</summary>
    public Signatory? Signatory { get; init; }

    /// <summary>What taking part costs, in words; null while the content does not say.</summary>
    public Localized? Fee { get; init; }

    /// <summary>Who pays what, and how; null for a workshop that records no fees.</summary>
    public WorkshopFees? Fees { get; init; }

    /// <summary>The data protection authority; null while the content names none.</summary>
    public Authority? Authority { get; init; }

    /// <summary>Null while the content names none.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The identity, or the one that every workshop has without its own.</summary>
    public Identity Look => Identity ?? Identity.Default;

    /// <summary>The call for abstracts; null for a workshop without one.</summary>
    public CallForAbstracts? Call { get; init; }

    /// <summary>Sender, signature and attachments of mails; null while the content says nothing about them.</summary>
    public WorkshopMail? Mail { get; init; }

    public required Localized IntroductionHtml { get; init; }

    public Revision Revision { get; set; } = Revision.First;

    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);

    public string Name => $"{Acronym} {Edition}";

    public bool HasSeveralRooms => Rooms.Count > 1;

    /// <summary>The room with a key; null for no key or an unknown one.</summary>
    public Room? RoomOf(string? key) => key is null ? null : Rooms.FirstOrDefault(r => r.Key == key);

    /// <summary>The room to name beside a slot or session; null in a workshop with one room, where it would say nothing.</summary>
    public Room? RoomToName(string? key) => HasSeveralRooms ? RoomOf(key) : null;

    /// <summary>The name of the room of a slot or session, or else that of the venue's room; null while it is unknown.</summary>
    public Localized? RoomName(string? key) => RoomOf(key)?.Name ?? Venue.Room;

    /// <summary>The kind that the content defines for a code; null for the code of a built-in kind.</summary>
    public OwnKind? OwnKindOf(ContributionCode code) => Kinds.FirstOrDefault(k => k.Letters == code.Letters);

    /// <summary>All kinds, built-in ones first: the name in content files, the letters, and the built-in kind whose rules apply.</summary>
    public IReadOnlyList<(string Key, string Letters, ContributionKind Kind)> AllKinds => OwnKind.All(Kinds);

    /// <summary>The name in content files of the kind of a code.</summary>
    public string? KindKeyOf(ContributionCode code) => AllKinds.FirstOrDefault(k => k.Letters == code.Letters).Key;
}

/// <param name="Room">Null while it is unknown.</param>
/// <param name="Country">ISO 3166 code of two letters.</param>
public sealed record Venue(string Name, Localized? Room, IReadOnlyList<string> Address, string Postcode, string City, string Country)
{
    /// <summary>The suffix of the town in a French business address: <c>cedex 4</c>.</summary>
    public string? Cedex { get; init; }

    /// <summary>Null while they are unknown.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>One sentence on how to get there, for mails; null while the content gives none.</summary>
    public Localized? Directions { get; init; }

    /// <summary>
    /// The place on a public map, to link to: its coordinates, or a search for the address, without the postcode of a cedex, which no map
    /// knows.
    /// </summary>
    public string MapUrl() =>
        Coordinates is { } point
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"https://www.openstreetmap.org/?mlat={point.Latitude}&mlon={point.Longitude}#map=17/{point.Latitude}/{point.Longitude}"
            )
            : SearchUrl();

    private string SearchUrl() =>
        "https://www.openstreetmap.org/search?query="
        + Uri.EscapeDataString(
            string.Join(", ", new[] { Address.Count > 0 ? Address[0] : Name, Cedex is null ? $"{Postcode} {City}".Trim() : City, Country })
        );

    /// <summary>The last line of the address: postcode, town and cedex.</summary>
    public string TownLine() => string.Join(' ', new[] { Postcode, City, Cedex }.Where(part => part is { Length: > 0 }));
}

public sealed record CommitteeMember(string Name, string Slug, string Affiliation);

public sealed record Sponsor(string Name, string? Url)
{
    /// <summary>Shown in place of the name, which is its text alternative; null for none.</summary>
    public Picture? Logo { get; init; }
}

/// <param name="Title">The signatory's function; null if the content gives none.</param>
public sealed record Signatory(string Name, Localized? Title = null);

/// <summary>A point on Earth in degrees, in WGS 84: north and east are positive.</summary>
public sealed record Coordinates(double Latitude, double Longitude)
{
    /// <summary>The address that opens the point in a program for maps (RFC 5870).</summary>
    public string Uri() => string.Create(CultureInfo.InvariantCulture, $"geo:{Latitude},{Longitude}");
}

/// <summary>The authority to which participants may complain about the use of their data.</summary>
public sealed record Authority(Localized Name, string? Address, string? Url);
