using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Data;

/// <summary>The number of a version of the content, and what every page needs to know of the workshop in it.</summary>
/// <param name="IsOnApplication">People apply, so pages speak of applications.</param>
public sealed record ContentVersion(long Number, WorkshopLanguages Languages, bool IsOnApplication = false);

/// <summary>
/// The versions of the content and of the registrations that this process knows. They advance after its own commits, and through
/// <see cref="ReadAsync"/> after those of other instances. They are never ahead of the database.
/// </summary>
public sealed class DataVersions
{
    private ContentVersion _content = new(0, WorkshopLanguages.Default);
    private long _registrations;

    public long Content => ContentVersion.Number;

    /// <summary>False until an organiser has set up the site.</summary>
    public bool HasContent => Content > 0;

    /// <summary>The content with its languages, as they belong together.</summary>
    public ContentVersion ContentVersion => Volatile.Read(ref _content);

    public long Registrations => Volatile.Read(ref _registrations);

    /// <summary>Assumes the languages of the workshop while the database, which knows them, has not been read.</summary>
    public void Assume(WorkshopLanguages languages) => Raise(new(0, languages));

    public void AdvanceRegistrationsVersion(long version) => Raise(ref _registrations, version);

    public async Task ReadAsync(WorkshopDb db, CancellationToken cancel)
    {
        var read = await (
            from content in db.ContentStates
            from room in db.WorkshopStates
            select new
            {
                Content = content.Version,
                // There is one at most; without an order, EF warns at each start.
                Languages = db.Workshops.OrderBy(w => w.Slug).Select(w => w.Languages).FirstOrDefault(),
                IsOnApplication = db.Workshops.OrderBy(w => w.Slug).Select(w => w.IsOnApplication).FirstOrDefault(),
                Registrations = room.Version,
            }
        ).SingleAsync(cancel);
        Raise(new(read.Content, read.Languages ?? WorkshopLanguages.Default, read.IsOnApplication));
        AdvanceRegistrationsVersion(read.Registrations);
    }

    private void Raise(ContentVersion content)
    {
        var before = ContentVersion;
        while (before.Number < content.Number || before.Number == 0)
        {
            var seen = Interlocked.CompareExchange(ref _content, content, before);
            if (ReferenceEquals(seen, before))
                return;
            before = seen;
        }
    }

    private static void Raise(ref long known, long version)
    {
        for (var before = Volatile.Read(ref known); before < version; )
            before = Interlocked.CompareExchange(ref known, version, before) is var seen && seen == before ? version : seen;
    }
}
