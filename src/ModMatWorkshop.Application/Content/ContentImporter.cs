using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Text;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain;

namespace ModMatWorkshop.Application.Content;

/// <summary>Imports the content folder, one import at a time, and keeps the problems that it found.</summary>
public sealed partial class ContentImporter(
    IServiceScopeFactory scopes,
    SiteSettings settings,
    DataVersions versions,
    ContributionMemory memory,
    ILogger<ContentImporter> log,
    ContentFolderCopy? copy = null
) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private bool _hasRead;
    private long _version;

    /// <summary>
    /// The problems found when this process last read the folder. Empty before that, if an earlier process imported the unchanged folder.
    /// </summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What <see cref="ReadStampAsync"/> gave just before the last import.</summary>
    public int Stamp { get; private set; }

    /// <summary>The files of which readers do not see the version in the folder.</summary>
    public IReadOnlyList<WaitingFile> Waiting { get; private set; } = [];

    /// <summary>The content with a timetable that waits until an organiser agrees; null when none waits.</summary>
    public WorkshopContent? WaitingTimetable { get; private set; }

    /// <summary>
    /// True if another instance has imported since this one found that a timetable waits: an organiser may have agreed there.
    /// </summary>
    public bool IsWaitingTimetableOutdated => WaitingTimetable is not null && versions.Content != _version;

    /// <summary>False while readers see an older version of a file.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>Imports nothing if neither the database nor the folder has content: organisers set up the site in a browser.</summary>
    /// <exception cref="SettingsException">There is nothing to serve: no earlier content, and an error in the workshop itself. The message
    /// is the report of the check.</exception>
    public async Task ImportAtStartAsync(CancellationToken cancel)
    {
        await using (var scope = scopes.CreateAsyncScope())
            scope.ServiceProvider.GetRequiredService<ContentHistory>().DeleteTemporaryFiles();
        var outcome = await ImportAsync(cancel);
        if (outcome is { IsRefused: true, Version: 0 } && !ContentFolder.IsEmpty(settings.ContentPath))
            throw new SettingsException(ContentReport.Of(outcome.Content!, Language.English));
    }

    public Task<ContentImportResult> ImportAsync(CancellationToken cancel) => ImportAsync(null, cancel);

    /// <param name="agreed">The <see cref="WorkshopContent.TimetableHash"/> of a timetable to which an organiser agrees.</param>
    public Task<ContentImportResult> ImportAsync(string? agreed, CancellationToken cancel) =>
        BetweenImportsAsync(
            async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                var stamp = await StampOfAsync(scope.ServiceProvider, cancel);
                await scope.ServiceProvider.GetRequiredService<ContentHistory>().FollowFolderAsync(cancel);
                var outcome = await scope
                    .ServiceProvider.GetRequiredService<ContentImportTransaction>()
                    .RunAsync(settings.ContentPath, agreed, cancel);
                await versions.ReadAsync(scope.ServiceProvider.GetRequiredService<WorkshopDb>(), cancel);
                Remember(outcome);
                Stamp = stamp;
                return outcome;
            },
            cancel
        );

    /// <summary>
    /// A number that changes when a file of the folder changes (<c>ContentFolder.Stamp</c>), or a version in the database if that has the
    /// content.
    /// </summary>
    public async Task<int> ReadStampAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await StampOfAsync(scope.ServiceProvider, cancel);
    }

    private async Task<int> StampOfAsync(IServiceProvider services, CancellationToken cancel)
    {
        var stamp = ContentFolder.Stamp(settings.ContentPath);
        return copy is null
            ? stamp
            : HashCode.Combine(stamp, await ContentHistory.LastVersionAsync(services.GetRequiredService<WorkshopDb>(), cancel));
    }

    /// <summary>Runs work while no import of this process runs.</summary>
    internal async Task<T> BetweenImportsAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>The problems of the folder. Reads the folder if this process has not read it yet.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(CancellationToken cancel)
    {
        if (_hasRead)
            return Problems;
        return await BetweenImportsAsync(
            async () =>
            {
                if (_hasRead)
                    return Problems;
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
                var content = await ContentImportTransaction.ReadAsync(db, settings.ContentPath, memory, keepTimetable: false, cancel);
                (Problems, _hasRead) = (content.Problems, true);
                return Problems;
            },
            cancel
        );
    }

    public void Dispose() => _oneAtATime.Dispose();

    private void Remember(ContentImportResult outcome)
    {
        var content = outcome.Content;
        _version = outcome.Version;
        _hasRead = content is not null;
        (Problems, Waiting, WaitingTimetable) = (content?.Problems ?? [], content?.Waiting ?? [], outcome.WaitingTimetable);
        IsCurrent = !outcome.IsRefused && Waiting.Count == 0;
        if (outcome.IsRefused && outcome.Version > 0)
            LogRefused(outcome.Version, ReportOf(content!));
        else if (outcome.HasErrors && !outcome.IsRefused)
            LogWaiting(ReportOf(content!));
        else if (outcome.WaitingTimetable is not null)
            LogTimetableWaits(outcome.Version);
        if (content is { CanBeImported: true })
            LogImported(
                outcome.Version,
                outcome.Added,
                outcome.Changed,
                outcome.Removed,
                content.Problems.Count(p => p.Severity == Severity.Warning)
            );
    }

    /// <summary>The errors, and the files that wait for their correction.</summary>
    private static string ReportOf(WorkshopContent content) =>
        string.Join(
            Environment.NewLine,
            [
                .. content.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()),
                .. content.Waiting.Select(new Words(Language.English).FileWaits),
            ]
        );

    [LoggerMessage(LogLevel.Error, "The content folder has errors; the site keeps version {Version}. {Problems}")]
    private partial void LogRefused(int version, string problems);

    [LoggerMessage(LogLevel.Error, "Content files have errors. {Problems}")]
    private partial void LogWaiting(string problems);

    [LoggerMessage(
        LogLevel.Warning,
        "The timetable changes half-days with answers. The site keeps version {Version} of it until an organiser agrees on /admin/content"
    )]
    private partial void LogTimetableWaits(int version);

    [LoggerMessage(
        LogLevel.Information,
        "Content version {Version}: {Added} added, {Changed} changed, {Removed} removed, {Warnings} warnings"
    )]
    private partial void LogImported(int version, int added, int changed, int removed, int warnings);
}
