using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace ModMatWorkshop.Web.Archive;

/// <summary>
/// Serves the archives of earlier editions, each under its year: <c>/2021/</c>. Runs before routing, so no page is involved.
/// </summary>
public static class MountedArchives
{
    public static IApplicationBuilder UseMountedArchives(this IApplicationBuilder app, SiteSettings settings)
    {
        if (settings.ArchivesPath is not { } folder)
            return app;
        var types = new FileExtensionContentTypeProvider();
        foreach (
            var (extension, type) in new[]
            {
                (".ics", "text/calendar"),
                (".bib", "application/x-bibtex"),
                (".ris", "application/x-research-info-systems"),
                (".atom", "application/atom+xml"),
            }
        )
            types.Mappings[extension] = type;
        foreach (
            var edition in Directory
                .EnumerateDirectories(folder)
                .Where(d => Path.GetFileName(d) is { Length: 4 } year && year.All(char.IsAsciiDigit))
                .Order(StringComparer.Ordinal)
        )
        {
            var files = new FileServerOptions
            {
                FileProvider = new PhysicalFileProvider(edition),
                RequestPath = $"/{Path.GetFileName(edition)}",
            };
            files.StaticFileOptions.ContentTypeProvider = types;
            app.UseFileServer(files);
        }
        return app;
    }
}
