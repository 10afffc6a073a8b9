using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Web.Pages.CheckIn;

/// <summary>
/// What a helper sees of a registration at check-in, for one half-day. It contains no email address, diet or note: a helper needs only the
/// person's identity and whether they may enter.
/// </summary>
/// <param name="IsExpected">True when the person has a seat and attends this half-day in person.</param>
public sealed record CheckInRecord(
    int Number,
    string Ticket,
    string GivenName,
    string FamilyName,
    string Affiliation,
    CheckInState State,
    Place Place,
    bool IsExpected,
    DateTimeOffset? ArrivedAt,
    HalfDayId Half
)
{
    public string Name => RegistrationDetails.NameOf(GivenName, FamilyName);

    /// <summary>The state, as the attribute in the page.</summary>
    public string StateName =>
        State switch
        {
            CheckInState.CheckedIn => "checked-in",
            CheckInState.NoSeat => "no-seat",
            CheckInState.NotAccepted => "not-accepted",
            _ => State.ToString().ToLowerInvariant(),
        };

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

/// <summary>One registration in detail.</summary>
/// <param name="Meals">The names of the person's meals on or near this half-day.</param>
/// <param name="Before">The earlier half-days at which the person was present; empty at the first arrival.</param>
/// <param name="Rank">The rank on the waiting list; null for a person who is not on it.</param>
/// <param name="Seat">Whether a person without a seat can have one; null for others.</param>
/// <param name="Ahead">The first people who come before them on the waiting list.</param>
/// <param name="AddressBounces">Mails to the person come back, so the helper asks for another address.</param>
/// <param name="Answers">The answers to questions of the workshop that helpers need at the door.</param>
public sealed record CheckInCard(
    CheckInRecord CheckInRecord,
    TimeZoneInfo Zone,
    IReadOnlyList<string> Meals,
    IReadOnlyList<HalfDayId> Before,
    int? Rank,
    DeskSeat? Seat,
    IReadOnlyList<CheckInRecord> Ahead,
    string? Refusal,
    bool AddressBounces,
    IReadOnlyList<ShownAnswer> Answers
)
{
    /// <summary>The options of which the person has places.</summary>
    public IReadOnlyList<ShownAnswer> Options { get; init; } = [];
}

/// <summary>The free seats at the desk, and who is called for them.</summary>
/// <param name="KeptUntil">When a seat that an organiser has just freed is free again; null for none.</param>
/// <param name="Waiting">The length of the waiting list.</param>
/// <param name="First">The first people on it, in order, when the desk may give them a seat.</param>
public sealed record CheckInSeats(int Free, DateTimeOffset? KeptUntil, int Waiting, IReadOnlyList<CheckInRecord> First, TimeZoneInfo Zone)
{
    public const int MaxShown = 12;
}

/// <summary>One registration in a list.</summary>
/// <param name="Search">The search text, to return to the same list.</param>
/// <param name="GivesSeat">The row offers a free seat to a person who has none.</param>
public sealed record CheckInRow(CheckInRecord CheckInRecord, TimeZoneInfo Zone, string Search, bool GivesSeat = false);
