using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// The versions of the content and of the registrations that this process knows. They advance after its own commits, and through
/// <see cref="ReadAsync"/> after those of other instances. They are never ahead of the database.
/// </summary>
public sealed class DataVersions
{
    private long _content;
    private long _registrations;

    public long Content => Volatile.Read(ref _content);

    public long Registrations => Volatile.Read(ref _registrations);

    public void AdvanceContentVersion(long version) => Raise(ref _content, version);

    public void AdvanceRegistrationsVersion(long version) => Raise(ref _registrations, version);

    public async Task ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var read = await (
            from content in db.ContentStates
            from room in db.WorkshopStates
            select new { Content = content.Version, Registrations = room.Version }
        ).SingleAsync(cancel);
        AdvanceContentVersion(read.Content);
        AdvanceRegistrationsVersion(read.Registrations);
    }

    private static void Raise(ref long known, long version)
    {
        for (var before = Volatile.Read(ref known); before < version; )
            before = Interlocked.CompareExchange(ref known, version, before) is var seen && seen == before ? version : seen;
    }
}
