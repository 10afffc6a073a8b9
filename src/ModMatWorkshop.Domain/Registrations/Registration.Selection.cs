using System.Text.Json.Serialization;

namespace ModMatWorkshop.Domain.Registrations;

/// <summary>The application to a workshop that selects its participants.</summary>
public sealed partial class Registration
{
    /// <summary>
    /// Decided when the form is sent, by the content of that moment: a workshop that opens its registration later still reads what it asked
    /// for.
    /// </summary>
    public Selection Selection { get; private set; }

    /// <summary>What the organisers tell the person about their decision; null for nothing.</summary>
    public string? SelectionReason { get; private set; }

    /// <summary>When the organisers decided; null while they have not.</summary>
    public DateTimeOffset? SelectedAt { get; private set; }

    /// <summary>True for an application that is not accepted: it gives no place, and pages call it an application.</summary>
    [JsonIgnore]
    public bool IsApplication => Selection == Selection.Applied || Status == RegistrationStatus.Declined;

    /// <summary>False for somebody whom the organisers have not accepted, or accepted for the stream only.</summary>
    [JsonIgnore]
    public bool MaySitDown => Selection is Selection.None or Selection.Accepted;

    /// <summary>Makes a registration that has just begun an application, which holds no place.</summary>
    public void MakeApplication(Attendance wish)
    {
        ReleasePlace();
        Selection = Selection.Applied;
        Wish(wish);
        EnsureValid();
    }

    /// <summary>The owner of the address has confirmed the application.</summary>
    public void Apply(DateTimeOffset now)
    {
        (Status, ConfirmedAt, HoldUntil) = (RegistrationStatus.Applied, now, null);
        EnsureValid();
    }

    /// <summary>Changes how the person wishes to take part, without a place.</summary>
    public void Wish(Attendance attendance)
    {
        if (attendance == Attendance.InPerson)
            RequestSeat();
        else
        {
            Attendance = Attendance.Remote;
            AttendAllHalfDays(Attendance.Remote);
        }
    }

    /// <summary>Accepts the application: confirmed, without a place yet.</summary>
    public void AcceptApplication(string? reason, DateTimeOffset now)
    {
        (Status, Selection, SelectionReason, SelectedAt) = (RegistrationStatus.Confirmed, Selection.Accepted, reason, now);
        EnsureValid();
    }

    /// <summary>Declines the application.</summary>
    /// <param name="mayFollow">The person may follow the workshop remotely, and nothing else.</param>
    public void DeclineApplication(string? reason, bool mayFollow, DateTimeOffset now)
    {
        (Status, Selection, SelectionReason, SelectedAt) = (
            mayFollow ? RegistrationStatus.Confirmed : RegistrationStatus.Declined,
            Selection.Declined,
            reason,
            now
        );
        if (mayFollow)
            FollowRemotely();
        EnsureValid();
    }

    private static RegistrationStatus StatusOf(Selection selection) =>
        selection switch
        {
            Selection.Applied => RegistrationStatus.Applied,
            Selection.Declined => RegistrationStatus.Declined,
            _ => RegistrationStatus.Confirmed,
        };

    /// <summary>An organiser takes the person in, so that nobody has to accept them.</summary>
    public void NeedNoSelection() => (Selection, SelectionReason, SelectedAt) = (Selection.None, null, null);
}
