using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Content;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Serves the files of the content folder that the imported content names, and no others.</summary>
public static class MaterialEndpoints
{
    public static void MapMaterials(this WebApplication app) =>
        app.MapRead(Routes.Material("{name}"), async (string name, HttpContext http, SiteContext siteContext, SiteSettings settings) =>
        {
            var named = await siteContext.CachedAsync(NamedFiles.ReadAsync);
            if (
                !named.Names.Contains(name)
                || MaterialFileType.Of(name) is not { } kind
                || MaterialReader.Find(settings.ContentPath, name) is not { } file
            )
                return Results.NotFound();
            http.AllowPlaying();
            // Authors may correct their slides after the talk, so browsers may keep the file but must check whether it has changed.
            http.Response.Headers.CacheControl = "public, no-cache";
            http.Response.Headers.ContentDisposition =
                $"{(kind.IsShown ? "inline" : "attachment")}; filename=\"{(await siteContext.WorkshopAsync()).Slug}-{name}\"";
            var mark = string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
            return Results.File(
                file.FullName,
                kind.MediaType,
                lastModified: file.LastWriteTimeUtc,
                entityTag: new EntityTagHeaderValue(mark),
                enableRangeProcessing: true
            );
        });

    private sealed record NamedFiles(IReadOnlySet<string> Names)
    {
        public static async Task<NamedFiles> ReadAsync(WorkshopDb db) =>
            new(
                (await db.Contributions.AsNoTracking().Select(c => c.Materials).ToListAsync())
                    .Concat(await db.Slots.AsNoTracking().Select(s => s.Materials).ToListAsync())
                    .SelectMany(materials => materials)
                    .Select(m => m.File?.Name)
                    .OfType<string>()
                    .ToHashSet()
            );
    }
}
