using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;

namespace ModMatWorkshop.Application.Content;

/// <summary>The content with the shared draft, in a database of its own, for the preview of the site.</summary>
/// <param name="Key">Equal for the same draft, folder and content.</param>
public sealed record DraftSite(string Key, string File)
{
    /// <summary>What pages compute from this content.</summary>
    public ContentCache Cache { get; } = new();

    /// <summary>Opens the database for reading.</summary>
    public WorkshopDb Open() => WorkshopDb.Open(usesPostgres: false, $"Data Source={File};Mode=ReadOnly;Pooling=False");
}

/// <summary>The draft that the pages of one request show; none for the live site.</summary>
public sealed class PreviewedDraft
{
    public DraftSite? Site { get; set; }
}

/// <summary>
/// Imports the shared draft into an SQLite file in a temporary directory of this process, again when the draft or the content changes. The
/// file has no registrations.
/// </summary>
public sealed partial class DraftSites(
    IServiceScopeFactory scopes,
    SiteSettings settings,
    DataVersions versions,
    TimeProvider realTime,
    ILogger<DraftSites> log
) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private DirectoryInfo? _directory;
    private int _built;

    /// <summary>The last one, and the one before it, which a request may still read.</summary>
    private (DraftSite? Last, DraftSite? Before) _sites;

    /// <summary>The site with the draft as it is now.</summary>
    /// <returns>Null if the draft is empty, has errors that forbid its import, or cannot be written to the disk.</returns>
    public async Task<DraftSite?> FindAsync(CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var draft = scope.ServiceProvider.GetRequiredService<SharedDraft>();
            if (await draft.SummaryAsync(cancel) is not { } summary)
            {
                Keep(null);
                return null;
            }
            var key = $"{summary.Stamp} {versions.Content} {ContentFolder.Stamp(settings.ContentPath)}";
            if (_sites.Last is { } last && last.Key == key && File.Exists(last.File))
                return last;
            var content = ContentFolder.ReadWith(settings.ContentPath, SharedDraft.ContentOf(await draft.FilesAsync(cancel)));
            if (!content.CanBeImported)
                return null;
            if (_directory is null || !Directory.Exists(_directory.FullName))
                _directory = Directory.CreateTempSubdirectory("workshop-draft-");
            var site = new DraftSite(key, Path.Combine(_directory.FullName, $"{++_built}.db"));
            await BuildAsync(scope.ServiceProvider.GetRequiredService<WorkshopDb>(), site, content, cancel);
            Keep(site);
            return site;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException or DbUpdateException)
        {
            LogFailed(failure);
            return null;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _oneAtATime.Dispose();
        if (_directory is not null && Directory.Exists(_directory.FullName))
            _directory.Delete(recursive: true);
    }

    private void Keep(DraftSite? site)
    {
        if (site == _sites.Last)
            return;
        if (_sites.Before is { } old)
            File.Delete(old.File);
        _sites = (site, _sites.Last);
    }

    private async Task BuildAsync(WorkshopDb live, DraftSite site, WorkshopContent content, CancellationToken cancel)
    {
        await using var db = WorkshopDb.Open(usesPostgres: false, $"Data Source={site.File};Pooling=False");
        await db.PrepareAsync(cancel);
        // Encoding photographs takes a while.
        db.Images.AddRange(await live.Images.AsNoTracking().ToListAsync(cancel));
        db.Announcements.AddRange(await live.Announcements.AsNoTracking().ToListAsync(cancel));
        var published = await live.ProgrammeVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(cancel);
        db.ProgrammeVersions.AddRange(published);
        if (await ProgrammeVersionWriter.ChangesToAsync(live, content, cancel) is { Any: true } changes)
            db.ProgrammeVersions.Add(
                new()
                {
                    Number = (published.LastOrDefault()?.Number ?? 0) + 1,
                    At = realTime.GetUtcNow(),
                    Changes = changes,
                }
            );
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await CopySettingsAsync(live, db, cancel);
        await new ContentImportTransaction(db, realTime).ImportAsync(content, cancel);
        // Without a write-ahead log, readers need no other file.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", cancel);
    }

    /// <summary>The dates and places that organisers have set, which pages show.</summary>
    private static async Task CopySettingsAsync(WorkshopDb live, WorkshopDb db, CancellationToken cancel)
    {
        var from = await live.WorkshopStates.AsNoTracking().SingleAsync(cancel);
        var to = await db.WorkshopStates.SingleAsync(cancel);
        (to.Capacity, to.Reserved, to.Open) = (from.Capacity, from.Reserved, from.Open);
        (to.RegistrationOpens, to.RegistrationCloses) = (from.RegistrationOpens, from.RegistrationCloses);
        (to.ReservedUntil, to.OffersUntil) = (from.ReservedUntil, from.OffersUntil);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(LogLevel.Error, "The preview of the draft could not be prepared")]
    private partial void LogFailed(Exception failure);
}
