using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModMatWorkshop.Tests.Shared;

namespace ModMatWorkshop.Web.Tests.Hosting;

/// <summary>
/// The real program in Production, with the real content and its own data folder. As a class fixture it runs in real time, after the
/// workshop. For another time, content or database: <c>await using var site = new SiteFactory { RehearseFrom = "2021-09-22T13:20" };</c>.
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

    /// <summary>The setting <c>RateLimits:Enabled</c>. Off by default, because all test clients share one address.</summary>
    public bool RateLimits { get; init; }

    /// <summary>The setting <c>Admin:RequireSecondFactor</c>: a password alone leads only to the page that sets one up.</summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>The setting <c>Site:BaseUrl</c>, for tests in which a browser opens the site at that address.</summary>
    public Uri Address { get; init; } = BaseUrl;

    /// <summary>More settings, which override all others.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public string DataPath => data;

    public string Environment { get; init; } = Environments.Production;

    /// <summary>Starts with an empty database and migrates and imports, instead of a copy of a <see cref="DatabaseTemplates"/>.</summary>
    public bool StartsEmpty { get; init; }

    public Engine Engine { get; init; } = Engine.Sqlite;

    private string LogFile => Path.Combine(data, "test.log");

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder
            .UseContentRoot(Repository.Root)
            .ConfigureAppConfiguration(app => app.AddInMemoryCollection(Logging()))
            // Hashing a password takes a tenth of a second in production; the tests hash hundreds.
            .ConfigureServices(services => services.PostConfigure<PasswordHasherOptions>(hashes => hashes.IterationCount = 1000));

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(new OneAtATime(builder, this));
        return host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested
            ? host
            : throw new InvalidOperationException($"The site stopped before it listened.\n{File.ReadAllText(LogFile)}");
    }

    /// <summary>The time limit of a client, 100 seconds, is shorter than a print on a busy machine.</summary>
    protected override void ConfigureClient(HttpClient client)
    {
        base.ConfigureClient(client);
        client.Timeout = TimeSpan.FromMinutes(10);
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

    /// <returns>The connection string; the program uses it on PostgreSQL only.</returns>
    private string? Database()
    {
        if (StartsEmpty)
            return Engine is Engine.Postgres && !More.ContainsKey(Connection) ? PostgresCluster.NewDatabase() : null;
        return ContentPath == Repository.Content ? ContentTemplates.Copy(Engine, data) : DatabaseTemplates.WithTables(Engine, data);
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
            ["Health:Token"] = HealthDetails.Token,
            ["RateLimits:Enabled"] = RateLimits.ToString(),
            ["Admin:RequireSecondFactor"] = RequireSecondFactor.ToString(),
            // A test is about what is printed. On a busy machine, a book has taken longer than the minute of production.
            ["Papers:LimitSeconds"] = "600",
        };
        if (Engine is Engine.Postgres)
            settings[Connection] = connection;
        foreach (var (key, value) in More)
            settings[key] = value;
        return settings;
    }

    /// <summary>
    /// Builds one host at a time: the bootstrap logger is static, and two hosts built at once would both freeze it. The rest of a start
    /// takes longer and needs no lock.
    /// </summary>
    private sealed class OneAtATime(IHostBuilder builder, SiteFactory site) : IHostBuilder
    {
        public IDictionary<object, object> Properties => builder.Properties;

        public IHost Build()
        {
            lock (OneStartAtATime)
            {
                // Host configuration reaches the program as command-line arguments. ConfigureWebHost runs too late: after the program
                // has read its settings.
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
