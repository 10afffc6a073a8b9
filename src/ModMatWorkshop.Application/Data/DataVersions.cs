using Microsoft.EntityFrameworkCore;

namespace ModMatWorkshop.Application.Data;

/// <summary>
/// Which versions of the content and of the registrations the database holds, as far as this process has heard: of its own changes at their
/// commit, of those of other
/// instances from <see cref="ReadAsync"/>. Never ahead of the database.
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
