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
/// (<see cref="Pages.StatusPages"/>), and the preparation is repeated until it succeeds.
/// </summary>
public sealed partial class SitePreparation(
    IServiceScopeFactory scopes,
    SiteSettings settings,
    DataVersions versions,
    ILogger<SitePreparation> log
) : IHostedService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMinutes(1);
    private long _nextReport;

    public bool IsComplete { get; private set; }

    /// <exception cref="SettingsException">The database or the key cannot be used, or the content is invalid at a first
    /// start.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(settings.DataPath);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, key) = (services.GetRequiredService<WorkshopDb>(), services.GetRequiredService<SiteKey>());
        key.RequireDatabase(db);
        await db.PrepareAsync(cancel);
        await key.CheckAsync(db, cancel);
        await services.GetRequiredService<ContentImporter>().ImportAtStartAsync(cancel);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(cancel);
        await versions.ReadAsync(db, cancel);
        await services.GetRequiredService<SiteClock>().SetAsync(settings.RehearseFrom, workshop.TimeZone, db, cancel);
        IsComplete = true;
    }

    /// <summary>Prepares the site that is going to be served, unless the database is unavailable.</summary>
    public async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
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
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!IsComplete)
        {
            await Task.Delay(RetryInterval, cancellationToken);
            await TryAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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

    [LoggerMessage(LogLevel.Warning, "Waiting for the database, which is unavailable: {Message}")]
    private partial void LogWaiting(string message);
}
