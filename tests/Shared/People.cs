using System.Globalization;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Programme;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Tests.Shared;

/// <summary>Registrations added to the database directly, for tests of lists and printables.</summary>
public static class People
{
    public static readonly DateOnly Wednesday = new(2021, 9, 22);
    public static readonly DateOnly Thursday = new(2021, 9, 23);
    public static readonly DateOnly Friday = new(2021, 9, 24);

    /// <summary>The half-days of the workshop in the content folder.</summary>
    public static readonly IReadOnlyList<HalfDayId> HalfDays =
    [
        new(Wednesday, HalfDay.Afternoon),
        new(Thursday, HalfDay.Morning),
        new(Thursday, HalfDay.Afternoon),
        new(Friday, HalfDay.Morning),
    ];

    public static readonly IReadOnlyList<string> Meals =
    [
        "coffee-wednesday",
        "coffee-thursday-morning",
        "buffet",
        "coffee-thursday-afternoon",
        "coffee-friday",
    ];

    private static readonly DateTimeOffset Opened = new(2021, 7, 1, 9, 0, 0, TimeSpan.Zero);

    public static RegistrationDetails Details(string givenName, string familyName) =>
        new()
        {
            GivenName = givenName,
            FamilyName = familyName,
            Affiliation = "LAAS-CNRS",
            Country = "FR",
            Position = Position.Postdoc,
            Language = Language.French,
            HalfDays = At(Attendance.InPerson),
            Meals = [],
            MayBeListed = false,
            MayBePhotographed = false,
        };

    /// <summary>The same attendance for every half-day.</summary>
    public static IReadOnlyList<HalfDayChoice> At(Attendance attendance) =>
        [.. HalfDays.Select(h => new HalfDayChoice(h.Date, h.Half, attendance))];

    /// <summary>A pending registration, made one hour after the previous number, with the given changes applied in order.</summary>
    public static Registration Person(int number, RegistrationDetails details, params Action<Registration>[] changes)
    {
        var name = Folding.Fold(details.FamilyName).Replace(' ', '-');
        Assert.True(
            EmailAddress.TryParse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(name.All(char.IsAscii) && name.Length > 0 ? name : "x")}.{number}@lab.example"
                ),
                out var address
            )
        );
        var registration = Registration.New(
            Guid.CreateVersion7(),
            number,
            string.Create(CultureInfo.InvariantCulture, $"ticket {number}"),
            address,
            string.Create(CultureInfo.InvariantCulture, $"{20_210_000 + number}")
        );
        registration.Begin(
            details,
            Attendance.InPerson,
            string.Create(CultureInfo.InvariantCulture, $"form {number}"),
            Opened.AddHours(number)
        );
        foreach (var change in changes)
            change(registration);
        return registration;
    }

    public static Action<Registration> Seat(int seat) => r => r.AssignSeat(seat, fromReserve: false);

    /// <summary>An organiser has confirmed this part for the name of the registration.</summary>
    public static Action<Registration> WithRole(string part) =>
        r => r.Decide([new(part, NameKey.Of(r.Details), true, false, "organiser 1", Opened)]);

    public static Action<Registration> Offer(int seat) => r => r.OfferSeat(seat, Opened.AddDays(75));

    public static Action<Registration> Waiting(long lineNumber) => r => r.JoinWaitingList(lineNumber);

    public static void Remote(Registration registration) => registration.FollowRemotely();

    public static void Confirmed(Registration registration) => registration.Confirm(registration.CreatedAt.AddMinutes(5));

    public static void Cancelled(Registration registration) => registration.Cancel(registration.CreatedAt.AddDays(2));

    public static async Task PutInAsync(this WorkshopDb db, IEnumerable<Registration> people)
    {
        foreach (var chunk in people.Chunk(1000))
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Registrations.AddRange(chunk);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static readonly string[] GivenNames =
    [
        "Émilie",
        "Ada",
        "Grace",
        "Søren",
        "Łukasz",
        "Noël",
        "Zoë",
        "Marie",
        "Chien-Shiung",
        "José",
        "Anne-Sophie",
        "Jürgen",
    ];
    private static readonly string[] FamilyNames =
    [
        "du Châtelet",
        "Lovelace",
        "Hopper",
        "Kierkegaard",
        "Łukasiewicz",
        "Lefèvre",
        "Müller",
        "Curie",
        "Wu",
        "García Márquez",
        "O’Neill",
        "Poteau",
        "Nguyễn",
        "Brut",
    ];
    private static readonly (string Name, string Country)[] Laboratories =
    [
        ("LAAS-CNRS, Toulouse", "FR"),
        ("CEMES-CNRS, Toulouse", "FR"),
        ("LPCNO, INSA Toulouse", "FR"),
        ("Université Toulouse III", "FR"),
        ("École normale supérieure, Paris", "FR"),
        ("University of Cambridge", "GB"),
        ("EPFL, Lausanne", "CH"),
        ("Universität Göttingen", "DE"),
        ("Université du Luxembourg", "LU"),
        ("ICMAB-CSIC, Barcelona", "ES"),
    ];
    private static readonly string[] Diets = ["végétarien", "Végétarien", "sans gluten", "halal", "végétalien", "sans fruits à coque"];

    /// <summary>
    /// The same people for each call: 50 have a seat, 5 an offer, up to 2000 are on the waiting list, all others follow remotely. Some
    /// have not confirmed, some have cancelled.
    /// </summary>
    public static IEnumerable<Registration> Of(int people)
    {
        var random = new Random(2021);
        for (var number = 1; number <= people; number++)
        {
            var lab = Laboratories[random.Next(Laboratories.Length)];
            var halfDays = HalfDays
                .Where(_ => random.Next(10) > 0)
                .Select(h => new HalfDayChoice(h.Date, h.Half, random.Next(5) == 0 ? Attendance.Remote : Attendance.InPerson))
                .ToList();
            var details = Details(GivenNames[random.Next(GivenNames.Length)], FamilyNames[random.Next(FamilyNames.Length)]) with
            {
                Affiliation = lab.Name,
                Country = random.Next(12) == 0 ? null : lab.Country,
                Position = Enum.GetValues<Position>()[random.Next(4)],
                HalfDays = halfDays.Count == 0 ? At(Attendance.InPerson) : halfDays,
                Meals = [.. Meals.Where(_ => random.Next(4) > 0)],
                Diet = random.Next(5) == 0 ? Diets[random.Next(Diets.Length)] : null,
                AccessNeeds = random.Next(60) == 0 ? "accès en fauteuil roulant" : null,
                Presents = random.Next(14) == 0 ? $"o{random.Next(1, 19)}" : null,
                MayBeListed = random.Next(2) == 0,
                MayBePhotographed = random.Next(2) == 0,
            };
            var n = number;
            yield return Person(
                number,
                details,
                n <= 50 ? Seat(n)
                    : n <= 55 ? Offer(n)
                    : n <= 2055 ? Waiting(n)
                    : Remote,
                r =>
                {
                    if (n <= 55 || n % 9 > 0)
                        Confirmed(r);
                },
                r =>
                {
                    if (n > 60 && n % 25 == 0)
                        Cancelled(r);
                }
            );
        }
    }
}
