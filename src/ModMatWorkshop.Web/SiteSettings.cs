using System.Globalization;

namespace ModMatWorkshop.Web;

/// <summary>A setting that cannot be used; the message is a sentence for whoever runs the site.</summary>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>The settings, read once at start. A wrong one stops the start with a sentence. They are listed in docs/running.md.</summary>
public sealed record SiteSettings
{
    private const string DevelopmentBaseUrl = "http://localhost:5000";
    private const string DevelopmentRehearsal = "2021-09-01T09:00";
    private static readonly string[] RehearsalFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public required SiteAddress Address { get; init; }

    public required string ContentPath { get; init; }

    public required string DataPath { get; init; }

    /// <summary>True for PostgreSQL, false for SQLite.</summary>
    public required bool UsesPostgres { get; init; }

    public required string ConnectionString { get; init; }

    /// <summary>The local hour at which the rehearsal starts; null when the site keeps real time.</summary>
    public required string? RehearseFrom { get; init; }

    /// <summary>The repository when run from source, the published folder otherwise: relative paths start here.</summary>
    public static string Root { get; } = FindRoot();

    public static SiteSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = InRoot(configuration["Site:DataPath"] ?? "data");
        var postgres = configuration["Database:Provider"] switch
        {
            null or "sqlite" => false,
            "postgres" => true,
            var other => throw new SettingsException($"Database:Provider is '{other}'; it must be 'sqlite' or 'postgres'."),
        };
        var connection = configuration["ConnectionStrings:Workshop"]
            ?? (postgres ? throw new SettingsException("Database:Provider is 'postgres', so ConnectionStrings:Workshop must say where the server is.") : $"Data Source={Path.Combine(data, "workshop.db")}");
        return new()
        {
            Address = BaseUrl(configuration["Site:BaseUrl"], environment),
            ContentPath = InRoot(configuration["Site:ContentPath"] ?? "content"),
            DataPath = data,
            UsesPostgres = postgres,
            ConnectionString = connection,
            RehearseFrom = Rehearsal(configuration["Clock:RehearseFrom"] ?? (environment.IsDevelopment() ? DevelopmentRehearsal : "off")),
        };
    }

    private static SiteAddress BaseUrl(string? url, IHostEnvironment environment)
    {
        url ??= environment.IsDevelopment()
            ? DevelopmentBaseUrl
            : throw new SettingsException($"Site:BaseUrl is not set. Give the address under which people know the site, for example Site__BaseUrl=https://modmat.example.org (environment: {environment.EnvironmentName}).");
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", Fragment: "" }
            ? new(uri.GetLeftPart(UriPartial.Authority))
            : throw new SettingsException($"Site:BaseUrl is '{url}'; it must be an address like https://modmat.example.org, without a path.");
    }

    private static string? Rehearsal(string from) =>
        from is "off" or ""
            ? null
            : DateTimeOffset.TryParseExact(from, RehearsalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) && hour.Year is > 1900 and < 3000
                ? from
                : throw new SettingsException($"Clock:RehearseFrom is '{from}'; it must be 'off' or an hour like 2021-09-22T13:20, in the workshop's zone unless an offset follows.");

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
