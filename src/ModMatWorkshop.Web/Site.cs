using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;
using ModMatWorkshop.Application.Backups;
using ModMatWorkshop.Application.Content;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Application.Mail;
using ModMatWorkshop.Application.Mail.Bounces;
using ModMatWorkshop.Application.Registrations;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Archive;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Pages;
using ModMatWorkshop.Web.Pages.Admin;
using ModMatWorkshop.Web.Pages.Admin.Attendees;
using ModMatWorkshop.Web.Pages.Admin.Call;
using ModMatWorkshop.Web.Pages.Admin.Content;
using ModMatWorkshop.Web.Pages.Admin.Dashboard;
using ModMatWorkshop.Web.Pages.Admin.Fees;
using ModMatWorkshop.Web.Pages.Admin.Options;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ModMatWorkshop.Web;

/// <summary>Registers the services and builds the request pipeline.</summary>
public static partial class Site
{
    /// <summary>Logs startup failures, before configuration is read.</summary>
    public static Serilog.ILogger BootstrapLogger() =>
        ConfigureLevels(new LoggerConfiguration()).WriteTo.Console(formatProvider: null).CreateBootstrapLogger();

    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = AddContentStore(services, SiteSettings.Read(builder.Configuration, builder.Environment));

        // Settings and clocks
        services.AddSingleton(settings);
        services.AddSingleton(settings.Address);
        services.AddSingleton<TimeProvider>(new MicrosecondTimeProvider());
        services.AddSingleton<SiteClock>();
        // Each host logs through its own logger: the static Log.Logger is shared by all hosts in the process.
        var damage = new DatabaseDamage();
        services.AddSerilog(
            (provider, log) =>
                ConfigureSinks(ConfigureLevels(log).ReadFrom.Configuration(builder.Configuration), settings)
                    // Damage of the database is logged once, when it is found. Its consequences are not.
                    .Filter.ByExcluding(entry => damage.IsFound && DatabaseDamage.IsCauseOf(entry.Exception)),
            preserveStaticLogger: true
        );
        builder.AddTelemetry();

        // Database
        services.AddSingleton(damage);
        services.AddWorkshopDb(settings);
        services.AddSingleton<SitePreparation>();
        services.AddSingleton<WriteLock>();
        services.AddSingleton<DataVersions>();
        services.AddDataProtection().SetApplicationName("ModMatWorkshop").PersistKeysToDbContext<WorkshopDb>();

        AddRegistrations(services);
        AddContent(services);
        AddMailsAndBackups(services);

        // Organisers and their permissions
        services.AddOrganisers(settings);
        services.AddScoped<AuditTrail>();

        AddPages(services, builder.Environment);
        AddServer(builder, settings);
        return builder;
    }

    /// <summary>Adds the work in the background, which begins when the site is prepared.</summary>
    public static WebApplicationBuilder AddBackgroundServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<ContentWatcher>();
        builder.Services.AddHostedService<RegistrationMaintenanceJob>();
        builder.Services.AddHostedService<BatchRunner>();
        builder.Services.AddHostedService<MailSender>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<BounceReader>());
        builder.Services.AddHostedService<NightlyBackup>();
        builder.Services.AddHostedService<PageCacheMaintenance>();
        builder.Services.AddHostedService<SignInCleanup>();
        // The web server starts first, then the preparation. ASP.NET Core adds the web server last, just before this callback.
        builder.Host.ConfigureContainer<IServiceCollection>(services =>
        {
            var server = services.Last(service => service.ServiceType == typeof(IHostedService));
            services.Remove(server);
            services.Insert(0, server);
            services.Insert(1, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<SitePreparation>()));
        });
        return builder;
    }

    private static void AddPages(IServiceCollection services, IHostEnvironment environment)
    {
        // Pages
        services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new LocalizedRouteConvention());
            pages.Conventions.Add(new NeutralRouteConvention());
            pages.Conventions.ConfigureFilter(new RequirePostHandler());
            if (!environment.IsDevelopment())
                pages.Conventions.AddFolderRouteModelConvention("/Dev", page => page.Selectors.Clear());
        });
        services.Configure<MvcOptions>(mvc => mvc.ModelMetadataDetailsProviders.Add(new SpacesInRoutes()));
        services.AddFormTokens();
        services.AddFormLimits();
        services.AddHttpContextAccessor();
        services.AddScoped<SiteContext>();
        services.AddScoped<SiteHealthReader>();
        services.AddScoped(provider => provider.GetRequiredService<SiteContext>().Words);
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(routes =>
        {
            routes.AppendTrailingSlash = false;
            routes.SetParameterPolicy<SlugConstraint>(SlugConstraint.Name);
        });
        services.AddSingleton<PdfRenderer>();
        services.AddSingleton<DrawingRenderer>();
        services.AddSingleton<PrintRuns>();
        services.AddScoped<PrintableService>();

        // Page cache
        services.AddSingleton<PageCacheStore>();
        PageCacheServer.Wrap(services);
    }

    private static void AddServer(WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;

        // Web server
        builder.WebHost.UseStaticWebAssets();
        // A cached page is written by the pool thread that has read the request, without a second hop through the pool.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            // Accept a whole abstract pasted into the search: the search page explains its limit, a bare 414 would not.
            kestrel.Limits.MaxRequestLineSize = 1 << 17;
        });
        services.Configure<ForwardedHeadersOptions>(proxies =>
        {
            proxies.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.KnownProxies)
                proxies.KnownProxies.Add(proxy);
        });
        services.Configure<FormOptions>(forms => forms.ValueCountLimit = 200);
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddSingleton<ShutdownDrain>();
        services.AddHostedService(provider => provider.GetRequiredService<ShutdownDrain>());
    }

    public static WebApplication UseSite(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        // Render errors in a fresh DI scope.
        app.UseExceptionHandler(StatusPages.Path(500), createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(StatusPages.Template, createScopeForStatusCodePages: true);
        app.UseSerilogRequestLogging(log =>
        {
            // Use this host's logger; Log.Logger is shared by all hosts in the process.
            log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            // A client that disconnects is not an error.
            log.GetLevel = (http, _, failure) =>
                failure is null || http.RequestAborted.IsCancellationRequested ? LogEventLevel.Debug : LogEventLevel.Error;
            log.MessageTemplate = "{Method} {Page} answered {StatusCode} in {Elapsed:0} ms";
            log.GetMessageTemplateProperties = (http, _, elapsed, status) =>
                [
                    new("Method", new ScalarValue(http.Request.Method)),
                    new("Page", new ScalarValue(http.GetEndpoint()?.DisplayName ?? "no page")),
                    new("StatusCode", new ScalarValue(status)),
                    new("Elapsed", new ScalarValue(elapsed)),
                ];
        });
        app.UseExpectedFailures();
        app.UseForwardedHeaders();
        app.UseSecureOrigin(app.Services.GetRequiredService<SiteAddress>());
        app.UseMountedArchives(app.Services.GetRequiredService<SiteSettings>());
        app.UseCookiePolicy();
        app.UseLanguageRouting();
        app.UsePreparation();
        app.UseFirstRun();
        if (app.Services.GetRequiredService<SiteSettings>().RateLimits)
            app.UseRateLimiter();
        app.UseMiddleware<RenderOnceMiddleware>();
        app.UseAuthentication();
        app.UsePreview();
        app.UsePageLanguage();
        app.UseAuthorization();
        app.UseFormReading();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapMachineReadable();
        app.MapPublicPdfs();
        app.MapMaterials();
        app.MapIdentity();
        app.MapContent();
        app.MapHeartbeats();
        app.MapAttendeeExports();
        app.MapFeeExports();
        app.MapOptionDownloads();
        app.MapPresenceDownloads();
        app.MapSubmissionDownloads();
        app.MapReportDownloads();
        app.MapPrintables();
        app.MapParticipantLetters();
        app.MapHealth();
        app.MapBounces();
        return app;
    }

    private static IServiceCollection AddWorkshopDb(this IServiceCollection services, SiteSettings settings) =>
        settings.UsesPostgres
            ? services
                .AddDbContextPool<PostgresWorkshopDb>((provider, db) => Watch(provider, db.UseNpgsql(settings.ConnectionString)))
                .AddScoped(provider => Previewed(provider) ?? provider.GetRequiredService<PostgresWorkshopDb>())
            : services
                .AddDbContextPool<SqliteWorkshopDb>((provider, db) => Watch(provider, db.UseSqliteFile(settings.ConnectionString)))
                .AddScoped(provider => Previewed(provider) ?? provider.GetRequiredService<SqliteWorkshopDb>());

    private static void Watch(IServiceProvider provider, DbContextOptionsBuilder options) =>
        provider.GetRequiredService<DatabaseDamage>().Watch(options, provider.GetRequiredService<ILogger<DatabaseDamage>>());

    /// <summary>The database of the draft, on pages that show it; null on all others.</summary>
    private static WorkshopDb? Previewed(IServiceProvider provider) => provider.GetRequiredService<PreviewedDraft>().Site?.Open();

    private static LoggerConfiguration ConfigureSinks(LoggerConfiguration log, SiteSettings settings) =>
        settings.LogsAsJson ? log.WriteTo.Console(new RenderedCompactJsonFormatter()) : log.WriteTo.Console(formatProvider: null);

    private static LoggerConfiguration ConfigureLevels(LoggerConfiguration log) =>
        log
            .MinimumLevel.Information()
            .Enrich.With<RequestPathRemover>()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // A failed connection or command also throws. EF Core itself logs an error at the first start on PostgreSQL, because the
            // migration history table does not exist yet.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", LogEventLevel.Fatal)
            // Data protection warns that its keys are stored unencrypted. They are in the database on purpose; the site key is stored
            // elsewhere.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information);

    /// <summary>Removes the request path from log entries, where ASP.NET Core puts it: it may be somebody's secret link.</summary>
    private sealed class RequestPathRemover : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
