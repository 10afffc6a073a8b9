using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Tests.Registrations;

/// <summary>
/// Registrations and their seating, in memory. It is noon on 1 January 2030; registration is open until 20 March, the workshop lasts
/// from 30 March to 1 April. People are identified by their given names and numbered in the order in which they register.
/// </summary>
internal sealed class SeatingSample
{
    public static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Start = new(2030, 3, 30, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(2030, 4, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly List<Registration> _people = [];

    public SeatingSample(int seats = 2, int reserved = 0, AttendanceOffer offer = AttendanceOffer.Both)
    {
        Policy = new(seats, reserved, Start.AddDays(-30), Noon.AddDays(-10), Start.AddDays(-10), null, Start, End, Start) { Offer = offer };
        Seating = new(Policy, Noon, [], 0);
    }

    public RegistrationPolicy Policy { get; private set; }

    public Seating Seating { get; private set; }

    /// <summary>The workshop selects its participants from now on.</summary>
    public SeatingSample OnApplication() => With(Policy with { IsOnApplication = true });

    public SeatingSample With(RegistrationPolicy policy)
    {
        Policy = policy;
        Seating = new(Policy, Seating.Now, _people.Select(SeatingEntry.Of), Seating.LastLineNumber);
        return this;
    }

    /// <summary>Each person in turn applies and confirms the application.</summary>
    public void Applicants(params string[] names)
    {
        foreach (var name in names)
        {
            Register(name);
            Apply(name, new Confirm());
        }
    }

    public Registration this[string name] => _people.Single(p => p.Details.GivenName == name);

    public static RegistrationDetails DetailsOf(string name) =>
        new()
        {
            GivenName = name,
            FamilyName = "Lovelace",
            Affiliation = "Laboratory",
            Position = Position.Postdoc,
            Language = Language.French,
            HalfDays = [],
            Meals = [],
            MayBeListed = false,
            MayBePhotographed = false,
        };

    public static EmailAddress AddressOf(string name) =>
        EmailAddress.TryParse($"{name}@lab.example", out var address) ? address : throw new ArgumentException(name, nameof(name));

    public static FormSubmission FormOf(string name, Attendance attendance = Attendance.InPerson, string? key = null) =>
        new(AddressOf(name), DetailsOf(name), attendance, key ?? $"form of {name}");

    /// <summary>Sends the registration form.</summary>
    /// <param name="corrects">The name whose address the form was sent with before; null for none.</param>
    public FormDecision Register(
        string name,
        Attendance attendance = Attendance.InPerson,
        InvitationClaim? claim = null,
        string? key = null,
        string? corrects = null
    )
    {
        var form = FormOf(name, attendance, key) with { Corrects = corrects is null ? null : AddressOf(corrects) };
        var known = Find(name);
        var mistyped = corrects is null ? null : Find(corrects);
        var decision = NewcomerRules.Register(Seating, form, new(known, mistyped, claim), () => New(name));
        if (decision.Replaced is { } replaced)
            _people.Remove(replaced);
        if (decision.Registration is { } registration && !_people.Contains(registration))
            _people.Add(registration);
        return decision;
    }

    /// <summary>Registers and confirms each person in turn.</summary>
    public void Seat(params string[] names)
    {
        foreach (var name in names)
        {
            Register(name);
            Apply(name, new Confirm());
        }
    }

    public Decision Apply(string name, RegistrationCommand command, RegistrationFacts? facts = null) =>
        RegistrationRules.Decide(Seating, this[name], command, facts ?? new());

    /// <summary>Offers the free seats, as every transaction does at its end.</summary>
    public void OfferFreeSeats()
    {
        foreach (var offer in Seating.OfferFreeSeats())
            _people.Single(p => p.Id == offer.Id).OfferSeat(offer.SeatNumber, offer.Until);
    }

    /// <summary>Status and place: <c>seat</c>, <c>pending waiting list 1</c>, <c>cancelled</c>.</summary>
    public string StandingOf(Registration person) =>
        person.Status switch
        {
            RegistrationStatus.Cancelled => "cancelled",
            RegistrationStatus.Pending => $"pending {(person.IsApplication ? "application" : PlaceOf(person))}",
            RegistrationStatus.Applied => $"applied{(person.Attendance == Attendance.Remote ? ", remote" : "")}",
            RegistrationStatus.Declined => "declined",
            _ => PlaceOf(person),
        };

    private string PlaceOf(Registration person) =>
        (person.FromReserve ? "reserved " : "")
        + person.Place switch
        {
            Place.None => "no place",
            Place.WaitingList => $"waiting list {Seating.Rank(person)}",
            _ => person.Place.ToString().ToLowerInvariant(),
        };

    /// <summary>The registration with this person's address; null for none.</summary>
    public Registration? Find(string name) => _people.SingleOrDefault(p => p.Email == AddressOf(name).Value);

    private Registration New(string name) =>
        Registration.New(Guid.CreateVersion7(), _people.Count + 1, $"ticket of {name}", AddressOf(name));
}
