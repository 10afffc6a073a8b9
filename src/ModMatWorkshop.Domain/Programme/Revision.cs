namespace ModMatWorkshop.Domain.Programme;

/// <summary>
/// How often something has changed since it was first imported, and when it last did. The import decides it, nobody else.
/// </summary>
/// <param name="Sequence">From 0; what a calendar shows has changed that often (iCalendar SEQUENCE).</param>
/// <param name="LastModified">In real time, UTC.</param>
public sealed record Revision(int Sequence, DateTimeOffset LastModified)
{
    public static readonly Revision First = new(0, DateTimeOffset.UnixEpoch);
}
