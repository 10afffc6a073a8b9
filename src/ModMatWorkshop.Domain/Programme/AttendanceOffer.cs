using ModMatWorkshop.Domain.Registrations;

namespace ModMatWorkshop.Domain.Programme;

/// <summary>How people can take part in the workshop.</summary>
public enum AttendanceOffer
{
    /// <summary>In the room or remotely, as each person chooses.</summary>
    Both,

    /// <summary>In the room only: nobody attends remotely, and whoever has no seat waits for one.</summary>
    InPersonOnly,

    /// <summary>Remotely only: there is no room and no waiting list.</summary>
    RemoteOnly,
}

public static class AttendanceOffers
{
    public static AttendanceOffer Of(int seats, bool isInPersonOnly) =>
        isInPersonOnly ? AttendanceOffer.InPersonOnly
        : seats == 0 ? AttendanceOffer.RemoteOnly
        : AttendanceOffer.Both;

    public static bool HasRoom(this AttendanceOffer offer) => offer != AttendanceOffer.RemoteOnly;

    public static bool HasStream(this AttendanceOffer offer) => offer != AttendanceOffer.InPersonOnly;

    /// <summary>The wish of a person, or the only attendance that there is.</summary>
    public static Attendance Allowed(this AttendanceOffer offer, Attendance wish) =>
        offer switch
        {
            AttendanceOffer.InPersonOnly => Attendance.InPerson,
            AttendanceOffer.RemoteOnly => Attendance.Remote,
            _ => wish,
        };
}
