using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Archive;

/// <summary>
/// Serves the archives of earlier editions, each under its year: <c>/2021/</c>. They are pages of other people, so each runs in a sandbox.
/// Runs before routing, so no page is involved.
/// </summary>
public static partial class MountedArchives
{
    private static readonly (string Extension, string Type)[] OtherTypes =
    [
        (".ics", "text/calendar"),
        (".bib", "application/x-bibtex"),
        (".ris", "application/x-research-info-systems"),
        (".atom", "application/atom+xml"),
    ];

    public static IApplicationBuilder UseMountedArchives(this IApplicationBuilder app, SiteSettings settings)
    {
        if (settings.ArchivesPath is not { } folder)
            return app;
        var types = new FileExtensionContentTypeProvider();
        foreach (var (extension, type) in OtherTypes)
            types.Mappings[extension] = type;
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MountedArchives));
        var files = new FileServerOptions { FileProvider = new ArchiveFileProvider(new PhysicalFileProvider(folder), Usable(folder, log)) };
        files.StaticFileOptions.ContentTypeProvider = types;
        files.StaticFileOptions.OnPrepareResponse = served =>
        {
            // Chromium does not show a PDF in a sandbox. A script in a PDF cannot reach the site.
            if (served.Context.Response.ContentType != "application/pdf")
                served.Context.Sandbox($"/{ArchiveFileProvider.YearOf(served.Context.Request.Path)}/");
        };
        return app.UseFileServer(files);
    }

    /// <summary>The years whose archives can be served. The others are logged.</summary>
    private static HashSet<string> Usable(string folder, ILogger log)
    {
        var years = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edition in Directory.EnumerateDirectories(folder, "????").Order(StringComparer.Ordinal))
            if (Path.GetFileName(edition) is var year && year.All(char.IsAsciiDigit))
                if (ArchiveFolder.FindFault(edition) is { } fault)
                    LogRefused(log, edition, fault);
                else
                    years.Add(year);
        return years;
    }

    [LoggerMessage(LogLevel.Error, "The archive {Folder} is not served: {Fault}.")]
    private static partial void LogRefused(ILogger log, string folder, string fault);
}
