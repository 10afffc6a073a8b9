using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>
/// The face of a record for one half-day. No address, no diet and no note is in it: a helper sees who somebody is and whether they may come
/// in, and nothing else.
/// </summary>
/// <param name="IsExpected">They have a seat and said that they come to this half-day.</param>
public sealed record CheckInRecord(
    int Number,
    string Ticket,
    string GivenName,
    string FamilyName,
    string Affiliation,
    CheckInState Stands,
    Place Place,
    bool IsExpected,
    DateTimeOffset? ArrivedAt,
    HalfDayId Half
)
{
    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>As the attributes of the page have it.</summary>
    public string State => Stands.ToString().ToLowerInvariant();

    public static CheckInRecord Of(Registration registration, Presence? presence, HalfDayId half, DateTimeOffset now) =>
        new(
            registration.Number,
            registration.Ticket,
            registration.Details.GivenName,
            registration.Details.FamilyName,
            registration.Details.Affiliation,
            registration.CheckInStateAt(presence, now),
            registration.Place,
            registration.AttendanceAt(half.Date, half.Half) == Attendance.InPerson,
            presence?.CheckedInAt,
            half
        );
}

/// <summary>Somebody at the door, large.</summary>
/// <param name="Meals">Names of what they take part in around this half-day.</param>
/// <param name="Before">The half-days to which they came before this one; none for who comes for the first time.</param>
/// <param name="Rank">In the line for a seat; null for who is not in it.</param>
/// <param name="SeatIsFree">A seat could be given to them without passing anybody in line.</param>
public sealed record CheckInCard(
    CheckInRecord CheckInRecord,
    TimeZoneInfo Zone,
    IReadOnlyList<string> Meals,
    IReadOnlyList<HalfDayId> Before,
    int? Rank,
    bool SeatIsFree,
    string? Said
);

/// <summary>Somebody in a list.</summary>
/// <param name="Search">What was searched for, to come back to.</param>
public sealed record CheckInRow(CheckInRecord CheckInRecord, TimeZoneInfo Zone, string Search);
