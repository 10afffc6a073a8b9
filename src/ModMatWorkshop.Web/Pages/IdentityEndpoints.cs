using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ModMatWorkshop.Application.Data;
using ModMatWorkshop.Domain;
using ModMatWorkshop.Domain.Addresses;
using ModMatWorkshop.Web.PageCache;
using ModMatWorkshop.Web.Printables;
using ModMatWorkshop.Web.Security;

namespace ModMatWorkshop.Web.Pages;

/// <summary>Serves what follows from the identity of the workshop: colours, pictures, icons and the card.</summary>
public static class IdentityEndpoints
{
    public const int CardWidth = 1200,
        CardHeight = 630,
        TouchIconSize = 180;
    private const int SmallIconSize = 32;
    private const string Svg = "image/svg+xml";
    private const string ForEver = "public, max-age=31536000, immutable";
    private const string Png = "image/png";

    public static void MapIdentity(this WebApplication app)
    {
        app.MapRead(Routes.IdentityStyles("{fingerprint}"), async (string fingerprint, HttpContext http, SiteContext siteContext) =>
        {
            var styles = await siteContext.CachedAsync(IdentityStyles.ReadAsync);
            // A page of another version of the content gets the colours of this one.
            http.Response.Headers.CacheControl = fingerprint == styles.Fingerprint ? ForEver : "no-cache";
            return MachineReadableEndpoints.Text(styles.Css, "text/css; charset=utf-8");
        });
        app.MapRead(
                Routes.Image("{fingerprint}", "{name}"),
                (string fingerprint, string name, HttpContext http, WorkshopDb db, CancellationToken cancel) =>
                    SendImageAsync(fingerprint, name, http, db, cancel)
            )
            .WithMetadata(new ShowsDraftMetadata());
        app.MapRead(Routes.Icon, SendIconAsync);
        app.MapRead(Routes.SmallIcon, (HttpContext http, DrawingRenderer drawings) => DrawIconAsync(http, drawings, SmallIconSize, true))
            .WithMetadata(new PageCacheMetadata());
        app.MapRead(Routes.TouchIcon, (HttpContext http, DrawingRenderer drawings) => DrawIconAsync(http, drawings, TouchIconSize, false))
            .WithMetadata(new PageCacheMetadata());
        app.MapRead(Routes.Card, SendCardAsync).WithMetadata(new PageCacheMetadata());
    }

    private static async Task<IResult> SendImageAsync(
        string fingerprint,
        string name,
        HttpContext http,
        WorkshopDb db,
        CancellationToken cancel
    )
    {
        if (await db.Images.AsNoTracking().SingleOrDefaultAsync(i => i.Name == name, cancel) is not { } image)
            return Results.NotFound();
        http.Response.Headers.CacheControl = fingerprint == image.Fingerprint ? ForEver : "no-cache";
        if (image.MediaType == Svg)
            http.AllowStylesOf(Encoding.UTF8.GetString(image.Content));
        return Results.Bytes(image.Content, image.MediaType);
    }

    private static async Task<IResult> SendIconAsync(HttpContext http, SiteContext siteContext, WorkshopDb db, CancellationToken cancel)
    {
        var workshop = await siteContext.WorkshopAsync();
        if (workshop.Look.Logo is { IsDrawing: true } logo)
            return await SendImageAsync("", logo.Address.Split('/')[^1], http, db, cancel);
        var icon = SiteMark.Icon(workshop, withDark: true);
        http.Response.Headers.CacheControl = "no-cache";
        http.AllowStylesOf(icon);
        return MachineReadableEndpoints.Text(icon, Svg);
    }

    /// <summary>An icon for browsers that show no SVG.</summary>
    /// <param name="isIcon">True for an .ico file, without a ground; false for a PNG on the ground of the page.</param>
    private static async Task<IResult> DrawIconAsync(HttpContext http, DrawingRenderer drawings, int size, bool isIcon)
    {
        var siteContext = http.RequestServices.GetRequiredService<SiteContext>();
        var workshop = await siteContext.WorkshopAsync();
        var html = await PrintImages.EmbedAsync(
            await ViewRenderer.RenderAsync(http, "/Pages/Shared/_DrawnIcon.cshtml", new DrawnIcon(workshop, !isIcon)),
            http.RequestServices.GetRequiredService<WorkshopDb>(),
            http.RequestAborted
        );
        var png = await drawings.GetOrDrawAsync(isIcon ? "icon" : "touch-icon", html, size, size, http.RequestAborted);
        return png is null ? Results.NotFound()
            : isIcon ? Results.Bytes(Ico(png), "image/x-icon")
            : Results.Bytes(png, Png);
    }

    private static async Task<IResult> SendCardAsync(
        HttpContext http,
        SiteContext siteContext,
        DrawingRenderer drawings,
        WorkshopDb db,
        CancellationToken cancel
    )
    {
        var workshop = await siteContext.WorkshopAsync();
        var html = await PrintImages.EmbedAsync(await ViewRenderer.RenderAsync(http, "/Pages/Shared/_Card.cshtml", workshop), db, cancel);
        var png = await drawings.GetOrDrawAsync($"card-{siteContext.Language.Tag()}", html, CardWidth, CardHeight, cancel);
        return png is null ? Results.NotFound() : Results.Bytes(png, Png);
    }

    /// <summary>One PNG in the frame of an .ico file: a header of 6 bytes and an entry of 16.</summary>
    private static byte[] Ico(byte[] png)
    {
        var file = new byte[22 + png.Length];
        var head = file.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], 1);
        (head[6], head[7]) = (SmallIconSize, SmallIconSize);
        BinaryPrimitives.WriteUInt16LittleEndian(head[10..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[12..], 32);
        BinaryPrimitives.WriteInt32LittleEndian(head[14..], png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[18..], 22);
        png.CopyTo(head[22..]);
        return file;
    }
}

/// <summary>What <c>_DrawnIcon.cshtml</c> draws.</summary>
public sealed record DrawnIcon(Domain.Programme.Workshop Workshop, bool HasGround);
