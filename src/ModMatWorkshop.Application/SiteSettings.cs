using System.Globalization;
using System.Net;
using ModMatWorkshop.Domain.Addresses;

namespace ModMatWorkshop.Application;

/// <summary>An invalid setting. The message is a sentence for the person who runs the site.</summary>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>Where the content lives.</summary>
public enum ContentStore
{
    Folder,
    Database,
}

/// <summary>The settings, read once at start. An invalid one stops the start with a message. docs/running.md lists them.</summary>
public sealed record SiteSettings
{
    private const string DevelopmentBaseUrl = "http://localhost:5000";
    private const string DevelopmentRehearsal = "2021-09-01T09:00";
    private static readonly string[] RehearsalFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public required SiteAddress Address { get; init; }

    /// <summary>The folder that the site reads: the content, or a copy of it (<see cref="Content.ContentFolderCopy"/>).</summary>
    public required string ContentPath { get; init; }

    public ContentStore ContentStore { get; init; }

    /// <summary>True to commit each save into the git repository of the content folder.</summary>
    public bool CommitsContent { get; init; }

    /// <summary>Where the content lives, for a message.</summary>
    public string ContentPlace => ContentStore is ContentStore.Database ? "the database" : ContentPath;

    public required string DataPath { get; init; }

    /// <summary>True for PostgreSQL, false for SQLite.</summary>
    public required bool UsesPostgres { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>The local time at which the rehearsal starts; null for real time.</summary>
    public required string? RehearseFrom { get; init; }

    /// <summary>The text from which the site key is derived; null if a file in the data folder contains the key.</summary>
    public required string? Key { get; init; }

    /// <summary>The token that shows a caller the details of <c>/readyz</c>; null for none.</summary>
    public string? HealthToken { get; init; }

    /// <summary>How long a pending registration keeps its place.</summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>The time limit of WeasyPrint.</summary>
    public TimeSpan PrintTimeout { get; init; } = TimeSpan.FromSeconds(60);

    public required MailSettings Mail { get; init; }

    /// <summary>The folder of the nightly backups; null for none.</summary>
    public string? BackupPath { get; init; }

    /// <summary>The number of nightly backups to keep.</summary>
    public int BackupsKept { get; init; } = 14;

    /// <summary>Hosts whose video player may be embedded in the stream page, once a reader has asked for it.</summary>
    public required IReadOnlyList<string> Players { get; init; }

    /// <summary>False in tests that post hundreds of forms from one IP address.</summary>
    public required bool RateLimits { get; init; }

    /// <summary>True if organisers must set up a second factor before they use anything else.</summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>The OpenID Connect provider for organisers; null for none.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; init; }

    /// <summary>Proxies whose forwarded client address and scheme are trusted.</summary>
    public required IReadOnlyList<IPAddress> KnownProxies { get; init; }

    /// <summary>A folder with archives of earlier workshops, each in a folder named by its year; null for none.</summary>
    public string? ArchivesPath { get; init; }

    /// <summary>How long a stopping process still serves requests, so that a proxy can switch to another instance.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>True for one JSON object per line; false for text.</summary>
    public bool LogsAsJson { get; init; }

    /// <summary>The base of relative paths: the repository when run from source, otherwise the published folder.</summary>
    public static string Root { get; } = FindRoot();

    public static SiteSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = InRoot(configuration["Site:DataPath"] ?? "data");
        var (usesPostgres, connection) = Database(configuration, data);
        var (store, commits) = Content(configuration);
        return new()
        {
            Address = BaseUrl(configuration["Site:BaseUrl"], environment),
            ContentPath = InRoot(configuration["Site:ContentPath"] ?? "content"),
            ContentStore = store,
            CommitsContent = commits,
            DataPath = data,
            UsesPostgres = usesPostgres,
            ConnectionString = connection,
            Key = Secret("Site:Key", configuration["Site:Key"]),
            HealthToken = configuration["Health:Token"] is { Length: > 0 } token ? Secret("Health:Token", token) : null,
            Hold = TimeSpan.FromMinutes(Number(configuration, "Registration:HoldMinutes", 120, 1, 10_080)),
            PrintTimeout = TimeSpan.FromSeconds(Number(configuration, "Papers:LimitSeconds", 60, 1, 3600)),
            Mail = MailSettings.Read(configuration, data),
            BackupPath = configuration["Backup:Path"] switch
            {
                null => Path.Combine(data, "backups"),
                "off" or "" => null,
                var path => InRoot(path),
            },
            BackupsKept = Number(configuration, "Backup:Keep", 14, 1, 1000),
            Players = [.. Names(configuration, "Live:Players").Select(Player)],
            RateLimits = Flag(configuration, "RateLimits:Enabled", true),
            KnownProxies = [.. Names(configuration, "Proxies:Known").Select(Proxy)],
            RequireSecondFactor = Flag(configuration, "Admin:RequireSecondFactor", !environment.IsDevelopment()),
            OpenIdConnect = OpenIdConnectSettings.Read(configuration),
            ArchivesPath = Archives(configuration["Archives:Path"]),
            Drain = TimeSpan.FromSeconds(Number(configuration, "Shutdown:DrainSeconds", 0, 0, 20)),
            LogsAsJson = configuration["Log:Format"] switch
            {
                null or "text" => false,
                "json" => true,
                var other => throw new SettingsException($"Log:Format is '{other}'; it must be 'text' or 'json'."),
            },
            RehearseFrom = Rehearsal(configuration["Clock:RehearseFrom"] ?? (environment.IsDevelopment() ? DevelopmentRehearsal : "off")),
        };
    }

    private static (ContentStore Store, bool CommitsContent) Content(IConfiguration configuration)
    {
        var store = configuration["Content:Store"] switch
        {
            null or "folder" => ContentStore.Folder,
            "database" => ContentStore.Database,
            var other => throw new SettingsException($"Content:Store is '{other}'; it must be 'folder' or 'database'."),
        };
        return (store, configuration["Content:Git"]) switch
        {
            (_, null or "off") => (store, false),
            (ContentStore.Folder, "commit") => (store, true),
            (_, "commit") => throw new SettingsException(
                "Content:Git is 'commit', but Content:Store is 'database': there is no content folder with a git repository."
            ),
            var (_, other) => throw new SettingsException($"Content:Git is '{other}'; it must be 'off' or 'commit'."),
        };
    }

    private static (bool UsesPostgres, string Connection) Database(IConfiguration configuration, string data)
    {
        var usesPostgres = configuration["Database:Provider"] switch
        {
            null or "sqlite" => false,
            "postgres" => true,
            var other => throw new SettingsException($"Database:Provider is '{other}'; it must be 'sqlite' or 'postgres'."),
        };
        var connection = configuration["ConnectionStrings:Workshop"];
        if (usesPostgres && connection is null)
            throw new SettingsException("Database:Provider is 'postgres', so ConnectionStrings:Workshop must name the server.");
        return (usesPostgres, connection ?? $"Data Source={Path.Combine(data, "workshop.db")}");
    }

    private static string[] Names(IConfiguration configuration, string key) =>
        (configuration[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Archives(string? path) =>
        path is not { Length: > 0 } ? null
        : Directory.Exists(InRoot(path)) ? InRoot(path)
        : throw new SettingsException(
            $"Archives:Path is '{path}'; it must be a folder, with the archive of each edition in a folder named by its year."
        );

    private static SiteAddress BaseUrl(string? url, IHostEnvironment environment)
    {
        url ??= environment.IsDevelopment()
            ? DevelopmentBaseUrl
            : throw new SettingsException(
                "Site:BaseUrl is not set. Set the public address of the site, for example "
                    + $"Site__BaseUrl=https://workshop.example.org (environment: {environment.EnvironmentName})."
            );
        return
            Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { PathAndQuery: "/", Fragment: "" }
            ? new(uri.GetLeftPart(UriPartial.Authority))
            : throw new SettingsException(
                $"Site:BaseUrl is '{url}'; it must be an address like https://workshop.example.org, without a path."
            );
    }

    private static string? Rehearsal(string from) =>
        from is "off" or "" ? null
        : DateTimeOffset.TryParseExact(from, RehearsalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
        && hour.Year is > 1900 and < 3000
            ? from
        : throw new SettingsException(
            $"Clock:RehearseFrom is '{from}'; it must be 'off' or a time like "
                + "2021-09-22T13:20, in the workshop's time zone unless an offset follows."
        );

    private static string? Secret(string key, string? text) =>
        text is null or { Length: >= 32 }
            ? text
            : throw new SettingsException(
                $"{key} is too short; it must be a secret of at least 32 characters, for example what `openssl rand -base64 32` prints."
            );

    private static IPAddress Proxy(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new SettingsException($"Proxies:Known names '{text}'; it must be IP addresses, separated by commas.");

    private static string Player(string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii) && host.Contains('.', StringComparison.Ordinal)
            ? host.ToLowerInvariant()
            : throw new SettingsException($"Live:Players names '{host}'; it must be hosts like player.example.org, separated by commas.");

    internal static bool Flag(IConfiguration configuration, string key, bool defaultValue) =>
        configuration[key] switch
        {
            null => defaultValue,
            var text when bool.TryParse(text, out var flag) => flag,
            var text => throw new SettingsException($"{key} is '{text}'; it must be 'true' or 'false'."),
        };

    internal static int Number(IConfiguration configuration, string key, int defaultValue, int min, int max) =>
        configuration[key] switch
        {
            null => defaultValue,
            var text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= min
                    && number <= max => number,
            var text => throw new SettingsException($"{key} is '{text}'; it must be a whole number from {min} to {max}."),
        };

    private static string InRoot(string path) => Path.GetFullPath(path, Root);

    private static string FindRoot()
    {
        if (Directory.Exists(Path.Combine(AppContext.BaseDirectory, "content")))
            return AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ModMatWorkshop.sln")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
