using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Security;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web;

/// <summary>
/// Prepares database, content and clock for the first request. While the database is unavailable at start, the web server answers 503
/// (<see cref="Pages.StatusPages"/>), and the preparation is repeated until it succeeds. Without content, the site waits until an organiser
/// has set it up (<see cref="Pages.FirstRun"/>), on this instance or on another one.
/// </summary>
public sealed partial class SitePreparation(
    IServiceScopeFactory scopes,
    SiteSettings settings,
    DataVersions versions,
    ILogger<SitePreparation> log
) : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ContentPollInterval = TimeSpan.FromMilliseconds(400);
    private long _nextReport;

    /// <summary>Whether the database can be used.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether there is a workshop to show. Before that, only the pages of the first run work.</summary>
    public bool HasContent { get; private set; }

    /// <exception cref="SettingsException">The database or the key cannot be used, the content is invalid at a first start, or there is
    /// none although it is needed.</exception>
    public async Task RunAsync(bool needsContent, CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.DataPath);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, key) = (services.GetRequiredService<WorkshopDb>(), services.GetRequiredService<SiteKey>());
        key.RequireDatabase(db);
        await db.PrepareAsync(cancel);
        await key.CheckAsync(db, cancel);
        await services.GetRequiredService<ContentImporter>().ImportAtStartAsync(cancel);
        await versions.ReadAsync(db, cancel);
        await FindContentAsync(cancel);
        if (needsContent && !HasContent)
            throw new SettingsException(
                $"There is no content in {settings.ContentPlace}. Start the site and open the link that it prints, or write a folder with "
                    + "`content new`."
            );
        IsComplete = true;
    }

    /// <summary>Opens the site once the database has a workshop, whose time zone the clock needs.</summary>
    public async Task FindContentAsync(CancellationToken cancel)
    {
        if (HasContent)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkshopDb>();
        if (await db.Workshops.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } workshop)
            return;
        await versions.ReadAsync(db, cancel);
        await scope.ServiceProvider.GetRequiredService<SiteClock>().SetAsync(settings.RehearseFrom, workshop.TimeZone, db, cancel);
        HasContent = true;
    }

    /// <summary>Prepares the site that is going to be served, unless the database is unavailable.</summary>
    public async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(needsContent: false, cancel);
            if (!HasContent)
                LogNoContent(settings.ContentPlace);
            await PrintSetupLinkAsync(cancel);
        }
        catch (Exception failure) when (DatabaseUnavailable.IsCauseOf(failure))
        {
            // The page that says so is in a language of the workshop.
            versions.Assume(ContentFolder.LanguagesOf(settings.ContentPath));
            if (Environment.TickCount64 < _nextReport)
                return;
            _nextReport = Environment.TickCount64 + (long)ReportInterval.TotalMilliseconds;
            LogWaiting(DatabaseUnavailable.FindIn(failure)!.Message);
        }
    }

    /// <summary>Runs after the web server has started, and before all services that need the database.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!IsComplete)
        {
            await Task.Delay(RetryInterval, cancellationToken);
            await TryAsync(cancellationToken);
        }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Another instance, or a person with an editor, may give the site its content.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(ContentPollInterval);
        while (!HasContent && await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await FindContentAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotOpened(failure);
            }
    }

    /// <summary>
    /// Prints a setup link at each start while there is no organiser. Instances with the same site key print the same link.
    /// </summary>
    private async Task PrintSetupLinkAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<OrganiserService>().HasNoOrganiserAsync(cancel))
            Console.WriteLine(
                "There is no organiser yet. Create the first account with this one-time link: "
                    + $"{services.GetRequiredService<SiteAddress>().Of(services.GetRequiredService<OrganiserLinks>().SetupPath())}"
            );
    }

    [LoggerMessage(LogLevel.Warning, "There is no content in {Place}: the site waits until an organiser has set it up at /admin/start")]
    private partial void LogNoContent(string place);

    [LoggerMessage(LogLevel.Error, "The new site could not be opened; retrying")]
    private partial void LogNotOpened(Exception failure);

    [LoggerMessage(LogLevel.Warning, "Waiting for the database, which is unavailable: {Message}")]
    private partial void LogWaiting(string message);
}
