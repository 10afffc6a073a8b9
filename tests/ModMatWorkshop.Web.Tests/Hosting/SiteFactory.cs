using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The real program in Production, on the real content, with a data folder of its own. As a class fixture it serves the archive;
/// for another hour, content or database: <c>await using var site = new SiteFactory { RehearseFrom = "2021-09-22T13:20" };</c>.
/// </summary>
public class SiteFactory : WebApplicationFactory<Program>
{
    private const string Connection = "ConnectionStrings:Workshop";
    private static readonly Lock OneStartAtATime = new();
    private readonly string data = Directory.CreateTempSubdirectory("modmat-").FullName;

    public SiteFactory()
    {
        ClientOptions.BaseAddress = BaseUrl;
        ClientOptions.AllowAutoRedirect = false;
    }

    public static Uri BaseUrl { get; } = new("https://modmat.test");

    public string RehearseFrom { get; init; } = "off";

    public string ContentPath { get; init; } = Repository.Content;

    /// <summary>The setting <c>Live:Players</c>.</summary>
    public string Players { get; init; } = "";

    /// <summary>The setting <c>RateLimits:Enabled</c>: here all readers share one address.</summary>
    public bool RateLimits { get; init; }

    /// <summary>
    /// The setting <c>Admin:RequireSecondFactor</c>: with it, a password alone leads no further than to the page where one is set up.
    /// </summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>The setting <c>Site:BaseUrl</c>, for a browser that has to find the site under it.</summary>
    public Uri Address { get; init; } = BaseUrl;

    /// <summary>More settings, which win over all others.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public string DataPath => data;

    public string Environment { get; init; } = Environments.Production;

    /// <summary>
    /// Migrates and imports for itself, as every first start does, instead of beginning with a <see cref="DatabaseTemplates"/>.
    /// </summary>
    public bool BeginsAnew { get; init; }

    public Engine Engine { get; init; } = Engine.Sqlite;

    private string LogFile => Path.Combine(data, "test.log");

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder
            .UseContentRoot(Repository.Root)
            .ConfigureAppConfiguration(app => app.AddInMemoryCollection(Logging()))
            // A password costs the site a tenth of a second; here there are hundreds.
            .ConfigureServices(services => services.PostConfigure<PasswordHasherOptions>(hashes => hashes.IterationCount = 1000));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(new OneAtATime(builder, this));
        return host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested
            ? host
            : throw new InvalidOperationException($"The site gave up before it listened.\n{File.ReadAllText(LogFile)}");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
    }

    private Dictionary<string, string?> Logging() =>
        new()
        {
            ["Serilog:MinimumLevel:Default"] = "Warning",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Serilog:Using:0"] = "Serilog.Sinks.File",
            ["Serilog:WriteTo:0:Name"] = "File",
            ["Serilog:WriteTo:0:Args:path"] = LogFile,
        };

    /// <returns>The connection string, which the program asks for on PostgreSQL only.</returns>
    private string? Database()
    {
        if (BeginsAnew)
            return Engine is Engine.Postgres && !More.ContainsKey(Connection) ? PostgresCluster.NewDatabase() : null;
        return ContentPath == Repository.Content ? DatabaseTemplates.WithContent(Engine, data) : DatabaseTemplates.WithTables(Engine, data);
    }

    private Dictionary<string, string?> Settings(string? connection)
    {
        var settings = new Dictionary<string, string?>
        {
            [HostDefaults.EnvironmentKey] = Environment,
            ["Site:BaseUrl"] = Address.OriginalString,
            ["Site:ContentPath"] = ContentPath,
            ["Site:DataPath"] = data,
            ["Database:Provider"] = Engine is Engine.Postgres ? "postgres" : "sqlite",
            ["Clock:RehearseFrom"] = RehearseFrom,
            ["Live:Players"] = Players,
            ["RateLimits:Enabled"] = RateLimits.ToString(),
            ["Admin:RequireSecondFactor"] = RequireSecondFactor.ToString(),
        };
        if (Engine is Engine.Postgres)
            settings[Connection] = connection;
        foreach (var (key, value) in More)
            settings[key] = value;
        return settings;
    }

    /// <summary>
    /// The logger that speaks before the configured one is static: two programs that are built at once in one process would freeze the
    /// same. What a start does after that takes longer, and needs no turn.
    /// </summary>
    private sealed class OneAtATime(IHostBuilder builder, SiteFactory site) : IHostBuilder
    {
        public IDictionary<object, object> Properties => builder.Properties;

        public IHost Build()
        {
            lock (OneStartAtATime)
            {
                // These reach the program as arguments of its command line; what ConfigureWebHost adds comes after it has read its
                // settings.
                var settings = site.Settings(site.Database());
                return builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(settings)).Build();
            }
        }

        public IHostBuilder ConfigureHostConfiguration(Action<IConfigurationBuilder> configureDelegate) =>
            builder.ConfigureHostConfiguration(configureDelegate);

        public IHostBuilder ConfigureAppConfiguration(Action<HostBuilderContext, IConfigurationBuilder> configureDelegate) =>
            builder.ConfigureAppConfiguration(configureDelegate);

        public IHostBuilder ConfigureServices(Action<HostBuilderContext, IServiceCollection> configureDelegate) =>
            builder.ConfigureServices(configureDelegate);

        public IHostBuilder UseServiceProviderFactory<T>(IServiceProviderFactory<T> factory)
            where T : notnull => builder.UseServiceProviderFactory(factory);

        public IHostBuilder UseServiceProviderFactory<T>(Func<HostBuilderContext, IServiceProviderFactory<T>> factory)
            where T : notnull => builder.UseServiceProviderFactory(factory);

        public IHostBuilder ConfigureContainer<T>(Action<HostBuilderContext, T> configureDelegate) =>
            builder.ConfigureContainer(configureDelegate);
    }
}
