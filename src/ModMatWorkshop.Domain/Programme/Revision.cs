namespace ModMatWorkshop.Domain.Programme;

/// <summary>The number of changes since the first import, and the time of the last one. Only the content import sets it.</summary>
/// <param name="Sequence">From 0. Calendars publish it as the iCalendar SEQUENCE.</param>
/// <param name="LastModified">Real time in UTC, not the time of the rehearsal clock.</param>
public sealed record Revision(int Sequence, DateTimeOffset LastModified)
{
    public static readonly Revision First = new(0, DateTimeOffset.UnixEpoch);
}
